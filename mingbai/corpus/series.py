"""A newsletter: its issues in their order, the articles of each, and which files there are for either.

The public has one and the intranet another, each with numbers of its own; the same is asked of both. A newsletter grows
by a year at a time: what is made of one year's issues alone is made of a `Volume`, and an edit changes one of them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.gathered import Gathered
from mingbai.digest import Sealed, of_value
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Issue

I_co = TypeVar("I_co", bound=Issue, covariant=True)
E = TypeVar("E", bound=AnyEntry)


class IssueNumber(NamedTuple):
    """What the folder says of an issue: year and number, in the order of issues."""

    year: int
    no: int

    def follows(self, other: "IssueNumber") -> bool:
        """Whether it is the next number of the same year."""
        return self.no == other.no + 1 and self.year == other.year


def issue_number(id: str) -> IssueNumber | None:
    """The number of an issue by its folder; `None` when the folder is not a number.

    >>> issue_number("2026/07"), issue_number("2026/extra")
    (IssueNumber(year=2026, no=7), None)
    """
    year, no = id.split("/")
    return IssueNumber(int(year), int(no)) if year.isdecimal() and no.isdecimal() else None


def year_of(entry: AnyEntry) -> str:
    """The year of an issue or an article, as its folder says it (R65: an issue has no other)."""
    return entry.id.partition("/")[0]


class Volume(Sealed, Generic[I_co]):
    """A year of a newsletter: the issues and articles in its folder, in the order of ids."""

    def __init__(self, year: str, issues: tuple[Entry[I_co], ...], articles: tuple[Entry[Article], ...]) -> None:
        self.year: Final = year
        self.issues: Final = issues
        self.articles: Final = articles

    @cached_property
    def seal(self) -> str:  # type: ignore[override]  # reckoned only where it is asked for
        """Says what its files say."""
        return of_value([self.year, [entry.seal for entry in self.issues], self.texts])

    @cached_property
    def texts(self) -> str:
        """Says the same of the articles alone."""
        return of_value([entry.seal for entry in self.articles])

    @cached_property
    def newest_first(self) -> tuple[Entry[I_co], ...]:
        """The issues whose folders are numbers, the newest number first."""
        folders = [(entry.id.rpartition("/")[2], entry) for entry in self.issues if self.year.isdecimal()]
        found = [(int(no), entry.id, entry) for no, entry in folders if no.isdecimal()]
        return tuple([entry for _, _, entry in sorted(found, reverse=True)])

    @cached_property
    def latest(self) -> date:
        """The day of its newest issue; there must be one."""
        return max([entry.record.date for entry in self.issues])

    @cached_property
    def articles_of(self) -> Mapping[str, Mapping[str, Entry[Article]]]:
        """The articles of each issue, by the issue's id, then by the file's name without `.md`."""
        issues: dict[str, dict[str, Entry[Article]]] = {}
        for entry in self.articles:
            issue, name = entry.id.rsplit("/", 1)
            issues.setdefault(issue, {})[name] = entry
        return issues

    def pieces(self, entry: Entry[Issue]) -> list[tuple[str, Entry[Article]]]:
        """The articles of an issue by the name of their file, in the order the issue gives them."""
        found = self.articles_of.get(entry.id, {})
        return [(name, found[name]) for name in entry.record.items if name in found]


class Series(Struct, Generic[I_co], frozen=True, dict=True):
    """The issues and articles of one newsletter, by id.

    `kind` and `article_kind` are those of its issues and its articles, `corpus` says which files there are.
    """

    kind: type[I_co]
    article_kind: type[Article]
    issues: Mapping[str, Entry[I_co]]
    articles: Mapping[str, Entry[Article]]
    corpus: Gathered

    @cached_property
    def numbers(self) -> Mapping[str, IssueNumber]:
        """The number of each issue whose folder is one, by id, in their order."""
        found = [(number, id) for id in self.issues if (number := issue_number(id))]
        return {id: number for number, id in sorted(found)}

    @cached_property
    def volumes(self) -> Mapping[str, Volume[I_co]]:
        """Each year that has a folder, the newest first; one that is no number is the oldest."""
        issues, articles = _by_year(self.issues), _by_year(self.articles)
        years = sorted(issues.keys() | articles.keys(), key=_year_number, reverse=True)
        return {year: Volume(year, issues.get(year, ()), articles.get(year, ())) for year in years}

    @property
    def newest_first(self) -> Iterator[Entry[I_co]]:
        """All issues, the newest year and in it the newest number first; who stops early has looked at few."""
        return chain.from_iterable(volume.newest_first for volume in self.volumes.values())

    @cached_property
    def numbered(self) -> tuple[tuple[IssueNumber, Entry[I_co]], ...]:
        """The issues whose folders are numbers, with them, in their order."""
        return tuple([(number, self.issues[id]) for id, number in self.numbers.items()])

    @cached_property
    def filed(self) -> Mapping[IssueNumber, int]:
        """The place in their order of all issues there is a file for, broken ones included."""
        numbers = {*self.numbers.values()}
        broken = self.corpus.ids(self.kind).difference(self.numbers)
        numbers.update(number for id in broken if (number := issue_number(id)))
        return {number: place for place, number in enumerate(sorted(numbers))}

    @cached_property
    def articles_of(self) -> Mapping[str, Mapping[str, Entry[Article]]]:
        """The articles of each issue, by the issue's id, then by the file's name without `.md`."""
        return dict(chain.from_iterable(volume.articles_of.items() for volume in self.volumes.values()))

    def pieces(self, entry: Entry[Issue]) -> list[tuple[str, Entry[Article]]]:
        """The articles of an issue by the name of their file, in the order the issue gives them."""
        return self.volumes[year_of(entry)].pieces(entry)


def _year_number(year: str) -> tuple[int, str]:
    return int(year) if year.isdecimal() else -1, year


def _by_year(entries: Mapping[str, E]) -> dict[str, tuple[E, ...]]:
    """The entries, which are in the order of ids, by the year their folder says: where one ends is looked for."""
    ids, every = list(entries), tuple(entries.values())
    found: dict[str, tuple[E, ...]] = {}
    begin = 0
    while begin < len(ids):
        year = year_of(every[begin])
        end = bisect_left(ids, f"{year}0", begin)  # no id of the year comes after: 0 is what follows /
        found[year] = every[begin:end]
        begin = end
    return found


class Publisher(Protocol):
    """A corpus, of either side, that has a newsletter."""

    @property
    def newsletter(self) -> Series[Issue]:
        """The newsletter of that side."""
