"""The catalogue of what is public: index, name, gist and day of each record, class by class (条例 第十二条).

A kind that grows from year to year has a class for each year, so that no list becomes long and a new record changes
one of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import Volume
from mingbai.pages import phrase
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.catalogue_row import CLASSES, YEARLY, Listed, Row, issues_listed, row
from mingbai.pages.public.column import CATALOGUE, column_head
from mingbai.pages.public.part import Day, Link
from mingbai.pages.reuse import Batch
from mingbai.records.public.bulletin import Bulletin

NEWEST = 20


class Class(NamedTuple):
    """The records of one class: its name in the address, its title, what is listed, the newest first.

    Of a year of the newsletter that is listed when its page is made: the other pages ask how much there is and since
    when.
    """

    name: str
    title: str
    holds: tuple[Listed, ...] | Volume[Bulletin]

    @property
    def listed(self) -> tuple[Listed, ...]:
        """Its records, the newest first."""
        holds = self.holds
        return _newest_first(issues_listed(holds)) if isinstance(holds, Volume) else holds

    @property
    def number(self) -> int:
        """How many records it has."""
        return len(self.holds.issues if isinstance(self.holds, Volume) else self.holds)

    @property
    def size(self) -> str:
        """The same in words."""
        return f"{self.number}条"

    @property
    def newest(self) -> str:
        """The day of its newest record, as machines write it."""
        holds = self.holds
        return holds.latest.isoformat() if isinstance(holds, Volume) else holds[0].day


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


def catalogue_pages(corpus: PublicCorpus, found: tuple[Class, ...]) -> Iterator[Page | Batch[ClassFacts]]:
    """The classes at /openness/catalogue/, and each class at /openness/catalogue/<class>/."""
    view = CatalogueView(
        head=column_head(corpus, CATALOGUE),
        summary=f"公开了{sum(each.number for each in found)}条，分{len(found)}类。",
        classes=tuple(class_row(each) for each in found),
        newest=tuple(map(row, _newest(found))),
    )
    yield Page(CATALOGUE.route, "public/catalogue.html", view)
    for each in found:
        route = f"{CATALOGUE.route}{each.name}/"
        facts = ClassFacts(column_head(corpus, CATALOGUE, f"{CATALOGUE.title}：{each.title}", route), each)
        if isinstance(each.holds, Volume):
            yield Batch(f"catalogue {each.name}", facts, class_pages)
        else:
            yield from class_pages(facts)


def class_pages(facts: ClassFacts) -> Iterator[Page]:
    """The page of a class, of each record its row alone."""
    found = facts.found._replace(holds=facts.found.listed)
    yield Page(facts.head.route, "public/catalogue-class.html", Late(facts._replace(found=found), class_view))


def _newest(found: Sequence[Class]) -> list[Listed]:
    """What was made last; of the newsletter only as many years are looked at as there can be something in (R65)."""
    listed: list[Listed] = []
    room = NEWEST
    for each in found:
        if isinstance(each.holds, Volume):
            if room <= 0:
                continue
            room -= each.number
        listed += each.listed
    return sorted(listed, key=_day, reverse=True)[:NEWEST]


def class_view(facts: ClassFacts) -> ClassView:
    """One class, ready to print."""
    rows = tuple(map(row, facts.found.listed))
    return ClassView(head=facts.head, title=facts.head.title, count=facts.found.size, rows=rows)


def class_row(each: Class) -> ClassRow:
    """A class as a list shows it."""
    day = Day(phrase.day(date.fromisoformat(each.newest)), each.newest)
    return ClassRow(Link(each.title, f"{CATALOGUE.route}{each.name}/"), each.size, day)


def classes(corpus: PublicCorpus) -> Iterator[Class]:
    """The classes there is anything in, in the order in which people ask for them."""
    for kind, title, list_all in CLASSES:
        if list_all is None:
            volumes = [volume for volume in corpus.newsletter.volumes.values() if volume.issues]
            yield from (Class(f"{kind}-{volume.year}", f"{title}，{volume.year}年", volume) for volume in volumes)
            continue
        found = _newest_first(list_all(corpus))
        if kind not in YEARLY:
            yield from (Class(kind, title, found),) if found else ()
            continue
        for year, of_year in groupby(found, key=lambda listed: listed.day[:4]):
            yield Class(f"{kind}-{year}", f"{title}，{year}年", tuple(of_year))


def _newest_first(found: Iterable[Listed]) -> tuple[Listed, ...]:
    return tuple(sorted(found, key=_day, reverse=True))


def _day(listed: Listed) -> str:
    return listed.day
