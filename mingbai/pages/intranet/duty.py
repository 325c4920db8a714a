"""Who owes a plan, who has handed it in, who is late: derived from dates, never typed (意见 四（一）).

Plans are due from the bureau, its divisions and its affiliates; late is handed in after the due day, missing is
not handed in. A plan that is only drafted is still owed. Lateness is counted in calendar days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.intranet.year import plan_due
from mingbai.pages.public.part import Chip, Link, rank
from mingbai.records.base import Entry
from mingbai.records.intranet.plan import BUREAU, Measure, NotApplicable, Plan
from mingbai.records.public.division import Division, DivisionKind

OWING = (DivisionKind.DIVISION, DivisionKind.AFFILIATE)


@dataclass(frozen=True)
class Duty:
    """One unit's duty to hand in a plan, as it stands on a day; `plan` is there as soon as there is a draft."""

    unit: Link
    id: str
    plan: Plan | None
    due: date
    day: date

    @property
    def handed_in(self) -> date | None:
        """When the plan was handed in, or `None`."""
        return self.plan.submitted_on if self.plan else None

    @property
    def days_late(self) -> int:
        """Calendar days past the due day until the plan came, or until now; below 0 while there is time."""
        return ((self.handed_in or self.day) - self.due).days

    @property
    def missing(self) -> bool:
        """Whether the plan should be here and is not."""
        return self.handed_in is None and self.days_late > 0

    @property
    def was_late(self) -> bool:
        """Whether the plan came after the due day."""
        return self.handed_in is not None and self.days_late > 0

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What the unit has undertaken: nothing before the plan is handed in."""
        return self.plan.measures if self.plan and self.handed_in else ()

    @property
    def excuses(self) -> tuple[NotApplicable, ...]:
        """Why some of the five aims are not the unit's business: nothing before the plan is handed in."""
        return self.plan.not_applicable if self.plan and self.handed_in else ()

    @property
    def href(self) -> str:
        """Where the plan is; nowhere while there is none."""
        return routes.route("plans", self.id) if self.plan else ""


def duties(corpus: IntranetCorpus, year: int) -> tuple[Duty, ...]:
    """Every unit that owes a plan for a year, or has one, the bureau first, then in the bureau's own order."""
    owing = {entry.id for entry in corpus.public.divisions.values() if _owes(entry, plan_due(year))}
    planned = {id.split("/")[1] for id in corpus.plans if id.startswith(f"{year}/")} - {BUREAU}
    units = (BUREAU, *sorted(owing | planned, key=lambda unit: rank(corpus.public, unit)))
    return tuple(_duty(corpus, year, unit) for unit in units)


def unit_of(corpus: PublicCorpus, id: str) -> Link:
    """Whose plan it is, by the plan's id, under the short name that fits a list."""
    entry = corpus.divisions.get(id.split("/")[1])
    if entry is None:
        return Link(corpus.bureau.record.short_name, "/divisions/")
    return Link(entry.record.short_name, routes.route("divisions", entry.id))


def years(corpus: IntranetCorpus) -> tuple[int, ...]:
    """The years with plans, and the year that is shown; the newest first."""
    return tuple(sorted({int(id.split("/")[0]) for id in corpus.plans} | {corpus.day.year}, reverse=True))


def chip(duty: Duty) -> Chip:
    """How a duty stands; red only what is still owed."""
    late = duty.days_late
    if duty.handed_in:
        return Chip("soon", f"逾期{late}天才交") if late > 0 else Chip("done", "按时交了")
    if late > 0:
        return Chip("late", f"没交，逾期{late}天", "late")
    return Chip("soon", f"没交，还剩{-late}天" if late else "没交，今天截止")


def counted(duties: Iterable[Duty]) -> str:
    """How many are due, here, late and missing, in one sentence.

    >>> counted([])
    '应交0份，已交0份。'
    """
    every = tuple(duties)
    late, missing = sum(duty.was_late for duty in every), sum(duty.missing for duty in every)
    clauses = [f"应交{len(every)}份", f"已交{sum(duty.handed_in is not None for duty in every)}份"]
    clauses += [f"其中{late}份逾期才交"] if late else []
    clauses += [f"还有{missing}份没交"] if missing else []
    return "，".join(clauses) + "。"


def _owes(entry: Entry[Division], due: date) -> bool:
    """Whether the unit was there on the due day and is one that plans are due from."""
    record = entry.record
    begun = record.established_on is None or record.established_on <= due
    gone = record.closed_on is not None and record.closed_on <= due
    return record.type in OWING and begun and not gone


def _duty(corpus: IntranetCorpus, year: int, unit: str) -> Duty:
    id = f"{year}/{unit}"
    entry = corpus.plans.get(id)
    return Duty(unit_of(corpus.public, id), id, entry.record if entry else None, plan_due(year), corpus.day)
