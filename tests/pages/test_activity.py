"""Activities: what was held, what is still to come, and of what there is no record."""

from collections.abc import Mapping
from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.activity import ActivityListView, ActivityRow, ActivityView, activity_pages
from tests.factories import changed, intranet_corpus

START = "intranet/activities/2026/start.md"
CAMPAIGN = "intranet/campaigns/2026.yaml"
HELD = "{title: 动员会, on: 2026-01-09, phase: 动员, activity: 2026/start}"


def rows(day: date, files: Mapping[str, str] | None = None) -> list[ActivityRow]:
    view = next(iter(activity_pages(intranet_corpus(files, Clock(day, day))))).view
    assert isinstance(view, ActivityListView)
    return [row for year in view.years for row in year.rows]


def activity(files: Mapping[str, str] | None = None) -> ActivityView:
    *_, page = activity_pages(intranet_corpus(files))
    assert isinstance(page.view, ActivityView)
    return page.view


def test_a_fixed_day_that_is_to_come_is_not_held_yet() -> None:
    (row,) = rows(date(2026, 1, 8))

    assert row.href == ""
    assert row.chip and row.chip.text == "还没开，还有1天"


def test_from_its_day_on_the_record_stands_in_its_place() -> None:
    (row,) = rows(date(2026, 1, 9))

    assert (row.href, row.chip) == ("/activities/2026/start/", None)


def test_a_fixed_day_that_is_over_without_a_record_says_so() -> None:
    files = changed(CAMPAIGN, f"  - {HELD}\n", f"  - {HELD}\n  - {{title: 交流会, on: 2026-05-20, phase: 实施}}\n")
    later, on_the_day, earlier = (rows(date(2026, 5, day), files)[0].chip for day in (21, 20, 19))

    assert later and on_the_day and earlier
    assert [chip.text for chip in (later, on_the_day, earlier)] == ["没有记录", "今天开", "还没开，还有1天"]


def test_minutes_are_a_record_too() -> None:
    day = "{title: 局务会, on: 2026-05-20, phase: 实施, minutes: 2026/duty-phone}"
    row = rows(date(2026, 5, 21), changed(CAMPAIGN, f"  - {HELD}\n", f"  - {HELD}\n  - {day}\n"))[0]

    assert row.href == "/internal-documents/2026/duty-phone/"
    assert row.chip and row.chip.text == "有纪要"


def test_an_activity_of_several_days_is_going_on_until_the_last() -> None:
    files = changed(START, "on: 2026-01-09\n", "on: 2026-01-09\nuntil: 2026-01-12\n")

    assert [bool(rows(date(2026, 1, day), files)[0].chip) for day in (12, 13)] == [True, False]


def test_how_many_took_part_is_said_as_well_as_it_is_known() -> None:
    people = activity()
    units = activity(changed(START, "participants: 41\n", "divisions: [market, office]\n"))
    everybody = activity(changed(START, "participants: 41\n", ""))

    assert (people.figure, people.counted, people.whole) == ("41", "人", "全体处室和单位")
    assert (units.figure, units.counted, [unit.text for unit in units.units]) == ("2", "家", ["市场处", "办公室"])
    assert (everybody.figure, everybody.counted, everybody.whole) == ("全体", "", "")
