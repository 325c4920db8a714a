"""Two figures that stand beside the scores that people give: measures done, findings put right in time (意见 五（五）).

They are reckoned for the day of the scoring, so that what is done later does not make an old score look wrong. They
enter no total: they are there to be compared with it.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case, case, house_rules
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.finding import FindingState
from mingbai.records.intranet.plan import MeasureStatus


class Share(Struct, frozen=True):
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in per cent, rounded; `None` of nothing.

        >>> Share(2, 3).percent, Share(0, 0).percent
        (67, None)
        """
        if not self.whole:
            return None
        return int((Decimal(100 * self.part) / self.whole).quantize(Decimal(1), ROUND_HALF_UP))


class Figures(Struct, frozen=True):
    """How far a unit had come on `day`: its measures that were done, its findings that were put right in time.

    A measure that was dropped still counts. Of findings those count that were struck off, and those that wait past
    their last day.
    """

    measures: Share
    findings: Share
    day: date


def figures(corpus: IntranetCorpus, year: int, unit: str) -> Figures:
    """The figures of a unit for a year: as they stood when it was last scored; before that, as they stand."""
    entry = corpus.appraisals.get(f"{year}/{unit}")
    day = (entry.record.scored_on if entry else None) or corpus.day
    duties = (duty for duty in corpus.duties(year, HandIn.PLAN) if duty.unit == unit)
    measures = [measure for duty in duties for measure in corpus.undertaken(duty)]
    done = sum(measure.status(day) is MeasureStatus.DONE for measure in measures)
    return Figures(Share(done, len(measures)), in_time(cases_of(corpus, year, unit, day)), day)


def cases_of(corpus: IntranetCorpus, year: int, unit: str, day: date) -> tuple[Case, ...]:
    """The findings of a unit in a year as they stood on `day`, by number."""
    return tuple(
        case(entry, house_rules(corpus.campaigns, id), corpus.public.workdays, day)
        for id, entry in corpus.findings.items()
        if id.startswith(f"{year}/") and entry.record.division == unit and entry.record.registered_on <= day
    )


def in_time(cases: tuple[Case, ...]) -> Share:
    """How many findings were put right in time, of those whose time is over."""
    closed = [case for case in cases if case.state is FindingState.CLOSED]
    overdue = [case for case in cases if case.is_open and not case.at_office and case.day > case.due]
    return Share(sum(case.in_time is True for case in closed), len(closed) + len(overdue))
