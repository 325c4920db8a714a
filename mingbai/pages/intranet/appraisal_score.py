"""What one source gave for one indicator, as it stands in a cell of the sheet."""

from msgspec import Struct

from mingbai.pages.intranet.standing import points
from mingbai.pages.intranet.year import short
from mingbai.records.intranet.appraisal import Appraisal, EarlierScore, EvidenceSource


class Cell(Struct, frozen=True):
    """The points of a source for an indicator, or a dash; why; and what it had given before."""

    source: str
    points: str
    note: str
    earlier: tuple[str, ...]


def cell(appraisal: Appraisal, source: EvidenceSource, indicator: str) -> Cell:
    """What a source gave; of two scores for one indicator, of which a rule tells, the first."""
    given = (
        score
        for judgement in appraisal.evidence
        if judgement.source is source
        for score in judgement.scores
        if score.indicator == indicator
    )
    score = next(given, None)
    if score is None:
        return Cell(source.value, "–", "", ())
    return Cell(source.value, points(score.score), score.note or "", tuple(_earlier(each) for each in score.earlier))


def _earlier(each: EarlierScore) -> str:
    return f"{short(each.until)}重打，原来{points(each.score)}分" + (f"：{each.note}" if each.note else "")
