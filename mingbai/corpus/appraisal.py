"""The appraisal of a year: what each unit's scores add up to, its rank and its grade (R53; 意见 五（五）).

An indicator's score is the mean of what the sources gave for it, each weighted as the campaign says; a source that has
none counts for nothing, and its weight goes to the others. The total is the mean of the indicators by their weights, to
two decimals. Ranks are among the units that are scored on the day.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from mingbai.corpus.campaign import Span, spans
from mingbai.corpus.duty import owes
from mingbai.records.base import Entry
from mingbai.records.intranet.appraisal import Appraisal, AppraisalState, EvidenceSource
from mingbai.records.intranet.campaign import AppraisalScheme, Campaign, Grade, PhaseName, TieRule
from mingbai.records.public.division import Division

CENT = Decimal("0.01")
SCORED = (AppraisalState.SCORED, AppraisalState.SHOWN, AppraisalState.CONFIRMED)
"""In these states there are scores to add up."""


class Result(Struct, frozen=True):
    """A unit's result: the score of each indicator by id, the total, the rank, the grade; `None` where none fits."""

    unit: str
    state: AppraisalState
    indicators: Mapping[str, Decimal]
    total: Decimal
    rank: int
    grade: Grade | None


def window(entry: Entry[Campaign]) -> Span | None:
    """When a year is scored: from the first day of its last phase to the day that is set, or to that phase's end."""
    last = next((span for span in spans(entry) if span.phase is PhaseName.SUMMARISE), None)
    scheme = entry.record.appraisal
    return Span(last.phase, last.first, scheme.score_by or last.last) if last and scheme else None


def appraised(
    divisions: Mapping[str, Entry[Division]], appraisals: Mapping[str, Entry[Appraisal]], year: int, day: date
) -> tuple[str, ...]:
    """Which units a year's appraisal is about, in the bureau's own order: those that plans are due from on the day.

    A unit that has been appraised is among them, whatever became of it.
    """
    on = min(day, date(year, 12, 31))
    done = {id.split("/")[1] for id in appraisals if id.startswith(f"{year}/")}
    found = [entry for entry in divisions.values() if owes(entry.record, on) or entry.id in done]
    return tuple(entry.id for entry in sorted(found, key=lambda entry: (entry.record.order, entry.id)))


def results(
    appraisals: Mapping[str, Entry[Appraisal]], scheme: AppraisalScheme, year: int, day: date
) -> tuple[Result, ...]:
    """The results of a year as they stand on `day`, the best first; units of one rank in the order of their ids."""
    found = []
    for id, entry in appraisals.items():
        of, unit = id.split("/")
        state = entry.record.state(day)
        if of == str(year) and state in SCORED:
            scores = dict(_scores(entry.record, scheme))
            if scores:
                found.append((total(scores, scheme), unit, state, scores))
    found.sort(key=lambda each: (-each[0], each[1]))
    ranks = ranked([each[0] for each in found], scheme.tie_rule)
    return tuple(
        Result(unit, state, scores, points, rank, grade(points, scheme))
        for (points, unit, state, scores), rank in zip(found, ranks, strict=True)
    )


def total(scores: Mapping[str, Decimal], scheme: AppraisalScheme) -> Decimal:
    """The mean of the indicators that have a score, by their weights."""
    weights = {each.id: each.weight for each in scheme.indicators if each.id in scores}
    whole = sum(weights.values()) or Decimal(1)
    return _rounded(sum((scores[id] * weight for id, weight in weights.items()), Decimal(0)) / whole)


def ranked(totals: list[Decimal], rule: TieRule) -> list[int]:
    """The ranks of totals that come the best first; equal totals share one.

    >>> ranked([Decimal(95), Decimal(90), Decimal(90), Decimal(80)], TieRule.SKIP)
    [1, 2, 2, 4]
    >>> ranked([Decimal(95), Decimal(90), Decimal(90), Decimal(80)], TieRule.DENSE)
    [1, 2, 2, 3]
    """
    distinct = sorted(set(totals), reverse=True)
    if rule is TieRule.DENSE:
        return [distinct.index(each) + 1 for each in totals]
    return [totals.index(each) + 1 for each in totals]


def grade(points: Decimal, scheme: AppraisalScheme) -> Grade | None:
    """The best grade that the points earn."""
    earned = [each for each in scheme.grades if each.least <= points]
    return max(earned, key=lambda each: each.least, default=None)


def _scores(appraisal: Appraisal, scheme: AppraisalScheme) -> Iterator[tuple[str, Decimal]]:
    weights: dict[EvidenceSource, Decimal] = {each.source: each.weight for each in scheme.evidence}
    for indicator in scheme.indicators:
        given = [
            (weights.get(judgement.source, Decimal(0)), score.score)
            for judgement in appraisal.evidence
            for score in judgement.scores
            if score.indicator == indicator.id
        ]
        whole = sum((weight for weight, _ in given), Decimal(0))
        if whole:
            yield indicator.id, _rounded(sum((weight * points for weight, points in given), Decimal(0)) / whole)


def _rounded(points: Decimal) -> Decimal:
    return points.quantize(CENT, ROUND_HALF_UP)
