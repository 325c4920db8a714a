"""The one sign of the site, the cell: one square is one working day, filled what we promise, empty what we save.

Cells stand only where both limits count working days, and only as many as can be counted: five make a week, and
weeks stand apart, four to a line.
"""

from msgspec import Struct

from mingbai.corpus.workdays import workdays_of
from mingbai.records.public.commitment import Authority, Commitment

Weeks = tuple[tuple[bool, ...], ...]
"""Cells by week: filled or empty."""
COUNTABLE, WEEK = 60, 5
FIELD = 600
ROWS, SIDE = 10, 12


class Field(Struct, frozen=True):
    """Many cells as one drawing: two paths filled with a pattern, column after column."""

    width: int
    height: int
    filled: str
    empty: str


class Saving(Struct, frozen=True):
    """The working days of a statutory and of a promised limit."""

    statutory: int
    promised: int


def saving(record: Commitment) -> Saving | None:
    """Both limits in working days; `None` where one of them is not counted so.

    The days of a licence are working days (行政许可法 第八十二条). A first review is only a part of the statutory
    time, so the two cannot be set side by side.
    """
    statutory, promised = (workdays_of(limit, record.type) for limit in (record.statutory, record.promised))
    if statutory is None or promised is None or record.authority is Authority.PRE_REVIEW:
        return None
    return Saving(statutory, promised)


def weeks(days: Saving | None) -> Weeks:
    """A cell for each statutory working day, filled as far as promised; none where there are too many to count.

    >>> weeks(Saving(7, 1))
    ((True, False, False, False, False), (False, False))
    """
    if days is None or days.statutory > COUNTABLE:
        return ()
    filled = tuple(number < days.promised for number in range(days.statutory))
    return tuple(filled[start : start + WEEK] for start in range(0, len(filled), WEEK))


def field(days: Saving) -> Field | None:
    """The drawing of many cells; `None` where there is nothing to show or far too much."""
    if not 0 < days.statutory <= FIELD or days.promised > days.statutory:
        return None
    width = -(-days.statutory // ROWS) * SIDE
    return Field(width, ROWS * SIDE, _path(0, days.promised), _path(days.promised, days.statutory))


def _path(first: int, end: int) -> str:
    """The outline of the cells from `first` up to `end`, as one strip in each column."""
    strips = []
    while first < end:
        column, row = divmod(first, ROWS)
        height = min(ROWS - row, end - first)
        strips.append(f"M{column * SIDE} {row * SIDE}h{SIDE}v{height * SIDE}h-{SIDE}z")
        first += height
    return "".join(strips)
