"""网上监察: how much of each promise is used up, and a light for it: amber from four fifths on, red when it is late.

Three sorts of promises are watched. Of the items of the latest quarter told of, the mean working days are held against
the promised ones, and one late case makes the light red. Of the ledger, everyone whose turn it is has a clock: the unit
until its last day, the office until its own. Of complaints, the clocks of the law run in calendar days. A promise of
another unit than working days is watched for late cases alone. Nothing here is typed.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from mingbai.corpus.complaints import Docket
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import Count, Workdays, workdays_of
from mingbai.records.intranet.finding import FindingAction, FindingState
from mingbai.records.public.performance import Cases, Quarter

AMBER_FROM = 80
"""So many per cent of a promise used make its light amber."""
TOLD = (FindingAction.NOTIFY, FindingAction.REOPEN)
"""The steps from which on the unit's term runs; an extension only moves its end."""
REPORTED = (FindingState.SUBMITTED, FindingState.CLOSED)
"""In these states the unit's term stands still: it has reported."""


class Light(StrEnum):
    """How a promise stands, the worst first."""

    RED = "红"
    AMBER = "黄"
    GREEN = "绿"


LIGHTS = tuple(Light)


def light(used: Decimal, allowed: Decimal, *, late: bool = False) -> Light:
    """The light for so much used of so much allowed; the last day itself is in time.

    >>> [light(Decimal(used), Decimal(100)).value for used in ("79.9", "80", "100", "100.1")]
    ['绿', '黄', '黄', '红']
    """
    if late or used > allowed:
        return Light.RED
    return Light.AMBER if 100 * used >= AMBER_FROM * allowed else Light.GREEN


class Clock(Struct, frozen=True):
    """Working days used and allowed since `start`, which is not counted itself, until the last day, and the light."""

    start: date
    last: date
    used: Count
    allowed: Count
    light: Light

    @property
    def missing(self) -> tuple[int, ...]:
        """The years that had to be counted Monday to Friday."""
        return tuple(dict.fromkeys((*self.used.missing, *self.allowed.missing)))


def clock(case: Case, workdays: Workdays) -> Clock | None:
    """The clock of whoever's turn it is; `None` where it is nobody's, or nothing says until when."""
    if not case.at_office:
        return term(case, workdays) if case.is_open else None
    start = case.reported_on if case.state is FindingState.SUBMITTED else case.entry.record.registered_on
    return _clock(start, case.until, case.day, workdays) if start and case.until else None


def term(case: Case, workdays: Workdays) -> Clock | None:
    """What the unit has used of its time, up to its last report or until now; `None` before it was told."""
    told = [event.on for event in case.entry.record.log if event.action in TOLD]
    if not told or case.state is FindingState.DISMISSED:
        return None
    end = case.reported_on if case.state in REPORTED and case.reported_on else case.day
    return _clock(told[-1], case.due, end, workdays)


class Kept(Struct, frozen=True):
    """How the promise of an item was kept in a quarter; `promised` is `None` where it does not count working days."""

    cases: Cases
    promised: int | None
    light: Light

    @property
    def unit(self) -> str:
        """The id of the unit that handles the item."""
        return self.cases.commitment.split("/")[0]

    @property
    def share(self) -> Decimal:
        """How much of the promise was used; 0 where nothing compares."""
        return (self.cases.mean_days or Decimal(0)) / self.promised if self.promised else Decimal(0)


def kept(corpus: PublicCorpus) -> tuple[Kept, ...]:
    """The items of the latest quarter told of in which anything was finished, in the order written."""
    if not corpus.quarters:
        return ()
    quarter, entry = corpus.quarters[-1]
    return tuple(_kept(corpus, quarter, cases) for cases in entry.record.items if cases.completed)


def _kept(corpus: PublicCorpus, quarter: Quarter, cases: Cases) -> Kept:
    item = corpus.commitments[cases.commitment].record
    known = item.effective_from <= quarter.last and cases.mean_days is not None
    promised = workdays_of(item.promised, item.type) if known else None
    if promised is None or cases.mean_days is None:
        return Kept(cases, None, Light.RED if cases.late else Light.GREEN)
    # What is done on the spot has no days that could run out.
    near = light(cases.mean_days, Decimal(promised)) if promised else Light.GREEN
    return Kept(cases, promised, Light.RED if cases.late else near)


class Pace(Struct, frozen=True):
    """How fast a unit was: the mean over its finished cases and what was promised, both 0 where nothing compares."""

    unit: str
    used: Decimal
    promised: Decimal
    late: int
    light: Light


def paces(items: Iterable[Kept]) -> tuple[Pace, ...]:
    """Each unit's items together, every case weighing the same; what is done on the spot has no days to compare."""
    by_unit: dict[str, list[Kept]] = {}
    for item in items:
        by_unit.setdefault(item.unit, []).append(item)
    return tuple(_pace(unit, some) for unit, some in by_unit.items())


def _pace(unit: str, items: Iterable[Kept]) -> Pace:
    some = tuple(items)
    timed = [item for item in some if item.promised and item.cases.mean_days is not None]
    count = sum(item.cases.completed for item in timed) or 1
    used = sum((item.cases.completed * (item.cases.mean_days or Decimal(0)) for item in timed), Decimal(0)) / count
    promised = Decimal(sum(item.cases.completed * (item.promised or 0) for item in timed)) / count
    late = sum(item.cases.late for item in some)
    near = light(used, promised) if timed else Light.GREEN
    return Pace(unit, used, promised, late, Light.RED if late else near)


class Running(Struct, frozen=True):
    """A finding somebody has to act on, with the clock that runs."""

    case: Case
    clock: Clock


def running(corpus: IntranetCorpus) -> tuple[Running, ...]:
    """Every finding with a running clock, red first, then by what is left of it."""
    found = ((case, clock(case, corpus.public.workdays)) for case in corpus.ledger.values())
    watched = [Running(case, its) for case, its in found if its]
    return tuple(sorted(watched, key=lambda each: (LIGHTS.index(each.clock.light), -each.case.days_late, each.case.id)))


class Waiting(Struct, frozen=True):
    """A complaint with a running clock: calendar days used and allowed, and the light."""

    docket: Docket
    used: int
    allowed: int
    light: Light


def waiting(corpus: IntranetCorpus) -> tuple[Waiting, ...]:
    """Every complaint with a running clock, the one that ends first before the others."""
    clocks = [(docket.until, id, docket) for id, docket in corpus.dockets.items() if docket.until]
    return tuple(_waiting(docket, until) for until, _, docket in sorted(clocks, key=lambda each: each[:2]))


def _waiting(docket: Docket, until: date) -> Waiting:
    used, allowed = (docket.day - docket.clock_from).days, (until - docket.clock_from).days
    return Waiting(docket, used, allowed, light(Decimal(used), Decimal(allowed)))


def worst(lights: Iterable[Light]) -> Light:
    """The worst of several lights; green of none.

    >>> worst([Light.GREEN, Light.AMBER]).value, worst([]).value
    ('黄', '绿')
    """
    return min(lights, key=LIGHTS.index, default=Light.GREEN)


def _clock(start: date, last: date, day: date, workdays: Workdays) -> Clock:
    used, allowed = workdays.between(start, day), workdays.between(start, last)
    return Clock(start, last, used, allowed, light(Decimal(used.days), Decimal(allowed.days), late=day > last))
