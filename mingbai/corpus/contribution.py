"""What each unit handed in for the newsletters, and what became of it: the figures that call for more (意见 六（二）).

A piece belongs to the year in which it was handed in, also if the next year's first issue takes it: so a share is one
of pieces that were all handed in. Taken is what stands in an issue, public or inner, or was accepted and waits for
one. A piece that an issue takes is known from that issue's day on, on this page as everywhere; before, it is not there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus.duty import owes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.intranet.bulletin import Submission, Verdict
from mingbai.records.public.bulletin import Article


class Fate(Enum):
    """What became of a piece."""

    PUBLIC = auto()
    INTERNAL = auto()
    ACCEPTED = auto()
    DECLINED = auto()
    WAITING = auto()


class Pieces(NamedTuple):
    """A unit's pieces of one year that became the same: how many, and when the last came."""

    unit: str
    fate: Fate
    number: int
    latest: date


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
    years: dict[int, list[Pieces]] = {corpus.day.year: []}
    for unit, became, days in _handed_in(corpus):
        for year, same in groupby(sorted(days), key=attrgetter("year")):
            some = tuple(same)
            years.setdefault(year, []).append(Pieces(unit, became, len(some), some[-1]))
    return {year: tuple(_ranked(corpus, year, years[year])) for year in sorted(years, reverse=True)}


def _handed_in(corpus: IntranetCorpus) -> Iterator[tuple[str, Fate, list[date]]]:
    """The days on which each unit handed in what became of it the same."""
    found: dict[Fate, Sequence[Article | Submission]] = {
        Fate.PUBLIC: [entry.record for entry in corpus.public.articles.values()],
        Fate.INTERNAL: [entry.record for entry in corpus.articles.values()],
    }
    for became in (Fate.ACCEPTED, Fate.DECLINED, Fate.WAITING):
        found[became] = [each.record for each in corpus.submissions.values() if fate(each.record) is became]
    for became, records in found.items():
        units: dict[str, list[date]] = {}
        for record in records:
            units.setdefault(record.division, []).append(record.submitted_on)
        yield from ((unit, became, days) for unit, days in units.items())


def _ranked(corpus: IntranetCorpus, year: int, pieces: Sequence[Pieces]) -> list[Standing]:
    counts = Counter({(some.unit, some.fate): some.number for some in pieces})
    latest: dict[str, date] = {}
    for some in pieces:
        latest[some.unit] = max(some.latest, latest.get(some.unit, some.latest))
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
