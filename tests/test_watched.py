"""A watched day is a day like any other, and the turn that it names never comes too late."""

import pickle
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.watched import Watch

FAR = 800
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
EXACT: dict[str, Callable[[date, date], object]] = {
    "before": lambda day, other: day < other,
    "not after": lambda day, other: day <= other,
    "after": lambda day, other: day > other,
    "not before": lambda day, other: day >= other,
    "on": lambda day, other: day == other,
    "not on": lambda day, other: day != other,
    "the other way round": lambda day, other: (other < day, other <= day),
    "some days on": lambda day, other: day + timedelta(30) < other,
    "some days back": lambda day, other: other <= day - timedelta(45),
    "the year": lambda day, other: day.year,
    "the month": lambda day, other: day.month,
    "the month before": lambda day, other: (day - timedelta(40)).month,
}
OTHERS: dict[str, Callable[[date, date], object]] = {
    "days between": lambda day, other: (day - other).days,
    "days until": lambda day, other: (other - day).days,
    "the earlier": lambda day, other: min(day, other).isoformat(),
    "one of some": lambda day, other: day in {other, other + timedelta(1)},
    "in order": lambda day, other: [str(each) for each in sorted([other, day])],
    "beside a text": lambda day, other: (day, "a") < (other, "b"),
    "written": lambda day, other: f"{day} {day:%m} {day!r} {day.day}",
    "of the week": lambda day, other: (day.weekday(), day.isocalendar(), day.timetuple(), day.toordinal()),
    "another day of it": lambda day, other: day.replace(day=1),
    "packed": lambda day, other: pickle.dumps(day),
    "with itself": lambda day, other: (day - (day - timedelta(3)), day == day + timedelta(0), day < day + timedelta(1)),
}


@pytest.mark.parametrize("name", [*EXACT, *OTHERS])
@given(day=DAYS, other=DAYS)
def test_until_the_turn_every_answer_is_the_same(name: str, day: date, other: date) -> None:
    question = {**EXACT, **OTHERS}[name]
    watch = Watch(day)
    said = question(watch.watched, other)
    last = min((watch.turn or date.max) - timedelta(1), day + timedelta(FAR))

    if name != "packed":
        assert said == question(day, other)
    for number in range(1, (last - day).days + 1, 7):
        assert question(day + timedelta(number), other) == said
    assert question(last, other) == said or name == "packed"


@pytest.mark.parametrize("name", EXACT)
@given(day=DAYS, other=DAYS)
def test_a_comparison_names_the_very_day_on_which_it_comes_out_otherwise(name: str, day: date, other: date) -> None:
    watch = Watch(day)
    said = EXACT[name](watch.watched, other)

    assert watch.turn is None or EXACT[name](watch.turn, other) != said


def test_a_day_that_nobody_asks_has_no_turn_nor_has_the_last_of_all() -> None:
    asked, last = Watch(date(2026, 12, 28)), Watch(date.max)

    assert asked.watched is not None and asked.turn is None
    assert (last.watched.year, str(last.watched), last.turn) == (9999, "9999-12-31", None)
