"""办件统计: the sums hold, within a quarter and from one to the next, and no quarter or item is passed over."""

import pytest

from mingbai.problem import Severity
from tests.factories import changed, problems_of, raw, without

SPRING = "public/performance/2026-q2.yaml"
SUMMER = "public/performance/2026-q3.yaml"
ITEM = "public/commitments/market/perf-domestic.yaml"
SHOWS = """  - commitment: market/perf-domestic
    carried_in: 1
    received: 8
    accepted: 8
    completed: 9
    early: 3
    on_time: 9
    mean_days: 0.8
"""


def codes(shows: str) -> list[str]:
    """What is said of the summer with other numbers for the shows."""
    return [problem.code for problem in problems_of(raw(changed(SUMMER, SHOWS, shows)))]


def row(**numbers: str | int) -> str:
    """The summer's shows with some numbers of their own."""
    facts: dict[str, str | int] = {"carried_in": 1, "received": 8, "accepted": 8, "completed": 9, "on_time": 9}
    facts |= {"mean_days": "0.8", **numbers}
    lines = (f"    {key}: {value}\n" for key, value in facts.items() if value != "")
    return "  - commitment: market/perf-domestic\n" + "".join(lines)


@pytest.mark.parametrize(
    "numbers",
    [
        {"early": 9},
        {"completed": 0, "on_time": 0, "mean_days": ""},
        {"completed": 8, "on_time": 7, "late": 1, "late_explanation": "停电", "mean_days": "3"},
        {"received": 20, "accepted": 8, "rejected": 3},
        {"mean_days": "1.0"},
        {"satisfied": "{very_satisfied: 5, satisfied: 4}"},
        {"satisfied": "{very_satisfied: 15, dissatisfied: 4}"},
    ],
    ids=[
        "all early",
        "none finished",
        "late and so slow",
        "some still wait",
        "all at the last moment",
        "all rated",
        "some rated at each visit",
    ],
)
def test_numbers_that_fit(numbers: dict[str, str | int]) -> None:
    assert codes(row(**numbers)) == []


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ({"completed": 10, "on_time": 9, "late": 0}, "performance/parts-differ"),
        ({"completed": 10, "on_time": 10}, "performance/more-done-than-there"),
        ({"early": 10}, "performance/early-not-on-time"),
        ({"rejected": 1}, "performance/more-answered-than-received"),
        ({"received": 80}, "performance/many-unanswered"),
        ({"satisfied": "{very_satisfied: 14200}"}, "performance/more-ratings-than-cases"),
        ({"satisfied": "{very_satisfied: 5, dissatisfied: 15}"}, "performance/more-ratings-than-cases"),
        ({"on_time": 8, "late": 1}, "performance/late-unexplained"),
        ({"late_explanation": "停电"}, "performance/nothing-late"),
        ({"mean_days": ""}, "performance/time-unsaid"),
        ({"completed": 0, "on_time": 0}, "performance/time-of-nothing"),
        ({"mean_days": "1.1"}, "performance/time-contradicts"),
        ({"carried_in": 2}, "performance/carried-in-differs"),
    ],
)
def test_numbers_that_do_not(numbers: dict[str, str | int], code: str) -> None:
    assert codes(row(**numbers)) == [code]


def test_the_hint_for_an_item_that_was_lost_works_when_typed() -> None:
    lost = changed(SUMMER, SHOWS, "")
    (problem,) = problems_of(raw(lost))
    line = problem.hint.removeprefix("补上 ").split("，")[0]
    mended = changed(SUMMER, "items:\n", f"items:\n  {line}\n", lost)

    assert problem.code == "performance/open-cases-lost"
    assert problems_of(raw(mended)) == ()


def test_a_slip_in_the_name_of_an_item_is_told_once() -> None:
    """Neither is the item said to be lost, nor do the quarters around it not fit."""
    files = changed(SUMMER, "commitment: market/perf-domestic", "commitment: maket/perf-domestic")

    assert [(p.code, p.hint) for p in problems_of(raw(files))] == [
        ("reference/missing", "是不是 market/perf-domestic？")
    ]


def test_a_broken_quarter_is_no_gap() -> None:
    later = changed(SUMMER, "on_time: 31", "on_time: 30")
    fourth = {
        "content/public/performance/2026-q4.yaml": later[f"content/{SUMMER}"].replace("on_time: 30", "on_time: 31")
    }
    files = {**changed(SUMMER, "on_time: 31", "on_time: many"), **fourth}

    assert "performance/quarter-missing" not in [problem.code for problem in problems_of(raw(files))]


def test_an_item_may_be_left_out_while_it_is_not_handled() -> None:
    """One that began within the quarter, or was suspended at its end, need not be; of others there is a warning."""
    catv = "public/commitments/market/catv.yaml"
    row_of_catv = "".join(content_after("  - commitment: market/catv"))
    files = changed(SUMMER, row_of_catv, "")
    young = changed(catv, "effective_from: 2026-02-01", "effective_from: 2026-08-01", files)
    paused = changed(
        catv, "effective_from:", "events: [{on: 2026-09-20, action: 暂停, reason: 修机房}]\neffective_from:", files
    )
    (warning,) = problems_of(raw(files))

    assert (warning.code, warning.severity) == ("performance/item-missing", Severity.WARNING)
    assert [p.code for p in problems_of(raw(paused))] == []
    assert [p.code for p in problems_of(raw(young))] == ["performance/before-the-item"]  # of the spring


def content_after(line: str) -> list[str]:
    """The lines of an item in the summer's file, from its first one to the review."""
    text = changed(SUMMER, "note:", "note:")[f"content/{SUMMER}"]
    return text[text.index(line) : text.index("review:")].splitlines(keepends=True)


def test_a_younger_promise_is_no_younger_item() -> None:
    """What was promised anew in August was handled in spring already: the reform says so."""
    files = changed(ITEM, "effective_from: 2026-02-01", "effective_from: 2026-08-01")

    assert problems_of(raw(files)) == ()


def test_the_first_quarter_may_begin_with_open_cases() -> None:
    files = changed(SPRING, "    carried_in: 0\n    received: 12", "    carried_in: 1\n    received: 12")
    files = changed(SUMMER, "carried_in: 1", "carried_in: 2", files)

    assert problems_of(raw(files)) == ()


def test_the_only_quarter_may_stop_early() -> None:
    files = changed(SUMMER, "note:", "counted_to: 2026-09-20\nnote:", without(SPRING))

    assert problems_of(raw(files)) == ()
