"""Calls for opinions: what to do about one that has no result yet."""

from mingbai.problem import Severity
from tests.factories import changed, content, problems_of, raw

CALL = "public/documents/2026/hearing-at-night.md"
RESULT = """  result:
    on: 2026-04-01
    received: 16
    adopted: 15
    opinions:
      - {text: 晚上7点最好, stance: 采纳, reply: 从5月起都在晚上7点开。}
      - {text: 开到周末去, stance: 不采纳, reply: 周末没有速记员。}
"""


def test_the_hint_for_a_result_that_is_missing_works_when_typed() -> None:
    unanswered = changed(CALL, RESULT, "")
    (problem,) = problems_of(raw(unanswered))
    line = problem.hint.removeprefix("在 consultation 下面补上 ").split("，0 换成")[0]
    mended = changed(CALL, "review:", f"  {line}\nreview:", unanswered)

    assert problem.code == "consultation/result-missing"
    assert problems_of(raw(mended)) == ()


def test_days_in_the_wrong_order_are_told_and_no_result_is_missed_yet() -> None:
    files = changed(CALL, RESULT, "")
    files = changed(CALL, "closes_on: 2026-03-31", "closes_on: 2026-03-01", files)

    assert [problem.code for problem in problems_of(raw(files))] == ["period/reversed"]


def december(calendar: str) -> dict[str, str]:
    """A call that closed on 2026-12-20 and is not answered, beside a calendar of 2027; today is 2026-12-28."""
    files = {**content(), "content/public/calendar/2027.yaml": calendar}
    files = changed(CALL, RESULT, "", files)
    return changed(CALL, "closes_on: 2026-03-31", "closes_on: 2026-12-20", files)


def test_a_broken_calendar_hides_until_when_a_result_is_due_and_not_that_it_is_missing() -> None:
    told = problems_of(raw(december("holidays: none\n")))

    [problem] = [problem for problem in told if problem.code == "consultation/result-missing"]
    assert problem.message.endswith("2026-12-20 截止，还没有公布结果")
    assert problem.severity is Severity.WARNING


def test_a_calendar_whose_day_has_not_come_is_not_broken() -> None:
    calendar = """
arrangement: {title: 国务院办公厅关于2027年部分节假日安排的通知, on: 2026-12-04}
holidays: [{name: 元旦, begins: 2027-01-01, ends: 2027-01-03}]
review: {by: 办公室, on: 2026-12-10}
published: 2026-12-30 09:00
"""

    told = problems_of(raw(december(calendar)))

    [problem] = [problem for problem in told if problem.code == "consultation/result-missing"]
    assert problem.message.endswith("还没有公布结果；最晚 2027-01-15（暂按周一至周五推算）")
