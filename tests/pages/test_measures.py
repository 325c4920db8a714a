"""The measures of a year by month and by who answers for them."""

from collections.abc import Mapping
from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.measure_list import MeasureListView, OwnerListView, measure_list_pages
from tests.factories import changed, intranet_corpus

PLAN = "intranet/plans/2026/market.yaml"
HANDED_IN = "  - {on: 2026-01-28, action: 提交, by: 市场处}\n"


def lists(day: date, files: Mapping[str, str] | None = None) -> tuple[MeasureListView, OwnerListView]:
    by_month, by_owner = (page.view for page in measure_list_pages(intranet_corpus(files, Clock(day, day))))
    assert isinstance(by_month, MeasureListView)
    assert isinstance(by_owner, OwnerListView)
    return by_month, by_owner


def test_measures_stand_in_the_month_in_which_they_are_due() -> None:
    months = {month.title: [row.link.text for row in month.rows] for month in lists(date(2026, 4, 2))[0].months}

    assert months == {
        "3月": ["演出审批压到1个工作日"],
        "6月": ["委托区里办小型演出备案"],
        "9月": ["全程网上办"],
        "12月": ["帮剧团排档期"],
    }


def test_a_measure_leads_to_its_plan_and_says_whose_it_is_and_how_late() -> None:
    row = lists(date(2026, 4, 2))[0].months[0].rows[0]

    assert (row.link.href, row.whose, row.chip.text) == (
        "/plans/2026/market/#m2",
        "市场处，审批岗",
        "未启动，逾期2天",
    )


def test_what_is_late_or_soon_due_stands_first() -> None:
    assert [row.chip.text for row in lists(date(2026, 9, 20))[0].pressing] == ["未启动，逾期173天", "未启动，还剩10天"]


def test_measures_stand_under_the_post_that_answers_for_them() -> None:
    (unit,) = lists(date(2026, 4, 2))[1].units

    assert (unit.title, unit.count.done, unit.count.total, unit.count.late) == ("市场处", "0", "4", "1")
    assert {post.title: [row.day.text for row in post.rows] for post in unit.posts} == {
        "处长": ["6月30日 周二", "12月20日 周日"],
        "审批岗": ["3月31日 周二", "9月30日 周三"],
    }


def test_it_is_counted_how_many_are_done_and_how_many_are_late() -> None:
    told = lists(date(2026, 12, 28))[0].progress

    assert told.summary == "交上来的方案里一共4条。"
    assert [(tally.label, tally.number) for tally in told.tallies] == [
        ("做完", "1"),
        ("进行中", "0"),
        ("还没动", "3"),
        ("逾期没做完", "3"),
    ]


def test_a_dropped_measure_is_counted_apart() -> None:
    files = changed(
        PLAN,
        "due: 2026-09-30\n",
        "due: 2026-09-30\n    progress: [{on: 2026-05-06, action: 取消, note: 不做了}]\n",
    )

    assert lists(date(2026, 12, 28), files)[0].progress.summary == "交上来的方案里一共4条，其中取消1条。"


def test_a_draft_has_undertaken_nothing() -> None:
    files = changed(PLAN, HANDED_IN, "")
    files = changed(PLAN, "  - {on: 2026-02-05, action: 审核, by: 领导小组办公室}\n", "", files)
    by_month, by_owner = lists(date(2026, 4, 2), files)

    assert by_month.months == ()
    assert by_owner.units == ()
