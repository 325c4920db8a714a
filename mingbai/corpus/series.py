"""A newsletter: its issues in their order, the articles of each, and which files there are for either.

The public has one and the intranet another, each with numbers of its own; the same is asked of both.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from mingbai.corpus.gathered import Gathered
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Issue

I_co = TypeVar("I_co", bound=Issue, covariant=True)


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
    def numbered(self) -> tuple[tuple[IssueNumber, Entry[I_co]], ...]:
        """The issues whose folders are numbers, with them, in their order."""
        return tuple([(number, self.issues[id]) for id, number in self.numbers.items()])

    @property
    def newest_first(self) -> list[Entry[I_co]]:
        """All issues, the newest year and in it the newest number first."""
        return [entry for _, entry in reversed(self.numbered)]

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
        issues: dict[str, dict[str, Entry[Article]]] = {}
        for id, entry in self.articles.items():
            issue, name = id.rsplit("/", 1)
            issues.setdefault(issue, {})[name] = entry
        return issues

    def pieces(self, entry: Entry[Issue]) -> list[tuple[str, Entry[Article]]]:
        """The articles of an issue by the name of their file, in the order the issue gives them."""
        found = self.articles_of.get(entry.id, {})
        return [(name, found[name]) for name in entry.record.items if name in found]


class Publisher(Protocol):
    """A corpus, of either side, that has a newsletter."""

    @property
    def newsletter(self) -> Series[Issue]:
        """The newsletter of that side."""
