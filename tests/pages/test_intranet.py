"""Plans and the matrix: who is late, how far the measures are, which aims are left alone and why."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from mingbai.clock import Clock
from mingbai.corpus.campaign import spans
from mingbai.pages.intranet.duty import chip, counted
from mingbai.pages.intranet.matrix import matrix_view
from mingbai.pages.intranet.plan import PlanView, plan_pages
from mingbai.pages.intranet.plan_measure import MeasureCard
from mingbai.pages.intranet.year import cells
from mingbai.records.intranet.campaign import HandIn
from tests.factories import changed, content, intranet_corpus, without

PLAN = "intranet/plans/2026/market.yaml"
HANDED_IN = "{on: 2026-01-28, action: 提交, by: 市场处}"
DECEMBER = date(2026, 12, 28)


def on(day: date) -> Clock:
    return Clock(day, day)


def handed_in(day: str) -> dict[str, str]:
    return changed(PLAN, HANDED_IN, HANDED_IN.replace("2026-01-28", day))


def market_chip(files: Mapping[str, str], day: date) -> str:
    corpus = intranet_corpus(files, on(day))
    return next(chip(duty).text for duty in corpus.duties(2026, HandIn.PLAN) if duty.id == "2026/market")


def plan(files: Mapping[str, str], day: date = DECEMBER) -> PlanView:
    page = next(iter(plan_pages(intranet_corpus(files, on(day)))))
    assert isinstance(page.view, PlanView)
    return page.view


def measure(files: Mapping[str, str], no: str, day: date = DECEMBER) -> MeasureCard:
    return next(card for aim in plan(files, day).aims for card in aim.measures if card.no == no)


def logged(no: int, *notes: str) -> dict[str, str]:
    due = {2: "2026-03-31", 3: "2026-09-30", 4: "2026-12-20"}[no]
    return changed(PLAN, f"due: {due}\n", f"due: {due}\n    progress: [{', '.join(notes)}]\n")


def test_a_plan_is_in_time_on_the_thirtieth_of_january() -> None:
    assert market_chip(handed_in("2026-01-30"), DECEMBER) == "按时交了"


def test_a_plan_is_late_by_calendar_days_after_that() -> None:
    assert market_chip(handed_in("2026-02-02"), DECEMBER) == "逾期3天才交"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 26), "没交，还剩4天"),
        (date(2026, 1, 30), "没交，今天截止"),
        (date(2026, 2, 6), "没交，逾期7天"),
    ],
)
def test_a_plan_that_is_not_handed_in_counts_the_days(day: date, text: str) -> None:
    assert market_chip(changed(PLAN, f"  - {HANDED_IN}\n", ""), day) == text


def test_the_units_that_owe_a_plan_are_the_bureau_its_divisions_and_its_affiliates() -> None:
    owing = intranet_corpus().duties(2026, HandIn.PLAN)

    assert [duty.id for duty in owing] == ["2026/bureau", "2026/market"]
    assert counted(owing) == "应交2份，已交1份，还有1份没交。"


def test_every_day_of_a_leap_year_lies_in_one_of_thirty_six_cells_that_fill_in_order() -> None:
    path = "content/intranet/campaigns/2026.yaml"
    files = {**without("intranet/campaigns/2026.yaml"), path.replace("2026", "2028"): content()[path]}
    phases = spans(intranet_corpus(files, on(date(2028, 1, 1))).campaigns["2028"])
    days = [date(2028, 1, 1) + timedelta(days=n) for n in range(366)]
    years = [[cell for span in phases for cell in cells(span, day)] for day in days]

    assert all(len(year) == 36 and year.count("now") == 1 for year in years)
    assert all(set(year[: year.index("now")]) <= {"on"} for year in years)
    assert sorted(years, key=lambda year: year.index("now")) == years


def test_a_measure_that_was_done_too_late_says_by_how_much() -> None:
    assert measure(logged(2, "{on: 2026-04-05, action: 完成, note: 好了}"), "2").chip.text == "完成，逾期5天"


def test_an_open_measure_is_late_once_its_day_is_past() -> None:
    assert measure(content(), "4", date(2026, 12, 20)).chip.text == "未启动，今天到期"
    assert measure(content(), "4", date(2026, 12, 21)).chip.text == "未启动，逾期1天"


def test_dropping_a_measure_does_not_shorten_the_list() -> None:
    before = plan(content()).count
    after = plan(logged(3, "{on: 2026-04-05, action: 取消, note: 不做了}")).count

    assert (after.done, after.total) == (before.done, before.total)


def test_a_draft_is_shown_on_its_page_and_promises_nothing_in_the_matrix() -> None:
    files = changed(PLAN, f"  - {HANDED_IN}\n", "")
    corpus = intranet_corpus(changed(PLAN, "  - {on: 2026-02-05, action: 审核, by: 领导小组办公室}\n", "", files))

    matrix = matrix_view(corpus)

    assert [len(row.cells) for row in matrix.rows] == [0, 0]
    assert matrix.summary == "0份方案定了0条措施，做完0条。2家没交方案。"
    assert plan(files).count.total == "4"


def test_a_measure_of_a_draft_is_late_for_nobody() -> None:
    """Its last days are long past; what is late is the plan."""
    files = changed(PLAN, f"  - {HANDED_IN}\n", "")

    assert plan(files).count.late == ""
    assert {card.chip.text for aim in plan(files).aims for card in aim.measures} == {"草稿，还没交"}
    assert plan(content()).count.late == "3"


def test_an_aim_that_is_not_the_units_business_leads_to_its_reason() -> None:
    matrix = matrix_view(intranet_corpus())
    reasons = {f"#{reason.anchor}": reason.text for reason in matrix.reasons}

    assert [reasons.get(cell.reason) for cell in matrix.rows[1].cells] == [None, None, "本处室没有新设事项", None, None]
