"""How many fees were charged in each year, and how many ended: counted from the days in the records, nothing else."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.draw import stacks
from mingbai.records.public.fee import Fee, FeeStatus

APART = 6
"""The names of two years need so many years between them."""


class YearRow(Struct, frozen=True):
    """One year in which something changed."""

    year: str
    begun: str
    ended: str
    charging: str


class History(Struct, frozen=True):
    """The chart, answer first, and the table that says the same of every year in which something changed."""

    summary: str
    chart: Chart
    rows: tuple[YearRow, ...]


class _Year(Struct, frozen=True):
    number: int
    begun: int
    ended: int
    charging: int


def history(corpus: PublicCorpus) -> History | None:
    """The years from the first fee to the day shown; `None` where there is no fee."""
    fees = [entry.record for entry in corpus.fees.values()]
    if not fees:
        return None
    first = min(fee.valid_from.year for fee in fees)
    years = [_year(fees, year, corpus.day) for year in range(first, corpus.day.year + 1)]
    most = max(years, key=lambda year: year.charging)
    summary = f"收得最多的是{most.number}年，{most.charging}项；现在{years[-1].charging}项。"
    chart = stacks(
        About("c-years", f"{first}年以来每年收几项费", summary),
        (Series("年底在收"), Series("这一年停的", Tone.HOLLOW)),
        _groups(years),
    )
    rows = tuple(
        YearRow(f"{year.number}年", _count(year.begun), _count(year.ended), f"{year.charging}项")
        for year in reversed(years)
        if year.begun or year.ended
    )
    return History(summary, chart, rows) if chart else None


def _year(fees: list[Fee], year: int, today: date) -> _Year:
    before, end = date(year - 1, 12, 31), min(date(year, 12, 31), today)
    was = [_is_charged(fee, before) for fee in fees]
    now = [_is_charged(fee, end) for fee in fees]
    begun = [not had and fee.valid_from.year == year for had, fee in zip(was, fees, strict=True)]
    ended = sum((had or new) and not has for had, new, has in zip(was, begun, now, strict=True))
    return _Year(year, sum(begun), ended, sum(now))


def _is_charged(fee: Fee, day: date) -> bool:
    return fee.valid_from <= day and fee.status(day) is FeeStatus.CHARGING


def _groups(years: list[_Year]) -> list[Group]:
    """A bar for each year; the first, the last and those where most ended have their name, if there is room."""
    last = years[-1].number
    named = {years[0].number, last}
    for year in sorted(years, key=lambda year: year.ended, reverse=True):
        if year.ended and all(abs(year.number - other) >= APART for other in named):
            named.add(year.number)
    return [
        Group(
            label=str(year.number) if year.number in named else "",
            values=(Value(Decimal(year.charging)), Value(Decimal(year.ended))),
            under=str(year.charging) if year.number in named else "",
        )
        for year in years
    ]


def _count(number: int) -> str:
    return f"{number}项" if number else "没有"
