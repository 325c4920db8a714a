"""Long lists are folded on a phone only, and nothing in them is out of reach."""

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
ITEM = "/commitments/market/perf-domestic/"


def test_on_a_phone_a_list_opens_with_a_tap(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/performance/")
    table = page.get_by_role("table", name="各单位比一比")
    expect(table).to_be_hidden()
    page.get_by_text("各单位的数").click()

    expect(table).to_be_visible()


def test_on_a_wide_screen_and_on_paper_it_is_open(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/performance/")
    table = page.get_by_role("table", name="各单位比一比")
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    page.emulate_media(media="screen")
    expect(table).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})

    expect(table).to_be_visible()
    expect(page.get_by_text("各单位的数")).to_be_hidden()


def test_an_address_of_something_folded_opens_the_fold(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/divisions/")
    person = page.locator(".people > li").first.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{sites['public']}/divisions/#{person}")

    expect(page.locator(f"#{person}")).to_be_visible()


def test_what_is_folded_for_weak_eyes_alone_is_open_for_others(page: Page, sites: dict[str, str]) -> None:
    """关怀版 shows what most people came for; each other part is one line, opened with a tap."""
    page.goto(f"{sites['public']}{ITEM}")
    told = page.locator("#conditions .fold-care > ol, #conditions .fold-care > ul").first
    expect(told).to_be_visible()
    page.goto(f"{sites['public']}{ITEM}#care")
    expect(told).to_be_hidden()
    page.get_by_text("看条件，看什么样的不能办").click()

    expect(told).to_be_visible()


def test_a_browser_that_does_not_open_folds_by_style_is_helped(page: Page, sites: dict[str, str]) -> None:
    page.add_init_script("CSS.supports = () => false")
    page.goto(f"{sites['public']}{ITEM}")

    assert page.locator("details.fold-care:not([open])").count() == 0
    assert page.locator("details.fold-phone[open]").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0


@pytest.mark.parametrize("look", ["", "#care"])
def test_paper_shows_all_of_an_item(page: Page, sites: dict[str, str], look: str) -> None:
    page.goto(f"{sites['public']}{ITEM}{look}")
    page.emulate_media(media="print")

    assert page.locator("details > :not(summary)").count() > 0
    for folded in page.locator("details > :not(summary)").all():
        expect(folded).to_be_visible()
    assert page.locator("summary:visible").count() == 0


def test_units_can_be_sorted_and_the_sum_stays_at_the_foot(page: Page, sites: dict[str, str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{sites['public']}/performance/2026-q2/")
    before = page.locator("#units table tbody th").all_inner_texts()
    page.locator("#units").get_by_role("button", name="按时的占").click()

    assert sorted(page.locator("#units table tbody th").all_inner_texts()) == sorted(before)
    assert page.locator("#units table tfoot th").all_inner_texts() in ([], ["合计"])
