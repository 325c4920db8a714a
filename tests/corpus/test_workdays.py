"""Working days of the sample's years, held against figures that were taken from chinesecalendar 1.11.0."""

from calendar import monthrange
from datetime import date

import pytest

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import Workdays
from tests import ROOT
from tests.factories import public_corpus

MONTHS = {
    2024: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
    2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
    2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
}


@pytest.fixture(scope="module")
def corpus() -> PublicCorpus:
    paths = sorted((ROOT / "content/public").rglob("*.yaml"))
    return public_corpus({path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths})


@pytest.mark.parametrize("year", MONTHS)
def test_every_month_has_as_many_working_days_as_elsewhere(corpus: PublicCorpus, year: int) -> None:
    counted = [
        sum(corpus.workdays.has(date(year, month, day)) for day in range(1, monthrange(year, month)[1] + 1))
        for month in range(1, 13)
    ]

    assert counted == MONTHS[year]


@pytest.mark.parametrize(
    ("event", "number", "due"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2026, 2, 14), 5, date(2026, 2, 28)),
        (date(2026, 9, 24), 5, date(2026, 10, 9)),
        (date(2025, 12, 31), 1, date(2026, 1, 4)),
    ],
)
def test_a_period_ends_on_a_working_day_after_holidays_and_with_days_worked_instead(
    corpus: PublicCorpus, event: date, number: int, due: date
) -> None:
    end = corpus.workdays.due(event, number)

    assert (end.day, end.missing) == (due, ())
    assert corpus.workdays.between(event, due).days == number


def test_the_day_of_the_event_is_not_counted(corpus: PublicCorpus) -> None:
    assert corpus.workdays.between(date(2026, 3, 2), date(2026, 3, 2)).days == 0
    assert corpus.workdays.due(date(2026, 3, 2), 1).day == date(2026, 3, 3)


def test_a_year_without_a_calendar_is_counted_monday_to_friday_and_named(corpus: PublicCorpus) -> None:
    assert corpus.workdays.due(date(2026, 12, 31), 5).missing == (2027,)
    assert corpus.workdays.due(date(2026, 12, 31), 5).day == date(2027, 1, 7)
    assert corpus.workdays.due(date(2026, 12, 30), 1).missing == ()
    assert Workdays().between(date(2025, 12, 31), date(2027, 1, 1)).missing == (2026, 2027)


def test_a_period_that_would_end_after_the_last_day_there_is_ends_on_it() -> None:
    """An editor may write 9999-12-31 for a day that never comes."""
    assert Workdays().due(date(9999, 12, 31), 20).day == date.max
    assert Workdays().due(date(9999, 12, 30), 20).day == date.max
