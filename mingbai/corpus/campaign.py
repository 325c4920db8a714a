"""The frame of a campaign in days: when its phases begin and end, when things are due."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from mingbai.corpus.workdays import Workdays
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, Deadline, HandIn, PhaseName, Roll
from mingbai.records.values import YEAR
from mingbai.records.xun import first_day, last_day


class Span(Struct, frozen=True):
    """A phase in days, both included."""

    phase: PhaseName
    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the phase."""
        return self.first <= day <= self.last


def year_of(entry: Entry[Campaign]) -> int:
    """The year of a campaign: the name of its file; 0 where that is no year, of which a rule tells."""
    return int(entry.id) if YEAR.fullmatch(entry.id) else 0


def spans(entry: Entry[Campaign]) -> tuple[Span, ...]:
    """The phases in days, in the order they are written; none where the file's name is no year."""
    year = year_of(entry)
    phases = entry.record.phases if year else ()
    return tuple(Span(phase.phase, first_day(phase.begins, year), last_day(phase.ends, year)) for phase in phases)


def span_on(every: Iterable[Span], day: date) -> Span | None:
    """The phase that a day lies in; `None` before the first, after the last and in a gap."""
    return next((span for span in every if day in span), None)


def deadline(campaign: Campaign, what: HandIn) -> Deadline | None:
    """The deadline for something; the first where it is written twice, of which a rule tells."""
    return next((each for each in campaign.deadlines if each.what is what), None)


def due_day(given: Deadline, workdays: Workdays) -> date:
    """The last day on which it is in time: as written, or the next working day where the campaign says so."""
    if given.roll is Roll.NEXT_WORKDAY and not workdays.has(given.due):
        return workdays.due(given.due, 1).day
    return given.due
