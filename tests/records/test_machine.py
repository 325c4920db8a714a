"""The machines: what every step leads to from every state, written down by hand, and days of one finding."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.records.intranet.appraisal import APPRAISAL, AppraisalAction, AppraisalState
from mingbai.records.intranet.complaint import COMPLAINT, ComplaintAction, ComplaintState
from mingbai.records.intranet.conduct import CONDUCT, ConductAction, ConductStatus
from mingbai.records.intranet.finding import FINDING, Finding, FindingAction, FindingState
from mingbai.records.intranet.plan import PLAN, PlanAction, PlanStatus
from mingbai.records.machine import Machine
from mingbai.records.parse import parse

Machines = tuple[Machine[Any, Any], type[StrEnum], type[StrEnum], str]
EXPECTED: Mapping[str, Machines] = {
    "plan": (
        PLAN,
        PlanStatus,
        PlanAction,
        """
        起草       征求意见 已征求意见
        已征求意见 征求意见 已征求意见
        已征求意见 提交     已提交
        已提交     审核     已审核
        已审核     发布     已发布
        已发布     修订     已修订
        已修订     修订     已修订
        已修订     发布     已发布
        """,
    ),
    "conduct": (
        CONDUCT,
        ConductStatus,
        ConductAction,
        """
        起草   提交 已提交
        已提交 发布 已发布
        已发布 修订 已修订
        已修订 修订 已修订
        已修订 发布 已发布
        """,
    ),
    "finding": (
        FINDING,
        FindingState,
        FindingAction,
        """
        已登记 反馈     已反馈
        已登记 不成立   不成立
        已反馈 定措施   整改中
        已反馈 延期     已反馈
        已反馈 不成立   不成立
        整改中 延期     整改中
        整改中 报请验收 待验收
        待验收 验收通过 已销号
        待验收 验收退回 整改中
        已销号 重新打开 整改中
        """,
    ),
    "complaint": (
        COMPLAINT,
        ComplaintState,
        ComplaintAction,
        """
        已收到 受理   已受理
        已收到 不受理 没有受理
        已受理 答复   已答复
        已答复 办结   已办结
        已办结 评价   已评价
        """,
    ),
    "appraisal": (
        APPRAISAL,
        AppraisalState,
        AppraisalAction,
        """
        没有开始 开始 已开始
        已开始   打分 已打分
        已打分   公示 公示中
        公示中   打分 已打分
        公示中   确认 已确认
        """,
    ),
}
"""Of each machine: state, step, state after it. What is not written here is refused."""

PAIRS = [
    pytest.param(name, state, action, id=f"{name}-{state}-{action}")
    for name, (_, states, actions, _) in EXPECTED.items()
    for state in states
    for action in actions
]


def table(name: str) -> dict[tuple[str, str], str]:
    rows = [line.split() for line in EXPECTED[name][3].split("\n") if line.strip()]
    return {(state, action): after for state, action, after in rows}


@pytest.mark.parametrize(("name", "state", "action"), PAIRS)
def test_every_step_from_every_state_leads_where_it_is_written(name: str, state: StrEnum, action: StrEnum) -> None:
    machine, expected = EXPECTED[name][0], table(name).get((state.value, action.value))

    assert (action in machine.allowed(state)) is (expected is not None)
    assert Machine(state, machine.steps).states([action]) == (state, expected or state)
    assert Machine(state, machine.steps).first_slip([action]) == (None if expected else (0, state))


@pytest.mark.parametrize("name", EXPECTED)
def test_what_has_to_come_first_makes_a_step_allowed(name: str) -> None:
    machine, states, actions, _ = EXPECTED[name]
    for state in states:
        for action in actions:
            first = machine.missing(state, action)
            if first is not None:
                assert Machine(state, machine.steps).first_slip([*first, action]) is None


def test_what_has_to_come_first_is_as_little_as_can_be_and_nothing_where_no_way_leads() -> None:
    assert FINDING.missing(FindingState.REGISTERED, FindingAction.ACCEPT) == (
        FindingAction.NOTIFY,
        FindingAction.PLAN,
        FindingAction.SUBMIT,
    )
    assert FINDING.missing(FindingState.RECTIFYING, FindingAction.EXTEND) == ()
    assert FINDING.missing(FindingState.DISMISSED, FindingAction.NOTIFY) is None


HISTORY = """
registered_on: 2026-03-02
source: 回头看
division: market
text: 墙上的流程图还是老的。
due: 2026-03-20
cause: 没有人管墙。
measures: [换图]
log:
  - {on: 2026-03-04, action: 反馈, by: office}
  - {on: 2026-03-05, action: 延期, by: office}
  - {on: 2026-03-06, action: 定措施, by: market}
  - {on: 2026-03-09, action: 报请验收, by: market}
  - {on: 2026-03-11, action: 验收退回, by: office}
  - {on: 2026-03-12, action: 延期, by: office}
  - {on: 2026-03-16, action: 报请验收, by: market}
  - {on: 2026-03-16, action: 验收通过, by: office}
  - {on: 2026-09-01, action: 重新打开, by: office}
  - {on: 2026-09-08, action: 报请验收, by: market}
  - {on: 2026-09-10, action: 验收通过, by: office}
"""
STOOD = """
03-02 已登记
03-04 已反馈
03-05 已反馈
03-06 整改中
03-09 待验收
03-11 整改中
03-12 整改中
03-16 已销号
09-01 整改中
09-08 待验收
09-10 已销号
"""
"""Where it stood on each of its days, and until the next."""


def finding(text: str) -> Finding:
    entry = parse("content/intranet/findings/2026/001.yaml", text.encode()).entry
    assert entry and isinstance(entry.record, Finding)
    return entry.record


def test_a_finding_stands_on_each_of_its_days_as_the_table_says() -> None:
    record = finding(HISTORY)
    days = {date.fromisoformat(f"2026-{day}"): state for day, state in map(str.split, STOOD.strip().splitlines())}

    assert {day: str(record.state(day)) for day in days} == days
    for before, after in zip(days, [*list(days)[1:], date(2026, 12, 28)], strict=True):
        assert record.state(after - timedelta(1)) == days[before]
    assert record.at(date(2026, 3, 1)) is None


@st.composite
def logs(draw: st.DrawFn) -> list[tuple[date, FindingAction]]:
    """A log of legal steps, some on one day, some far apart."""
    state, day, log = FINDING.start, date(2026, 3, 2), []
    for _ in range(draw(st.integers(0, 12))):
        allowed = FINDING.allowed(state)
        if not allowed:
            break
        action = draw(st.sampled_from(allowed))
        day += timedelta(draw(st.integers(0, 9)))
        log.append((day, action))
        state = FINDING.steps[state, action]
    return log


@given(logs(), st.integers(0, 120))
def test_a_log_cut_at_any_day_gives_the_states_it_gave_on_that_day(
    log: list[tuple[date, FindingAction]], after: int
) -> None:
    """Whoever looks back sees what stood there, and every day before it as it was."""
    cut_on = date(2026, 3, 2) + timedelta(after)
    steps = "".join(f"  - {{on: {day}, action: {action}, by: office}}\n" for day, action in log)
    record = finding(HISTORY.split("log:", maxsplit=1)[0] + (f"log:\n{steps}" if steps else ""))
    cut = record.at(cut_on)

    assert cut
    for day in (date(2026, 3, 2) + timedelta(n) for n in range(after + 1)):
        assert cut.state(day) == record.state(day)
