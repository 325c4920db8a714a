"""A mistake does not set off a cascade of others: rules are silent about what is told elsewhere."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.problem import Place
from mingbai.rules.table import check_public, check_whole
from tests.factories import CLOCK, checked, content, raw

RECORDS = sorted(path for path in content() if path.endswith((".yaml", ".md")) and not path.endswith("bureau.yaml"))


@pytest.mark.parametrize("path", RECORDS)
def test_a_broken_file_is_told_of_by_no_rule(path: str) -> None:
    files = {**raw(content()), path: b"\xff\xfe"}

    found = checked(files)

    assert found.public and found.intranet
    assert check_public(found.public) + check_whole(found.intranet) == ()


@pytest.mark.parametrize("path", RECORDS)
def test_with_any_file_gone_every_rule_still_runs(path: str) -> None:
    files = raw(content())
    del files[path]

    found = checked(files)

    assert found.public and found.intranet
    for problem in check_public(found.public) + check_whole(found.intranet):
        assert problem.place != Place(path)


@pytest.mark.parametrize("path", RECORDS)
def test_a_broken_file_is_told_of_where_it_is_broken_and_nowhere_else(path: str) -> None:
    files = {**raw(content()), path: b"\xff\xfe"}

    assert {problem.place.path for problem in checked(files).all_problems} == {path}


@pytest.mark.parametrize("day", [date(2026, month, 15) for month in range(3, 13)], ids=str)
def test_the_golden_bureau_has_no_mistake_on_any_day(day: date) -> None:
    assert checked(raw(content()), Clock(CLOCK.today, day)).all_problems == ()
