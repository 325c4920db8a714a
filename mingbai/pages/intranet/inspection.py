"""A page for each inspection: where, what was looked at, what was good, what was found and how that stands today.

Who went is stored nowhere, so no page can tell.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.pages import phrase
from mingbai.pages.intranet.column import INSPECTIONS, LEDGER, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.found import FoundRow, cases_of, found_rows
from mingbai.pages.intranet.year import dated, short
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Day, Fact, Link, division, facts
from mingbai.records.base import Entry
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.inspection import GoodPoint, Inspection
from mingbai.records.public.exemplar import Exemplar


class GoodRow(Struct, frozen=True):
    """Something good, whose it is, and where it was written up."""

    text: str
    unit: Link
    exemplar: Link | None


class Told(Struct, frozen=True):
    """A circular that tells of the inspection."""

    day: Day
    link: Link


class InspectionView(View, frozen=True, kw_only=True):
    """One inspection; `nothing` is what is said where there is no finding."""

    title: str
    number: str
    summary: str
    units: tuple[Link, ...]
    about: tuple[Fact, ...]
    places: tuple[str, ...]
    seen: tuple[str, ...]
    good: tuple[GoodRow, ...]
    found: tuple[FoundRow, ...]
    nothing: str
    circulars: tuple[Told, ...]
    exempt: str


def inspection_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """Each inspection at /inspections/<year>/<number>/."""
    for entry in corpus.inspections.values():
        route = routes.route(Inspection.kind, entry.id)
        yield Page(route, "intranet/inspection.html", _view(corpus, entry, route))


def _view(corpus: IntranetCorpus, entry: Entry[Inspection], route: str) -> InspectionView:
    visit = entry.record
    found = found_rows(corpus, cases_of(corpus, lambda finding: finding.inspection == entry.id))
    title = f"{short(visit.on)}{visit.method}"
    organiser = division(corpus.public, visit.organiser)
    return InspectionView(
        head=inner(INSPECTIONS, route, f"{phrase.day(visit.on)}{visit.method}", visit.summary, over=LEDGER),
        title=title,
        number=number(entry.id),
        summary=visit.summary,
        units=tuple(division(corpus.public, id) for id in visit.divisions),
        about=(
            *facts(
                ("方式", visit.method.value),
                ("日期", phrase.period(visit.on, visit.until) if visit.until else phrase.day(visit.on)),
                ("去了几个人", f"{visit.team_size}个，不记是谁"),
                ("问了几个办事的人", f"{visit.people_asked}个" if visit.people_asked is not None else None),
            ),
            Fact("谁组织的", organiser.text, organiser.href),
        ),
        places=visit.places,
        seen=visit.items_seen,
        good=tuple(_good(corpus, point) for point in visit.good_points),
        found=found,
        nothing="没有发现问题。" if visit.nothing_found else "" if found else "还没有登记问题。",
        circulars=tuple(_told(corpus, entry.id)),
        exempt=exempt(visit),
    )


def _good(corpus: IntranetCorpus, point: GoodPoint) -> GoodRow:
    exemplar = corpus.public.exemplars.get(point.exemplar or "")
    return GoodRow(
        text=point.text,
        unit=division(corpus.public, point.division),
        exemplar=Link(exemplar.record.title, routes.route(Exemplar.kind, exemplar.id)) if exemplar else None,
    )


def _told(corpus: IntranetCorpus, id: str) -> Iterator[Told]:
    for circular in corpus.circulars.values():
        if circular.record.inspection == id:
            link = Link(circular.record.title, routes.route(Circular.kind, circular.id))
            yield Told(dated(circular.record.on), link)
