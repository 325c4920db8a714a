"""How a promise was kept: what the pages that show 办件统计 say in the same words.

A share is cut to one decimal and never rounded up, so that one late case is never hidden by a 100 %.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from mingbai.pages import phrase
from mingbai.pages.chart import Group, Value
from mingbai.pages.public.cell import Saving, saving
from mingbai.pages.public.part import Chip
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.performance import Cases, Performance, Quarter, share

NUMERALS = "一二三四"
LAST, FEW = 8, 4
"""So many quarters are drawn; so many have room for their whole names."""
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


def limits(item: Commitment, quarter: Quarter) -> Saving | None:
    """Both limits of that quarter in working days; `None` if today's promise is younger or they count otherwise."""
    return saving(item) if item.effective_from <= quarter.last else None


def groups(quarters: Sequence[Quarter], values: Sequence[Value | None]) -> list[Group]:
    """A place in a chart for each quarter; the year stands where it begins, and eight have shorter names than four."""
    found = []
    for number, (quarter, value) in enumerate(zip(quarters, values, strict=True)):
        name = f"{NUMERALS[quarter.number - 1]}季度" if len(quarters) <= FEW else f"{quarter.number}季"
        is_new = not number or quarter.year != quarters[number - 1].year
        found.append(Group(name, (value,), str(quarter.year) if is_new else ""))
    return found


def workdays(number: Decimal) -> str:
    """So many working days.

    >>> workdays(Decimal("4.0")), workdays(Decimal("10")), workdays(Decimal("0.7"))
    ('4个工作日', '10个工作日', '0.7个工作日')
    """
    return f"{plain(number)}个工作日"


def plain(number: Decimal) -> str:
    """A number without noughts at its end.

    >>> plain(Decimal("4.0")), plain(Decimal("20"))
    ('4', '20')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def tenth(number: Decimal) -> Decimal:
    """A number to one decimal."""
    return number.quantize(Decimal("0.1"))


def mean_of(some: Iterable[Cases]) -> Decimal | None:
    """The average over all finished cases of one item, to one decimal; `None` where none was finished."""
    done = [each for each in some if each.completed and each.mean_days is not None]
    count = sum(each.completed for each in done)
    if not count:
        return None
    days = sum((each.completed * each.mean_days for each in done if each.mean_days is not None), Decimal(0))
    return tenth(days / count)
