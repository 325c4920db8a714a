"""Openness: where what the law wants public is, how to find it, how to ask for the rest, the annual report."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.catalogue import ClassFacts, ClassRow, catalogue_pages, class_row, classes
from mingbai.pages.public.column import GUIDE, OPENNESS, REPORTS, REQUEST, column_head
from mingbai.pages.public.coverage import Covered, covered, not_ours
from mingbai.pages.public.fee import Tier, row
from mingbai.pages.public.item import Item, items
from mingbai.pages.public.part import Chip, Link, division, telephone
from mingbai.pages.public.text import TextPart, TextRow, text_at, text_row
from mingbai.pages.reuse import Batch
from mingbai.rules.openness import DUE, report

LATE = Chip("late", "晚了", "late")
WAITING = Chip("soon", "还没公布")
OUT = Chip("done", "已经公布")


class Office(Struct, frozen=True):
    """Who answers for openness, and every way to reach them."""

    unit: Link
    address: str
    hours: tuple[str, ...]
    phone: Link
    fax: str
    email: str


class Charge(Struct, frozen=True):
    """What asking for very much costs."""

    link: Link
    charged: str
    tiers: tuple[Tier, ...]


class OpennessView(View, frozen=True, kw_only=True):
    """The hub: the ways on, and the items of the law."""

    ways: tuple[TextRow, ...]
    items: tuple[Covered, ...]
    not_ours: str


class GuideView(View, frozen=True, kw_only=True):
    """The guide."""

    office: Office | None
    classes: tuple[ClassRow, ...]
    text: TextPart | None


class RequestView(View, frozen=True, kw_only=True):
    """How to ask for what is not public yet."""

    items: tuple[Item, ...]
    fees: tuple[Charge, ...]
    office: Office | None
    text: TextPart | None


class ReportsView(View, frozen=True, kw_only=True):
    """The annual reports, the newest first, and how it stands with the one that is due."""

    due: str
    chip: Chip
    reports: tuple[TextRow, ...]


def openness_pages(corpus: PublicCorpus) -> Iterator[Page | Batch[ClassFacts]]:
    """The hub at /openness/, and the guide, the catalogue, the request and the reports below it."""
    found = tuple(classes(corpus))
    yield Page(OPENNESS.route, "public/openness.html", openness(corpus))
    guide = GuideView(
        head=column_head(corpus, GUIDE),
        office=_office(corpus),
        classes=tuple(class_row(each) for each in found),
        text=text_at(corpus, "guide"),
    )
    yield Page(GUIDE.route, "public/guide.html", guide)
    yield from catalogue_pages(corpus, found)
    yield Page(REQUEST.route, "public/request.html", request(corpus))
    yield Page(REPORTS.route, "public/reports.html", reports(corpus))


def openness(corpus: PublicCorpus) -> OpennessView:
    """The ways on in the bureau's own words, and where each item of the law is."""
    columns = {column.route: column for column in corpus.bureau.record.columns}
    under = [columns[each.route] for each in columns.values() if each.under == OPENNESS.route]
    return OpennessView(
        head=column_head(corpus, OPENNESS),
        ways=tuple(TextRow(Link(column.title, column.route), column.description) for column in under),
        items=covered(corpus),
        not_ours=not_ours(corpus),
    )


def request(corpus: PublicCorpus) -> RequestView:
    """The item by which one asks, and what asking for very much costs."""
    office = corpus.bureau.record.openness
    entry = corpus.commitments.get(office.request) if office and office.request else None
    return RequestView(
        head=column_head(corpus, REQUEST),
        items=items(corpus, (entry,)) if entry else (),
        fees=tuple(_charge(corpus, id) for id in entry.record.fees) if entry else (),
        office=_office(corpus),
        text=text_at(corpus, "request"),
    )


def _charge(corpus: PublicCorpus, id: str) -> Charge:
    fee = row(corpus, corpus.fees[id])
    return Charge(Link(fee.name, fee.href), fee.charged, fee.tiers)


def reports(corpus: PublicCorpus) -> ReportsView:
    """Every year's report, and whether last year's is out, waiting, or late."""
    year = corpus.day.year - 1
    found = [(entry.record.report_year, entry) for entry in corpus.pages.values() if entry.record.report_year]
    newest = sorted(found, key=lambda pair: (pair[0], pair[1].id), reverse=True)
    waiting = WAITING if corpus.day <= date(year + 1, *DUE) else LATE
    return ReportsView(
        head=column_head(corpus, REPORTS),
        due=f"{year}年的年报，{year + 1}年1月31日以前公布",
        chip=OUT if report(corpus, year) else waiting,
        reports=tuple(text_row(entry) for _, entry in newest),
    )


def _office(corpus: PublicCorpus) -> Office | None:
    office = corpus.bureau.record.openness
    if office is None or office.division is None:
        return None
    unit = corpus.divisions[office.division].record
    return Office(
        unit=division(corpus, office.division),
        address=unit.address,
        hours=unit.hours,
        phone=telephone(unit.phone),
        fax=office.fax,
        email=office.email,
    )
