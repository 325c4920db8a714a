"""整改销号台账: every finding of the year and every older one still open, the overdue first, then by the last day.

Law: what JavaScript would filter stands at addresses of its own as well: the overdue, each state, each unit. Those
pages and the whole ledger are one view. Earlier years have a page each.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.exports.intranet.ledger import downloads
from mingbai.pages import phrase
from mingbai.pages.intranet.column import LEDGER, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.finding_state import CHIPS, LATE, lateness, left, tags
from mingbai.pages.intranet.ledger_chart import LedgerChart, ledger_chart
from mingbai.pages.intranet.year import narrow
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Day, Link, in_order
from mingbai.records.intranet.finding import Finding, FindingState

TEMPLATE = "intranet/ledger.html"
FOLD = 10
"""So many settled findings stand open on a phone; more are folded."""


class LedgerRow(Struct, frozen=True):
    """One finding; `choice` is the stand one can choose by, `more` what only the printed register has room for."""

    link: Link
    text: str
    tags: tuple[str, ...]
    unit: Link
    source: str
    chip: Chip
    due: Day
    left: Chip | None
    choice: str
    round: str
    registered: Day
    cause: str
    measures: tuple[str, ...]
    is_late: bool


class LedgerPart(Struct, frozen=True):
    """Rows under one heading; `fold` is the line that opens them on a phone, empty where they stand open."""

    anchor: str
    title: str
    fold: str
    rows: tuple[LedgerRow, ...]


class Way(Struct, frozen=True):
    """A way to see a part of the ledger: its words with their number, where it is, its shape, whether one is there."""

    text: str
    href: str
    shape: str
    current: bool


class LedgerView(View, frozen=True, kw_only=True):
    """The ledger or a part of it; `chart` and `downloads` only on the whole one."""

    title: str
    summary: str
    stands: tuple[Way, ...]
    units: tuple[Way, ...]
    parts: tuple[LedgerPart, ...]
    chart: LedgerChart | None
    downloads: tuple[Link, ...]
    feed: Link | None
    years: tuple[Link, ...]


class _Cut(Struct, frozen=True):
    """A part of the ledger at an address of its own."""

    route: str
    name: str
    cases: tuple[Case, ...]
    shape: str = ""


def ledger_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The ledger at /ledger/, its parts below it, and a page for each earlier year with findings."""
    cases = current(corpus)
    stands, units = _stands(cases), _units(corpus, cases)
    for cut in (*stands, *units):
        whole = cut.route == LEDGER.href
        title = LEDGER.title if whole else f"{LEDGER.title}：{cut.name}"
        about = "查出来的问题一个一个登记，改好了、验收了才销号。"
        head = front(LEDGER, title, about) if whole else inner(LEDGER, cut.route, title, about)
        ways = _ways(stands, cut.route), _ways(units, cut.route)
        yield Page(cut.route, TEMPLATE, _view(corpus, head, cut.cases, *ways))
    for year in _earlier(corpus):
        title = f"{year}年{LEDGER.title}"
        head = inner(LEDGER, f"{LEDGER.href}{year}/", title, f"{year}年登记的问题，今天怎么样了。")
        of_year = ordered(case for case in corpus.ledger.values() if _year(case) == year)
        yield Page(head.route, TEMPLATE, _view(corpus, head, of_year, (), ()))


def current(corpus: IntranetCorpus) -> tuple[Case, ...]:
    """Everything registered in the campaign's year, and whatever of earlier years is still open."""
    return ordered(case for case in corpus.ledger.values() if case.is_open or _year(case) >= corpus.year)


def unit_route(unit: str) -> str:
    """Where the findings of a unit stand."""
    return f"{LEDGER.href}units/{unit}/"


