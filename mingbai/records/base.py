"""What every kind of record has in common, and the one way from located data to a record.

Law: a record is frozen, complete, and refuses what it does not know. It reads no file, writes no HTML
and resolves no reference. Its mistakes are problems in Chinese, at their line, all at once.
"""

import re
from datetime import date
from functools import cache
from typing import ClassVar, Final, Generic, NamedTuple, Self, TypeVar

from msgspec import Struct
from msgspec.json import decode, encode

from mingbai.digest import Sealed, of_bytes
from mingbai.problem import Place, Problem
from mingbai.records.field import Value, field, said
from mingbai.records.values import ID, Alias, Minute, Review
from mingbai.source.located import Places, Step
from mingbai.source.outline import outline
from mingbai.source.prices import Priced


class Record(Value):
    """One fact written by an editor. Subclasses are the bureau's nouns, one file each.

    `kind` is the plural noun used in references and paths, `label` the kind's Chinese name;
    `pattern` says which files below an audience's folder hold it, `*` standing for one step of the id.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    pattern: ClassVar[str]

    def at(self, day: date) -> Self | None:
        """This record as it stood on `day`, without what is dated later; `None` if it did not exist yet."""
        return self

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The records that the file's folder names, as (kind, id): they must exist like any reference."""
        return ()


class Addressed(Record):
    """A record that has an address of its own on the site, and the addresses that led to it before."""

    aliases: tuple[Alias, ...] = field(default=(), title="旧地址")


class Published(Addressed):
    """A record that the public sees: reviewed before release, published at a minute."""

    review: Review | None = field(default=None, title="公开审查")
    published: Minute = field(title="发布时间", description="如 2026-01-30 09:00")

    def at(self, day: date) -> Self | None:
        """Nothing is there before it was published."""
        return self if self.published.date() <= day else None


def unreviewed(places: Places) -> Problem:
    """What is said of a public record without its release review (政府信息公开条例 第十七条)."""
    return Problem(
        places.value("review"),
        "publication/review-missing",
        "没有公开审查的记录；不经审查不得公开（政府信息公开条例第十七条）",
        "审查以后补上一行 review: {by: 审查单位, on: 审查日期}",
    )


R_co = TypeVar("R_co", bound=Record, covariant=True)


class Link(NamedTuple):
    """A link in prose as it is written, where its address stands in the file, and what it leads to.

    A link to a source file has that file's `path`, and the `kind` and `id` of the record or attachment there;
    all three are empty for other links, the last two for a path that can hold neither.
    """

    target: str
    line: int
    column: int
    path: str = ""
    kind: str = ""
    id: str = ""


class Heading(NamedTuple):
    """A heading in prose: its level (1 to 6), words, the id that links lead to, where the words stand in the file."""

    level: int
    text: str
    id: str
    line: int
    column: int


class Body(Struct, frozen=True, array_like=True):
    """What the rules need to know of a record's prose; the HTML itself is kept by `digest` and made once.

    What has to be looked for in the text itself is looked for when the file is parsed. What only rules ask for stays
    text (`heads`, `sums`) until they do; a cache keeps it as it is. `anchors` are ids that are no heading's. `outline`
    is that of the headings (`source/outline.py`).
    """

    digest: str
    links: tuple[Link, ...] = ()
    heads: str = ""
    sums: str = ""
    anchors: tuple[str, ...] = ()
    outline: str = ""

    @classmethod
    def of(
        cls,
        digest: str,
        links: tuple[Link, ...],
        headings: tuple[Heading, ...],
        priced: tuple[Priced, ...],
        anchors: tuple[str, ...] = (),
    ) -> "Body":
        """What there is to know of a text."""
        heads, sums = (encode(found).decode() if found else "" for found in (headings, priced))
        return cls(digest, links, heads, sums, anchors, outline((each.level, each.text) for each in headings))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in the text."""
        return decode(self.heads, type=tuple[Heading, ...]) if self.heads else ()

    @property
    def priced(self) -> tuple[Priced, ...]:
        """The sentences with a sum in them."""
        return decode(self.sums, type=tuple[Priced, ...]) if self.sums else ()


class Entry(Sealed, Generic[R_co]):
    """A record with its identifier, its prose and the places its facts stand at.

    `seal` is its path with the digest of the file's bytes, and what was left out of the record since.
    """

    __slots__ = ("body", "id", "places", "record")

    def __init__(self, id: str, record: R_co, places: Places, seal: str, body: Body | None = None) -> None:
        self.id: Final = id
        self.record: Final = record
        self.places: Final = places
        self.body: Final = body
        self.seal = seal

    @property
    def path(self) -> str:
        """The source file, below the project root."""
        return self.places.path

    def reduced(self, record: Record, why: str) -> "Entry[R_co]":
        """This entry with a record from which something was left out; `why` says what, and nothing else does."""
        seal = f"{self.seal} {why}"
        return Entry(self.id, record, self.places, seal, self.body)  # type: ignore[arg-type]

    def place(self, *steps: Step) -> Place:
        """Where the value at `steps` stands; the nearest parent when it is missing."""
        return self.places.value(*steps)


def seal(path: str, digest: str) -> str:
    """What an entry is known by: where its file lies, and the digest of the file's bytes."""
    return f"{path} {digest}"


def of_record(record: Record) -> str:
    """The digest of all that a record says; what goes without saying may be written or not."""
    return of_bytes(encode(said(record)))


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*", f"({ID})"))


def identify(kind: type[Record], below: str) -> str | None:
    """The id that the path `below` an audience's folder gives a record of `kind`; `None` if it holds another kind.

    >>> from mingbai.records.public.fee import Fee
    >>> identify(Fee, "fees/venue-hire.yaml"), identify(Fee, "laws/licensing.yaml")
    ('venue-hire', None)
    """
    match = _shape(kind.pattern).fullmatch(below)
    if not match:
        return None
    return "/".join(match.groups()) or kind.kind
