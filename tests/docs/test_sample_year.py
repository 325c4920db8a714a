"""The sample's campaign of 2026: who was late and who never came, what was met about, what the figures add up to."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mingbai.corpus.agenda import Sort, agenda
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.base import Record
from mingbai.records.intranet.activity import Activity, ActivityKind
from mingbai.records.intranet.bulletin import InternalBulletin, Submission, Verdict
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.intranet.plan import BUREAU, MeasureStatus, Plan
from tests import ROOT
from tests.cli.shell import mingbai
from tests.sample import sample_corpus, sample_intranet

FEBRUARY = "2026-02-05"
DECEMBER = "2026-12-28"
HALF = date(2026, 7, 31)
"""The day of the half-year's account that the newsletter printed."""
COUNTED = ("bureau", "office", "policy", "arts", "market", "heritage", "press", "broadcast", "library", "enforcement")
"""The plans in that account."""


def owed(what: HandIn, day: str = DECEMBER) -> tuple[Duty, ...]:
    return sample_intranet(day).duties(2026, what)


def late(duties: tuple[Duty, ...]) -> set[str]:
    return {duty.unit for duty in duties if duty.was_late}


def missing(duties: tuple[Duty, ...]) -> set[str]:
    return {duty.unit for duty in duties if duty.missing}


def test_on_the_fifth_of_february_plans_are_past_due_and_codes_are_not() -> None:
    """Of 22 plans 19 came in time, two late, one not at all; codes have five days left."""
    plans, codes = owed(HandIn.PLAN, FEBRUARY), owed(HandIn.CONDUCT, FEBRUARY)

    assert len(plans) == 22
    assert (late(plans), missing(plans)) == ({"heritage", "gallery"}, {"film-company"})
    assert {duty.days_late for duty in codes if not duty.handed_in} == {-5}
    assert late(codes) == missing(codes) == set()


@pytest.mark.parametrize(
    ("what", "came_late", "never_came"),
    [
        (HandIn.PLAN, {"heritage", "gallery"}, {"film-company"}),
        (HandIn.HALF_YEAR, {"museum", "party"}, {"film-company"}),
        (HandIn.SUMMARY, set(), {"film-company", "troupe"}),
    ],
)
def test_by_the_end_of_the_year_it_is_plain_who_was_late_and_who_never_came(
    what: HandIn, came_late: set[str], never_came: set[str]
) -> None:
    assert (late(owed(what)), missing(owed(what))) == (came_late, never_came)


def test_who_was_late_says_why() -> None:
    plans = sample_intranet().plans

    for duty in owed(HandIn.PLAN):
        if duty.was_late:
            said = next(event.note for event in plans[duty.id].record.events if event.on == duty.handed_in)
            assert said and f"晚{duty.days_late}天" in said


def test_every_unit_promises_upwards_downwards_and_outwards() -> None:
    corpus = sample_intranet()
    plans = {duty.unit: corpus.plans[duty.id].record for duty in corpus.duties(2026, HandIn.PLAN)}

    assert all(plan.internal_pledges for plan in plans.values())
    assert {unit for unit, plan in plans.items() if plan.pledges != f"2026/{unit}"} == {BUREAU}


def test_a_plan_that_nobody_handed_in_binds_nobody_and_reports_nothing() -> None:
    draft = sample_intranet().plans["2026/film-company"].record
    measures = [task for task in agenda(sample_intranet(), 2026) if task.sort is Sort.MEASURE]

    assert draft.reports == ()
    assert not any(measure.progress or measure.evidence for measure in draft.measures)
    assert {task.unit for task in measures} == {duty.unit for duty in owed(HandIn.PLAN)} - {"film-company"}


def test_the_figure_that_the_public_was_told_is_the_sum_of_the_plans() -> None:
    """124 measures and four of them not kept, as the call for 2027 says."""
    told = (ROOT / "content/public/documents/2026/ask-2027.md").read_text("utf-8")
    corpus = sample_intranet()
    measures = [measure for duty in owed(HandIn.PLAN) for measure in corpus.undertaken(duty)]

    assert f"今年我们说了{len(measures)}条，有4条没做到" in told


def test_the_account_of_the_half_year_is_what_the_logs_said_on_that_day() -> None:
    corpus = sample_intranet(HALF.isoformat())
    measures = [measure for unit in COUNTED for measure in corpus.plans[f"2026/{unit}"].record.measures]
    counted = Counter(measure.status(HALF) for measure in measures)
    told = [item.number for item in sample_corpus().figures["plans-2026-half"].record.data]

    assert told == [
        len(measures),
        counted[MeasureStatus.DONE],
        counted[MeasureStatus.UNDER_WAY],
        counted[MeasureStatus.NOT_STARTED],
        counted[MeasureStatus.CANCELLED],
    ]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2026-01-07", ""),
        (FEBRUARY, "动员会"),
        ("2026-02-28", "动员会 大讨论"),
        ("2026-09-30", "动员会 大讨论 交流会"),
        ("2026-12-31", "动员会 大讨论 交流会 回头看"),
    ],
)
def test_each_meeting_is_there_from_its_day_on(day: str, held: str) -> None:
    found = sorted((entry.record for entry in sample_intranet(day).activities.values()), key=lambda each: each.on)

    assert [activity.type for activity in found] == [ActivityKind(name) for name in held.split()]
    assert all(activity.decisions and activity.contributions for activity in found)


