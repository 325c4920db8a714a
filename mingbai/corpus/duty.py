"""Who owes what until when, who has handed it in, who is late: derived from dates, never typed (R36; 意见 四（一）).

Plans, half-year reports and summaries are due from the bureau, its divisions and its affiliates; codes of conduct from
everyone who was there on the due day. Late is handed in after the due day, which itself is in time; missing is not
handed in. What is only drafted is still owed. Who leaves without handing in owes nothing any more. Lateness is
counted in calendar days.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from mingbai.corpus.campaign import deadline, due_day
from mingbai.corpus.member import Member
from mingbai.corpus.workdays import Workdays
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, HandIn
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.plan import BUREAU, Plan, ReportKind
from mingbai.records.public.division import Division, DivisionKind

OWING = (DivisionKind.DIVISION, DivisionKind.AFFILIATE)
"""The kinds of unit that plans are due from (意见: 基层各单位、机关各处室)."""
REPORTS = {HandIn.HALF_YEAR: ReportKind.HALF_YEAR, HandIn.SUMMARY: ReportKind.SUMMARY}


class Duty(Struct, frozen=True):
    """Something to be handed in, as it stands on a day.

    `unit` is the id of a division, or `BUREAU`, or empty for the leaders; `member` is there for codes of conduct.
    `id` is that of the plan or code, whether or not there is a file; `drafted` says whether there is.
    """

    what: HandIn
    id: str
    unit: str
    member: Member | None
    due: date
    handed_in: date | None
    drafted: bool
    day: date

    @property
    def days_late(self) -> int:
        """Calendar days past the due day until it came, or until now; below 0 while there is time."""
        return ((self.handed_in or self.day) - self.due).days

    @property
    def lapsed(self) -> bool:
        """Whether whoever owed it has left without handing it in; nobody is waited for any more."""
        return self.handed_in is None and self.member is not None and not self.member.there(self.day)

    @property
    def awaited(self) -> bool:
        """Whether it is still to come, in time or late."""
        return self.handed_in is None and not self.lapsed

    @property
    def missing(self) -> bool:
        """Whether it should be here and is not."""
        return self.awaited and self.days_late > 0

    @property
    def was_late(self) -> bool:
        """Whether it came after the due day."""
        return self.handed_in is not None and self.days_late > 0


class Roll(Struct, frozen=True):
    """Everything duties are derived from, as it stood on `day`."""

    divisions: Mapping[str, Entry[Division]]
    members: Mapping[str, Member]
    plans: Mapping[str, Entry[Plan]]
    conduct: Mapping[str, Entry[Conduct]]
    workdays: Workdays
    day: date


def duties(campaign: Entry[Campaign], roll: Roll) -> Iterator[Duty]:
    """Every duty of a campaign's year, in the order of its deadlines; of one sort, in the bureau's own order.

    A unit that has made a plan is among those that owe one.
    """
    for what in dict.fromkeys(each.what for each in campaign.record.deadlines):
        given = deadline(campaign.record, what)
        assert given
        due = due_day(given, roll.workdays)
        if what is HandIn.CONDUCT:
            yield from _of_members(campaign.id, due, roll)
        else:
            yield from _of_units(what, campaign.id, due, roll)


def owes(unit: Division, day: date) -> bool:
    """Whether the unit was there on `day` and is one that plans are due from."""
    begun = unit.established_on is None or unit.established_on <= day
    gone = unit.closed_on is not None and unit.closed_on <= day
    return unit.type in OWING and begun and not gone


def _of_units(what: HandIn, year: str, due: date, roll: Roll) -> Iterator[Duty]:
    planned = {id.split("/")[1] for id in roll.plans if what is HandIn.PLAN and id.startswith(f"{year}/")}
    owing = [entry for entry in roll.divisions.values() if owes(entry.record, due) or entry.id in planned]
    for unit in (BUREAU, *(entry.id for entry in sorted(owing, key=lambda e: (e.record.order, e.id)))):
        id = f"{year}/{unit}"
        entry = roll.plans.get(id)
        plan = entry.record if entry else None
        yield Duty(what, id, unit, None, due, _handed_in(plan, what), plan is not None, roll.day)


def _of_members(year: str, due: date, roll: Roll) -> Iterator[Duty]:
    there = [member for member in roll.members.values() if member.there(due)]
    for member in sorted(there, key=lambda member: _place(member, roll.divisions)):
        id = f"{year}/{member.id}"
        entry = roll.conduct.get(id)
        on = entry.record.submitted_on if entry else None
        yield Duty(HandIn.CONDUCT, id, member.division, member, due, on, entry is not None, roll.day)


def _place(member: Member, divisions: Mapping[str, Entry[Division]]) -> tuple[int, int, str]:
    """The leaders first, then unit by unit, the head first."""
    unit = divisions.get(member.division)
    order = -1 if not member.division else unit.record.order if unit else 10**6
    return order, member.role is None, member.id


def _handed_in(plan: Plan | None, what: HandIn) -> date | None:
    if plan is None:
        return None
    if what is HandIn.PLAN:
        return plan.submitted_on
    return min((report.on for report in plan.reports if report.what is REPORTS[what]), default=None)
