"""The chain of responsibility: one at the top, everybody below answered for, nobody in a circle."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import CLOCK, changed, content, problems_of, raw

JIA, YI = "public/people/jia.yaml", "public/people/yi.yaml"
MARKET, OFFICE = "public/divisions/market.yaml", "public/divisions/office.yaml"
DING = "content/public/people/ding.yaml"


def codes(files: dict[str, str], day: date = CLOCK.as_of) -> list[str]:
    return [problem.code for problem in problems_of(raw(files), Clock(max(CLOCK.today, day), day))]


def with_ding(supervises: str = MARKET, role: str = "班子成员", since: str = "2023-03-20") -> dict[str, str]:
    """The golden bureau with one more at the top, who supervises a unit."""
    files = changed(supervises, "supervising_leader: jia", "supervising_leader: ding") if supervises else content()
    text = files[f"content/{JIA}"].replace("示例甲", "示例丁").replace("一把手", role).replace("局长", "副局长")
    return {**files, DING: text.replace("2023-03-20", since)}


def test_a_leader_between_the_head_and_the_first_is_the_rule() -> None:
    assert codes(with_ding()) == []


def test_one_may_follow_the_other_at_the_top_on_the_same_day() -> None:
    files = with_ding("", role="一把手", since="2026-06-01")
    handed_over = changed(JIA, "in_post_from: 2023-03-20", "in_post_from: 2023-03-20\nin_post_to: 2026-06-01", files)

    assert codes(files) == ["person/first-twice"]
    assert "person/first-twice" not in codes(handed_over)
    assert codes(handed_over, date(2026, 6, 1)) == []


def test_who_has_left_but_is_still_named_is_a_reminder_from_the_day_after_on() -> None:
    """The pages of the last day are right, and nobody can be stopped by midnight."""
    files = changed(YI, "in_post_from: 2024-05-10", "in_post_from: 2024-05-10\nin_post_to: 2026-06-30")

    assert [codes(files, date(2026, month, day)) for month, day in ((6, 30), (7, 1))] == [
        [],
        ["division/answered-for-by-nobody"],
    ]


def test_when_the_first_has_left_and_nobody_follows_that_is_a_mistake() -> None:
    files = changed(JIA, "in_post_from: 2023-03-20", "in_post_from: 2023-03-20\nin_post_to: 2026-06-30")

    assert "person/first-missing" not in codes(files, date(2026, 6, 30))
    assert "person/first-missing" in codes(files, date(2026, 7, 1))


@pytest.mark.parametrize("day", [date(2026, 1, 7), date(2026, 1, 8)], ids=str)
def test_before_the_units_are_released_no_leader_is_without_one(day: date) -> None:
    assert codes(with_ding(""), day) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [("dinn", "reference/missing"), ("yi", "division/supervised-by-other")],
    ids=["nobody", "a-head"],
)
def test_a_leader_is_not_without_units_because_a_unit_names_another_by_mistake(written: str, told: str) -> None:
    files = changed(MARKET, "supervising_leader: ding", f"supervising_leader: {written}", with_ding())

    assert codes(files) == [told]


def test_a_unit_that_is_closed_is_answered_for_by_nobody() -> None:
    """What it says of its head and leader is how it was."""
    files = changed(MARKET, "established_on: 2004-12-20", "established_on: 2004-12-20\nclosed_on: 2026-12-01")
    files = changed(YI, "in_post_from: 2024-05-10", "in_post_from: 2024-05-10\nin_post_to: 2026-11-30", files)

    assert [code for code in codes(files) if code.startswith("division/")] == []


def test_the_office_of_the_leading_group_may_be_headed_by_somebody_of_a_division() -> None:
    files = changed(OFFICE, "head: jia", "head: yi")

    assert codes(files) == []
    ordinary = changed(OFFICE, "type: 领导小组办公室", "type: 机关处室", files)
    assert codes(ordinary) == ["finding/no-office", "division/head-of-another"]


def test_two_leaders_who_head_each_others_units_answer_to_nobody() -> None:
    """Told once, and the hint works when typed."""
    files = with_ding()
    files[DING.replace("ding", "wu")] = files[DING].replace("示例丁", "示例戊")
    files = changed(MARKET, "head: yi", "head: wu", files)
    files = changed(OFFICE, "head: jia", "head: ding", files)
    files = changed(OFFICE, "supervising_leader: jia", "supervising_leader: wu", files)

    (problem,) = problems_of(raw(files))
    wrong = problem.place.path.removeprefix("content/")
    leader = "ding" if wrong == MARKET else "wu"
    mended = changed(
        wrong, f"supervising_leader: {leader}", problem.hint.removeprefix("由一把手直接分管，改为 "), files
    )

    assert problem.code == "division/chain-in-circle"
    assert "division/chain-in-circle" not in codes(mended)


def test_a_leader_who_heads_a_unit_does_not_supervise_it() -> None:
    assert codes(changed(MARKET, "head: yi", "head: ding", with_ding())) == ["division/chain-in-circle"]
    assert codes(changed(MARKET, "head: yi", "head: ding", with_ding(""))) == ["person/leader-without-unit"]


def test_a_unit_of_the_first_is_not_supervised_by_a_deputy() -> None:
    """As the office is in the golden bureau: headed and supervised by the first."""
    assert codes(with_ding(OFFICE)) == ["division/chain-in-circle"]
