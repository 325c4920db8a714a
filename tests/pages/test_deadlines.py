"""The page of deadlines: the last day of each, what is said of days off, who came on which day."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.intranet.deadline_list import DeadlineCard, DeadlineListView, deadline_list_view
from tests.factories import changed, intranet_corpus, without

CAMPAIGN = "intranet/campaigns/2026.yaml"
PLAN = "intranet/plans/2026/market.yaml"
NEW_YEARS_EVE = "  - {name: 元旦, begins: 2026-12-31, ends: 2026-12-31}\n"
HANDED_IN = "{on: 2026-01-28, action: 提交, by: 市场处}"


def page(day: date, files: Mapping[str, str] | None = None) -> DeadlineListView:
    return deadline_list_view(intranet_corpus(files, Clock(day, day)))


def card(day: date, title: str, files: Mapping[str, str] | None = None) -> DeadlineCard:
    return next(each for each in page(day, files).deadlines if each.title == title)


def due(day: str, roll: str = "") -> dict[str, str]:
    """The golden bureau with another last day for codes of conduct."""
    return changed(CAMPAIGN, "due: 2026-02-10", f"due: {day}{roll and f', roll: {roll}'}")


def told(each: DeadlineCard) -> list[tuple[str, str, str, list[str]]]:
    return [
        (
            arrival.day.text,
            arrival.count,
            arrival.late.text if arrival.late else "",
            [name.text for group in arrival.groups for name in group.names],
        )
        for arrival in each.arrivals
    ]


def test_a_last_day_is_named_with_its_day_of_the_week_and_phase() -> None:
    each = card(date(2026, 1, 26), "行动方案")

    assert (each.last.text, each.phase, each.left) == ("2026年1月30日，星期五", "动员阶段", "还剩4天")


@pytest.mark.parametrize(
    ("day", "left", "missing"),
    [
        (date(2026, 1, 30), "今天截止", []),
        (date(2026, 1, 31), "过了1天", ["1家没交"]),
    ],
)
def test_the_last_day_itself_is_in_time(day: date, left: str, missing: list[str]) -> None:
    each = card(day, "行动方案")

    assert each.left == left
    assert [lot.chip.text for lot in each.lots] == missing


def test_before_the_last_day_those_to_come_are_named_without_blame() -> None:
    each = card(date(2026, 1, 30), "行动方案")

    assert each.waiting == "还没交的1家"
    assert [name.text for group in each.waited_for for name in group.names] == ["市文广新局"]


def test_a_last_day_on_a_working_day_needs_no_remark() -> None:
    assert card(date(2026, 2, 1), "行为规范").off == ""


def test_a_last_day_on_a_holiday_says_so_and_stays() -> None:
    each = card(date(2026, 2, 1), "行为规范", due("2026-02-17"))

    assert each.off == "2026年2月17日是春节，休息日。不顺延，还是这一天截止。"
    assert each.last.machine == "2026-02-17"


def test_a_last_day_on_a_holiday_moves_only_where_the_campaign_says_so() -> None:
    each = card(date(2026, 2, 1), "行为规范", due("2026-02-17", "顺延到下一个工作日"))

    assert each.off == "2026年2月17日是春节，休息日。顺延到2026年2月24日，星期二。"
    assert each.last.machine == "2026-02-24"


def test_a_last_day_on_a_weekend_says_which_day_it_is() -> None:
    assert card(date(2026, 2, 1), "行为规范", due("2026-02-08")).off == (
        "2026年2月8日是星期日，休息日。不顺延，还是这一天截止。"
    )


def test_where_the_calendar_of_the_year_is_not_out_the_page_says_how_it_reckoned() -> None:
    files = without("public/calendar/2026.yaml", due("2026-02-08"))

    assert "暂按周一至周五推算" in card(date(2026, 2, 1), "行为规范", files).off


def test_a_last_day_that_moves_into_a_year_whose_calendar_is_not_out_is_reckoned_too() -> None:
    closed = changed("public/calendar/2026.yaml", "holidays:\n", f"holidays:\n{NEW_YEARS_EVE}")
    files = changed(CAMPAIGN, "due: 2026-12-18", "due: 2026-12-31", closed)

    assert card(date(2026, 12, 20), "全年总结", files).off == (
        "2026年12月31日是元旦，休息日。顺延到2027年1月1日，星期五，暂按周一至周五推算。"
    )


def test_it_is_told_day_by_day_who_came_and_how_late() -> None:
    late = changed(PLAN, HANDED_IN, HANDED_IN.replace("01-28", "02-02"))

    assert told(card(date(2026, 2, 28), "行动方案")) == [("1月28日 周三", "1份", "", ["市场处"])]
    assert told(card(date(2026, 2, 28), "行动方案", late)) == [("2月2日 周一", "1份", "逾期3天", ["市场处"])]


def test_a_code_leads_to_its_page_and_stands_under_its_unit() -> None:
    (group,) = card(date(2026, 2, 28), "行为规范").arrivals[0].groups

    assert group.unit == "市场处"
    assert [(name.text, name.href) for name in group.names] == [("示例丙", "/conduct/2026/bing/")]


def test_the_days_to_the_next_deadline_are_counted() -> None:
    left = page(date(2026, 2, 28)).countdown

    assert left
    assert (left.before, left.figure) == ("离半年小结截止还有", "132")


def test_after_the_last_deadline_nothing_is_counted_down() -> None:
    assert page(date(2026, 12, 28)).countdown is None


def test_the_deadline_that_is_nearest_is_unfolded() -> None:
    assert [each.title for each in page(date(2026, 2, 5)).deadlines if each.told] == ["行为规范"]


def test_a_year_that_is_not_announced_shows_the_deadlines_of_the_last_one() -> None:
    assert page(date(2027, 1, 1)).title == "2026年截止日期"


def test_before_the_first_campaign_there_are_no_deadlines() -> None:
    assert page(date(2026, 1, 3)).deadlines == ()


def test_the_calendars_of_the_bureau_and_of_each_unit_are_there_to_subscribe_to() -> None:
    assert [(link.text, link.href) for link in page(date(2026, 2, 28)).calendars] == [
        ("市文广新局", "/deadlines/bureau.ics"),
        ("市场处", "/deadlines/market.ics"),
    ]
