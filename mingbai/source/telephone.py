"""Telephone numbers: how one is written, how a phone dials it (RFC 3966), which one was meant by another form.

Law: what a reader sees is the number as it was written, 0000-0000031转3; what is dialled is `tel:0000-0000031;ext=3`.
An extension after a hyphen is dialled as part of the number, which is then nobody's; so it stands after 转.
"""

import re
import unicodedata

_COUNTRY = r"(\+|00)[1-9][0-9]{0,2}-?"
_AREA = r"(\([0-9]{2,4}\)-?|[0-9]{2,4}-)"
_DIGITS = f"(({_COUNTRY})?{_AREA}?([0-9]{{3,4}}-[0-9]{{3,4}}|[0-9]{{5,}})|[0-9]{{2,4}})"
"""An area, 400 or 800 among them, and one group, or two short ones: a third group would be an extension."""
FORM = f"^{_DIGITS}(转[0-9]{{1,5}})?$"
_LOCAL = re.compile(rf"(?:{_COUNTRY})?(?!\(?00[1-9])(?:\(0[0-9]{{2,3}}\)-?|0[0-9]{{2,3}}-)(?P<local>[02-8][0-9-]*)")
"""A number in its area: what begins with 1 or 9 is a hotline, and as long as it likes. 0086 is a country, no area."""
DIALLED = re.compile(rf"tel:{_DIGITS}(;ext=[0-9]{{1,5}})?", re.IGNORECASE)
HOW = "写电话号码，数字、减号和括号都用半角，分机写在“转”字后面，最多5位，如 0000-0000031、0000-0000031转3"
_HYPHEN = re.compile(r" ?[-.\u2010-\u2015\u2212\u30fc\u4e00~_]+ ?|(?<=[0-9]) (?=[0-9])")
"""What is typed between groups, 一 among it, which looks like a dash."""
_EXTENSION = re.compile(r"[ ,、;(-]*(?:转|分机号?|ext[.=]?|#)[ 转分机号:#-]*(?=[0-9])", re.IGNORECASE)
_WITH_AREA = 10
"""So many figures have a number and its area code together, and no name of a file."""
_AFTER_HYPHEN = re.compile(r"(?:(?<=[0-9]{7})|(?<=-[0-9]{3}-[0-9]{4})|(?<=-[0-9]{4}-[0-9]{4}))-(?=[0-9]{1,5}\b)")
_BESIDE = re.compile(r"[^-+()0-9转]+")
"""What stands between two numbers, and words beside one."""
_FROM_FIRST_TO_LAST = re.compile(r"\+?(\([0-9]+\))?[0-9].*[0-9]")
_MOST = 80
"""No field of a number is longer; what is, is no number with a slip in it."""
_WHOLE = 7
_HOTLINE = 5


def dialled(number: str) -> str:
    """The address under which a phone dials a number as a field takes it.

    >>> dialled("0000-0000031"), dialled("0000-0000031转3")
    ('tel:0000-0000031', 'tel:0000-0000031;ext=3')
    """
    return "tel:" + number.replace("转", ";ext=")


def apart(number: str) -> tuple[str, str]:
    """The number and its extension, which most have not.

    >>> apart("0000-0000031转3"), apart("12345")
    (('0000-0000031', '3'), ('12345', ''))
    """
    line, _, extension = number.partition("转")
    return line, extension


def local_figures(number: str) -> int:
    """How many figures follow the area code; 0 where there is none, or a hotline's number follows it.

    >>> local_figures("0000-0000031转3"), local_figures("0086-000-000031"), local_figures("0000-12345")
    (7, 6, 0)
    """
    found = _LOCAL.fullmatch(apart(number)[0])
    return len(figures(found["local"])) if found else 0


def is_dialled(target: str) -> bool:
    """Whether a link is meant for a phone, however it is written.

    >>> is_dialled("tel：0000-0000031"), is_dialled("0000-0000031"), is_dialled("telephone.md")
    (True, True, False)
    """
    whole = re.fullmatch(FORM, target) and len(figures(target)) >= _WITH_AREA
    return bool(whole or re.match("tel ?[:：]", target, re.IGNORECASE))


def meant(written: str) -> str:
    """The first number in what was written, as a field takes it; nothing where a figure beside it is of no number.

    >>> meant("0000—0000031 转 3"), meant("（0000）0000031"), meant("0000 0000031、0000-0000032"), meant("打前台")
    ('0000-0000031转3', '(0000)0000031', '0000-0000031', '')
    >>> meant("0000-0000031,3"), meant("热线12345"), meant("0000"), meant("400.000.0000")
    ('', '12345', '', '400-000-0000')
    """
    if len(written) > _MOST:
        return ""
    text = _EXTENSION.sub("转", unicodedata.normalize("NFKC", written))
    text = re.sub(r" ?([()]) ?", r"\1", _HYPHEN.sub("-", text))
    parts = [part for part in _BESIDE.split(_AFTER_HYPHEN.sub("转", text)) if figures(part)]
    numbers = [found[0] for part in parts if (found := _FROM_FIRST_TO_LAST.search(part)) and _is_whole(found[0])]
    return numbers[0] if numbers and len(numbers) == len(parts) else ""


def _is_whole(number: str) -> bool:
    length = len(figures(apart(number)[0]))
    return bool(re.fullmatch(FORM, number)) and (length >= _WHOLE or length == _HOTLINE)


def figures(text: str) -> str:
    """The figures of a number, in whatever width."""
    return re.sub("[^0-9]", "", unicodedata.normalize("NFKC", text))
