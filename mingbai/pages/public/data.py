"""数据开放: the tables anyone may take away, what each column of them says, and what may be done with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.data import LICENCE, Dataset, Download, datasets, downloads, terms
from mingbai.exports.public.linked import Vocabulary, services, wholes
from mingbai.exports.public.linked.schema_page import CatalogFacts, catalog
from mingbai.exports.public.linked.subject import Service, office
from mingbai.exports.table import Column
from mingbai.pages import phrase
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.column import DATA, column_head
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Day


@dataclass(frozen=True)
class File:
    """One download: its name with type and size, and whom it is for."""

    text: str
    href: str
    use: str


@dataclass(frozen=True)
class ColumnRow:
    """What one column says."""

    title: str
    name: str
    holds: str
    note: str


@dataclass(frozen=True)
class TableView:
    """One table: what is in it, how much, how old, where it is, column by column."""

    anchor: str
    title: str
    about: str
    count: str
    updated: Day
    abroad: str
    files: tuple[File, ...]
    width: str
    columns: tuple[ColumnRow, ...]


@dataclass(frozen=True)
class GraphView:
    """All items in the words of one vocabulary: the file, and where the file of a single item is."""

    vocabulary: str
    file: File
    single: str


@dataclass(frozen=True, kw_only=True)
class DataView(View):
    """All tables, all items for other systems, and the terms."""

    tables: tuple[TableView, ...]
    graphs: tuple[GraphView, ...]
    licence: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What the page is made from; how big the files are is found out by making them, only when the page is made."""

    head: Head
    datasets: tuple[Dataset, ...]
    services: tuple[Service, ...]
    terms: tuple[str, ...]


def data_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All tables on one page, /data/."""
    tables = datasets(corpus)
    told = CatalogFacts(office(corpus), tables)
    head = about(corpus.bureau.record.public_host, column_head(corpus, DATA), told, catalog)
    facts = Facts(head, tables, services(corpus), terms(corpus))
    yield Page(DATA.route, "public/data.html", Late(facts, data_view))


def data_view(facts: Facts) -> DataView:
    """All tables with their files."""
    return DataView(
        head=facts.head,
        tables=tuple(map(_table, facts.datasets)),
        graphs=tuple(_graph(vocabulary, export) for vocabulary, export in wholes(facts.services)),
        licence=LICENCE,
        terms=facts.terms,
    )


def _graph(vocabulary: Vocabulary, export: Export) -> GraphView:
    file = _file(Download("JSON-LD", vocabulary.use, export))
    return GraphView(vocabulary.title, file, f"/data/{vocabulary.name}/编号.jsonld")


def _table(dataset: Dataset) -> TableView:
    table = dataset.table
    day = date.fromisoformat(table.updated[:10])
    return TableView(
        anchor=table.name,
        title=table.title,
        about=table.about,
        count=f"{len(table.rows)}行",
        updated=Day(phrase.day(day), day.isoformat()),
        abroad=table.abroad,
        files=tuple(map(_file, downloads(dataset))),
        width=f"{len(table.columns)}列",
        columns=tuple(map(_column, table.columns)),
    )


def _file(download: Download) -> File:
    size = phrase.size(len(download.export.make()))
    path = download.export.path
    return File(f"{path.rpartition('/')[2]}（{download.format}，{size}）", f"/{path}", download.use)


def _column(column: Column) -> ColumnRow:
    return ColumnRow(column.title, column.name, column.holds.value, column.note)