def ordered(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The overdue first, then the open ones, by the last day for whoever has to act; the settled, newest first."""
    return tuple(sorted(cases, key=_place))


def _place(case: Case) -> tuple[bool, bool, int, str]:
    when = (case.until or case.due).toordinal() if case.is_open else -case.since.toordinal()
    return not case.is_overdue, not case.is_open, when, case.id


def ledger_row(corpus: IntranetCorpus, case: Case) -> LedgerRow:
    """One finding as a row of the ledger."""
    finding = case.entry.record
    return LedgerRow(
        link=Link(case.number, routes.route(Finding.kind, case.id)),
        text=finding.text,
        tags=tags(finding),
        unit=unit_of(corpus.public, finding.division),
        source=finding.source.value,
        chip=CHIPS[case.state],
        due=narrow(case.due, corpus.day),
        left=left(case),
        choice=lateness(case),
        round=f"第{case.round}轮" if case.round > 1 else "",
        registered=narrow(finding.registered_on, corpus.day),
        cause=finding.cause or "",
        measures=finding.measures,
        is_late=case.is_overdue,
    )


def _view(
    corpus: IntranetCorpus, head: Head, cases: tuple[Case, ...], stands: tuple[Way, ...], units: tuple[Way, ...]
) -> LedgerView:
    whole = head.route == LEDGER.href
    open_ones = [case for case in cases if case.is_open]
    settled = [case for case in cases if not case.is_open]
    offered = downloads(corpus) if whole else ()
    return LedgerView(
        head=head,
        title=head.title,
        summary=summary(cases),
        stands=stands,
        units=units,
        parts=(
            *_part(corpus, "open", "还没办完的", open_ones, folded=False),
            *_part(corpus, "settled", "办完了的", settled, folded=len(settled) > FOLD),
        ),
        chart=ledger_chart(cases) if whole else None,
        downloads=tuple(Link(each.text, each.href) for each in offered),
        feed=next((Link(each.text, each.href) for each in offered if each.is_feed), None),
        years=tuple(Link(f"{year}年", f"{LEDGER.href}{year}/") for year in _earlier(corpus)) if whole else (),
    )


def _part(
    corpus: IntranetCorpus, anchor: str, title: str, cases: list[Case], *, folded: bool
) -> tuple[LedgerPart, ...]:
    rows = tuple(ledger_row(corpus, case) for case in cases)
    return (LedgerPart(anchor, title, f"{title}{len(rows)}个" if folded else "", rows),) if rows else ()


def summary(cases: tuple[Case, ...]) -> str:
    """How many there are, and how they stand, in one sentence."""
    if not cases:
        return "这里一个问题也没有。"
    closed = sum(case.state is FindingState.CLOSED for case in cases)
    dismissed = sum(case.state is FindingState.DISMISSED for case in cases)
    late = sum(case.is_overdue for case in cases)
    return (
        phrase.clauses(
            f"登记{len(cases)}个",
            f"销号{closed}个" if closed else None,
            f"不成立{dismissed}个" if dismissed else None,
            f"没办完{len(cases) - closed - dismissed}个",
            f"其中逾期{late}个" if late else None,
        )
        + "。"
    )


def _stands(cases: tuple[Case, ...]) -> tuple[_Cut, ...]:
    """The whole ledger, what is overdue, and each state, in the order of a finding's life."""
    late = tuple(case for case in cases if case.is_overdue)
    by_state = ((state, chip, tuple(case for case in cases if case.state is state)) for state, chip in CHIPS.items())
    return (
        _Cut(LEDGER.href, "全部", cases),
        _Cut(f"{LEDGER.href}late/", LATE, late, "late"),
        *(
            _Cut(f"{LEDGER.href}{state.name.lower()}/", state.value, found, chip.shape)
            for state, chip, found in by_state
        ),
    )


def _units(corpus: IntranetCorpus, cases: tuple[Case, ...]) -> tuple[_Cut, ...]:
    """Each unit with a finding, in the bureau's own order."""
    units: dict[str, list[Case]] = {}
    for case in cases:
        units.setdefault(case.entry.record.division, []).append(case)
    return tuple(
        _Cut(unit_route(id), unit_of(corpus.public, id).text, tuple(units[id])) for id in in_order(corpus.public, units)
    )


def _ways(cuts: Iterable[_Cut], route: str) -> tuple[Way, ...]:
    """Those that lead somewhere: where there is nothing, only the whole ledger and the part one is in."""
    return tuple(
        Way(f"{cut.name} {len(cut.cases)}", cut.route, cut.shape, cut.route == route)
        for cut in cuts
        if cut.cases or cut.route in (LEDGER.href, route)
    )


def _earlier(corpus: IntranetCorpus) -> tuple[int, ...]:
    """The years before this one with findings, the newest first."""
    years = {_year(case) for case in corpus.ledger.values()}
    return tuple(sorted((year for year in years if year < corpus.year), reverse=True))


def _year(case: Case) -> int:
    return int(case.id.split("/")[0])
