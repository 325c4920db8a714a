"""What a campaign settles for itself: limits the founding document leaves open, and how the year is appraised."""

from decimal import Decimal

from msgspec import Struct

from mingbai.pages import phrase
from mingbai.pages.public.part import Fact, facts
from mingbai.records.intranet.campaign import AppraisalScheme, HouseRules


class IndicatorRow(Struct, frozen=True):
    """One indicator; `anchor` is its id on the page."""

    anchor: str
    title: str
    weight: str
    source: str


class Appraisal(Struct, frozen=True):
    """How the year is appraised."""

    indicators: tuple[IndicatorRow, ...]
    evidence: tuple[Fact, ...]
    grades: tuple[Fact, ...]
    tie_rule: str
    score_by: str


def house_rules(rules: HouseRules) -> tuple[Fact, ...]:
    """The house's own limits, in words."""
    return facts(
        ("反馈", _days(rules.notify_days)),
        ("整改一般问题", _days(rules.rectify_days)),
        ("整改突出问题", _days(rules.severe_rectify_days)),
        ("验收", _days(rules.verify_days)),
        ("延期", f"最多{rules.extensions}次"),
        ("简报", rules.bulletin_rhythm),
        ("姓名和照片", rules.names_and_photos),
    )


def appraisal(scheme: AppraisalScheme) -> Appraisal:
    """The scheme as tables."""
    return Appraisal(
        indicators=tuple(
            IndicatorRow(each.id, each.title, _percent(each.weight), each.source) for each in scheme.indicators
        ),
        evidence=tuple(Fact(each.source, _percent(each.weight)) for each in scheme.evidence),
        grades=tuple(Fact(each.name, f"{phrase.figure(each.least)}分起") for each in scheme.grades),
        tie_rule=scheme.tie_rule,
        score_by=phrase.day(scheme.score_by) if scheme.score_by else "",
    )


def _days(number: int) -> str:
    return f"{number}个工作日内"


def _percent(weight: Decimal) -> str:
    return f"{phrase.figure(weight)}%"
