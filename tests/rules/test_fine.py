"""A fine has its basis and its range, and no lower limit to be charged at."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, problems_of, public_corpus, raw

FINE = "public/fines/unapproved.yaml"
TIMES = "    times: {min: 8, max: 10, base: 违法所得}\n"
ENDED = "valid_from: 2020-11-29\ncancelled_on: 2026-06-01\ncancelled_by: {number: 示例文广新〔2026〕9号}\n"


@pytest.mark.parametrize(
    "form",
    [
        "times: {max: 10, base: 违法所得}",
        "times: {min: 10, max: 10, base: 违法所得}",
        "range: {max: 30000}",
        "range: {min: 2000, max: 20000}",
        "fixed: {amount: 500}",
    ],
)
def test_every_form_of_a_fine_may_stand_alone(form: str) -> None:
    assert problems_of(raw(changed(FINE, TIMES, f"    {form}\n"))) == ()


def test_a_fine_charges_nothing_so_nobody_can_write_what_is_charged() -> None:
    (problem,) = problems_of(raw(changed(FINE, "decided_by: market", "decided_by: market\ncharged: 50000")))

    assert problem.code == "field/unknown"


def test_a_cancellation_is_not_known_before_its_day() -> None:
    files = changed(FINE, "valid_from: 2020-11-29\n", ENDED)
    spring, autumn = date(2026, 4, 1), date(2026, 9, 1)

    before = public_corpus(files, Clock(spring, spring)).fines["unapproved"].record
    after = public_corpus(files, Clock(autumn, autumn)).fines["unapproved"].record

    assert (before.status(spring), before.cancelled_by) == ("在用", None)
    assert after.status(autumn) == "取消"


def test_what_is_fined_no_more_may_rest_on_what_held_then() -> None:
    old = changed(
        FINE,
        "basis_item:\n  - {law: performances, articles",
        "basis_item:\n  - {law: performances, version: 2016年修订, articles",
    )
    over = changed(FINE, "valid_from: 2020-11-29\n", ENDED.replace("2020-11-29", "2017-01-01"), old)

    assert [problem.code for problem in problems_of(raw(old))] == ["basis/not-in-force"]
    assert problems_of(raw(over)) == ()
