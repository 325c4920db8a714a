"""The agenda of a year: everything that somebody has to do until a day, as one list.

The home page, the deadlines, the calendars and `mingbai list` all read from here, so they cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mingbai.corpus import routes
from mingbai.corpus.campaign import year_of
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, HandIn
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.plan import Measure, MeasureStatus, Plan

SOON = 14
"""Days ahead that the office looks."""
SETTLED = (MeasureStatus.DONE, MeasureStatus.CANCELLED)
"""A measure that stands so is nobody's task any more."""


class Sort(StrEnum):
    """What kind of task it is."""

    HAND_IN = "提交"
    MEASURE = "措施"
    MILESTONE = "大事"


@dataclass(frozen=True)
class Task:
    """One thing to be done until `due`, that day included, as it stands on `day`.

    `unit` is the id of the division that answers for it, `BUREAU`, or empty: then it is the leaders' or everybody's.
    `owner` is the post or the person in the unit. `settled_on` is the day on which it was done, or `dropped`.
    `route` leads to its record, or to the list where it is missing; `path` is the source file, empty if there is none.
    """

    sort: Sort
    due: date
    unit: str
    owner: str
    what: str
    route: str
    path: str
    settled_on: date | None
    day: date
    dropped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.settled_on is None

    @property
    def days_late(self) -> int:
        """Calendar days past the due day until it was settled, or until now; below 0 while there is time."""
        return ((self.settled_on or self.day) - self.due).days

    @property
    def is_overdue(self) -> bool:
        """Whether it should be done and is not."""
        return self.is_open and self.days_late > 0

    def is_due(self, within: int = SOON) -> bool:
        """Whether it is open and due today or within so many days."""
        return self.is_open and -within <= self.days_late <= 0


def agenda(corpus: IntranetCorpus, year: int) -> tuple[Task, ...]:
    """Everything due in the campaign of a year, by day; nothing where there is no campaign."""
    campaign = corpus.campaigns.get(str(year))
    if campaign is None:
        return ()
    found = (*_hand_ins(corpus, year), *_measures(corpus, year), *_milestones(corpus, campaign))
    return tuple(sorted(found, key=lambda task: task.due))


def every(corpus: IntranetCorpus) -> tuple[Task, ...]:
    """Everything due in every year, by day: New Year settles nothing that was left open."""
    found = (task for campaign in corpus.campaigns.values() for task in agenda(corpus, year_of(campaign)))
    return tuple(sorted(found, key=lambda task: task.due))


def _hand_ins(corpus: IntranetCorpus, year: int) -> Iterator[Task]:
    for duty in corpus.duties(year):
        kept = corpus.conduct if duty.what is HandIn.CONDUCT else corpus.plans
        entry: Entry[Plan] | Entry[Conduct] | None = kept.get(duty.id)
        yield Task(
            sort=Sort.HAND_IN,
            due=duty.due,
            unit=duty.unit,
            owner=duty.member.post if duty.member else "",
            what=_named(duty),
            route=_route(duty),
            path=entry.path if entry else "",
            settled_on=duty.handed_in,
            day=duty.day,
        )


def _named(duty: Duty) -> str:
    return f"{duty.what}（{duty.member.name}）" if duty.member else duty.what.value


def _route(duty: Duty) -> str:
    """The record itself, or the list that shows its gap."""
    kind = Conduct.kind if duty.member else Plan.kind
    return routes.route(kind, duty.id) if duty.drafted else f"/{kind}/"


def _measures(corpus: IntranetCorpus, year: int) -> Iterator[Task]:
    for id, entry in corpus.plans.items():
        if id.startswith(f"{year}/") and entry.record.submitted_on:
            unit = id.split("/")[1]
            for measure in entry.record.measures:
                yield _task(corpus, entry, unit, measure)


def _task(corpus: IntranetCorpus, entry: Entry[Plan], unit: str, measure: Measure) -> Task:
    status = measure.status(corpus.day)
    return Task(
        sort=Sort.MEASURE,
        due=measure.due,
        unit=unit,
        owner=measure.owner,
        what=measure.text,
        route=f"{routes.route(Plan.kind, entry.id)}#m{measure.no}",
        path=entry.path,
        settled_on=measure.since(corpus.day) if status in SETTLED else None,
        day=corpus.day,
        dropped=status is MeasureStatus.CANCELLED,
    )


def _milestones(corpus: IntranetCorpus, campaign: Entry[Campaign]) -> Iterator[Task]:
    """A fixed day of the year; it has been kept when its day is over, and is never late."""
    for milestone in campaign.record.milestones:
        yield Task(
            sort=Sort.MILESTONE,
            due=milestone.on,
            unit="",
            owner="",
            what=milestone.title,
            route=routes.route("activities", milestone.activity)
            if milestone.activity
            else f"/campaigns/{campaign.id}/",
            path=campaign.path,
            settled_on=milestone.on if milestone.on < corpus.day else None,
            day=corpus.day,
        )
