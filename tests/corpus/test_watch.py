"""网上监察: when a light turns amber and when red, of items and of findings."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.clock import Clock
from mingbai.corpus import watch
from mingbai.corpus.watch import Kept, Light, kept, light, paces, running
from tests.factories import changed, intranet_corpus, public_corpus, without

SUMMER = "public/performance/2026-q3.yaml"
FIRST = "intranet/findings/2026/001.yaml"
OWN = "    completed: 9\n    early: 3\n    on_time: 9\n    mean_days: 0.8\n"


@pytest.mark.parametrize(
    ("used", "expected"),
    [("0", Light.GREEN), ("79.9", Light.GREEN), ("80", Light.AMBER), ("100", Light.AMBER), ("100.1", Light.RED)],
)
def test_amber_begins_at_four_fifths_and_red_past_the_whole(used: str, expected: Light) -> None:
    assert light(Decimal(used), Decimal(100)) is expected


def test_what_is_late_is_red_however_little_was_used() -> None:
    assert light(Decimal(1), Decimal(100), late=True) is Light.RED


def clock_on(day: str, number: str = "2026/001", files: dict[str, str] | None = None) -> watch.Clock | None:
    on = date.fromisoformat(day)
    corpus = intranet_corpus(files, Clock(on, on))
    return watch.clock(corpus.ledger[number], corpus.public.workdays)


@pytest.mark.parametrize(
    ("day", "used", "allowed", "expected"),
    [
        ("2026-03-13", 0, 3, Light.GREEN),
        ("2026-04-03", 14, 24, Light.GREEN),
        ("2026-04-09", 1, 5, Light.GREEN),
        ("2026-04-14", 20, 24, Light.AMBER),
        ("2026-04-15", 21, 29, Light.GREEN),
        ("2026-04-17", 23, 29, Light.GREEN),
        ("2026-04-20", 24, 29, Light.AMBER),
    ],
)
def test_the_clock_of_a_finding_is_that_of_whoever_has_to_act(
    day: str, used: int, allowed: int, expected: Light
) -> None:
    found = clock_on(day)

    assert found
    assert (found.used.days, found.allowed.days, found.light) == (used, allowed, expected)


def test_the_office_is_watched_as_the_units_are() -> None:
    waiting = changed(FIRST, "  - {on: 2026-04-10, action: 验收退回, by: office, note: 打了五次，一次没接}\n", "")
    path = f"content/{FIRST}"
    waiting = {**waiting, path: waiting[path][: waiting[path].index("  - {on: 2026-04-15")]}

    lights = [found.light for day in (13, 14, 15, 16) if (found := clock_on(f"2026-04-{day}", files=waiting))]
    assert lights == [Light.GREEN, Light.AMBER, Light.AMBER, Light.RED]


def test_a_unit_is_red_on_the_first_day_past_its_last_even_on_a_day_off() -> None:
    files = changed(FIRST, "due: 2026-04-27", "due: 2026-04-17")

    saturday = clock_on("2026-04-18", files=files)
    friday = clock_on("2026-04-17", files=files)
    assert friday and friday.light is Light.AMBER
    assert saturday and (saturday.used, saturday.light) == (saturday.allowed, Light.RED)


def test_what_is_settled_has_no_clock() -> None:
    assert clock_on("2026-04-24") is None


def test_without_a_calendar_the_clock_says_which_year_was_reckoned() -> None:
    found = clock_on("2026-04-14", files=without("public/calendar/2026.yaml"))

    assert found and found.missing == (2026,)


def summer(old: str, new: str) -> Kept:
    """The domestic shows of the latest quarter, changed."""
    return kept(public_corpus(changed(SUMMER, old, new)))[0]


@pytest.mark.parametrize(
    ("mean", "expected"),
    [("0.7", Light.GREEN), ("0.8", Light.AMBER), ("1.0", Light.AMBER), ("1.1", Light.RED)],
)
def test_an_item_is_held_against_its_promise_of_one_working_day(mean: str, expected: Light) -> None:
    assert summer("mean_days: 0.8", f"mean_days: {mean}").light is expected


def test_one_late_case_makes_an_item_red() -> None:
    assert summer("on_time: 9\n", "on_time: 8\n    late: 1\n    late_explanation: 停电\n").light is Light.RED


def test_what_is_done_on_the_spot_is_green() -> None:
    spot = kept(public_corpus())[1]

    assert (spot.promised, spot.light) == (0, Light.GREEN)


def test_only_the_latest_quarter_told_of_is_watched() -> None:
    assert [item.cases.completed for item in kept(public_corpus())] == [9, 31]
    assert kept(public_corpus(clock=Clock(date(2026, 3, 1), date(2026, 3, 1)))) == ()


def test_the_pace_of_a_unit_leaves_out_what_is_done_on_the_spot() -> None:
    (pace,) = paces(kept(public_corpus()))

    assert (pace.unit, pace.used, pace.promised, pace.late) == ("market", Decimal("0.8"), Decimal(1), 0)


def test_red_stands_before_amber_and_amber_before_green() -> None:
    on = date(2027, 1, 4)
    (late,) = running(intranet_corpus(clock=Clock(on, on)))

    assert (late.case.number, late.clock.light) == ("2026-002", Light.RED)
