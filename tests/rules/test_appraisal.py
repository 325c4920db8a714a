"""The year's appraisal: the edges of what is a mistake; the wordings stand in tests/broken."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, content, problems_of, raw, without

CAMPAIGN = "intranet/campaigns/2026.yaml"
MARKET = "intranet/appraisals/2026/market.yaml"
RANKING = "intranet/city-rankings/2026.yaml"
TOP = "intranet/rewards/2026/top-three.yaml"
HONOURS = "public/honours/2026.yaml"


def codes(files: dict[str, str], day: str = "2026-12-28") -> list[str]:
    on = date.fromisoformat(day)
    return [problem.code for problem in problems_of(raw(files), Clock(on, on))]


def test_weights_may_have_decimals_as_long_as_they_make_a_hundred() -> None:
    files = changed(CAMPAIGN, "source: 平时察访, weight: 30", "source: 平时察访, weight: 29.5")
    files = changed(CAMPAIGN, "source: 年底考评, weight: 30", "source: 年底考评, weight: 30.5", files)

    assert codes(files) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-09-30", ["appraisal/scored-outside"]),
        ("2026-10-01", []),
        ("2026-12-15", []),
    ],
)
def test_scores_are_given_from_the_first_day_of_the_last_phase(day: str, found: list[str]) -> None:
    files = changed(MARKET, "2026-12-01, action: 开始", "2026-09-01, action: 开始")

    assert codes(changed(MARKET, "2026-12-15, action: 打分", f"{day}, action: 打分", files)) == found


@pytest.mark.parametrize(("by", "found"), [("2026-12-15", []), ("2026-12-14", ["appraisal/scored-outside"])])
def test_scores_given_on_the_day_that_is_set_are_in_time(by: str, found: list[str]) -> None:
    assert codes(changed(CAMPAIGN, "score_by: 2026-12-25", f"score_by: {by}")) == found


def test_what_is_not_scored_yet_may_be_half_written() -> None:
    files = content()
    path = f"content/{MARKET}"
    files[path] = files[path].split("  - {on: 2026-12-15")[0]
    files = changed(MARKET, "  - {source: 市察访中心, none_because: 今年没有看过这个处室}\n", "", files)

    assert codes(files) == []


def test_a_unit_without_an_appraisal_is_no_mistake() -> None:
    assert codes(without(MARKET)) == []


def test_a_score_may_be_given_anew_while_it_is_shown() -> None:
    files = changed(MARKET, "score: 92}", "score: 92, earlier: [{until: 2026-12-18, score: 90}]}")
    again = "2026-12-16, action: 公示, by: 办公室}\n"
    more = "  - {on: 2026-12-18, action: 打分, by: 领导小组}\n  - {on: 2026-12-21, action: 公示, by: 办公室}\n"

    assert codes(changed(MARKET, again, again + more, files)) == []


@pytest.mark.parametrize(
    ("participants", "rank", "found"),
    [
        (5, 3, ["ranking/too-few"]),
        (6, 3, []),
        (6, 4, ["reward/basis-differs"]),
        (46, 46, ["reward/basis-differs"]),
        (46, 47, ["ranking/outside", "reward/basis-differs"]),
    ],
)
def test_a_rank_is_one_of_at_least_six(participants: int, rank: int, found: list[str]) -> None:
    files = changed(RANKING, "participants: 46\nrank: 3\n", f"participants: {participants}\nrank: {rank}\n")

    assert codes(files) == found


@pytest.mark.parametrize(("day", "found"), [("2027-01-22", []), ("2027-01-25", ["ranking/undecided"])])
def test_a_decision_is_missed_only_after_twenty_working_days(day: str, found: list[str]) -> None:
    """Announced on 25 December; without a calendar of 2027 Monday to Friday are counted."""
    told = [code for code in codes(without(TOP), day) if code.startswith("ranking/")]

    assert told == found


def test_a_penalty_names_the_ranking_and_the_finding() -> None:
    files = changed(RANKING, "rank: 3\n", "rank: 44\ncauses: [{on: 2026-12-25, finding: 2026/001, text: 电话没人接}]\n")
    files = changed(TOP, "type: 奖励", "type: 惩罚", files)
    files = changed(TOP, "basis: 市级考评前3名", "basis: 市级考评最后3位\nfinding: 2026/001", files)

    assert codes(files) == []


@pytest.mark.parametrize(
    ("title", "level", "found"),
    [
        ("优质服务十佳个人", "市级", ["reward/cites-beside"]),
        ("优质服务十佳个人", "局级", ["reward/cites-beside"]),
    ],
)
def test_a_place_in_the_ranking_needs_no_honour(title: str, level: str, found: list[str]) -> None:
    files = changed(HONOURS, "title: 先进岗位\n    level: 局级", f"title: {title}\n    level: {level}")

    assert codes(changed(TOP, 'ranking: "2026"', 'ranking: "2026"\nhonour: {year: "2026", no: 1}', files)) == found


@pytest.mark.parametrize("count", [10, 11])
def test_ten_hold_a_title_of_the_ten_best(count: int) -> None:
    row = (
        "  - {{no: {no}, title: 优质服务十佳个人, level: 市级, division: market, reason: 一天跑六家, "
        "document: {{number: 示例机关工委〔2026〕2号, on: 2026-12-21}}}}\n"
    )
    rows = "".join(row.format(no=number) for number in range(2, count + 2))
    found = codes(changed(HONOURS, "review:", f"{rows}review:"))

    assert found == (["honours/more-than-ten"] if count > 10 else [])
