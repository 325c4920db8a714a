"""通报: all circulars by year, the newest first."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import CIRCULARS, LEDGER, front
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.year import short
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Day, Link
from mingbai.records.base import Entry
from mingbai.records.intranet.circular import Circular


class CircularRow(Struct, frozen=True):
    """One circular: when, which, to whom, how much is in it; `mark` says that it corrects or was corrected."""

    day: Day
    link: Link
    number: str
    kind: str
    to: str
    holds: str
    mark: str


class CircularYear(Struct, frozen=True):
    """The circulars of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    rows: tuple[CircularRow, ...]


class CircularsView(View, frozen=True, kw_only=True):
    """All circulars, the newest year first."""

    years: tuple[CircularYear, ...]


def circular_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /circulars/."""
    newest = sorted(corpus.circulars.values(), key=lambda each: (_year(each), each.record.on, each.id), reverse=True)
    years = tuple(
        CircularYear(f"year-{year}", f"{year}年", tuple(_row(corpus, entry) for entry in found))
        for year, found in groupby(newest, _year)
    )
    head = front(CIRCULARS, CIRCULARS.title, "察访看到的、要表扬的，一份一份通报。", LEDGER)
    yield Page(CIRCULARS.href, "intranet/circulars.html", CircularsView(head=head, years=years))


def _year(entry: Entry[Circular]) -> str:
    return entry.id.split("/")[0]


def _row(corpus: IntranetCorpus, entry: Entry[Circular]) -> CircularRow:
    circular = entry.record
    corrected = any(each.record.corrects == entry.id for each in corpus.circulars.values())
    return CircularRow(
        day=Day(short(circular.on), circular.on.isoformat()),
        link=Link(circular.title, routes.route(Circular.kind, entry.id)),
        number=circular.doc_no or "",
        kind=circular.type.value,
        to=f"发给{phrase.listed(unit_of(corpus.public, id).text for id in circular.to)}",
        holds=phrase.clauses(
            f"{len(circular.findings)}个问题" if circular.findings else None,
            f"{len(circular.honours)}项表彰" if circular.honours else None,
        ),
        mark="更正过" if corrected else "更正" if circular.corrects else "",
    )
