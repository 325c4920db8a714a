"""Tables of text that stand straight where Chinese takes two columns, on a terminal and in a pipe."""

import sys
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

GAP = "  "
NARROW = 16
"""So many columns have to be left for the last cell, or it is not folded at all."""
NEVER_FIRST = "，。；：、？！）》”’"
"""Signs that do not begin a line."""


def columns(text: str) -> int:
    """How many columns a text takes on a terminal.

    >>> columns("2026年"), columns("a-b")
    (6, 3)
    """
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def aligned(titles: Sequence[str], rows: Sequence[Sequence[str]], width: int | None) -> str:
    """The rows under their titles; the last column is folded where a terminal is `width` wide.

    A column in which nothing stands is left out.

    >>> print(aligned(("单位", "责任", "事项"), [("图书馆", "", "开门"), ("艺术处", "", "演出审批")], None))
    单位    事项
    图书馆  开门
    艺术处  演出审批
    """
    filled = [index for index in range(len(titles)) if any(row[index] for row in rows)]
    every = [[row[index] for index in filled] for row in (titles, *rows)]
    widths = [max(columns(row[index]) for row in every) for index in range(len(filled) - 1)]
    left = sum(widths) + len(GAP) * len(widths)
    room = width - left if width is not None and width - left >= NARROW else None
    lines: list[str] = []
    for *cells, last in every:
        padded = (cell + " " * (wide - columns(cell)) + GAP for cell, wide in zip(cells, widths, strict=True))
        first, *more = folded(last, room)
        lines += ["".join(padded) + first, *(" " * left + line for line in more)]
    return "\n".join(line.rstrip() for line in lines)


def folded(text: str, room: int | None) -> Iterator[str]:
    """The text in lines of at most `room` columns, a closing sign more at most.

    >>> list(folded("演出审批，当天批。", 8)), list(folded("", 8))
    (['演出审批，', '当天批。'], [''])
    """
    line = ""
    for letter in text:
        if room is not None and columns(line + letter) > room and letter not in NEVER_FIRST:
            yield line
            line = ""
        line += letter
    yield line


def terminal() -> int | None:
    """How wide the terminal is; `None` where the output goes to a file or another program."""
    from shutil import get_terminal_size  # which knows of archives as well, and no build needs it

    return get_terminal_size().columns if sys.stdout.isatty() else None
