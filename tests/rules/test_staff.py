"""Staff: who is twice, and who is left behind."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import CLOCK, changed, content, problems_of, raw

BING = "intranet/staff/bing.yaml"
DING = "content/intranet/staff/ding.yaml"


def codes(files: dict[str, str], day: date = CLOCK.as_of) -> list[str]:
    return [problem.code for problem in problems_of(raw(files), Clock(CLOCK.today, day))]


def with_a_copy(*changes: tuple[str, str]) -> dict[str, str]:
    """A second member of the staff, made from the first one's file."""
    files = content()
    text = files[f"content/{BING}"]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {**files, DING: text}


def test_a_file_that_was_copied_and_not_changed_is_noticed() -> None:
    assert codes(with_a_copy()) == ["staff/name-twice", "staff/work-number-twice"]


def test_people_of_one_name_in_two_units_are_two_people() -> None:
    assert codes(with_a_copy(("W201", "W202"), ("division: market", "division: office"))) == []


@pytest.mark.parametrize("day", [date(2026, 1, 7), date(2026, 1, 8)], ids=str)
def test_before_the_units_are_released_nobody_is_taken_for_another(day: date) -> None:
    assert codes(with_a_copy(("W201", "W202"), ("division: market", "division: office")), day) == []


def test_the_number_of_one_who_left_may_be_given_again() -> None:
    files = with_a_copy(("示例丙", "示例丁"), ("since: 2024-06-03", "since: 2026-07-01"))
    files = changed(BING, "since: 2024-06-03", "since: 2024-06-03\nuntil: 2026-06-30", files)

    assert codes(files) == []
    assert codes(with_a_copy(("示例丙", "示例丁"))) == ["staff/work-number-twice"]


def test_a_head_has_a_work_number_too() -> None:
    files = changed("public/people/yi.yaml", "office_phone:", "work_no: W201\noffice_phone:")

    assert codes(files) == ["staff/work-number-twice"]


@pytest.mark.parametrize(("until", "told"), [("", True), ("until: 2026-12-01", False)])
def test_when_a_unit_is_closed_its_staff_have_to_go_somewhere(until: str, told: bool) -> None:
    files = changed("public/divisions/market.yaml", "established_on:", "closed_on: 2026-12-01\nestablished_on:")
    files = changed(BING, "since: 2024-06-03", f"since: 2024-06-03\n{until}", files)

    assert [code for code in codes(files) if code.startswith("staff/")] == ["staff/unit-closed"] * told
