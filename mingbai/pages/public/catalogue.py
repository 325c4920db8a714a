"""The catalogue of what is public: index, name, gist and day of each record, class by class (条例 第十二条).

A kind that grows from year to year has a class for each year, so that no list becomes long and a new record changes
one of them.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.catalogue_row import CLASSES, YEARLY, Listed, Row, row
from mingbai.pages.public.column import CATALOGUE, column_head
from mingbai.pages.public.part import Day, Link

NEWEST = 20


class Class(NamedTuple):
    """The records of one class: its name in the address, its title, what is listed, the newest first."""

    name: str
    title: str
    listed: tuple[Listed, ...]

    @property
    def size(self) -> str:
        """How many records it has."""
        return f"{len(self.listed)}条"


class ClassFacts(NamedTuple):
    """Everything the page of a class is made of."""

    head: Head
    found: Class


class ClassRow(Struct, frozen=True):
    """A class in the list of classes."""

    link: Link
    count: str
    newest: Day


class CatalogueView(View, frozen=True, kw_only=True):
    """All classes, and what was made last."""

    summary: str
    classes: tuple[ClassRow, ...]
    newest: tuple[Row, ...]


class ClassView(View, frozen=True, kw_only=True):
    """One class."""

    title: str
    count: str
    rows: tuple[Row, ...]


def catalogue_pages(corpus: PublicCorpus, found: tuple[Class, ...]) -> Iterator[Page]:
    """The classes at /openness/catalogue/, and each class at /openness/catalogue/<class>/."""
    every = sorted((listed for each in found for listed in each.listed), key=_day, reverse=True)
    view = CatalogueView(
        head=column_head(corpus, CATALOGUE),
        summary=f"公开了{len(every)}条，分{len(found)}类。",
        classes=tuple(class_row(each) for each in found),
        newest=tuple(map(row, every[:NEWEST])),
    )
    yield Page(CATALOGUE.route, "public/catalogue.html", view)
    for each in found:
        route = f"{CATALOGUE.route}{each.name}/"
        facts = ClassFacts(column_head(corpus, CATALOGUE, f"{CATALOGUE.title}：{each.title}", route), each)
        yield Page(route, "public/catalogue-class.html", Late(facts, class_view))


def class_view(facts: ClassFacts) -> ClassView:
    """One class, ready to print."""
    rows = tuple(map(row, facts.found.listed))
    return ClassView(head=facts.head, title=facts.head.title, count=facts.found.size, rows=rows)


def class_row(each: Class) -> ClassRow:
    """A class as a list shows it."""
    return ClassRow(Link(each.title, f"{CATALOGUE.route}{each.name}/"), each.size, row(each.listed[0]).day)


def classes(corpus: PublicCorpus) -> Iterator[Class]:
    """The classes there is anything in, in the order in which people ask for them."""
    for kind, title, list_all in CLASSES:
        found = sorted(list_all(corpus), key=_day, reverse=True)
        if kind not in YEARLY:
            yield from (Class(kind, title, tuple(found)),) if found else ()
            continue
        for year, of_year in groupby(found, key=lambda listed: listed.day[:4]):
            yield Class(f"{kind}-{year}", f"{title}，{year}年", tuple(of_year))


def _day(listed: Listed) -> str:
    return listed.day
