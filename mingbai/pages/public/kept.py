"""How a promise was kept: what the pages that show 办件统计 say in the same words.

A share is cut to one decimal and never rounded up, so that one late case is never hidden by a 100 %.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, Decimal

from mingbai.pages import phrase
from mingbai.pages.public.cell import COUNTABLE, Saving, Weeks, weeks
from mingbai.pages.public.part import Chip
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.performance import Cases, Performance, Quarter, share
from mingbai.records.values import Unit

NUMERALS = "一二三四"
OPEN_CHIP = Chip("half", "还没过完", "")


def quarter_name(quarter: Quarter) -> str:
    """What a quarter is called.

    >>> quarter_name(Quarter(2026, 3))
    '2026年第三季度'
    """
    return f"{quarter.year}年第{NUMERALS[quarter.number - 1]}季度"


def open_chip(record: Performance) -> Chip | None:
    """Says that the quarter was not over when it was counted."""
    return OPEN_CHIP if record.counted_to else None


def late_chip(late: int) -> Chip | None:
    """Says how many were late, if any were."""
    return Chip("late", f"超期{late}件", "late") if late else None


def late_count(late: int) -> Chip | None:
    """The same below a head that says 超期 already."""
    return Chip("late", f"{late}件", "late") if late else None


def rate(part: int, whole: int) -> str:
    """A share in words; nothing of nothing.

    >>> rate(422, 423), rate(5, 5), rate(0, 0)
    ('99.7%', '100%', '')
    """
    found = share(part, whole)
    return "" if found is None else f"{found.normalize():f}%"


def mean(each: Cases) -> str:
    """How long it took on average; what is done on the spot takes no days."""
    if each.mean_days is None:
        return ""
    return f"{phrase.figure(each.mean_days)}个工作日" if each.mean_days else "当场"


def promise(item: Commitment | None, quarter: Quarter) -> str:
    """What was promised in that quarter; nothing if today's promise is younger."""
    if item is None or item.effective_from > quarter.last:
        return ""
    return phrase.limit(item.promised)


def cells(item: Commitment, each: Cases, quarter: Quarter) -> Weeks:
    """A cell for each working day promised, filled as far as it was used on average; none where it cannot be drawn."""
    days = item.promised.number if item.promised.unit is Unit.WORKDAY and not item.promised.instant else None
    if not days or days > COUNTABLE or not each.mean_days or item.effective_from > quarter.last:
        return ()
    return weeks(Saving(days, int(each.mean_days.to_integral_value(ROUND_CEILING))))


def mean_of(some: Iterable[Cases]) -> Decimal | None:
    """The average over all finished cases of one item, to one decimal; `None` where none was finished."""
    done = [each for each in some if each.completed and each.mean_days is not None]
    count = sum(each.completed for each in done)
    if not count:
        return None
    days = sum((each.completed * each.mean_days for each in done if each.mean_days is not None), Decimal(0))
    return (days / count).quantize(Decimal("0.1"))
