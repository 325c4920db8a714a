"""数据开放: the tables anyone may take away, what each column of them says, and what may be done with them."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.export import Export
from mingbai.exports.public.data import LICENCE, Dataset, Download, datasets, downloads, terms
from mingbai.exports.public.hsds import hsds, hsds_units
from mingbai.exports.public.linked import Vocabulary, services, wholes
from mingbai.exports.public.linked.schema_data import CatalogFacts, catalog
from mingbai.exports.public.linked.subject import Service, office
from mingbai.exports.public.package import package
from mingbai.exports.table import Column
from mingbai.pages import phrase
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.column import DATA, column_head
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Day

PACKAGE_USE = "给分析软件读：每张CSV的每一列是文字、数还是日期（Frictionless Data）"
HSDS_USE = "给服务目录和热线的程序读：谁办、在哪办、带什么、多少钱"
UNITS_USE = "和hsds.json一起读：办这些事的单位，归哪个局"


class File(Struct, frozen=True):
    """One download: its name with type and size, and whom it is for."""

    text: str
    href: str
    use: str


class ColumnRow(Struct, frozen=True):
    """What one column says."""

    title: str
    name: str
    holds: str
    note: str


class TableView(Struct, frozen=True):
    """One table: what is in it, how much, how old, where people read the same, its files, column by column."""

    anchor: str
    href: str
    title: str
    about: str
    count: str
    updated: Day
    abroad: str
    files: tuple[File, ...]
    width: str
    columns: tuple[ColumnRow, ...]


class GraphView(Struct, frozen=True):
    """All items in the words of one vocabulary: the file, and where the file of a single item is."""

    vocabulary: str
    file: File
    single: str


class DataView(View, frozen=True, kw_only=True):
    """All tables, the files that other programs load as they are, all items for other systems, and the terms."""

    tables: tuple[TableView, ...]
    standards: tuple[File, ...]
    graphs: tuple[GraphView, ...]
    licence: str
    terms: tuple[str, ...]


class Facts(Struct, frozen=True):
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
        standards=tuple(_standards(facts)),
        graphs=tuple(_graph(vocabulary, export) for vocabulary, export in wholes(facts.services)),
        licence=LICENCE,
        terms=facts.terms,
    )


def _standards(facts: Facts) -> Iterator[File]:
    """What other programs load without being told how."""
    if facts.datasets:
        yield _named(package(facts.datasets), "数据包", PACKAGE_USE)
    if facts.services:
        yield _named(hsds(facts.services), "HSDS 3", HSDS_USE)
        yield _named(hsds_units(facts.services), "HSDS 3", UNITS_USE)


def _graph(vocabulary: Vocabulary, export: Export) -> GraphView:
    file = _file(Download("JSON-LD", vocabulary.use, export))
    return GraphView(vocabulary.title, file, f"/data/{vocabulary.name}/编号.jsonld")


def _table(dataset: Dataset) -> TableView:
    table = dataset.table
    day = date.fromisoformat(table.updated[:10])
    return TableView(
        anchor=table.name,
        href=f"/{table.name}/",
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
    return _named(download.export, download.format, download.use)


def _named(export: Export, format: str, use: str) -> File:
    size = phrase.size(len(export.make()))
    return File(f"{export.path.rpartition('/')[2]}（{format}，{size}）", f"/{export.path}", use)


def _column(column: Column) -> ColumnRow:
    return ColumnRow(column.title, column.name, column.holds.value, column.note)
