"""Fees and fines are cleared once a year, and in January nobody has to stop for it."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, content, problems_of, raw

FEE = "public/fees/catv.yaml"
CARD = "public/fees/culture-card.yaml"


def on(day: date, files: dict[str, str] | None = None) -> list[str]:
    """What is said of the clearing on that day, with its severity."""
    problems = problems_of(raw(files or content()), Clock(day, day))
    return [f"{p.severity} {p.place.path.rsplit('/', 1)[1]}" for p in problems if p.code.startswith("clearing/")]


def test_this_years_clearing_is_enough() -> None:
    assert on(date(2026, 12, 28)) == []


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 2, 28)])
def test_early_in_the_next_year_it_is_a_reminder(day: date) -> None:
    assert on(day) == ["warning catv.yaml", "warning unapproved.yaml"]


def test_from_march_on_it_is_a_mistake() -> None:
    assert on(date(2027, 3, 1)) == ["error catv.yaml", "error unapproved.yaml"]


def test_what_was_cancelled_years_ago_is_not_cleared_again() -> None:
    old = changed(CARD, "year: 2026", "year: 2019")

    assert on(date(2026, 12, 28), old) == []


def test_what_ended_this_year_still_owes_this_years_clearing() -> None:
    events = "clearing:\n  year: 2025"
    ended = "events:\n  - {on: 2026-06-01, action: 取消, document: {number: 示例文广新〔2026〕9号}}\n"
    files = changed(FEE, "clearing:\n  year: 2026", ended + events)

    assert "error catv.yaml" in on(date(2026, 12, 28), files)
