"""What readers see of how promises were kept."""

import pytest

from mingbai.pages.public import public_pages
from mingbai.pages.public.commitment import CommitmentView
from mingbai.pages.public.home import HomeView
from mingbai.pages.public.performance import PerformanceView
from mingbai.records.public.performance import share
from tests.factories import changed, public_corpus, without

SPRING = "public/performance/2026-q2.yaml"
SUMMER = "public/performance/2026-q3.yaml"
ITEM = "/commitments/market/perf-domestic/"


def view(route: str, files: dict[str, str] | None = None) -> PerformanceView:
    (page,) = (page for page in public_pages(public_corpus(files)) if page.route == route)
    assert isinstance(page.view, PerformanceView)
    return page.view


def item(files: dict[str, str] | None = None, route: str = ITEM) -> CommitmentView:
    (page,) = (page for page in public_pages(public_corpus(files)) if page.route == route)
    assert isinstance(page.view, CommitmentView)
    return page.view


def test_the_front_page_shows_the_latest_quarter_and_leads_to_every_one() -> None:
    front = view("/performance/")

    assert front.quarter == "2026年第三季度"
    assert [each.link.href for each in front.course.turns] == ["/performance/2026-q3/", "/performance/2026-q2/"]


def test_the_front_page_of_the_site_says_whether_we_kept_our_word() -> None:
    (home,) = (page.view for page in public_pages(public_corpus()) if page.route == "/")
    assert isinstance(home, HomeView)

    assert home.kept and home.kept.summary == "办结40件，按时100%，没有超期的。"


def test_a_late_case_says_why_in_the_quarter_and_on_the_page_of_its_item() -> None:
    why = "系统停了半天，多用了1个工作日，已经道歉。"
    kept = item().kept

    assert [each.why for each in view("/performance/2026-q2/").late] == [why]
    assert kept and [each.text for each in kept.why] == [why]


def test_what_is_done_on_the_spot_makes_no_share_look_better() -> None:
    first, *_ = view("/performance/2026-q2/").tallies

    assert (first.number, first.label) == ("90", "要等的10件里，按承诺的天数办完9件")


def test_one_late_case_among_thousands_is_not_a_hundred_per_cent() -> None:
    assert f"{share(29_999, 30_000)}" == "99.9"


def test_the_page_of_an_item_sums_up_its_quarters() -> None:
    kept = item().kept

    assert kept and kept.summary == "最近2个季度办结19件，18件按时（94.7%），平均用0.9个工作日。"
    assert [row.quarter.text for row in kept.rows] == ["2026年第三季度", "2026年第二季度"]


def test_an_item_of_which_no_quarter_speaks_has_no_such_part() -> None:
    files = without(SPRING, without(SUMMER))

    assert item(files).kept is None
    assert view("/performance/", files).course.turns == ()


def test_a_quarter_that_is_not_over_says_so_wherever_it_is_shown() -> None:
    files = changed(SUMMER, "note:", "counted_to: 2026-09-20\nnote:")
    kept = item(files).kept
    shown = [view("/performance/", files).chip, view("/performance/", files).course.turns[0].chip]

    assert kept
    assert [chip.text for chip in (*shown, kept.rows[0].chip) if chip] == ["还没过完"] * 3


@pytest.mark.parametrize("effective", ["2026-02-01", "2026-07-01"])
def test_a_quarter_is_held_against_the_promise_of_its_time_only(effective: str) -> None:
    """Where today's promise is younger than the quarter, nothing is said of what was promised then."""
    files = changed(
        "public/commitments/market/perf-domestic.yaml", "effective_from: 2026-02-01", f"effective_from: {effective}"
    )
    (group,) = view("/performance/2026-q2/", files).groups

    assert [row.promise for row in group.items if "演出" in row.item.text] == (
        ["承诺1个工作日"] if effective < "2026-04" else [""]
    )


def test_units_are_compared_by_share_and_by_days_drawn_and_as_rows() -> None:
    found = view("/performance/2026-q2/").compared
    assert found

    rows = [(each.on_time, each.used, each.promised) for each in found.units]
    assert ("98%", "0.9个工作日", "1个工作日") in rows


def test_an_item_shows_how_often_and_how_fast_beside_its_rows() -> None:
    kept = item().kept
    assert kept

    assert [chart.title for chart in kept.charts] == ["按时的占百分之几", "平均用几个工作日"]
    assert [word.text for word in kept.charts[0].words if word.text[0].isdigit()] == ["90", "100", "2026"]
    assert [row.against for row in kept.rows] == ["承诺1个工作日，法定3日"] * 2


def test_what_is_done_on_the_spot_has_no_days_to_draw() -> None:
    kept = item(route="/commitments/market/catv/").kept
    assert kept

    assert [chart.anchor for chart in kept.charts] == ["often"]


def test_the_front_page_leaves_the_single_items_to_the_page_of_the_quarter() -> None:
    front = view("/performance/")

    assert front.groups == () and front.items and front.items.href == "/performance/2026-q3/"
    assert view(front.items.href).groups
