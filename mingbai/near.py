"""What was probably meant by a name that is none: the one place where “是不是 …？” is decided.

Law: only a slip of the hand counts, one or two letters wrong, missing, too many or swapped; a figure is never taken for
another one, only two of them may be swapped, and in a serial number (a last part of figures alone) not even those: the
other number is another thing. What is merely like it in shape is not offered: it would be followed.
"""

import re
from collections.abc import Iterable

_PART = re.compile(r"[/.]")
_FIGURE = re.compile(r"\d")
_SERIAL = re.compile(r"(?:^|/)\d+(?:\.[a-z]+)?/?$")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_ONE, _TWO = 3, 6
"""From so many letters on one slip is one, or two are; in less, any word would do."""


def near(written: str, names: Iterable[str]) -> str | None:
    """The name that was meant, the one with the fewest slips.

    >>> near("markte", ["market", "arts"]), near("2026/fees-claered", ["2026/fees-cleared"]), near("party", ["library"])
    ('market', '2026/fees-cleared', None)
    >>> near("price-2005-catv", ["price-2006-catv"]), near("2062/duty", ["2026/duty"]), near("Payer", ["payer"])
    (None, '2026/duty', 'payer')
    """
    found = ((slips, name) for name in names if (slips := _slips(written, name)) is not None)
    return min(found, default=(0, None), key=lambda each: (each[0], each[1] or ""))[1]


def elsewhere(id: str, ids: Iterable[str]) -> str | None:
    """The one id whose last part is that of `id`, if only a folder with a word for a name is another one."""
    *folders, name = id.split("/")
    shape = (len(folders), name, _FIGURE.findall(id))
    found = [other for other in ids if (other.count("/"), other.rpartition("/")[2], _FIGURE.findall(other)) == shape]
    return found[0] if len(found) == 1 and len(name) >= _ONE else None


def below(kind: str, path: str) -> str:
    r"""What of a path stands below the folder of a kind, which nobody has to write.

    >>> below("laws", "content/public/laws/tv"), below("files", r"..\files\forms\a.pdf")
    ('tv', 'forms/a.pdf')
    """
    return f"/{path}".replace("\\", "/").rpartition(f"/{kind.removeprefix('internal-')}/")[2].strip("./")


def unfolded(id: str, ids: Iterable[str]) -> str | None:
    """The one id that this is with other strokes or zeros between its parts, or that ends with it after a folder.

    >>> unfolded("2026-009", ["2026/009", "2026/010"]), unfolded("2026/9", ["2026/009"])
    ('2026/009', '2026/009')
    >>> unfolded("catv", ["arts/catv"]), unfolded("1", ["a/1", "b/1"])
    ('arts/catv', None)
    """
    known = list(ids)
    alike = [other for other in known if _bare(other) == _bare(id)]
    found = alike or [other for other in known if other.endswith(f"/{id}")]
    return found[0] if len(found) == 1 else None


def _bare(id: str) -> str:
    return _ZEROS.sub("", id.replace("/", "-"))


def _slips(written: str, name: str) -> int | None:
    """How many slips lead from one to the other, all in one part; nothing where there are too many for its length."""
    is_serial = _SERIAL.search(written) or _SERIAL.search(name)
    if is_serial and _FIGURE.findall(written) != _FIGURE.findall(name):
        return None
    ours, theirs = _PART.split(written.lower()), _PART.split(name.lower())
    if len(ours) != len(theirs):
        return None
    wrong = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if not wrong:
        return 0
    [(a, b), *more] = wrong
    longest = max(len(a), len(b))
    allowed = (longest >= _ONE) + (longest >= _TWO)
    if more or abs(len(a) - len(b)) > allowed or sorted(_FIGURE.findall(a)) != sorted(_FIGURE.findall(b)):
        return None
    slips = _distance(a, b)
    return slips if slips <= allowed else None


def _distance(a: str, b: str) -> int:
    """How many letters are wrong, missing, too many or swapped with their neighbour."""
    before, last = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 1] + b[j - 2]:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]
