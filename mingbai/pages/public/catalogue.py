"""The catalogue of what is public: index, name, gist and day of each record, class by class (条例 第十二条).

A kind that grows from year to year has a class for each year, so that no list becomes long and a new record changes
one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.catalogue_row import CLASSES, YEARLY, Row
from mingbai.pages.public.column import CATALOGUE, column_head
from mingbai.pages.public.part import Day, Link

NEWEST = 20


@dataclass(frozen=True)
class Class:
    """The records of one class: its name in the address, its title, its rows, the newest first."""

    name: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ClassRow:
    """A class in the list of classes."""

    link: Link
    count: str
    newest: Day


@dataclass(frozen=True, kw_only=True)
class CatalogueView(View):
    """All classes, and what was made last."""

    summary: str
    classes: tuple[ClassRow, ...]
    newest: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class ClassView(View):
    """One class."""

    title: str
    count: str
    rows: tuple[Row, ...]


def catalogue_pages(corpus: PublicCorpus, found: tuple[Class, ...]) -> Iterator[Page]:
    """The classes at /openness/catalogue/, and each class at /openness/catalogue/<class>/."""
    every = sorted((row for each in found for row in each.rows), key=lambda row: row.day.machine, reverse=True)
    view = CatalogueView(
        head=column_head(corpus, CATALOGUE),
        summary=f"公开了{len(every)}条，分{len(found)}类。",
        classes=tuple(class_row(each) for each in found),
        newest=tuple(every[:NEWEST]),
    )
    yield Page(CATALOGUE.route, "public/catalogue.html", view)
    for each in found:
        route = f"{CATALOGUE.route}{each.name}/"
        title = f"{CATALOGUE.title}：{each.title}"
        head = column_head(corpus, CATALOGUE, title, route)
        yield Page(
            route, "public/catalogue-class.html", ClassView(head=head, title=title, count=_count(each), rows=each.rows)
        )


def class_row(each: Class) -> ClassRow:
    """A class as a list shows it."""
    return ClassRow(Link(each.title, f"{CATALOGUE.route}{each.name}/"), _count(each), each.rows[0].day)


def classes(corpus: PublicCorpus) -> Iterator[Class]:
    """The classes there is anything in, in the order in which people ask for them."""
    for kind, title, rows in CLASSES:
        found = sorted(rows(corpus), key=lambda row: row.day.machine, reverse=True)
        if kind not in YEARLY:
            yield from (Class(kind, title, tuple(found)),) if found else ()
            continue
        for year, of_year in groupby(found, key=lambda row: row.day.machine[:4]):
            yield Class(f"{kind}-{year}", f"{title}，{year}年", tuple(of_year))


def _count(each: Class) -> str:
    return f"{len(each.rows)}条"
