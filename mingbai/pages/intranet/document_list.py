"""The library: every document of the bureau, public or not; what everybody has to read stands first."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.column import DOCUMENTS, front
from mingbai.pages.page import Page, View
from mingbai.pages.public.paper import chip_of, day_of, kind_and_number
from mingbai.pages.public.part import Chip, Day
from mingbai.records.public.document import Paper

PUBLIC, INTERNAL = "公开", "内部"


class LibraryRow(Struct, frozen=True):
    """A document in the library: what it is, who may see it, whether everybody has to read it."""

    day: Day
    title: str
    href: str
    called: str
    reach: str
    required: str
    chip: Chip | None


class LibraryGroup(Struct, frozen=True):
    """Some documents under one heading; `anchor` is its id on the page."""

    anchor: str
    title: str
    rows: tuple[LibraryRow, ...]


class LibraryView(View, frozen=True, kw_only=True):
    """All documents: those to be read by everybody, then year by year."""

    summary: str
    groups: tuple[LibraryGroup, ...]


def document_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The library, at /documents/."""
    found = sorted(_papers(corpus), key=lambda pair: (pair[0].formed_on, pair[1].href), reverse=True)
    required = LibraryGroup("required", "必读", tuple(row for paper, row in found if paper.required_reading))
    years = (
        LibraryGroup(f"y-{year}", f"{year}年", tuple(row for _, row in pairs))
        for year, pairs in groupby(found, key=lambda pair: pair[0].formed_on.year)
    )
    inside = len(corpus.documents)
    view = LibraryView(
        head=front(DOCUMENTS, DOCUMENTS.title, "局里发过的文件，公开的和内部的都在这里。"),
        summary=f"一共{len(found)}份，公开{len(found) - inside}份，内部{inside}份，必读{len(required.rows)}份。",
        groups=tuple(group for group in (required, *years) if group.rows),
    )
    yield Page(DOCUMENTS.href, "intranet/documents.html", view)


def _papers(corpus: IntranetCorpus) -> Iterator[tuple[Paper, LibraryRow]]:
    day = corpus.day
    for entry in corpus.public.documents.values():
        chip = chip_of(entry.record, corpus.public.lives.validity(entry.id, entry.record, day))
        yield entry.record, _row(entry.record, routes.route("documents", entry.id), PUBLIC, chip)
    for own in corpus.documents.values():
        chip = chip_of(own.record, corpus.lives.validity(own.id, own.record, day))
        yield own.record, _row(own.record, routes.route("internal-documents", own.id), INTERNAL, chip)


def _row(paper: Paper, href: str, reach: str, chip: Chip | None) -> LibraryRow:
    required = "必读" if paper.required_reading else ""
    return LibraryRow(day_of(paper), paper.title, href, kind_and_number(paper), reach, required, chip)
