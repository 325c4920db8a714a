"""察访: every inspection of the year by way and by month, with what was good and what was found.

Those of which something is left to do stand first, then the newest. Earlier years have a page each.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case, number
from mingbai.pages import draw, phrase
from mingbai.pages.chart import About, Chart, Group, Series, Tone, Value
from mingbai.pages.intranet.column import INSPECTIONS, LEDGER, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.found import cases_of
from mingbai.pages.intranet.year import short
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Day, Fact, Link, Tally
from mingbai.records.base import Entry
from mingbai.records.intranet.inspection import Inspection, Method

Visit = Entry[Inspection]
DRAWN = (Series("察访的次数"), Series("发现的问题", Tone.HOLLOW))
FOLD = 10
"""So many inspections with nothing left to do stand open on a phone; more are folded."""


class VisitRow(Struct, frozen=True):
    """One inspection; `month` is what one can choose by, `open` says how many of its findings are not settled."""

    link: Link
    summary: str
    day: Day
    month: str
    method: str
    units: tuple[Link, ...]
    good: str
    found: str
    open: str


class VisitPart(Struct, frozen=True):
    """Inspections under one heading; `fold` is the line that opens them on a phone, empty where they stand open."""

    anchor: str
    title: str
    fold: str
    rows: tuple[VisitRow, ...]


class MonthRow(Struct, frozen=True):
    """The inspections of one month: how many of each way, how many in all, how many findings they brought."""

    month: str
    counts: tuple[Fact, ...]
    total: str
    found: str


class InspectionsView(View, frozen=True, kw_only=True):
    """The inspections of one year, and where the earlier years are; `methods` head the counts of the months."""

    title: str
    summary: str
    tallies: tuple[Tally, ...]
    parts: tuple[VisitPart, ...]
    chart: Chart | None
    methods: tuple[str, ...]
    months: tuple[MonthRow, ...]
    years: tuple[Link, ...]


def inspection_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The campaign's year at /inspections/, each earlier year with inspections at /inspections/<year>/."""
    by_year: dict[int, list[Visit]] = {}
    for entry in corpus.inspections.values():
        by_year.setdefault(int(entry.id.split("/")[0]), []).append(entry)
    earlier = sorted((year for year in by_year if year < corpus.year), reverse=True)
    about = "去了哪里，看到什么好的，发现什么问题。"
    now = [entry for year, found in by_year.items() if year >= corpus.year for entry in found]
    years = tuple(Link(f"{year}年", f"{INSPECTIONS.href}{year}/") for year in earlier)
    yield _page(corpus, front(INSPECTIONS, INSPECTIONS.title, about, LEDGER), now, years)
    for year, link in zip(earlier, years, strict=True):
        yield _page(corpus, inner(INSPECTIONS, link.href, f"{year}年察访", about, over=LEDGER), by_year[year], ())


def _page(corpus: IntranetCorpus, head: Head, visits: Sequence[Visit], years: tuple[Link, ...]) -> Page:
    newest = sorted(visits, key=lambda entry: (entry.record.on, entry.id), reverse=True)
    found = {entry.id: _found(corpus, entry.id) for entry in newest}
    several = len({entry.record.on.year for entry in newest}) > 1
    rows = [_row(corpus, entry, found[entry.id], several=several) for entry in newest]
    over = [row for row in rows if not row.open]
    counted = Counter(entry.record.method for entry in newest)
    months = tuple(_months(newest, {id: len(cases) for id, cases in found.items()}, several=several))
    view = InspectionsView(
        head=head,
        title=head.title,
        summary=_summary(newest, sum(map(len, found.values()))),
        tallies=tuple(Tally(str(counted[method]), "次", method.value) for method in Method) if newest else (),
        parts=(
            *_part("open", "还有问题没办完的", [row for row in rows if row.open], folded=False),
            *_part("over", "问题都办完了的", over, folded=len(over) > FOLD),
        ),
        chart=_chart(months),
        methods=tuple(method.value for method in Method),
        months=months,
        years=years,
    )
    return Page(head.route, "intranet/inspections.html", view)


def _part(anchor: str, title: str, rows: Sequence[VisitRow], *, folded: bool) -> tuple[VisitPart, ...]:
    return (VisitPart(anchor, title, f"{title}{len(rows)}次" if folded else "", tuple(rows)),) if rows else ()


def _found(corpus: IntranetCorpus, id: str) -> tuple[Case, ...]:
    return cases_of(corpus, lambda finding: finding.inspection == id)


def _summary(visits: Sequence[Visit], found: int) -> str:
    if not visits:
        return "这一年还没有察访过。"
    units = {unit for entry in visits for unit in entry.record.divisions}
    good = sum(len(entry.record.good_points) for entry in visits)
    return (
        phrase.clauses(
            f"去了{len(visits)}次",
            f"看了{len(units)}家",
            f"记下好的{good}处" if good else None,
            f"发现问题{found}个" if found else "没有发现问题",
        )
        + "。"
    )


def _month(on: date, *, several: bool) -> str:
    """A month by its name; with its year where there are `several` on the page."""
    return f"{on.year}年{on.month}月" if several else f"{on.month}月"


def _row(corpus: IntranetCorpus, entry: Visit, cases: tuple[Case, ...], *, several: bool) -> VisitRow:
    visit = entry.record
    left_open = sum(case.is_open for case in cases)
    return VisitRow(
        link=Link(number(entry.id), routes.route(Inspection.kind, entry.id)),
        summary=visit.summary,
        day=Day(short(visit.on), visit.on.isoformat()),
        month=_month(visit.on, several=several),
        method=visit.method.value,
        units=tuple(unit_of(corpus.public, id) for id in visit.divisions),
        good=f"{len(visit.good_points)}处" if visit.good_points else "没有",
        found=f"{len(cases)}个" if cases else "没有",
        open=f"没办完{left_open}个" if left_open else "",
    )


def _months(visits: Sequence[Visit], found: dict[str, int], *, several: bool) -> Iterator[MonthRow]:
    """The months with an inspection, in their order."""
    months: dict[str, list[Visit]] = {}
    for entry in reversed(visits):
        months.setdefault(_month(entry.record.on, several=several), []).append(entry)
    for month, those in months.items():
        counted = Counter(entry.record.method for entry in those)
        yield MonthRow(
            month=month,
            counts=tuple(Fact(method.value, str(counted[method])) for method in Method),
            total=str(len(those)),
            found=str(sum(found[entry.id] for entry in those)),
        )


def _chart(months: Sequence[MonthRow]) -> Chart | None:
    """How often somebody went in each month, beside how much was found."""
    told = "，".join(f"{row.month}{row.total}次、问题{row.found}个" for row in months)
    groups = [
        Group(
            row.month,
            tuple(Value(Decimal(count), f"{count}{unit}") for count, unit in ((row.total, "次"), (row.found, "个"))),
        )
        for row in months
    ]
    return draw.rows(About("months", "哪个月去了几次，发现几个问题", f"{told}。"), DRAWN, groups)
