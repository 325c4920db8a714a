"""Laws that lapse soon, to the end of the calendar."""

from datetime import date

import pytest

from mingbai.records.public.law import LawVersion
from tests.factories import content, problems_of, raw

LAST = "9999-12-31"


def ending(day: date | None) -> LawVersion:
    """A version that lapses on that day."""
    return LawVersion(
        doc_no="国发〔2005〕1号", effective_from=date(2005, 3, 1), effective_to=day, articles={"第一条": "甲"}
    )


@pytest.mark.parametrize(
    ("ends", "soon"),
    [("2026-12-27", False), ("2026-12-28", True), ("2027-01-27", True), ("2027-01-28", False), (LAST, False)],
)
def test_the_days_left_are_counted(ends: str, soon: bool) -> None:
    assert ending(date.fromisoformat(ends)).ends_within(date(2026, 12, 28), 30) is soon


def test_the_last_day_of_all_can_be_near() -> None:
    assert ending(date.max).ends_within(date(9999, 12, 20), 90)
    assert not ending(None).ends_within(date.max, 90)


def test_a_law_without_an_end_may_say_so_with_a_far_day() -> None:
    path = "content/public/laws/price-2005-catv.yaml"
    files = content()
    files[path] = files[path].replace("effective_from:", f"effective_to: {LAST}\n    effective_from:", 1)

    assert problems_of(raw(files)) == ()
