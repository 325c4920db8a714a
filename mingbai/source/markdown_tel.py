"""Telephone numbers in prose → links that a phone dials.

Law: a pure function of cleaned HTML. Words stay as they are; only what certainly is an office's number becomes a link:
an area code with seven or eight digits, 400 numbers, either of them with an extension, and the five digits of a hotline
where the words before say so.
Numbers of persons are not looked for: they may not stand in a text at all. Nothing inside a link or code is touched.
"""

import re

from mingbai.source.telephone import dialled

_TAG = re.compile(r"(<[^>]*>)")
_ENDS = r"(?![0-9A-Za-z-])"
_EXTENSION = "(?:转[0-9]{1,5})?"
_NOT_COUNTED = "(?! ?[元千万亿个件人次份名户家场册条张本页])"
"""拨 and 打 are said of money and of paper too."""
_NUMBER = re.compile(
    rf"0(?<![0-9A-Za-z./_-]0)[0-9]{{2,3}}-[0-9]{{7,8}}{_EXTENSION}{_ENDS}"
    rf"|4(?<![0-9A-Za-z./_-]4)00-[0-9]{{3}}-[0-9]{{4}}{_EXTENSION}{_ENDS}"
    rf"|12(?:(?<=热线12)|(?<=电话12)|(?<=[拨打]12))[0-9]{{3}}{_ENDS}{_NOT_COUNTED}"
)
"""What stands before is asked for only where a number may begin, so that the rest is passed over in C."""
_CLOSED = ("a", "code", "pre", "kbd")
"""Where a number is a link already, or is shown as it is typed."""


def callable_numbers(html: str) -> str:
    """The same HTML with a link around each telephone number.

    >>> callable_numbers("<p>不对就打0000-0000003，或者<code>0000-0000003</code></p>")
    '<p>不对就打<a href="tel:0000-0000003">0000-0000003</a>，或者<code>0000-0000003</code></p>'
    """
    if not _NUMBER.search(html):
        return html
    pieces = _TAG.split(html)
    closed = 0
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            pieces[index] = piece if closed else _NUMBER.sub(_link, piece)
            continue
        name = piece.strip("</>").split(" ", 1)[0]
        if name in _CLOSED:
            closed += -1 if piece.startswith("</") else 1
    return "".join(pieces)


def _link(number: re.Match[str]) -> str:
    return f'<a href="{dialled(number[0])}">{number[0]}</a>'
