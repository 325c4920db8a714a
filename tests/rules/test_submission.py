"""Pieces for the newsletters: the edges of what is a mistake; the wordings stand in tests/broken."""

import pytest

from tests.factories import changed, content, problems_of, raw

QUEUE = "intranet/submissions/2026/queue.md"
START = "intranet/activities/2026/start.md"


def codes(files: dict[str, str]) -> list[str]:
    return [problem.code for problem in problems_of(raw(files))]


@pytest.mark.parametrize(("day", "found"), [("2026-04-08", []), ("2026-04-07", ["submission/decided-early"])])
def test_a_decision_on_the_day_a_piece_came_is_in_time(day: str, found: list[str]) -> None:
    assert codes(changed(QUEUE, "on: 2026-04-10", f"on: {day}")) == found


def test_who_is_taken_needs_no_reason() -> None:
    assert codes(changed(QUEUE, "verdict: 退回, reason: 换了以后等多久，没有写", "verdict: 采用")) == []


def test_a_piece_that_came_tomorrow_is_told_and_not_just_gone() -> None:
    files = changed(QUEUE, "submitted_on: 2026-04-08", "submitted_on: 2099-04-08")

    assert "submission/ahead" in codes(files)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("2026-02-20", "2026-02-20"), ["submission/twice"]),
        (("2026-02-20", "2026-02-21"), []),
        (("division: office", "division: market"), []),
    ],
)
def test_a_copy_of_a_piece_that_stands_in_an_issue_is_told(change: tuple[str, str], found: list[str]) -> None:
    """Another day or another unit is another piece."""
    files = content()
    piece = files["content/intranet/bulletins/2026/01/two-late.md"]
    files["content/intranet/submissions/2026/two-late.md"] = piece.replace(*change)

    assert codes(files) == found


@pytest.mark.parametrize(
    ("divisions", "found"), [("[office]", ["activity/speaker-not-there"]), ("[market, office]", [])]
)
def test_who_spoke_was_there(divisions: str, found: list[str]) -> None:
    assert codes(changed(START, "host: 局长\n", f"host: 局长\ndivisions: {divisions}\n")) == found
