"""The steps of plans and codes: which logs are right, and that of a wrong one the first slip is told."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.clock import Clock
from mingbai.records.intranet.conduct import ConductStatus
from mingbai.records.intranet.plan import PLAN, PlanAction, PlanStatus
from tests.factories import CLOCK, changed, content, intranet_corpus, problems_of, raw

PLAN_FILE = "content/intranet/plans/2026/market.yaml"
CODE_FILE = "content/intranet/conduct/2026/bing.yaml"
NEW_YEAR = date(2026, 1, 1)
Log = Iterable[tuple[date, str]]


def with_log(path: str, log: Log) -> dict[str, str]:
    """The golden bureau with another log in a plan or a code."""
    files = content()
    head = files[path].split("events:\n")[0]
    lines = "".join(f"  - {{on: {day}, action: {action}, by: 甲}}\n" for day, action in log)
    return {**files, path: head + (f"events:\n{lines}" if lines else "")}


def daily(actions: Iterable[str]) -> Log:
    """One step a day, from 20 January on: opinions had been asked by then."""
    return [(date(2026, 1, 20) + timedelta(n), action) for n, action in enumerate(actions)]


def codes(files: dict[str, str], clock: Clock = CLOCK) -> list[str]:
    return [problem.code for problem in problems_of(raw(files), clock) if problem.code.startswith("step/")]


@pytest.mark.parametrize(
    "actions",
    [
        (),
        ("征求意见",),
        ("征求意见", "征求意见", "提交"),
        ("征求意见", "提交", "审核", "发布"),
        ("征求意见", "提交", "审核", "发布", "修订", "发布", "修订", "修订"),
    ],
    ids="-".join,
)
def test_a_plan_that_went_its_way_is_right(actions: tuple[str, ...]) -> None:
    assert codes(with_log(PLAN_FILE, daily(actions))) == []


@pytest.mark.parametrize(
    ("actions", "code"),
    [
        (("提交",), "step/out-of-order"),
        (("征求意见", "审核"), "step/out-of-order"),
        (("征求意见", "提交", "发布"), "step/out-of-order"),
        (("征求意见", "提交", "审核", "修订"), "step/out-of-order"),
        (("征求意见", "提交", "提交"), "step/twice"),
        (("征求意见", "提交", "审核", "发布", "发布"), "step/twice"),
        (("征求意见", "提交", "征求意见", "审核", "发布"), "step/too-late"),
    ],
    ids=str,
)
def test_a_plan_that_did_not_is_told_so_once(actions: tuple[str, ...], code: str) -> None:
    assert codes(with_log(PLAN_FILE, daily(actions))) == [code]


@given(st.lists(st.sampled_from([action.value for action in PlanAction]), max_size=5))
def test_a_log_is_right_when_each_step_may_follow_the_one_before(actions: list[str]) -> None:
    """Whatever was written: at most one slip is told, and none where the table leads from step to step."""
    allowed = PLAN.first_slip(map(PlanAction, actions)) is None

    assert len(codes(with_log(PLAN_FILE, daily(actions)))) == (not allowed)


@pytest.mark.parametrize("actions", [*product(["提交", "发布", "修订"], repeat=2)], ids="-".join)
def test_a_code_is_handed_in_published_and_then_revised(actions: tuple[str, ...]) -> None:
    assert (codes(with_log(CODE_FILE, daily(actions))) == []) is (actions == ("提交", "发布"))


def test_steps_of_one_day_stand_as_they_are_written_and_the_last_one_counts() -> None:
    """Reviewed and published in one sitting, the plan is published."""
    day = date(2026, 2, 3)
    plan = with_log(PLAN_FILE, [(day, action) for action in ("征求意见", "提交", "审核", "发布")])
    code = with_log(CODE_FILE, [(day, "提交"), (day, "发布")])

    assert codes(plan) == codes(code) == []
    assert intranet_corpus(plan).plans["2026/market"].record.status(CLOCK.as_of) is PlanStatus.PUBLISHED
    assert intranet_corpus(code).conduct["2026/bing"].record.status(CLOCK.as_of) is ConductStatus.PUBLISHED


def test_a_step_dated_before_the_one_above_it_is_told_and_not_judged_further() -> None:
    log = [(date(2026, 1, 28), "提交"), (date(2026, 1, 20), "征求意见")]

    assert codes(with_log(PLAN_FILE, log)) == ["step/day-out-of-order"]


def test_a_note_of_progress_dated_before_the_one_above_it_is_told() -> None:
    note, later = "{on: 2026-06-20, action: 完成, note: 委托书已签}", "{on: %s, action: 完成, note: 又签了一份}"
    plan = "intranet/plans/2026/market.yaml"
    back, same = (
        changed(plan, f"- {note}\n", f"- {note}\n      - {later % day}\n") for day in ("2026-06-19", "2026-06-20")
    )

    (told,) = (each for each in problems_of(raw(back)) if each.is_error)
    assert (told.code, told.place.line) == ("step/day-out-of-order", 23)
    assert codes(same) == []


@pytest.mark.parametrize("shown", [date(2026, 2, 5), date(2026, 12, 28)], ids=str)
def test_a_day_that_has_not_come_is_refused_on_whatever_day_is_shown(shown: date) -> None:
    """The page of 5 February would not have it anyhow; the slip is in the file."""
    files = changed("intranet/conduct/2026/bing.yaml", "2026-02-12, action: 发布", "2026-12-29, action: 发布")

    assert codes(files, Clock(CLOCK.today, shown)) == ["step/ahead"]


def test_a_day_that_has_come_by_then_is_not() -> None:
    files = changed("intranet/conduct/2026/bing.yaml", "2026-02-12, action: 发布", "2026-12-29, action: 发布")
    then = date(2026, 12, 29)

    assert codes(files, Clock(then, then)) == []


PLAN_BELOW = PLAN_FILE.removeprefix("content/")
REPORT = "reports:\n  - {what: 半年小结, on: 2026-07-08, text: [做了一半]}\nevents:\n"


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("2026-01-28, action: 提交", "2062-01-28, action: 提交"),
        ("2026-01-15, action: 征求意见", "2062-01-15, action: 征求意见"),
        ("- on: 2026-01-15", "- on: 2062-01-15"),
        ("text: 委托书, on: 2026-06-20", "text: 委托书, on: 2062-06-20"),
    ],
    ids=["handed-in", "asked", "consultation", "evidence"],
)
def test_a_slip_into_the_future_is_one_mistake(written: str, slip: str) -> None:
    """What it leaves a hole in (the order of steps, the parts, what shows that a measure is done) is not told too."""
    files = changed(PLAN_BELOW, "events:\n", REPORT, changed(PLAN_BELOW, written, slip))

    assert [problem.code for problem in problems_of(raw(files))] == ["step/ahead"]


def test_a_report_is_not_told_of_when_the_step_of_handing_in_was_left_out() -> None:
    files = changed(PLAN_BELOW, "  - {on: 2026-01-28, action: 提交, by: 市场处}\n", "")

    assert [problem.code for problem in problems_of(raw(changed(PLAN_BELOW, "events:\n", REPORT, files)))] == [
        "step/out-of-order"
    ]


REPORTS = "reports:\n  - {what: 半年小结, on: 2026-07-08, text: [做了一半]}\nevents:\n"


@pytest.mark.parametrize(("day", "told"), [("2026-01-27", True), ("2026-01-28", False)])
def test_a_report_may_come_on_the_day_of_the_plan_and_not_before(day: str, told: bool) -> None:
    files = changed("intranet/plans/2026/market.yaml", "events:\n", REPORTS.replace("2026-07-08", day))

    assert [problem.code for problem in problems_of(raw(files))] == ["plan/report-before-plan"] * told


def test_a_report_on_a_plan_that_was_never_handed_in_is_told() -> None:
    files = with_log(PLAN_FILE, [])
    files = {**files, PLAN_FILE: files[PLAN_FILE] + REPORTS.removesuffix("events:\n")}

    assert [problem.code for problem in problems_of(raw(files))] == ["plan/report-before-plan"]


def test_a_mistake_in_the_bureau_calls_no_step_early() -> None:
    """Its own day is in the file that cannot be read: what was done up to that day is not told as a mistake."""
    bureau = "content/public/bureau.yaml"
    files = content()
    early = Clock(NEW_YEAR, NEW_YEAR)

    assert "step/ahead" in codes(files, early)
    assert codes({**files, bureau: files[bureau].replace("site_id_code: ", "site_id_code: x")}, early) == []
