"""When findings were registered, and how far those of each month are today: drawn, and as rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus.ledger import Case
from mingbai.pages import draw
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.public.part import Fact

SERIES = (
    Series("办完了", Tone.FULL),
    Series("单位在改", Tone.HOLLOW),
    Series("等办公室", Tone.DASHED),
    Series("逾期", Tone.LATE),
)
"""The four stands that are drawn, from the bottom up; overdue is whoever's turn it is."""

Month = tuple[int, int]


class MonthRow(Struct, frozen=True):
    """The findings registered in one month: how many, and how many of them stand how."""

    month: str
    total: str
    counts: tuple[Fact, ...]


class LedgerChart(Struct, frozen=True):
    """The months drawn, and the same as rows; `heads` name the counts."""

    chart: Chart
    heads: tuple[str, ...]
    rows: tuple[MonthRow, ...]


def ledger_chart(cases: Iterable[Case]) -> LedgerChart | None:
    """The findings by the month in which they were registered; `None` where there are none."""
    found: dict[Month, Counter[int]] = {}
    for case in cases:
        on = case.entry.record.registered_on
        found.setdefault((on.year, on.month), Counter())[_stand(case)] += 1
    months = _through(sorted(found))
    several = len({year for year, _ in months}) > 1
    rows = tuple(_row(month, found.get(month, Counter()), several=several) for month in months)
    told = "，".join(f"{row.month}{row.total}个" for row in rows if row.total != "0")
    about = About("months", "哪个月登记了几个，今天怎么样", f"每个月登记的问题：{told}。")
    chart = draw.stacks(about, SERIES, [_group(row) for row in rows])
    return LedgerChart(chart, tuple(each.name for each in SERIES), rows) if chart else None


def _stand(case: Case) -> int:
    """The place in `SERIES`."""
    if case.is_overdue:
        return 3
    return 0 if not case.is_open else 2 if case.at_office else 1


def _through(months: Sequence[Month]) -> list[Month]:
    """All months from the first to the last, those without findings too."""
    if not months:
        return []
    (first_year, first), (last_year, last) = months[0], months[-1]
    ends = range(first_year * 12 + first - 1, last_year * 12 + last)
    return [(number // 12, number % 12 + 1) for number in ends]


def _row(month: Month, counts: Counter[int], *, several: bool) -> MonthRow:
    year, number = month
    return MonthRow(
        month=f"{year}年{number}月" if several else f"{number}月",
        total=str(counts.total()),
        counts=tuple(Fact(each.name, str(counts[place])) for place, each in enumerate(SERIES)),
    )


def _group(row: MonthRow) -> Group:
    label = row.month.rpartition("年")[2].removesuffix("月")
    values = tuple(Value(Decimal(count.text)) if count.text != "0" else None for count in row.counts)
    return Group(label, values, row.total if row.total != "0" else "")
