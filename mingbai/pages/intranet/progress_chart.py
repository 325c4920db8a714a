"""How far the plans are, to look at instead of to read: month by month, aim by aim, unit by unit."""

from collections.abc import Sequence
from decimal import Decimal

from mingbai.pages import draw
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.intranet.measure import Count

DONE_OF = (Series("定了", Tone.HOLLOW), Series("做完", Tone.FULL))
SEVERAL = 2
"""So many groups are worth a chart."""


def by_month(counts: Sequence[tuple[str, Count]]) -> Chart | None:
    """The measures of each month in which some fall due, and how many of them are done."""
    return _columns(About("by-month", "各月到期的措施，做完几条", _desc(counts)), counts)


def by_aim(counts: Sequence[tuple[str, Count]]) -> Chart | None:
    """The measures for each of the five aims, and how many of them are done."""
    return _columns(About("by-aim", "五字目标，各做完几条", _desc(counts)), counts)


def by_unit(counts: Sequence[tuple[str, Count]]) -> Chart | None:
    """The measures of each unit, and how many of them are done."""
    if len(counts) < SEVERAL:
        return None
    return draw.rows(About("by-unit", "各单位的措施，做完几条", _desc(counts)), DONE_OF, _groups(counts))


def _columns(about: About, counts: Sequence[tuple[str, Count]]) -> Chart | None:
    return draw.columns(about, DONE_OF, _groups(counts)) if len(counts) >= SEVERAL else None


def _groups(counts: Sequence[tuple[str, Count]]) -> list[Group]:
    return [Group(name, (_value(count.total), _value(count.done))) for name, count in counts]


def _value(number: str) -> Value:
    return Value(Decimal(number), number)


def _desc(counts: Sequence[tuple[str, Count]]) -> str:
    return "，".join(f"{name}{count.total}条做完{count.done}条" for name, count in counts) + "。"
