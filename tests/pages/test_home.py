"""The front page of the intranet on the days of the year: what the office sees, whom it chases, what it does next."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.intranet.chase import ChaseList
from mingbai.pages.intranet.coming import Coming
from mingbai.pages.intranet.home import BetweenView, HomeView, home_pages
from tests.factories import changed, content, intranet_corpus, without

PLAN = "intranet/plans/2026/market.yaml"
CAMPAIGN = "intranet/campaigns/2026.yaml"
CODE = "intranet/conduct/2026/bing.yaml"
REPORT = "reports: [{what: 半年小结, on: 2026-07-13, text: [做完两条]}]\n"


def front(day: date, files: Mapping[str, str] | None = None) -> HomeView | BetweenView:
    page = next(iter(home_pages(intranet_corpus(files, Clock(day, day)))))
    assert isinstance(page.view, HomeView | BetweenView)
    return page.view


def home(day: date, files: Mapping[str, str] | None = None) -> HomeView:
    view = front(day, files)
    assert isinstance(view, HomeView)
    return view


def between(day: date, files: Mapping[str, str] | None = None) -> BetweenView:
    view = front(day, files)
    assert isinstance(view, BetweenView)
    return view


def chased(chase: ChaseList) -> list[tuple[str, str, list[tuple[str, str]]]]:
    every = (*chase.first, *chase.others)
    return [(each.chip.text, each.unit, [(owed.link.text, owed.link.href) for owed in each.owed]) for each in every]


def due(stretch: Coming) -> dict[str, list[str]]:
    return {each.day.machine: [one.link.text for one in (*each.fixed, *each.measures)] for each in stretch.days}


def in_now(view: HomeView) -> dict[str, str]:
    return {tally.link.text: f"{tally.figure}{tally.unit}，{tally.label}" for tally in view.tallies}


def behind(view: HomeView) -> dict[str, list[tuple[str, list[str]]]]:
    return {
        each.link.text: [
            (lot.chip.text, [name.text + name.late for group in lot.groups for name in group.names])
            for lot in each.lots
        ]
        for each in view.behind
    }


def test_nobody_is_chased_while_there_is_time() -> None:
    chase = home(date(2026, 1, 30)).chase

    assert chased(chase) == []
    assert chase.title == "现在要催的：没有"


def test_a_unit_is_chased_once_for_all_it_owes_the_latest_first() -> None:
    assert chased(home(date(2026, 4, 2)).chase) == [
        ("逾期62天", "市文广新局", [("没交行动方案", "/deadlines/#plan")]),
        ("逾期51天", "局领导", [("示例甲没交行为规范", "/deadlines/#conduct")]),
        (
            "逾期51天",
            "市场处",
            [
                ("示例乙没交行为规范", "/deadlines/#conduct"),
                ("没做完：演出审批压到1个工作日", "/plans/2026/market/#m2"),
            ],
        ),
    ]


def staffed(number: int) -> dict[str, str]:
    """The golden bureau with so many clerks in one unit who have no code."""
    path = "content/intranet/staff/bing.yaml"
    files = content()
    clerks = {path.replace("bing", f"clerk-{n}"): files[path].replace("示例丙", f"示例丁{n}") for n in range(number)}
    return {**files, **clerks}


def test_thirty_missing_codes_of_a_unit_are_one_line() -> None:
    unit = next(each for each in home(date(2026, 2, 11), staffed(30)).chase.first if each.unit == "市场处")

    assert [owed.link.text for owed in unit.owed] == ["31人没交行为规范"]


def test_the_names_of_all_who_are_missing_stand_below() -> None:
    (chip, names), *_ = behind(home(date(2026, 2, 11), staffed(30)))["行为规范"]

    assert chip == "32人没交"
    assert {f"示例丁{n}" for n in range(30)} <= set(names)


def test_each_sort_says_how_many_are_in_and_until_when() -> None:
    assert in_now(home(date(2026, 2, 5))) == {
        "行动方案": "1份，应交2份，1月30日截止",
        "行为规范": "0份，应交3份，2月10日截止，还剩5天",
        "半年小结": "0份，应交2份，7月10日截止，还剩155天",
        "全年总结": "0份，应交2份，12月18日截止，还剩316天",
    }


def test_a_last_day_is_still_in_time() -> None:
    assert in_now(home(date(2026, 2, 10)))["行为规范"] == "1份，应交3份，2月10日截止，今天截止"
    assert "行为规范" not in behind(home(date(2026, 2, 10)))
    assert behind(home(date(2026, 2, 11)))["行为规范"] == [("2人没交", ["示例甲", "示例乙"])]


def test_who_came_late_is_named_with_the_days() -> None:
    files = changed(PLAN, "events:\n", f"{REPORT}events:\n")

    assert behind(home(date(2026, 10, 8), files))["半年小结"] == [
        ("1家没交", ["市文广新局"]),
        ("1家逾期才交", ["市场处3天"]),
    ]


def test_where_all_is_in_nobody_is_named() -> None:
    assert home(date(2026, 1, 28)).behind == ()


def test_this_week_ends_on_sunday_and_fourteen_days_follow() -> None:
    week, later = home(date(2026, 12, 14)).coming

    assert (week.period, later.period) == ("12月14日–12月20日", "12月21日–1月3日")
    assert due(week) == {"2026-12-18": ["全年总结截止"], "2026-12-20": ["帮剧团排档期"]}
    assert due(later) == {
        "2026-12-29": ["答复受理不受理，举报2026-002"],
        "2026-12-31": ["2026-002：演出场所换了门牌，备案要重来一遍"],
    }


def test_what_is_due_this_week_is_announced_in_the_fortnight_before() -> None:
    week, later = home(date(2026, 12, 6)).coming

    assert week.period == "12月6日"
    assert due(week) == {}
    assert list(due(later)) == ["2026-12-18", "2026-12-20"]


def test_a_deadline_ahead_says_how_many_are_still_to_come() -> None:
    week, _ = home(date(2026, 2, 9)).coming

    assert [(one.link.text, one.note) for one in week.days[0].fixed] == [("行为规范截止", "还有2人没交")]


def test_many_measures_of_one_day_are_folded() -> None:
    more = "".join(f"  - {{no: {n}, aim: 改, text: 第{n}件, owner: 处长, due: 2026-12-20}}\n" for n in range(5, 9))
    week, _ = home(date(2026, 12, 19), changed(PLAN, "not_applicable:\n", f"{more}not_applicable:\n")).coming

    assert [each.folded for each in week.days] == ["5条措施"]


def test_what_a_phase_is_for_and_the_days_of_the_year_are_shown() -> None:
    view = home(date(2026, 1, 7))

    assert view.tasks and view.tasks.lines == ("开动员会",)
    assert [(event.link.href, event.state) for event in view.events] == [("/campaigns/2026/#milestones", "还有2天")]


def test_a_meeting_leads_to_its_record_once_there_is_one() -> None:
    event, *_ = home(date(2026, 1, 12)).events

    assert (event.link.href, event.state) == ("/activities/2026/start/", "")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 2, 6), "动员阶段还剩22天"),
        (date(2026, 2, 28), "动员阶段今天结束"),
        (date(2026, 6, 30), "实施阶段还剩92天"),
        (date(2026, 10, 8), "总结阶段还剩84天"),
        (date(2026, 12, 31), "总结阶段今天结束"),
    ],
)
def test_a_phase_counts_down_to_its_last_day(day: date, told: str) -> None:
    left = home(day).countdown

    assert left.before + left.figure + left.after == told


def test_before_the_first_phase_the_days_until_it_are_counted() -> None:
    files = changed(CAMPAIGN, "begins: 1月上旬", "begins: 1月下旬")
    left = home(date(2026, 1, 12), files).countdown

    assert left.before + left.figure + left.after == "离动员阶段开始还有9天"


@pytest.mark.parametrize("day", [date(2026, 1, 3), date(2025, 12, 31)])
def test_before_the_first_campaign_there_is_nothing_left_over(day: date) -> None:
    view = between(day)

    assert view.last is None
    assert view.chase is None
    assert view.command == "build.py new campaign 2026"


def test_a_year_that_is_not_announced_says_what_to_do_and_leads_to_the_last_one() -> None:
    view = between(date(2027, 1, 1))

    assert view.said == "2027年的活动还没有部署"
    assert view.command == "build.py new campaign 2027"
    assert view.last and view.last.href == "/campaigns/2026/"


def test_what_is_open_from_the_last_year_is_still_chased_after_its_end() -> None:
    chase = between(date(2027, 1, 1)).chase

    assert chase
    assert chase.title == "还没了结的：3家，11件事"
    assert ("没做完：全程网上办", "/plans/2026/market/#m3") in chased(chase)[-1][2]


def test_what_falls_due_between_two_campaigns_is_told_and_that_it_was_counted_without_a_calendar() -> None:
    """Registered on the last day of the year: three working days on the office has to tell the unit."""
    path = "intranet/findings/2026/002.yaml"
    text = content()[f"content/{path}"]
    files = {
        **content(),
        f"content/{path}": text[: text.index("log:")].replace("11-20", "12-31").replace("11-19", "12-31"),
    }
    told = {each.anchor: each for each in between(date(2027, 1, 1), files).coming}
    (due,) = told["later"].days
    (one,) = due.fixed

    assert told["week"].days == ()
    assert (due.day.machine, one.link.text) == ("2027-01-05", "反馈，2026-002：演出场所换了门牌，备案要重来一遍")
    assert one.note == "办公室，暂按周一至周五推算"


def test_a_year_that_goes_by_without_a_campaign_says_so_at_its_end() -> None:
    view = between(date(2026, 12, 28), without(CAMPAIGN))

    assert view.said == "2026年没有部署活动"
    assert view.command == "build.py new campaign 2027"


def waits(view: HomeView) -> list[tuple[str, str, str]]:
    assert view.ledger
    return [(each.link.text, each.link.href, each.note) for each in view.ledger.waiting]


def test_what_is_put_right_waits_for_the_office_until_it_has_looked() -> None:
    """Reported on 8 April, five working days to go and look, sent back on the 10th."""
    asked = "2026-001：上午10点20分，窗口电话响了三次没有人接"

    assert waits(home(date(2026, 4, 8))) == [(asked, "/ledger/2026/001/", "市场处，4月15日以前去看，还剩7天")]
    assert waits(home(date(2026, 4, 10))) == []


def test_the_front_page_says_how_the_ledger_stands() -> None:
    ledger = home(date(2026, 12, 28)).ledger

    assert ledger
    assert ledger.summary == "今年登记2个问题，销了号的，1个按时改完，没有逾期的。"
    assert [(tally.label, tally.number) for tally in ledger.tallies] == [("已销号", "1"), ("正在改", "1")]
    assert home(date(2026, 3, 12)).ledger is None


def test_a_finding_past_its_day_is_chased_with_its_number() -> None:
    files = changed("intranet/findings/2026/001.yaml", "due: 2026-04-27", "due: 2026-04-20")
    (_, _, owed) = next(each for each in chased(home(date(2026, 4, 21), files).chase) if each[1] == "市场处")

    assert ("没改完：2026-001：上午10点20分，窗口电话响了三次没有人接", "/ledger/2026/001/") in owed


def new_year(step: str = "") -> dict[str, str]:
    """The golden bureau with a campaign of 2027 and another step of a finding of 2026."""
    frame = content()[f"content/{CAMPAIGN}"].replace("2026", "2027").replace(", activity: 2027/start", "")
    files = changed("intranet/findings/2026/002.yaml", "期限放宽}\n", f"期限放宽}}\n{step}")
    return {**files, "content/intranet/campaigns/2027.yaml": frame}


def test_a_finding_of_the_last_year_is_chased_on_the_front_page_of_the_new_one() -> None:
    chase = home(date(2027, 1, 6), new_year()).chase

    assert ("没改完：2026-002：演出场所换了门牌，备案要重来一遍", "/ledger/2026/002/") in chased(chase)[0][2]


def test_a_finding_of_the_last_year_that_waits_to_be_verified_is_not_lost_with_new_year() -> None:
    steps = "  - {on: 2026-12-29, action: 定措施, by: market}\n  - {on: 2026-12-30, action: 报请验收, by: market}\n"
    view = home(date(2027, 1, 6), new_year(steps))

    assert [href for _, href, _ in waits(view)] == ["/ledger/2026/002/"]
    assert view.ledger and view.ledger.summary == "今年还没有登记问题。"
