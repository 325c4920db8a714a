"""Calendars drafted from the library: day by day what it says, and what the sample has for 2026."""

from datetime import date, timedelta

import pytest
from chinese_calendar import is_workday

from mingbai.corpus.workdays import workdays
from mingbai.draft.calendar import calendar_draft, days, holidays
from mingbai.records.base import Entry
from mingbai.records.parse import parse
from mingbai.records.public.calendar import Calendar
from tests import ROOT

KNOWN = days()
RELEASE = {
    "# arrangement: {title: 国务院办公厅关于2026年部分节假日安排的通知, number: 文号, on: 成文日期}": (
        "arrangement: {title: 国务院办公厅关于2026年部分节假日安排的通知, on: 2025-11-04}"
    ),
    "# review: {by: 办公室, on: 审查日期, result: 同意公开}": "review: {by: 办公室, on: 2025-11-10, result: 同意公开}",
    "# published: 发布日期 09:00": "published: 2025-11-11 09:00",
}


def finished(year: int) -> Entry[Calendar]:
    """A draft as an editor finishes it."""
    text = calendar_draft(year, holidays(year, KNOWN), "1.11").text.replace(f"{year}年部分", "2026年部分")
    for left, filled in RELEASE.items():
        assert left in text
        text = text.replace(left, filled)
    parsed = parse(f"content/public/calendar/{year}.yaml", text.encode())
    assert parsed.problems == ()
    assert parsed.entry
    return parsed.entry  # type: ignore[return-value]


def test_2026_is_what_the_sample_has() -> None:
    path = "content/public/calendar/2026.yaml"
    sample = parse(path, (ROOT / path).read_bytes()).entry

    assert sample and isinstance(sample.record, Calendar)
    assert finished(2026).record.holidays == sample.record.holidays


@pytest.mark.parametrize("year", range(2008, KNOWN.last_year + 1))
def test_every_day_is_worked_as_the_library_says(year: int) -> None:
    """The last days of December belong to New Year, which the next year's arrangement tells."""
    entries = {str(each): finished(each) for each in (year, year + 1) if holidays(each, KNOWN)}
    worked = workdays(entries)
    first = date(year, 1, 1)
    every = [first + timedelta(n) for n in range((date(year, 12, 31) - first).days + 1)]

    assert [day for day in every if worked.has(day) != is_workday(day)] == []


def test_holidays_that_run_together_are_one_with_both_names() -> None:
    (autumn,) = (each for each in holidays(2025, KNOWN) if "国庆节" in each.name)

    assert autumn.name == "国庆节、中秋节"
    assert (autumn.begins, autumn.ends) == (date(2025, 10, 1), date(2025, 10, 8))
    assert autumn.make_up == (date(2025, 9, 28), date(2025, 10, 11))


def test_new_year_may_begin_in_december() -> None:
    first = holidays(2024, KNOWN)[0]

    assert (first.name, first.begins, first.ends) == ("元旦", date(2023, 12, 30), date(2024, 1, 1))


def test_a_year_that_is_not_out_has_no_holidays() -> None:
    assert holidays(KNOWN.last_year + 1, KNOWN) == ()


def test_a_draft_as_it_stands_does_not_pass() -> None:
    draft = calendar_draft(2026, holidays(2026, KNOWN), "1.11")
    problems = parse(draft.home, draft.text.encode()).problems

    assert {(each.code, each.message) for each in problems} == {
        ("field/missing", "缺少“放假安排”（arrangement）"),
        ("field/missing", "缺少“发布时间”（published）"),
        ("publication/review-missing", "没有公开审查的记录；不经审查不得公开（政府信息公开条例第十七条）"),
    }
