"""How an appraisal is told in a few words on several pages: its state, its rank, its grade, its points."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from mingbai.corpus import routes
from mingbai.corpus.appraisal import Result, results
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.pages.public.part import Chip, Link
from mingbai.records.intranet.appraisal import Appraisal, AppraisalState
from mingbai.records.intranet.campaign import AppraisalScheme, Grade
from mingbai.records.intranet.finding import Finding

SHAPES = {
    AppraisalState.PLANNED: "noted",
    AppraisalState.OPENED: "half",
    AppraisalState.SCORED: "half",
    AppraisalState.SHOWN: "told",
    AppraisalState.CONFIRMED: "done",
}
GRADES = ("done", "told", "half", "noted")
"""The shapes of grades, the best first; the one that nothing earns is late."""


def scheme_of(corpus: IntranetCorpus, year: int) -> AppraisalScheme | None:
    """How a year is appraised; `None` where no campaign says it."""
    campaign = corpus.campaigns.get(str(year))
    return campaign.record.appraisal if campaign else None


def standing(corpus: IntranetCorpus, year: int) -> tuple[Result, ...]:
    """The results of a year as they stand on the day, the best first."""
    scheme = scheme_of(corpus, year)
    return results(corpus.appraisals, scheme, year, corpus.day) if scheme else ()


def state_chip(state: AppraisalState) -> Chip:
    """Where an appraisal stands."""
    return Chip(SHAPES[state], state.value, "" if state is AppraisalState.CONFIRMED else "off")


def grade_chip(scheme: AppraisalScheme, grade: Grade | None) -> Chip:
    """A grade; the last, which begins at nought, is told like what is late."""
    if grade is None:
        return Chip("noted", "没有等次")
    if not grade.least:
        return Chip("late", grade.name, "late")
    place = scheme.grades.index(grade)
    return Chip(GRADES[min(place, len(GRADES) - 1)], grade.name)


def rank(result: Result, of: Sequence[Result]) -> str:
    """A rank in words, and that it is shared where it is."""
    return f"{_shared(result, of)}第{result.rank}名"


def place(result: Result, of: Sequence[Result]) -> str:
    """A rank for the column of a table."""
    return f"{_shared(result, of)}{result.rank}"


def _shared(result: Result, of: Sequence[Result]) -> str:
    return "并列" if Counter(each.rank for each in of)[result.rank] > 1 else ""


def points(number: Decimal) -> str:
    """Points without the noughts that say nothing.

    >>> points(Decimal("88.50")), points(Decimal("90.00"))
    ('88.5', '90')
    """
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def sheet(year: int, unit: str) -> str:
    """Where the sheet of a unit is."""
    return routes.route(Appraisal.kind, f"{year}/{unit}")


def finding_link(id: str) -> Link:
    """A finding by its number."""
    return Link(number(id), routes.route(Finding.kind, id))
