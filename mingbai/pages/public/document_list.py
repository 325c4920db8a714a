"""The lists of documents: year by year, and kind by kind; each says whether it still holds."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import DOCUMENTS, column_head
from mingbai.pages.public.paper import chip_of, day_of, kind_and_number
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.base import Entry
from mingbai.records.public.document import Document, DocumentKind

BY_KIND = f"{DOCUMENTS.route}kinds/"


class DocumentRow(Struct, frozen=True):
    """A document in a list."""

    day: Day
    title: str
    href: str
    called: str
    summary: str
    chip: Chip | None
    explained: tuple[Link, ...]


class DocumentGroup(Struct, frozen=True):
    """The documents of one year or of one kind; `anchor` is its id on the page."""

    anchor: str
    title: str
    rows: tuple[DocumentRow, ...]


class DocumentListView(View, frozen=True, kw_only=True):
    """All documents, in groups; `other` leads to the list by the other order."""

    title: str
    groups: tuple[DocumentGroup, ...]
    other: Link


def document_list_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All documents by year at /documents/, by kind at /documents/kinds/."""
    entries = newest_first(corpus.documents.values())
    by_year = tuple(
        DocumentGroup(f"y-{year}", f"{year}年", tuple(row(corpus, entry) for entry in found))
        for year, found in groupby(entries, key=lambda entry: entry.record.formed_on.year)
    )
    by_kind = tuple(
        DocumentGroup(
            f"kind-{number}",
            kind.value,
            tuple(row(corpus, entry) for entry in entries if entry.record.type is kind),
        )
        for number, kind in enumerate(DocumentKind, start=1)
    )
    yield _page(corpus, DOCUMENTS.route, "政策文件与解读", by_year, Link("按文种看", BY_KIND))
    kinds = tuple(group for group in by_kind if group.rows)
    yield _page(corpus, BY_KIND, "政策文件，按文种", kinds, Link("按年份看", DOCUMENTS.route))


def newest_first(entries: Iterable[Entry[Document]]) -> list[Entry[Document]]:
    """The documents by the day they were made on, the newest first."""
    return sorted(entries, key=lambda entry: (entry.record.formed_on, entry.id), reverse=True)


def row(corpus: PublicCorpus, entry: Entry[Document]) -> DocumentRow:
    """A document as a list shows it."""
    record = entry.record
    explained = corpus.interpretations.get(entry.id, ())
    return DocumentRow(
        day=day_of(record),
        title=record.title,
        href=routes.route("documents", entry.id),
        called=kind_and_number(record),
        summary=record.summary,
        chip=chip_of(record, corpus.lives.validity(entry.id, record, corpus.day)),
        explained=tuple(Link("解读", routes.route("documents", each.id)) for each in explained),
    )


def _page(corpus: PublicCorpus, route: str, title: str, groups: tuple[DocumentGroup, ...], other: Link) -> Page:
    head = column_head(corpus, DOCUMENTS, title, route)
    return Page(route, "public/documents.html", DocumentListView(head=head, title=title, groups=groups, other=other))
