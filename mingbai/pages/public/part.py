"""The small parts that many views are put together from, ready to print."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.records.base import Entry, Published
from mingbai.records.public.commitment_parts import Remedy
from mingbai.records.public.fee import Fee
from mingbai.records.public.fine import Fine
from mingbai.records.values import Aim, DocumentCited
from mingbai.source.telephone import dialled

C = TypeVar("C", Fee, Fine)
GLOSSES = {
    Aim.EASE: "放开下放",
    Aim.REDUCE: "减少环节",
    Aim.CONTROL: "严控新设",
    Aim.REFORM: "改进方式",
    Aim.HELP: "帮办服务",
}
"""What each of the five words is about, in the house's own words."""


class Link(Struct, frozen=True):
    """Words that lead somewhere; those of a document that we do not have lead nowhere."""

    text: str
    href: str


def telephone(number: str) -> Link:
    """A telephone number, and what a phone dials for it."""
    return Link(number, dialled(number))


class Chip(Struct, frozen=True):
    """A state: a shape beside its word; `tone` is late, off or nothing."""

    shape: str
    text: str
    tone: str = ""


class Fact(Struct, frozen=True):
    """A label and what is so; with an address it is a link."""

    label: str
    text: str
    href: str = ""


def told_apart(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, those of one label numbered from the second on: a list of facts has each label once.

    >>> [fact.label for fact in told_apart([Fact("通报", "甲"), Fact("通报", "乙")])]
    ['通报', '通报（2）']
    """
    seen: Counter[str] = Counter()
    for fact in facts:
        seen[fact.label] += 1
        yield replace(fact, label=f"{fact.label}（{seen[fact.label]}）") if seen[fact.label] > 1 else fact


class Tally(Struct, frozen=True):
    """A number with its unit, and what it counts."""

    number: str
    unit: str
    label: str


class Day(Struct, frozen=True):
    """A day for reading and for machines."""

    text: str
    machine: str


class Stamp(Struct, frozen=True):
    """The last line of a record's page: when it was published, by whom, and who reviewed it for release."""

    published: str
    machine: str
    source: str
    review: str


class Objection(Struct, frozen=True):
    """How to object to a decision."""

    kind: str
    organ: str
    period: str


def stamp(record: Published, source: str) -> Stamp:
    """The stamp of a record that `source` answers for."""
    review = record.review
    reviewed = phrase.clauses(review.by, phrase.day(review.on), review.result) if review else ""
    return Stamp(phrase.minute(record.published), phrase.machine(record.published), source, reviewed)


def facts(*pairs: tuple[str, str | None]) -> tuple[Fact, ...]:
    """The facts that there are."""
    return tuple(Fact(label, text) for label, text in pairs if text)


def objections(remedies: Iterable[Remedy]) -> tuple[Objection, ...]:
    """Every way to object, in the order written."""
    return tuple(Objection(remedy.kind.value, remedy.organ, remedy.period) for remedy in remedies)


def attachment(corpus: PublicCorpus, id: str | None, label: str) -> Link | None:
    """A download that names its format and size; `None` if there is none."""
    if id is None:
        return None
    extension = id.rpartition(".")[2].upper()
    return Link(f"{label}（{extension}，{phrase.size(corpus.files[id].size)}）", routes.route("files", id))


def paper(corpus: PublicCorpus, cited: DocumentCited | None) -> Link:
    """A document named in passing, and the way to it where we have it; nothing at all for none."""
    id = corpus.numbered.get(cited.number or "") if cited else None
    return Link(phrase.document(cited), routes.route("documents", id) if id else "")


def brief(corpus: PublicCorpus, cited: DocumentCited | None) -> Link:
    """The same by its number alone, for the column of a table; by its title where it has no number."""
    whole = paper(corpus, cited)
    return Link(cited.number, whole.href) if cited and cited.number else whole


def division(corpus: PublicCorpus, id: str) -> Link:
    """The unit with that id; the bureau itself while the unit is not known yet."""
    entry = corpus.divisions.get(id)
    if entry is None:
        return Link(corpus.bureau.record.name, "/divisions/")
    return Link(entry.record.name, routes.route("divisions", id))


def unit(corpus: PublicCorpus, id: str) -> Link:
    """The unit with that id by its short name, for the narrow column of a table."""
    entry = corpus.divisions.get(id)
    return Link(entry.record.short_name, routes.route("divisions", id)) if entry else division(corpus, id)


def in_catalogue_order(entries: Iterable[Entry[C]]) -> list[Entry[C]]:
    """Fees or fines in the order of their published list; those that are in none come last."""
    return sorted(
        entries, key=lambda entry: (entry.record.catalogue_no is None, entry.record.catalogue_no or "", entry.id)
    )


def in_order(corpus: PublicCorpus, units: Iterable[str]) -> list[str]:
    """The ids of units in the bureau's own order."""
    return sorted(units, key=lambda unit: rank(corpus, unit))


def rank(corpus: PublicCorpus, id: str) -> tuple[int, int, str]:
    """Where a unit stands in the bureau's own order; units that are not known yet come last."""
    entry = corpus.divisions.get(id)
    return (0, entry.record.order, id) if entry else (1, 0, id)
