"""The agenda of a year: everything that somebody has to do until a day, as one list.

The home page, the deadlines, the calendars and `mingbai list` all read from here, so they cannot disagree.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.complaints import Docket
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, HandIn
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.finding import Finding, FindingState
from mingbai.records.intranet.plan import Measure, MeasureStatus, Plan
from mingbai.records.values import YEAR

SOON = 14
"""Days ahead that the office looks."""
SETTLED = (MeasureStatus.DONE, MeasureStatus.CANCELLED)
"""A measure that stands so is nobody's task any more."""


class Sort(StrEnum):
    """What kind of task it is: `OFFICE` is what the office owes a finding, to tell the unit or to go and look."""

    HAND_IN = "提交"
    MEASURE = "措施"
    FINDING = "整改"
    OFFICE = "督办"
    COMPLAINT = "投诉"
    MILESTONE = "大事"


CASES = (Sort.FINDING, Sort.OFFICE, Sort.COMPLAINT)
"""The sorts of task that come up in the year, and are told each by itself."""


class Task(Struct, frozen=True):
    """One thing to be done until `due`, that day included, as it stands on `day`.

    `unit` is the id of the division that answers for it, `BUREAU`, or empty: then it is the leaders' or everybody's.
    `owner` is the post or the person in the unit. `settled_on` is the day on which it was done, or `dropped`;
    `stepped_on` that of the latest step of a case; `provisional` says that `due` was counted without a calendar.
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
    stepped_on: date | None = None
    provisional: bool = False

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
    """Everything due in a year, by day; where no campaign is announced, what came up all the same."""
    campaign = corpus.campaigns.get(str(year))
    planned = (*_hand_ins(corpus, year), *_measures(corpus, year), *_milestones(corpus, campaign)) if campaign else ()
    return _by_day((*planned, *_findings(corpus, year), *_complaints(corpus, year)))


def every(corpus: IntranetCorpus) -> tuple[Task, ...]:
    """Everything due in every year, by day: New Year settles nothing that was left open."""
    return _by_day(task for year in years(corpus) for task in agenda(corpus, year))


def cases(corpus: IntranetCorpus) -> tuple[Task, ...]:
    """What came up in every year, by day: findings and complaints, each with what it waits for."""
    return tuple(task for task in every(corpus) if task.sort in CASES)


def years(corpus: IntranetCorpus) -> tuple[int, ...]:
    """The years in which anything falls due, in their order: those with a campaign, a finding or a complaint."""
    named = {id.split("/")[0] for id in (*corpus.campaigns, *corpus.findings, *corpus.complaints)}
    return tuple(sorted(int(year) for year in named if YEAR.fullmatch(year)))


def _by_day(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=lambda task: task.due))


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
            settled_on=duty.member.until if duty.lapsed and duty.member else duty.handed_in,
            day=duty.day,
            dropped=duty.lapsed,
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


def _findings(corpus: IntranetCorpus, year: int) -> Iterator[Task]:
    """What each finding waits for; one that is struck off was the unit's, and its last day the last that held."""
    for id, case in corpus.ledger.items():
        due = case.until or case.due
        if id.startswith(f"{year}/") and case.state is not FindingState.DISMISSED:
            yield Task(
                sort=Sort.OFFICE if case.at_office else Sort.FINDING,
                due=due,
                unit=corpus.office if case.at_office else case.entry.record.division,
                owner="",
                what=_finding(case),
                route=routes.route(Finding.kind, id),
                path=case.entry.path,
                settled_on=None if case.is_open else case.since,
                day=corpus.day,
                stepped_on=case.stepped_on,
                provisional=case.is_provisional,
            )


STEPS = {FindingState.REGISTERED: "反馈", FindingState.SUBMITTED: "验收"}
"""What the office has to do in each state that waits for it."""


def _finding(case: Case) -> str:
    step = f"{STEPS[case.state]}，" if case.at_office else ""
    return f"{step}{case.number}：{case.entry.record.text}"


def _complaints(corpus: IntranetCorpus, year: int) -> Iterator[Task]:
    """What each complaint waits for. Of a report only the number is told, and it is the office's alone."""
    for id, docket in corpus.dockets.items():
        if id.startswith(f"{year}/") and docket.until:
            yield Task(
                sort=Sort.COMPLAINT,
                due=docket.until,
                unit=corpus.office if docket.is_report else docket.entry.record.division or corpus.office,
                owner="",
                what=_complaint(docket),
                route=routes.route(Complaint.kind, id),
                path=docket.entry.path,
                settled_on=None,
                day=corpus.day,
                stepped_on=docket.since,
            )


def _complaint(docket: Docket) -> str:
    record = docket.entry.record
    told = "" if docket.is_report or not record.subject else f"：{record.subject}"
    return f"{docket.next}，{record.type}{docket.number}{told}"


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
