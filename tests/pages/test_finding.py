"""The page of a finding and its slip: what it says on each day of its life, and what it never says."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.intranet.finding import FindingView, finding_pages
from mingbai.pages.intranet.slip import SlipView
from tests.factories import changed, content, intranet_corpus, without

FIRST, SECOND = "intranet/findings/2026/001.yaml", "intranet/findings/2026/002.yaml"
ROUTE = "/ledger/2026/001/"


def page(route: str = ROUTE, day: str = "2026-12-28", files: dict[str, str] | None = None) -> object:
    on = date.fromisoformat(day)
    return {page.route: page.view for page in finding_pages(intranet_corpus(files, Clock(on, on)))}[route]


def view(route: str = ROUTE, day: str = "2026-12-28", files: dict[str, str] | None = None) -> FindingView:
    found = page(route, day, files)
    assert isinstance(found, FindingView)
    return found


def slip(
    route: str = "/ledger/2026/001/slip/", day: str = "2026-12-28", files: dict[str, str] | None = None
) -> SlipView:
    found = page(route, day, files)
    assert isinstance(found, SlipView)
    return found


@pytest.mark.parametrize(
    ("day", "what", "who", "until"),
    [
        ("2026-03-13", "反馈给单位", "办公室", "2026-03-18"),
        ("2026-03-16", "找出根源，定好措施", "文化市场管理处", "2026-04-20"),
        ("2026-03-18", "改好了报请验收", "文化市场管理处", "2026-04-20"),
        ("2026-04-08", "去看改好了没有", "办公室", "2026-04-15"),
        ("2026-04-15", "改好了报请验收", "文化市场管理处", "2026-04-27"),
        ("2026-04-24", "没有了，已经销号", "", None),
    ],
)
def test_it_says_what_comes_next_whose_turn_it_is_and_until_when(
    day: str, what: str, who: str, until: str | None
) -> None:
    step = view(day=day).next

    assert (step.what, step.who, step.until.machine if step.until else None) == (what, who, until)


def test_each_step_says_how_many_working_days_it_took() -> None:
    assert [(step.action, step.used) for step in view().steps] == [
        ("登记", ""),
        ("反馈", "用1个工作日"),
        ("定措施", "用2个工作日"),
        ("报请验收", "用14个工作日"),
        ("验收退回", "用2个工作日"),
        ("延期", "用3个工作日"),
        ("报请验收", "用5个工作日"),
        ("验收通过", "用2个工作日"),
    ]


def test_the_time_before_a_finding_was_opened_again_is_not_said_to_be_used() -> None:
    again = "  - {on: 2026-05-06, action: 重新打开, by: office, due: 2026-05-29, note: 又没人接}\n"
    files = content()
    files[f"content/{FIRST}"] += again

    found = view(files=files)
    assert (found.steps[-1].action, found.steps[-1].used) == ("重新打开", "隔8个工作日")
    assert (found.round, found.due.machine, found.chip.text) == ("第3轮", "2026-05-29", "整改中")


def test_days_of_a_year_without_a_calendar_are_said_to_be_reckoned() -> None:
    files = without("public/calendar/2026.yaml")

    assert "暂按周一至周五推算" in view(files=files).used
    assert view(files=files, day="2026-04-09").next.note == "暂按周一至周五推算"
    assert "暂按" not in view().used


def test_the_time_of_the_unit_stands_still_when_it_has_reported() -> None:
    assert view(day="2026-04-09").used == view(day="2026-04-08").used
    assert view(day="2026-04-15").allowed != view(day="2026-04-14").allowed


def test_who_answers_is_told_up_to_the_first_responsible_person_by_the_post() -> None:
    found = view()

    assert [(rung.label, rung.text) for rung in found.answering] == [
        ("主要负责人", "文化市场管理处处长"),
        ("第一责任人", "局长"),
    ]
    (told,) = [named for step in found.steps for named in step.named if named.label == "反馈给"]
    assert [person.text for person in told.people] == ["文化市场管理处处长"]


def test_it_leads_to_where_it_came_from_and_where_it_is_quoted() -> None:
    found = view()

    assert [(fact.text, fact.href) for fact in found.about if fact.href] == [
        ("2026-01，2026年3月12日暗访", "/inspections/2026/01/"),
        ("2026-001", "/complaints/2026/001/"),
    ]
    assert [(fact.text, fact.href) for fact in found.named_in] == [("关于3月12日察访情况的通报", "/circulars/2026/01/")]


def test_a_plan_that_names_it_is_named() -> None:
    files = changed(
        "intranet/plans/2026/market.yaml", "    source: 群众提\n", "    source: 群众提\n    finding: 2026/001\n"
    )

    assert "/plans/2026/market/#problems" in [fact.href for fact in view(files=files).named_in]


def test_a_report_against_somebody_is_never_named() -> None:
    files = changed("intranet/complaints/2026/002.yaml", "type: 举报\n", "type: 举报\nfinding: 2026/002\n")

    assert "哪件投诉" not in [fact.label for fact in view("/ledger/2026/002/", files=files).about]


def test_every_last_day_that_held_is_told() -> None:
    about = {fact.label: fact.text for fact in view().about}

    assert (about["原来的期限"], about["改过的期限"]) == ("2026年4月20日", "2026年4月27日")


def test_what_is_decided_later_is_not_known_before() -> None:
    assert view(day="2026-04-23").decision is None
    decision = view(day="2026-04-24").decision
    assert decision and (decision.text, decision.by.text) == ("处长在处务会上说明", "办公室")


def test_the_slip_is_a_letter_to_the_head_with_a_copy_to_the_group() -> None:
    found = slip()

    assert found.sheet.letter
    assert found.sheet.addressees == "文化市场管理处处长："
    assert found.sheet.imprint and found.sheet.imprint.cc == "示例甲"
    assert found.sheet.day.machine == "2026-03-16"
    assert found.text == view().text
    assert "2026年4月20日" in found.term, "the term as it was told, not as it was extended"
    assert found.sent == ""


def test_a_slip_not_sent_yet_has_the_day_that_is_shown_and_goes_to_the_head_of_that_day() -> None:
    found = slip(day="2026-03-14")

    assert (found.sheet.day.machine, found.sheet.addressees) == ("2026-03-14", "文化市场管理处处长：")
    assert found.sheet.imprint and found.sheet.imprint.cc == "示例甲"
    assert found.sent


def test_in_january_the_slip_goes_to_the_leading_group_that_is_in_office() -> None:
    """The new year's campaign, which names its group, is announced at the end of the month."""
    finding = content()[f"content/{SECOND}"].partition("log:")[0]
    finding = finding.replace("2026-11-20", "2027-01-04").replace("2026-11-19", "2027-01-04")
    files = {**content(), "content/intranet/findings/2027/001.yaml": finding}

    imprint = slip("/ledger/2027/001/slip/", "2027-01-05", files).sheet.imprint

    assert imprint and imprint.cc == "示例甲"
