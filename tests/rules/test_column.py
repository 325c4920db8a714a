"""Columns of the site lead to pages that are there."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.public import public_pages
from mingbai.rules.column import SECTIONS
from tests.factories import changed, problems_of, public_corpus, raw

BUREAU = "public/bureau.yaml"
COLUMN = "  - {{title: 栏, route: {}, under: /commitments/, type: 办事服务, description: 一栏, keywords: [栏]}}\n"


def with_columns(more: str, files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The golden bureau, or these files, with some columns more, which come first."""
    return changed(BUREAU, "columns:\n", f"columns:\n{more}", files)


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


def test_no_address_is_offered_to_lie_under_that_is_wrong_itself() -> None:
    files = changed(BUREAU, "under: /commitments/", "under: /weibo/")

    told = problems_of(raw(changed(BUREAU, "route: /fees/", "route: /fee/", files)))

    assert [problem.hint for problem in told if problem.code == "column/under-nowhere"] == [
        "可以写的有：/commitments/、/fees/、/bulletins/、/divisions/"
    ]


def test_one_main_column_too_many_is_offered_a_place_under_one_whose_address_is_right() -> None:
    more = "".join(COLUMN.format(route).replace("under: /commitments/, ", "") for route in ("/weibo/", *SECTIONS[3:7]))

    told = problems_of(raw(with_columns(more)))

    hints = [problem.hint for problem in told if problem.code == "column/too-many"]
    assert hints == ["给它加一行 under: /fines/（放在哪个主栏目下面，就写哪个的地址）"] * 2


@pytest.mark.parametrize(
    ("route", "unders", "told"),
    [
        ("/fee/", ("/honours/",), ("/honours/",)),
        ("/fee/", ("/fees/", "/fees/"), ()),
        ("/fee/", ("/fee/",), ("/fee/",)),
        ("/weibo/", ("/honours/", "/honours/"), ()),
        ("/weibo/", ("/honours/", "/pledges/"), ("/pledges/",)),
        ("/weibo/", ("/laws/",), ("/laws/",)),
        ("/laws/", ("/honours/", "/pledges/"), ("/pledges/",)),
    ],
)
def test_a_wrong_address_excuses_only_what_may_be_meant_by_it(
    route: str, unders: tuple[str, ...], told: tuple[str, ...]
) -> None:
    columns = "".join(
        COLUMN.format(free).replace("under: /commitments/", f"under: {under}")
        for free, under in zip(("/powers/", "/reform/"), unders, strict=False)
    )

    found = problems_of(raw(changed(BUREAU, "route: /fees/", f"route: {route}", with_columns(columns))))

    nowhere = [problem.message for problem in found if problem.code == "column/under-nowhere"]
    assert nowhere == [f"栏目“栏”的上级栏目 {under} 不是主栏目" for under in told]


def test_a_section_is_offered_to_one_column_alone() -> None:
    files = changed(BUREAU, "route: /fees/", "route: /fee/", with_columns(COLUMN.format("/fee/")))

    one, other = (problem.hint for problem in problems_of(raw(files)) if problem.code == "column/leads-nowhere")

    assert one == "改为 route: /fees/"
    assert other.startswith("可以写的有：/fines/、")


@pytest.mark.parametrize(
    ("left", "hint"), [(8, "可以写的有："), (1, "可以写的有：/accessibility/"), (0, "删掉这个栏目")]
)
def test_of_the_addresses_that_are_free_a_handful_is_named(left: int, hint: str) -> None:
    more = "/weibo/", *SECTIONS[1 : len(SECTIONS) - left]

    told = problems_of(raw(with_columns("".join(map(COLUMN.format, more)))))

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
