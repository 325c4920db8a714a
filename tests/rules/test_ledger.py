"""Numbers, feedback, verification and terms of findings: what is just right, and what is just not."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, content, problems_of, raw, without

FIRST, SECOND = "intranet/findings/2026/001.yaml", "intranet/findings/2026/002.yaml"
SUCCESSOR = """
display_name: 示例丁
post: 文化市场管理处处长
role: 主要负责人
division: market
duties: [文化市场管理]
style_duties: [对本处室的作风建设负全面责任]
office_phone: 0000-0000013
in_post_from: 2026-11-23
review: {by: 办公室, on: 2026-11-20}
published: 2026-11-23 09:00
"""
OWN = """
registered_on: 2026-12-01
source: 自己找
division: office
text: 来电登记本缺了两页。
due: 2026-12-11
cause: 本子没有编页码。
measures: [每页编号]
log:
  - {on: 2026-12-02, action: 反馈, by: office, to: jia}
  - {on: 2026-12-03, action: 定措施, by: office}
  - {on: 2026-12-08, action: 报请验收, by: office}
  - on: 2026-12-09
    action: 验收通过
    by: office
    approved_by: jia
    evidence: [{kind: 记录, text: 本子, on: 2026-12-09}]
"""


def codes(files: dict[str, str], clock: Clock | None = None) -> list[str]:
    return [p.code for p in (problems_of(raw(files), clock) if clock else problems_of(raw(files)))]


def test_a_broken_file_is_no_gap() -> None:
    files = {**content(), "content/intranet/findings/2026/003.yaml": content()[f"content/{SECOND}"]}

    assert codes(changed(SECOND, "due:", "dew:", files)) == ["field/missing", "field/unknown"]


def test_each_of_two_files_without_a_number_is_given_its_own() -> None:
    """What stands in place of a number is taken for it where that is free and leaves no gap."""
    files = content()
    for name in ("2", "3", "9"):
        files[f"content/intranet/findings/2026/{name}.yaml"] = content()[f"content/{SECOND}"]

    hints = [p.hint for p in problems_of(raw(files)) if p.code == "number/not-a-number"]

    assert hints == [f"改名为 findings/2026/{number}.yaml" for number in ("003", "004", "005")]


def test_a_gap_is_told_once_and_names_all_that_is_missing() -> None:
    files = without(SECOND)
    for number in ("005", "006"):
        files[f"content/intranet/findings/2026/{number}.yaml"] = content()[f"content/{SECOND}"].replace(
            "重来一遍", number
        )
    (problem,) = problems_of(raw(files))

    assert problem.message == "有 2026-005，前面却缺 2026-002 到 2026-004"


def test_a_number_later_in_time_is_no_gap_on_an_earlier_day() -> None:
    """On 20 November, when the second was registered, and on the day before."""
    for day in (date(2026, 11, 19), date(2026, 11, 20)):
        assert codes(content(), Clock(date(2026, 12, 28), day)) == []


def test_whoever_heads_the_unit_on_the_day_is_told() -> None:
    files = changed(
        "public/people/yi.yaml", "in_post_from: 2024-05-10", "in_post_from: 2024-05-10\nin_post_to: 2026-11-22"
    )
    files["content/public/people/ding.yaml"] = SUCCESSOR
    files = changed("public/divisions/market.yaml", "head: yi", "head: ding", files)

    assert codes(files) == ["finding/told-another"]
    assert codes(changed(SECOND, "to: yi", "to: ding", files)) == []


def test_a_member_of_the_group_who_heads_the_unit_need_not_be_told_twice() -> None:
    files = {**content(), "content/intranet/findings/2026/003.yaml": OWN}

    assert codes(files) == []


def test_whoever_joined_the_group_later_was_not_to_be_told() -> None:
    files = changed("intranet/campaigns/2026.yaml", "group: [jia]", "group: [jia, ding]")
    files["content/public/people/ding.yaml"] = SUCCESSOR.replace("主要负责人", "班子成员").replace(
        "division: market\n", ""
    )

    assert "finding/group-not-told" in codes(files)
    assert all(
        problem.place.path != f"content/{FIRST}"
        for problem in problems_of(raw(files))
        if problem.code == "finding/group-not-told"
    )


@pytest.mark.parametrize(("day", "told"), [("2026-11-25", False), ("2026-11-26", True)])
def test_the_last_day_of_feedback_is_in_time_and_a_note_answers_the_day_after(day: str, told: bool) -> None:
    late = changed(SECOND, "2026-11-24, action: 反馈", f"{day}, action: 反馈")
    bare = changed(
        SECOND, ", note: 要等新的门牌名单，期限放宽", "", changed(SECOND, "due: 2026-12-31", "due: 2026-12-15", late)
    )

    assert codes(late) == []
    assert codes(bare) == ["finding/told-late"] * told


@pytest.mark.parametrize(("due", "told"), [("2026-12-15", False), ("2026-12-16", True)])
def test_a_term_of_just_so_many_working_days_is_no_matter(due: str, told: bool) -> None:
    files = changed(SECOND, ", note: 要等新的门牌名单，期限放宽", "")

    assert codes(changed(SECOND, "due: 2026-12-31", f"due: {due}", files)) == ["finding/term-too-long"] * told


def test_while_a_calendar_is_broken_no_term_is_too_long_and_no_feedback_late() -> None:
    """The working days of its year are not known: to shorten a term that is right would be a mistake."""
    files = changed(SECOND, ", note: 要等新的门牌名单，期限放宽", "")
    late = changed(SECOND, "2026-11-24, action: 反馈", "2026-11-26, action: 反馈", files)
    broken = changed("public/calendar/2026.yaml", "make_up: [2026-02-14, 2026-02-28]", "make_up: 2026-02-14", late)

    assert codes(late) == ["finding/term-too-long", "finding/told-late"]
    assert [problem.place.path for problem in problems_of(raw(broken))] == ["content/public/calendar/2026.yaml"]


@pytest.mark.parametrize(("due", "told"), [("2026-04-15", False), ("2026-04-14", True)])
def test_a_term_is_made_longer_on_its_last_day_at_the_latest(due: str, told: bool) -> None:
    assert codes(changed(FIRST, "due: 2026-04-20", f"due: {due}")) == ["finding/extended-late"] * told


def test_a_finding_opened_anew_has_a_new_term_that_may_be_made_longer_again() -> None:
    files = content()
    files[f"content/{FIRST}"] += (
        "  - {on: 2026-09-01, action: 重新打开, by: office, due: 2026-09-15, note: 又没有人接}\n"
        "  - {on: 2026-09-14, action: 延期, by: office, due: 2026-09-20, approved_by: jia}\n"
    )
    again = {
        **files,
        f"content/{FIRST}": files[f"content/{FIRST}"]
        + ("  - {on: 2026-09-18, action: 延期, by: office, due: 2026-09-25, approved_by: jia}\n"),
    }

    assert codes(files) == []
    assert codes(again) == ["finding/extended-too-often"]


def test_the_office_does_not_approve_its_own_case_where_the_group_has_somebody_else() -> None:
    files = {**content(), "content/intranet/findings/2026/003.yaml": OWN.replace("to: jia", "to: jia, cc: [ding]")}
    files["content/public/people/ding.yaml"] = (
        SUCCESSOR.replace("主要负责人", "班子成员")
        .replace("division: market\n", "")
        .replace("2026-11-23", "2026-01-05")
    )
    files = changed("intranet/campaigns/2026.yaml", "group: [jia]", "group: [jia, ding]", files)
    own = [p for p in problems_of(raw(files)) if p.place.path.endswith("003.yaml")]
    right = changed("intranet/findings/2026/003.yaml", "approved_by: jia", "approved_by: ding", files)

    assert [problem.code for problem in own] == ["finding/own-case"]
    assert "ding" in own[0].hint
    assert [p.code for p in problems_of(raw(right)) if p.place.path.endswith("003.yaml")] == []


def test_a_grave_finding_is_held_to_a_decision_only_while_it_is_closed() -> None:
    files = changed(FIRST, "accountability: {on: 2026-04-24, decision: 处长在处务会上说明, by: office}\n", "")

    assert codes(files) == ["finding/accountability-missing"]
    assert codes(files, Clock(date(2026, 12, 28), date(2026, 4, 23))) == []
    assert codes(changed(FIRST, "severity: 突出\n", "severity: 一般\n", files)) == ["finding/term-too-long"]


def test_what_is_put_right_late_is_shown_and_is_no_mistake() -> None:
    """Nobody reported, and the term is over."""
    after = Clock(date(2027, 1, 4), date(2027, 1, 4))

    assert not [code for code in codes(content(), after) if code.startswith("finding/")]
