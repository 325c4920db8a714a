"""How far the plans are, to look at instead of to read: month by month and aim by aim."""

from collections.abc import Sequence
from decimal import Decimal

from mingbai.pages import draw
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.intranet.measure import Count

DONE_OF = (Series("定了", Tone.HOLLOW), Series("做完", Tone.FULL))
SEVERAL = 2
"""So many groups are worth a chart."""


def by_month(counts: Sequence[tuple[int, Count]]) -> Chart | None:
    """The measures that fall due in each month, and how many are done, without numbers: twelve leave no room."""
    groups = [Group(str(month), (_value(count.total), _value(count.done))) for month, count in counts]
    desc = _desc([(f"{month}月", count) for month, count in counts])
    return _columns(About("by-month", "各月到期的措施，做完几条", desc), groups)


def by_aim(counts: Sequence[tuple[str, Count]]) -> Chart | None:
    """The measures for each of the five aims, and how many of them are done."""
    groups = [Group(aim, (_value(count.total, count.total), _value(count.done, count.done))) for aim, count in counts]
    return _columns(About("by-aim", "五字目标，各做完几条", _desc(counts)), groups)


def _columns(about: About, groups: Sequence[Group]) -> Chart | None:
    return draw.columns(about, DONE_OF, groups) if len(groups) >= SEVERAL else None


def _value(number: str, text: str = "") -> Value:
    return Value(Decimal(number), text)


def _desc(counts: Sequence[tuple[str, Count]]) -> str:
    return "，".join(f"{name}{count.total}条做完{count.done}条" for name, count in counts) + "。"
