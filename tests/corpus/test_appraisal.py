"""Totals, ranks and grades: they follow from the scores and the scheme, and from nothing else."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.corpus.appraisal import appraised, ranked, results, total
from mingbai.corpus.appraisal_figures import Share, figures, in_time
from mingbai.records.base import Entry
from mingbai.records.intranet.appraisal import Appraisal, AppraisalState, EvidenceSource
from mingbai.records.intranet.campaign import AppraisalScheme, TieRule
from mingbai.records.judge import judged
from mingbai.source.located import Places
from tests.factories import changed, content, intranet_corpus
from tests.sample import sample_intranet

DAY = date(2026, 12, 28)
INDICATORS = ("responsibility", "plan-effect", "activity-result", "complaint-rectify")
SCHEME = judged(
    AppraisalScheme,
    {
        "indicators": [
            {"id": id, "title": id, "weight": weight, "source": "人工评分"}
            for id, weight in zip(INDICATORS, (25, 30, 20, 25), strict=True)
        ],
        "evidence": [
            {"source": source, "weight": weight}
            for source, weight in zip(EvidenceSource, (30, 20, 30, 20), strict=True)
        ],
        "grades": [{"name": "优秀", "least": 90}, {"name": "合格", "least": 60}, {"name": "不合格", "least": 0}],
        "tie_rule": TieRule.SKIP,
    },
)
LOG = [
    {"on": "2026-12-18", "action": "开始", "by": "办公室"},
    {"on": "2026-12-21", "action": "打分", "by": "领导小组"},
    {"on": "2026-12-22", "action": "公示", "by": "办公室"},
]
points = st.integers(0, 10_000).map(lambda number: Decimal(number) / 100)
scores = st.dictionaries(st.sampled_from(INDICATORS), points, min_size=1)
evidence = st.dictionaries(st.sampled_from(list(EvidenceSource)), scores, min_size=1)


def scored(given: dict[EvidenceSource, dict[str, Decimal]], log: list[dict[str, str]] = LOG) -> Appraisal:
    judgements = [
        {"source": source, "scores": [{"indicator": id, "score": score} for id, score in found.items()]}
        for source, found in given.items()
    ]
    return judged(Appraisal, {"self_text": ["做了"], "evidence": judgements, "log": log})


def entries(given: dict[str, Appraisal]) -> dict[str, Entry[Appraisal]]:
    return {f"2026/{unit}": Entry(f"2026/{unit}", record, Places(unit), unit) for unit, record in given.items()}


def test_a_source_that_saw_nothing_leaves_its_weight_to_the_others() -> None:
    given = {EvidenceSource.OFFICE_VISITS: {"responsibility": Decimal(80)}}
    given[EvidenceSource.EXTERNAL_REVIEW] = {"responsibility": Decimal(90)}

    (result,) = results(entries({"library": scored(given)}), SCHEME, 2026, DAY)

    assert result.indicators == {"responsibility": Decimal("84.00")}
    assert result.total == Decimal("84.00")


def test_an_indicator_weighs_as_the_campaign_says() -> None:
    found = {"responsibility": Decimal(100), "plan-effect": Decimal(0)}

    assert total(found, SCHEME) == Decimal("45.45")


@given(evidence)
def test_a_total_lies_between_the_lowest_and_the_highest_score(given: dict[EvidenceSource, dict[str, Decimal]]) -> None:
    every = [score for found in given.values() for score in found.values()]

    (result,) = results(entries({"library": scored(given)}), SCHEME, 2026, DAY)

    assert min(every) - Decimal("0.01") <= result.total <= max(every) + Decimal("0.01")


@given(st.dictionaries(st.sampled_from("abcdefgh"), evidence, min_size=1), st.randoms())
def test_the_order_of_files_does_not_matter(given: dict[str, dict[EvidenceSource, dict[str, Decimal]]], turn) -> None:  # type: ignore[no-untyped-def]
    every = list(entries({unit: scored(each) for unit, each in given.items()}).items())
    shuffled = list(every)
    turn.shuffle(shuffled)

    assert results(dict(every), SCHEME, 2026, DAY) == results(dict(shuffled), SCHEME, 2026, DAY)


@given(st.lists(st.integers(0, 5).map(Decimal), min_size=1), st.sampled_from(TieRule))
def test_ties_share_a_rank_and_nobody_else_does(totals: list[Decimal], rule: TieRule) -> None:
    totals.sort(reverse=True)

    ranks = ranked(totals, rule)

    assert ranks[0] == 1
    assert ranks == sorted(ranks)
    for one, other in zip(zip(totals, ranks, strict=True), zip(totals[1:], ranks[1:], strict=True), strict=False):
        assert (one[0] == other[0]) == (one[1] == other[1])


@given(st.lists(st.integers(0, 5).map(Decimal), min_size=1))
def test_after_a_tie_places_stay_empty_or_the_next_one_follows(totals: list[Decimal]) -> None:
    totals.sort(reverse=True)

    assert ranked(totals, TieRule.SKIP) == [1 + sum(other > each for other in totals) for each in totals]
    assert ranked(totals, TieRule.DENSE) == [1 + len({other for other in totals if other > each}) for each in totals]


@pytest.mark.parametrize(
    ("day", "state", "score"),
    [
        (date(2026, 12, 20), AppraisalState.OPENED, None),
        (date(2026, 12, 21), AppraisalState.SCORED, "70"),
        (date(2026, 12, 23), AppraisalState.SHOWN, "70"),
        (date(2026, 12, 24), AppraisalState.SCORED, "84"),
        (date(2026, 12, 28), AppraisalState.SHOWN, "84"),
    ],
)
def test_a_score_given_anew_leaves_the_old_one_on_the_days_before(
    day: date, state: AppraisalState, score: str | None
) -> None:
    """文物处 objected while its scores were shown."""
    record = sample_intranet(day.isoformat()).appraisals["2026/heritage"].record
    found = [
        str(each.score)
        for judgement in record.evidence
        if judgement.source is EvidenceSource.OFFICE_VISITS
        for each in judgement.scores
        if each.indicator == "complaint-rectify"
    ]

    assert (record.state(day), found) == (state, [score] if score else [])


def test_what_is_typed_before_its_step_is_shown_on_no_day() -> None:
    files = content()
    path = "content/intranet/appraisals/2026/market.yaml"
    opened = {**files, path: files[path][: files[path].index("  - {on: 2026-12-15, action: 打分")]}

    record = intranet_corpus(opened).appraisals["2026/market"].record
    assert (record.state(DAY), record.evidence, record.uses) == (AppraisalState.OPENED, (), ())


def test_figures_stand_as_on_the_day_of_the_scoring() -> None:
    scored_then, now = sample_intranet("2026-12-21"), sample_intranet()

    assert figures(now, 2026, "library") == figures(scored_then, 2026, "library")
    assert figures(now, 2026, "library").day == date(2026, 12, 21)


def test_measures_done_and_findings_put_right_in_time_are_counted() -> None:
    found = figures(intranet_corpus(), 2026, "market")

    assert (found.findings.part, found.findings.whole) == (1, 1)
    assert found.measures.whole == len(intranet_corpus().plans["2026/market"].record.measures)


def test_a_finding_past_its_last_day_counts_against_the_unit() -> None:
    late = changed("intranet/findings/2026/002.yaml", "due: 2026-12-31", "due: 2026-12-11")
    corpus = intranet_corpus(late)

    assert in_time(tuple(corpus.ledger.values())) == Share(1, 2)


def test_the_leading_group_and_its_office_are_not_appraised() -> None:
    corpus = sample_intranet()
    units = appraised(corpus.public.divisions, corpus.appraisals, 2026, corpus.day)

    assert len(units) == 21
    assert "group-office" not in units


def test_who_is_not_scored_has_no_rank() -> None:
    files = content()
    path = "content/intranet/appraisals/2026/market.yaml"
    files[path] = files[path].split("  - {on: 2026-12-15")[0]
    corpus = intranet_corpus(files)
    scheme = corpus.campaigns["2026"].record.appraisal
    assert scheme

    assert results(corpus.appraisals, scheme, 2026, corpus.day) == ()
