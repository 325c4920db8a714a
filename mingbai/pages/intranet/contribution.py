"""Contributions to the newsletters, year by year: who hands in, whose is taken, who is silent, what came back and why.

The figures count the articles of both newsletters; of those that were taken none is listed here, they stand in their
issues. So the page stays short however many issues there are.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.contribution import Fate, Standing, fate, standings
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import ACTIVITIES, CONTRIBUTIONS, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.measure import cells
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Day, Link, Tally
from mingbai.records.base import Entry
from mingbai.records.intranet.bulletin import Submission

LEAD = "各单位给简报投了多少稿，采用了多少，退回的为什么退回。"


class UnitRow(Struct, frozen=True):
    """How one unit stands: taken of handed in, a cell for each, and what became of them; the year is known."""

    unit: Link
    count: str
    cells: tuple[str, ...]
    fates: str
    share: str
    latest: Day


class PieceRow(Struct, frozen=True):
    """A piece that is in no issue; `note` is the reason where it was sent back."""

    day: Day
    title: Link
    unit: str
    chip: Chip
    note: str


class ContributionsView(View, frozen=True, kw_only=True):
    """The contributions of one year, and where the other years are."""

    title: str
    summary: str
    tallies: tuple[Tally, ...]
    rows: tuple[UnitRow, ...]
    silent: tuple[Link, ...]
    declined: tuple[PieceRow, ...]
    waiting: tuple[PieceRow, ...]
    year: str
    years: tuple[Link, ...]


def contribution_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The newest year at /contributions/, each year at /contributions/<year>/."""
    by_year = standings(corpus)
    years = tuple(Link(f"{year}年", f"{CONTRIBUTIONS.href}{year}/") for year in by_year)
    for (year, found), link in zip(by_year.items(), years, strict=True):
        title = f"{link.text}投稿"
        if link is years[0]:
            yield _page(corpus, year, found, years, front(CONTRIBUTIONS, title, LEAD, over=ACTIVITIES))
        yield _page(corpus, year, found, years, inner(CONTRIBUTIONS, link.href, title, LEAD, over=ACTIVITIES))


def _page(corpus: IntranetCorpus, year: int, found: Sequence[Standing], years: tuple[Link, ...], head: Head) -> Page:
    given = [standing for standing in found if standing.handed_in]
    silent = [standing for standing in found if not standing.handed_in]
    pieces = sorted(
        (entry for entry in corpus.submissions.values() if entry.record.submitted_on.year == year),
        key=lambda entry: (entry.record.submitted_on, entry.id),
        reverse=True,
    )
    view = ContributionsView(
        head=head,
        title=head.title,
        summary=_summary(len(given), len(silent)),
        tallies=_tallies(given),
        rows=tuple(_row(corpus, standing) for standing in given),
        silent=tuple(unit_of(corpus.public, standing.unit) for standing in silent),
        declined=tuple(_piece(corpus, e) for e in pieces if fate(e.record) is Fate.DECLINED),
        waiting=tuple(_piece(corpus, e) for e in pieces if fate(e.record) is not Fate.DECLINED),
        year=f"{year}年",
        years=years if len(years) > 1 else (),
    )
    return Page(head.route, "intranet/contributions.html", view)


def _summary(given: int, silent: int) -> str:
    if not given:
        return "还没有人投过稿。"
    return f"{given}家投过稿，{silent}家一篇也没有。" if silent else f"{given}家都投过稿。"


def _tallies(given: Sequence[Standing]) -> tuple[Tally, ...]:
    taken, handed_in = sum(each.taken for each in given), sum(each.handed_in for each in given)
    declined, waiting = sum(each.declined for each in given), sum(each.waiting for each in given)
    counted = (("投稿", handed_in), ("采用", taken), ("退回", declined), ("还没定", waiting))
    return tuple(Tally(str(number), "篇", label) for label, number in counted)


def _row(corpus: IntranetCorpus, standing: Standing) -> UnitRow:
    assert standing.latest
    day = standing.latest
    fates = (
        ("公开", standing.public),
        ("内部", standing.internal),
        ("等着登", standing.accepted),
        ("退回", standing.declined),
        ("还没定", standing.waiting),
    )
    return UnitRow(
        unit=unit_of(corpus.public, standing.unit),
        count=f"{standing.taken}/{standing.handed_in}",
        cells=cells(standing.taken, standing.handed_in),
        fates=phrase.clauses(*(f"{label}{number}" for label, number in fates if number)),
        share=f"{round(100 * standing.taken / standing.handed_in)}%",
        latest=Day(f"{day.month}月{day.day}日", day.isoformat()),
    )


def _piece(corpus: IntranetCorpus, entry: Entry[Submission]) -> PieceRow:
    record = entry.record
    decision = record.decision
    return PieceRow(
        day=dated(record.submitted_on),
        title=Link(record.title, routes.route(Submission.kind, entry.id)),
        unit=unit_of(corpus.public, record.division).text,
        chip=chip(corpus, record),
        note=decision.reason or "" if decision else "",
    )


def chip(corpus: IntranetCorpus, record: Submission) -> Chip:
    """How a piece stands that is in no issue, and how long it has waited for a decision."""
    match fate(record):
        case Fate.ACCEPTED:
            return Chip("check", "采用，等着登")
        case Fate.DECLINED:
            return Chip("off", "退回")
        case _:
            days = (corpus.day - record.submitted_on).days
            return Chip("noted", f"还没定，等了{days}天" if days else "还没定，今天来的")
