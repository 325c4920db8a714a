"""The year's appraisal as the office reads it: ranks, sheets, the city's ranking, rewards."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.intranet.appraisal import AppraisalView, appraisal_pages
from mingbai.pages.intranet.appraisal_list import AppraisalsView, appraisal_list_pages
from mingbai.pages.intranet.reward import RewardsView, reward_pages
from mingbai.pages.public import public_pages
from tests.factories import changed, intranet_corpus, without
from tests.sample import sample_intranet

MARKET = "intranet/appraisals/2026/market.yaml"
RANKING = "intranet/city-rankings/2026.yaml"
TOP = "intranet/rewards/2026/top-three.yaml"


def corpus_on(day: str = "2026-12-28", files: Mapping[str, str] | None = None) -> IntranetCorpus:
    on = date.fromisoformat(day)
    return intranet_corpus(files, Clock(on, on))


def year(corpus: IntranetCorpus) -> AppraisalsView:
    (view,) = (page.view for page in appraisal_list_pages(corpus) if page.route == "/appraisals/")
    assert isinstance(view, AppraisalsView)
    return view


def sheets(corpus: IntranetCorpus) -> dict[str, AppraisalView]:
    found = {page.route: page.view for page in appraisal_pages(corpus)}
    return {route: view for route, view in found.items() if isinstance(view, AppraisalView)}


def rewards(corpus: IntranetCorpus) -> RewardsView:
    (view,) = (page.view for page in reward_pages(corpus))
    assert isinstance(view, RewardsView)
    return view


def test_units_with_one_total_share_a_rank_and_the_next_place_stays_empty() -> None:
    rows = year(sample_intranet()).rows

    assert [(row.rank, row.unit.text) for row in rows if row.total == "89.25"] == [
        ("并列9", "机关党委"),
        ("并列9", "新闻出版处"),
    ]
    assert [row.rank for row in rows][7:12] == ["8", "并列9", "并列9", "11", "12"]


def test_every_unit_of_the_sample_has_its_sheet_and_its_place() -> None:
    view = year(sample_intranet())

    assert len(view.rows) == 21
    assert not view.waiting
    assert {row.unit.href for row in view.rows} == sheets(sample_intranet()).keys()


@pytest.mark.parametrize(
    ("day", "summary", "rows", "waiting"),
    [
        ("2026-09-30", "2026年10月1日起打分，2026年12月25日前打完。怎么打，看下面。", 0, 0),
        ("2026-12-20", "2026年10月1日起可以打分，现在一家也没打，2026年12月25日前打完。怎么打，看下面。", 0, 21),
        ("2026-12-21", "打了分的20家，还没打分的1家。都确认以前，名次还会变。", 20, 1),
        ("2026-12-28", "打了分的21家，确认了19家，公示着2家。都确认以前，名次还会变。", 21, 0),
    ],
)
def test_the_year_reads_as_it_stood_on_the_day(day: str, summary: str, rows: int, waiting: int) -> None:
    view = year(sample_intranet(day))

    assert (view.summary, len(view.rows), len(view.waiting)) == (summary, rows, waiting)


def test_ranks_are_those_of_the_day() -> None:
    """文物处 moved up when one of its scores was given anew."""
    places = {
        day: next(row.rank for row in year(sample_intranet(day)).rows if row.unit.text == "文物处")
        for day in ("2026-12-23", "2026-12-28")
    }

    assert places == {"2026-12-23": "17", "2026-12-28": "15"}


def test_no_score_shows_before_it_is_given() -> None:
    sheet = sheets(corpus_on("2026-12-14"))["/appraisals/2026/market/"]

    assert sheet.standing is None
    assert {cell.points for row in sheet.rows for cell in row.cells} == {"–"}
    assert sheet.uses == ()


def test_a_sheet_shows_what_each_source_gave_and_why_one_gave_nothing() -> None:
    sheet = sheets(corpus_on())["/appraisals/2026/market/"]

    assert [cell.points for cell in sheet.rows[3].cells] == ["84", "95", "90", "–"]
    assert sheet.rows[0].cells[0].note == "说得清谁负责"
    assert [(each.label, each.text) for each in sheet.absent] == [("市察访中心", "今年没有看过这个处室")]


def test_what_the_records_say_stands_beside_two_indicators() -> None:
    sheet = sheets(corpus_on())["/appraisals/2026/market/"]

    assert [row.figure for row in sheet.rows] == [
        "",
        "方案里4条措施做完1条，25%",
        "",
        "台账里1个问题按时改好1个，100%",
    ]


def test_an_earlier_score_stays_on_the_sheet() -> None:
    sheet = sheets(sample_intranet())["/appraisals/2026/heritage/"]

    assert sheet.rows[3].cells[0].earlier == ("12月24日重打，原来70分：超期的两件没有说明",)


def test_what_was_said_from_outside_and_what_was_found_stand_on_the_sheet() -> None:
    sheet = sheets(corpus_on())["/appraisals/2026/market/"]

    assert [(each.title.text, each.comments) for each in sheet.reviews] == [
        ("人大代表看窗口", ("纸条写得清楚，字可以再大一点。",))
    ]
    assert [each.link.text for each in sheet.findings] == ["2026-001", "2026-002"]


@pytest.mark.parametrize(
    ("rank", "follows"),
    [
        ("3", "进了前3名。意见 五（五）：在市里奖励的基础上重奖。"),
        ("4", "不在前3名，也不在最后3位，按名次没有奖惩。"),
        ("43", "不在前3名，也不在最后3位，按名次没有奖惩。"),
        ("44", "列在最后3位。意见 五（五）：在市里惩罚的基础上重罚，要写明原因。"),
    ],
)
def test_what_follows_from_the_citys_ranking_is_said(rank: str, follows: str) -> None:
    city = year(corpus_on(files=without(TOP, changed(RANKING, "rank: 3\n", f"rank: {rank}\n")))).city

    assert city
    assert city.follows == follows


def test_a_ranking_without_a_decision_says_what_is_owed() -> None:
    files = without(TOP)
    city = year(corpus_on(files=files)).city
    owed = {part.title: [row.text for row in part.owed] for part in rewards(corpus_on(files=files)).parts}

    assert city
    assert city.owed == "怎么奖，还没有定。"
    assert owed == {"市级十佳称号": [], "市级考评前3名": ["怎么奖，还没有定。"], "市级考评最后3位": []}


def test_the_ranking_is_not_known_before_it_is_announced() -> None:
    assert year(corpus_on("2026-12-24")).city is None


def test_a_reward_leads_to_what_it_follows_from() -> None:
    rows = [row for part in rewards(sample_intranet()).parts for row in part.rows]

    assert [(row.anchor, row.who.text, row.why[0].href) for row in rows] == [
        ("2026-ten-best-library", "图书馆", "/honours/2026/#no-6"),
        ("2026-ten-best-press", "新闻出版处", "/honours/2025/#no-1"),
        ("2026-top-three", "全局", "/appraisals/2026/#city"),
    ]


def test_an_honour_on_the_intranet_leads_to_its_reward() -> None:
    corpus = sample_intranet()
    page = next(
        page for page in intranet_pages(corpus, tuple(public_pages(corpus.public))) if page.route == "/honours/2025/"
    )

    assert "/rewards/#2026-ten-best-press" in repr(page.view)


def test_a_year_without_a_campaign_has_its_page_for_the_ranking() -> None:
    old = changed(RANKING, "rank: 3", "rank: 7")
    files = {**old, "content/intranet/city-rankings/2025.yaml": old[f"content/{RANKING}"].replace("2026-12", "2025-12")}
    views = {page.route: page.view for page in appraisal_list_pages(corpus_on(files=without(TOP, files)))}
    view = views["/appraisals/2025/"]

    assert isinstance(view, AppraisalsView)
    assert view.summary == "这一年没有考评办法。"
    assert view.city


def test_points_stand_with_both_decimals_so_that_they_line_up() -> None:
    (row,) = year(corpus_on()).rows

    assert (row.total, [score.text for score in row.scores]) == ("90.28", ["89.50", "92.50", "89.50", "89.00"])
