"""The frame of a year: which phases fit together, and what is said of a year that has none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.clock import Clock
from mingbai.problem import Problem
from mingbai.records.xun import first_day, last_day
from tests.factories import changed, content, problems_of, raw, without

CAMPAIGN = "intranet/campaigns/2026.yaml"
PLAN = "intranet/plans/2026/market.yaml"
XUN = [f"{month}月{part}" for month in range(1, 13) for part in ("上旬", "中旬", "下旬")]
PHASES = {
    "动员": "{phase: 动员, begins: 1月上旬, ends: 2月下旬",
    "实施": "{phase: 实施, begins: 3月上旬, ends: 9月底",
    "总结": "{phase: 总结, begins: 10月上旬, ends: 12月底",
}


def at(day: date) -> Clock:
    return Clock(day, day)


def of_campaign(files: dict[str, str], clock: Clock | None = None) -> list[Problem]:
    found = problems_of(raw(files), clock) if clock else problems_of(raw(files))
    return [problem for problem in found if problem.code.startswith(("campaign/", "calendar/"))]


def codes(files: dict[str, str], clock: Clock | None = None) -> list[str]:
    return [problem.code for problem in of_campaign(files, clock)]


def with_phases(spans: list[tuple[str, str]]) -> dict[str, str]:
    """The golden bureau with its phases from one 旬 to another."""
    files = content()
    for (name, old), (begins, ends) in zip(PHASES.items(), spans, strict=True):
        files = changed(CAMPAIGN, old, f"{{phase: {name}, begins: {begins}, ends: {ends}", files)
    return files


@given(st.lists(st.tuples(st.sampled_from(XUN), st.sampled_from(XUN)), min_size=3, max_size=3))
def test_phases_fit_together_when_each_day_from_first_to_last_lies_in_one(spans: list[tuple[str, str]]) -> None:
    days = [day for begins, ends in spans for day in days_of(begins, ends)]
    whole = all(map(days_of, *zip(*spans, strict=True))) and days == every_day(days[0], days[-1])

    told = [code for code in codes(with_phases(spans)) if code.startswith("campaign/phase")]

    assert bool(told) is not whole


def days_of(begins: str, ends: str) -> list[date]:
    return every_day(first_day(begins, 2026), last_day(ends, 2026))


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize("begins", [xun for xun in XUN if xun != "3月上旬" and first_day(xun, 2026).month < 10])
def test_the_hint_for_a_gap_or_an_overlap_works_when_typed(begins: str) -> None:
    slip = changed(CAMPAIGN, "begins: 3月上旬", f"begins: {begins}")

    (problem,) = [each for each in of_campaign(slip) if each.code.startswith("campaign/phase-")]
    mended = changed(CAMPAIGN, f"实施, begins: {begins}", f"实施, {problem.hint[2:].split('；')[0].strip()}", slip)

    assert codes(mended) == []


def test_a_phase_in_the_leap_year_ends_on_its_last_day() -> None:
    """2008 was one, 2026 is not; 下旬 ends on the 29th, and March follows."""
    assert last_day("2月下旬", 2008) + timedelta(1) == first_day("3月上旬", 2008)


def test_while_the_phases_are_wrong_nothing_is_said_of_what_lies_in_the_missing_one() -> None:
    files = changed(CAMPAIGN, "{phase: 实施, begins", "{phase: 总结, begins")

    assert codes(files) == ["campaign/phases-not-three"]


def test_a_deadline_on_the_last_day_of_its_phase_is_in_it() -> None:
    assert codes(changed(CAMPAIGN, "due: 2026-07-10", "due: 2026-09-30")) == []
    assert codes(changed(CAMPAIGN, "due: 2026-07-10", "due: 2026-10-01, roll: 不顺延")) == [
        "campaign/deadline-outside-phase"
    ]


@pytest.mark.parametrize("roll", ["不顺延", "顺延到下一个工作日"])
def test_a_deadline_on_a_day_off_is_no_question_once_it_is_answered(roll: str) -> None:
    off = changed(CAMPAIGN, "due: 2026-02-10", "due: 2026-02-16")

    assert codes(off) == ["campaign/deadline-on-day-off"]
    assert codes(changed(CAMPAIGN, "due: 2026-02-16", f"due: 2026-02-16, roll: {roll}", off)) == []


def test_a_weekend_that_is_worked_is_no_day_off() -> None:
    assert codes(changed(CAMPAIGN, "due: 2026-02-10", "due: 2026-02-14")) == []


def in_2027() -> dict[str, str]:
    """The golden bureau with a campaign for 2027, of which no calendar knows yet."""
    files = content()
    text = files[f"content/{CAMPAIGN}"].replace("2026-", "2027-").replace(", activity: 2026/start", "")
    return {
        **files,
        "content/intranet/campaigns/2027.yaml": text.replace("issued_on: 2027-01-05", "issued_on: 2026-12-20"),
    }


def test_in_a_year_without_a_calendar_weekends_are_known_and_the_rest_is_said_to_be_guessed() -> None:
    """30 January and 10 July 2027 are Saturdays, 10 February is a Wednesday."""
    found = of_campaign(in_2027())

    assert sorted(f"{problem.code} {problem.message[1:5]}" for problem in found) == [
        "calendar/year-missing 有202",
        "campaign/deadline-on-day-off 半年小结",
        "campaign/deadline-on-day-off 行动方案",
    ]
    assert all("暂按周一至周五推算" in problem.message for problem in found)


def test_of_a_broken_calendar_nothing_is_guessed() -> None:
    files = {**in_2027(), "content/public/calendar/2027.yaml": "holidays: none\n"}

    assert [code for code in codes(files) if "deadline" in code or "missing" in code] == []


def test_a_milestone_is_missed_from_the_day_after_it_on() -> None:
    files = changed(CAMPAIGN, ", activity: 2026/start", "")

    assert [codes(files, Clock(date(2026, 12, 28), date(2026, 1, day))) for day in (9, 10)] == [
        [],
        ["campaign/milestone-without-record"],
    ]


def test_minutes_that_are_made_later_are_not_missed_before_they_are_made() -> None:
    """The file names them, so nobody has to be told."""
    files = changed(CAMPAIGN, "activity: 2026/start", "minutes: 2026/duty-phone")

    assert codes(files, Clock(date(2026, 12, 28), date(2026, 1, 10))) == []


def test_a_year_with_plans_and_codes_but_no_campaign_is_one_mistake() -> None:
    files = without(CAMPAIGN)
    files["content/intranet/plans/2026/bureau.yaml"] = files[f"content/{PLAN}"].replace("level: 处室", "level: 部门")

    assert codes(files) == ["campaign/missing"]


def test_a_campaign_that_is_announced_later_is_not_missing() -> None:
    files = changed(CAMPAIGN, "issued_on: 2026-01-05", "issued_on: 2026-02-20")

    assert codes(files, Clock(date(2026, 12, 28), date(2026, 2, 5))) == []


def test_when_a_year_is_over_the_next_campaign_is_asked_for_once() -> None:
    assert [codes(content(), at(day)) for day in (date(2026, 12, 31), date(2027, 1, 1), date(2028, 1, 1))] == [
        [],
        ["campaign/next-missing"],
        [],
    ]


def test_before_the_first_campaign_none_is_asked_for() -> None:
    assert codes(content(), Clock(date(2026, 12, 28), date(2025, 12, 31))) == []


def test_a_campaign_that_is_written_but_not_announced_is_not_asked_for() -> None:
    files = in_2027()
    files["content/intranet/campaigns/2027.yaml"] = files["content/intranet/campaigns/2027.yaml"].replace(
        "issued_on: 2026-12-20", "issued_on: 2027-01-08"
    )

    assert codes(files, at(date(2027, 1, 4))) == []


@pytest.mark.parametrize("name", ["spring", "0000", "99999", "1999", "2026-2"])
def test_a_campaign_of_no_year_is_told_and_stops_nothing_else(name: str) -> None:
    files = {**content(), f"content/intranet/campaigns/{name}.yaml": content()[f"content/{CAMPAIGN}"]}

    assert codes(files) == ["campaign/file-not-a-year"]
