"""What can be found on a site, before it is indexed: pages one by one, and whole years of them, in groups.

Law: pages are numbered by groups (all without a year, then year by year, the newest first), and what a group's index is
made of is in its seal. So an edit touches one group, and nobody looks at the pages of the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.digest import of_value
from mingbai.records.base import Entry

Numbered = tuple[str, bool]
"""A group of pages that are numbered together: the year, nothing for what does not grow; apart, what stays in."""


class Doc(NamedTuple):
    """Something that can be found: its address, its sort (which people choose by), title, day, and what it is made of.

    `rank` orders sorts: of two pages that fit as well, the one of the lower rank stands first.
    """

    route: str
    sort: str
    rank: int
    title: str
    day: str
    source: Entry[Any]
    inner: bool = False

    @property
    def group(self) -> Numbered:
        """The group it is numbered in."""
        return self.day[:4], self.inner


class Lot(Struct, frozen=True):
    """Public records of one sort and one year, each found by its `title`; who has the same `seal` holds the same ones.

    There may be thousands, of which an index asks nothing as long as none has changed.
    """

    sort: str
    rank: int
    year: str
    entries: tuple[Entry[Any], ...]
    seal: str

    @property
    def group(self) -> Numbered:
        """The group they are numbered in."""
        return self.year, False

    @property
    def docs(self) -> Iterator[Doc]:
        """Each by itself."""
        for entry in self.entries:
            route = routes.route(entry.record.kind, entry.id)
            yield Doc(route, self.sort, self.rank, entry.record.title, self.year, entry)


class Group(Struct, frozen=True, dict=True):
    """Pages that are numbered together: some one by one, some lot by lot."""

    single: tuple[Doc, ...]
    lots: tuple[Lot, ...] = ()

    @cached_property
    def docs(self) -> tuple[Doc, ...]:
        """All of them, in the order of their numbers."""
        every = chain(self.single, *[lot.docs for lot in self.lots])
        return tuple(sorted(every, key=lambda doc: (doc.rank, doc.route)))

    @property
    def numbered(self) -> Numbered:
        """The group they are."""
        return (self.single or self.lots)[0].group

    @property
    def name(self) -> str:
        """What its files are called by; it stays when another group comes before it."""
        year, inner = self.numbered
        return f"{year or 'all'}{'-inner' if inner else ''}"

    @property
    def place(self) -> tuple[bool, int, bool]:
        """Where it stands among groups."""
        year, inner = self.numbered
        return year != "", -int(year or 0), inner

    @property
    def counted(self) -> list[tuple[str, int]]:
        """How many there are of each sort, in the order of their numbers."""
        counts = Counter([(doc.rank, doc.sort) for doc in self.single])
        for lot in self.lots:
            counts[lot.rank, lot.sort] += len(lot.entries)
        return [(sort, count) for (_, sort), count in sorted(counts.items())]

    @cached_property
    def seal(self) -> str:
        """Two groups with the same seal have the same index."""
        single = sorted([(doc.rank, doc.route, doc.title, doc.source.seal) for doc in self.single])
        return of_value([single, [(lot.sort, lot.seal) for lot in self.lots]])


def groups(found: Iterable[Doc | Lot]) -> tuple[Group, ...]:
    """What can be found, in groups: first what has no year, then the years, the newest first."""
    each: dict[Numbered, tuple[list[Doc], list[Lot]]] = {}
    for doc in found:
        single, lots = each.setdefault(doc.group, ([], []))
        if isinstance(doc, Lot):
            lots.append(doc)
        else:
            single.append(doc)
    return together([Group(tuple(single), tuple(lots)) for single, lots in each.values()])


def together(*some: Iterable[Group]) -> tuple[Group, ...]:
    """Groups that were made apart, in the order they have as one index."""
    return tuple(sorted(chain(*some), key=attrgetter("place")))
