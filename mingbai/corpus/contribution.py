"""What each unit handed in for the newsletters, and what became of it: the figures that call for more (意见 六（二）).

A piece belongs to the year in which it was handed in, also if the next year's first issue takes it: so a share is one
of pieces that were all handed in. Taken is what stands in an issue, public or inner, or was accepted and waits for
one. A piece that an issue takes is known from that issue's day on, on this page as everywhere; before, it is not there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus.duty import owes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.intranet.bulletin import Submission, Verdict


class Fate(Enum):
    """What became of a piece."""

    PUBLIC = auto()
    INTERNAL = auto()
    ACCEPTED = auto()
    DECLINED = auto()
    WAITING = auto()


class Piece(NamedTuple):
    """One piece: whose, since when, what became of it."""

    unit: str
    on: date
    fate: Fate


class Standing(Struct, frozen=True):
    """A unit's pieces of one year, by what became of them; `latest` is the day of the last one."""

    unit: str
    public: int
    internal: int
    accepted: int
    declined: int
    waiting: int
    latest: date | None

    @property
    def taken(self) -> int:
        """How many were taken."""
        return self.public + self.internal + self.accepted

    @property
    def handed_in(self) -> int:
        """How many were handed in."""
        return self.taken + self.declined + self.waiting


def fate(submission: Submission) -> Fate:
    """How a piece stands that is in no issue."""
    if submission.decision is None:
        return Fate.WAITING
    return Fate.ACCEPTED if submission.decision.verdict is Verdict.ACCEPTED else Fate.DECLINED


def standings(corpus: IntranetCorpus) -> dict[int, tuple[Standing, ...]]:
    """How the units stand in each year that has a piece, and in the year shown; the newest year first.

    In a year are all units that plans are due from, whether they handed anything in or not, and whoever else did. The
    one of which most was taken comes first, then the one that handed in most, then the bureau's own order.
    """
    years: dict[int, list[Piece]] = {corpus.day.year: []}
    for piece in _pieces(corpus):
        years.setdefault(piece.on.year, []).append(piece)
    return {year: tuple(_ranked(corpus, year, years[year])) for year in sorted(years, reverse=True)}


def _pieces(corpus: IntranetCorpus) -> Iterator[Piece]:
    for article in corpus.public.articles.values():
        yield Piece(article.record.division, article.record.submitted_on, Fate.PUBLIC)
    for inner in corpus.articles.values():
        yield Piece(inner.record.division, inner.record.submitted_on, Fate.INTERNAL)
    for entry in corpus.submissions.values():
        yield Piece(entry.record.division, entry.record.submitted_on, fate(entry.record))


def _ranked(corpus: IntranetCorpus, year: int, pieces: Iterable[Piece]) -> list[Standing]:
    counts: Counter[tuple[str, Fate]] = Counter()
    latest: dict[str, date] = {}
    for piece in pieces:
        counts[piece.unit, piece.fate] += 1
        latest[piece.unit] = max(piece.on, latest.get(piece.unit, piece.on))
    divisions = corpus.public.divisions
    last = min(date(year, 12, 31), corpus.day)
    asked = {id for id, entry in divisions.items() if owes(entry.record, last)}
    units = sorted(asked | latest.keys(), key=lambda unit: (divisions[unit].record.order, unit))
    found = [
        Standing(
            unit=unit,
            public=counts[unit, Fate.PUBLIC],
            internal=counts[unit, Fate.INTERNAL],
            accepted=counts[unit, Fate.ACCEPTED],
            declined=counts[unit, Fate.DECLINED],
            waiting=counts[unit, Fate.WAITING],
            latest=latest.get(unit),
        )
        for unit in units
    ]
    return sorted(found, key=lambda standing: (-standing.taken, -standing.handed_in))