def test_every_fixed_day_of_the_year_that_is_past_has_a_record() -> None:
    milestones = sample_intranet().campaigns["2026"].record.milestones

    assert len(milestones) >= 4
    assert [each.title for each in milestones if not (each.activity or each.minutes)] == []


def test_what_was_handed_in_for_the_newsletter_waits_or_was_sent_back_with_a_way_to_mend_it() -> None:
    pieces: list[Submission] = [entry.record for entry in sample_intranet().submissions.values()]
    decided = Counter(piece.decision.verdict if piece.decision else None for piece in pieces)

    assert decided == {Verdict.DECLINED: 5, Verdict.ACCEPTED: 2, None: 3}
    assert all(
        piece.decision.reason for piece in pieces if piece.decision and piece.decision.verdict is Verdict.DECLINED
    )
    assert len({piece.division for piece in pieces}) == len(pieces)


def test_nobody_inside_signs_on_a_day_off_either() -> None:
    corpus = sample_intranet()
    days = [(entry.path, day) for entry in corpus.entries for day in signed(entry.record)]

    assert len(days) > 100
    assert [found for found in days if found[1].year == 2026 and not corpus.public.workdays.has(found[1])] == []


def signed(record: Record) -> Iterator[date]:
    """The days on which somebody in the bureau signed, met, or decided."""
    match record:
        case Plan():
            yield from (event.on for event in record.events)
            yield from (report.on for report in record.reports)
        case Activity():
            yield from filter(None, (record.on, record.until))
        case InternalBulletin():
            yield record.date
        case Finding():
            yield record.registered_on
            yield from (event.on for event in record.log)
        case Inspection():
            yield from filter(None, (record.on, record.until))
        case Circular():
            yield record.on
        case Submission():
            yield record.submitted_on
            if record.decision:
                yield record.decision.on


def test_a_summary_begins_with_what_was_not_kept() -> None:
    """So it was settled at the exchange of September."""
    plans = [entry.record for entry in sample_intranet().plans.values()]
    firsts = [report.text[0] for plan in plans for report in plan.reports if report.what == "全年总结"]

    assert len(firsts) == 20
    assert [first for first in firsts if not first.startswith("没做到的")] == []


@pytest.fixture(scope="module")
def travelled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The intranet as it stood on a day in February, and on the day after the year."""
    found = {}
    for day in (FEBRUARY, "2027-01-01"):
        out = tmp_path_factory.mktemp("site")
        said = mingbai("build", "-s", ROOT, "-o", out, "--only", "intranet", "--as-of", day)
        assert said.code == 0, said.all
        found[day] = out / "intranet"
    return found


def words(page: Path) -> str:
    """What a page says, without its marks."""
    return re.sub(r"<[^>]*>|\s", "", page.read_text("utf-8"))


@pytest.mark.slow
def test_the_intranet_of_february_knows_who_is_late_and_nothing_of_the_spring(travelled: dict[str, Path]) -> None:
    site = travelled[FEBRUARY]
    home, plans = words(site / "index.html"), words(site / "plans/index.html")

    assert "动员阶段还剩23天" in home
    assert "没交行动方案" in home
    assert "其中2份逾期才交，还有1份没交" in plans
    assert "逾期4天才交" in plans
    assert "没交，逾期6天" in plans
    assert "上半年" not in words(site / "plans/2026/office/index.html")
    assert not (site / "bulletins/2026/02").exists()


@pytest.mark.slow
def test_the_intranet_of_the_new_year_still_shows_what_was_never_handed_in(travelled: dict[str, Path]) -> None:
    site = travelled["2027-01-01"]

    assert "阶段还剩" not in words(site / "index.html")
    assert "没交，逾期336天" in words(site / "plans/index.html")
    assert "四期都公布了" in words(site / "plans/2026/office/index.html")


def test_the_corpus_of_a_day_is_not_the_one_of_another() -> None:
    """A control: what the tests above look at does depend on the day."""
    corpora: list[IntranetCorpus] = [sample_intranet(day) for day in (FEBRUARY, DECEMBER)]

    assert len(corpora[0].bulletins) == 0 < len(corpora[1].bulletins) == 3
