"""The campaigns: where each stands, what its page says, and what the office has settled for itself."""

from collections.abc import Mapping
from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.campaign import CampaignListView, CampaignView, campaign_pages
from tests.factories import changed, content, intranet_corpus

CAMPAIGN = "intranet/campaigns/2026.yaml"
NEXT = "content/intranet/campaigns/2027.yaml"


def listed(day: date, files: Mapping[str, str] | None = None) -> CampaignListView:
    view = next(iter(campaign_pages(intranet_corpus(files, Clock(day, day))))).view
    assert isinstance(view, CampaignListView)
    return view


def campaign(day: date, files: Mapping[str, str] | None = None) -> CampaignView:
    views = [page.view for page in campaign_pages(intranet_corpus(files, Clock(day, day)))]
    assert isinstance(views[1], CampaignView)
    return views[1]


def test_a_campaign_is_listed_from_the_day_it_is_announced() -> None:
    assert listed(date(2026, 1, 4)).rows == ()
    assert [row.state for row in listed(date(2026, 1, 5)).rows] == ["动员阶段"]


def test_the_newest_campaign_stands_first_and_says_that_it_has_not_begun() -> None:
    text = content()[f"content/{CAMPAIGN}"].replace("2026-01-05", "2026-12-21").replace("due: 2026", "due: 2027")
    files = {**content(), NEXT: text.replace("on: 2026-01-09", "on: 2027-01-08").replace(", activity: 2026/start", "")}

    assert [(row.year, row.state) for row in listed(date(2026, 12, 28), files).rows] == [
        ("2027年", "还没开始"),
        ("2026年", "总结阶段"),
    ]
    assert [row.state for row in listed(date(2027, 1, 1), files).rows] == ["动员阶段", "已经结束"]


def test_the_days_of_a_phase_are_computed_and_its_words_kept() -> None:
    view = campaign(date(2026, 2, 6))

    assert (view.phases[0].written, view.bars[0].period) == ("1月上旬到2月下旬", "1月1日–2月28日")


def test_a_meeting_without_a_record_says_so_once_it_is_over() -> None:
    files = changed(CAMPAIGN, ", activity: 2026/start", "")

    assert campaign(date(2026, 1, 9), files).milestones[0].state == "就是今天"
    assert campaign(date(2026, 1, 10), files).milestones[0].state == "过了，还没有记录"


def test_a_deadline_says_whether_it_moves() -> None:
    assert [row.roll for row in campaign(date(2026, 2, 6)).deadlines] == [
        "遇休息日不顺延",
        "遇休息日不顺延",
        "遇休息日不顺延",
        "遇休息日顺延到下一个工作日",
    ]


def test_the_leading_group_stands_there_by_name_and_post() -> None:
    view = next(page.view for page in campaign_pages(intranet_corpus()) if isinstance(page.view, CampaignView))

    assert [(each.text, each.href) for each in view.group] == [("示例甲（局长）", "/divisions/#jia")]
