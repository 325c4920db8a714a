"""Columns of the site lead to pages that are there."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.public import public_pages
from mingbai.rules.column import SECTIONS
from tests.factories import changed, problems_of, public_corpus, raw

BUREAU = "public/bureau.yaml"


def test_the_sections_are_those_the_site_has() -> None:
    fronts = {page.route for page in public_pages(public_corpus()) if page.route == page.view.head.section}

    assert fronts == set(SECTIONS)


@pytest.mark.parametrize("route", SECTIONS)
def test_a_column_may_be_any_section(route: str) -> None:
    told = problems_of(raw(changed(BUREAU, "route: /fees/", f"route: {route}")))

    assert {problem.code for problem in told} <= {"column/empty", "column/twice", "openness/site-report-missing"}


@pytest.mark.parametrize(
    ("route", "hint"),
    [
        ("/fee/", "改为 route: /fees/"),
        ("/document/", "改为 route: /documents/"),
        ("/commitment/", "可以写的有：/fees/、/fines/"),
        ("/fees/catv/", "改为 route: /fees/"),
        ("/weibo/", "可以写的有："),
    ],
)
def test_a_column_that_leads_nowhere_is_told_at_its_line(route: str, hint: str) -> None:
    (problem,) = problems_of(raw(changed(BUREAU, "route: /fees/", f"route: {route}")))

    assert (str(problem.place), problem.code) == ("content/public/bureau.yaml:30:12", "column/leads-nowhere")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("route", ["/fee/", "/weibo/", "/bulletins/"])
def test_what_lies_under_a_column_whose_address_is_wrong_is_not_told_as_well(route: str) -> None:
    under = changed(BUREAU, "under: /commitments/", "under: /fees/")

    (problem,) = problems_of(raw(changed(BUREAU, "route: /fees/", f"route: {route}", under)))

    assert problem.code in {"column/leads-nowhere", "column/twice"}


@pytest.mark.parametrize(
    ("left", "hint"), [(8, "可以写的有："), (1, "可以写的有：/accessibility/"), (0, "删掉这个栏目")]
)
def test_of_the_addresses_that_are_free_a_handful_is_named(left: int, hint: str) -> None:
    more = "/weibo/", *SECTIONS[1 : len(SECTIONS) - left]
    column = "  - {{title: 栏, route: {}, under: /commitments/, type: 办事服务, description: 一栏, keywords: [栏]}}\n"

    told = problems_of(raw(changed(BUREAU, "columns:\n", f"columns:\n{''.join(map(column.format, more))}")))

    [problem] = [problem for problem in told if problem.code == "column/leads-nowhere"]
    assert problem.hint.startswith(hint)
    assert problem.hint.count("、") == min(left, 7) - bool(left)
    assert problem.hint.endswith("等") == (left > 7)


@pytest.mark.parametrize(
    ("day", "freshness", "hint"),
    [
        ("2026-05-20", 7, "把该发的发出来；用不着这么勤的，把 freshness 改大，但是工作动态类最多写 14"),
        ("2026-05-21", 7, "把该发的发出来；工作动态类最多隔14天就要有新的"),
        ("2026-12-28", 14, "把该发的发出来；工作动态类最多隔14天就要有新的"),
        ("2026-12-28", 31, "把该发的发出来；工作动态类最多隔14天就要有新的"),
    ],
)
def test_of_a_stale_column_only_what_can_be_done_is_said(day: str, freshness: int, hint: str) -> None:
    """The latest issue is of 2026-05-06."""
    files = changed(BUREAU, "freshness: 365\n  - title: 机构", f"freshness: {freshness}\n  - title: 机构")

    told = problems_of(raw(files), Clock(date(2026, 12, 28), date.fromisoformat(day)))

    assert [problem.hint for problem in told if problem.code == "column/stale"] == [hint]
