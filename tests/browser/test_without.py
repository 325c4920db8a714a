"""Without a mouse and without a script: everyone gets where they want, and sees where they are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.gallery import one_of_each
from tests.browser.staying import open_to_stay
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
ITEM = "举办内地营业性演出审批"
OWN = {"public": ("/fees/", "收费公示"), "intranet": ("/plans/", "行动方案")}
LETTERS = "() => getComputedStyle(document.documentElement).fontSize"
SEEN = """() => {
    const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    const there = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return there && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""
WHERE = """() => document.activeElement.matches("body") ? "" :
    [document.activeElement.getAttribute("href") ?? document.activeElement.type,
        document.activeElement.textContent.trim()].join(" ")"""


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page on a phone that runs no script of the site."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def tab_to(page: Page, wanted: str) -> list[str]:
    """Press the tabulator until what is wanted has the focus; it must be seen wherever it goes."""
    way: list[str] = []
    while not way or wanted not in way[-1]:
        page.keyboard.press("Tab")
        way.append(page.evaluate(WHERE))
        assert page.evaluate(SEEN), f"the focus cannot be seen on {way[-1]!r}"
        assert len(way) < 200, f"the way to {wanted!r} has no end"
    return way


@pytest.mark.parametrize("site", ["public", "intranet"])
def test_one_comes_from_the_front_page_to_a_printed_item_by_the_keyboard(
    page: Page, sites: dict[str, str], site: str
) -> None:
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = 'yes' }")
    page.goto(f"{sites[site]}/")
    tab_to(page, "/search/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")
    tab_to(page, "search ")
    page.keyboard.type("营业性演出")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("营业性演出")
    tab_to(page, ITEM)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(ITEM)
    tab_to(page, "打印本页")
    page.keyboard.press("Enter")

    expect(page.locator("html")).to_have_attribute("data-printed", "yes")


@pytest.mark.parametrize("site", ["public", "intranet"])
def test_the_tabulator_goes_through_a_whole_page_and_out_of_it(page: Page, sites: dict[str, str], site: str) -> None:
    page.goto(f"{sites[site]}/fees/")
    way = tab_to(page, "button 打印本页")

    assert way[0] == "#main 跳到正文"
    page.keyboard.press("Tab")
    assert page.evaluate(WHERE) in ("", "#main 跳到正文")


def test_the_first_link_leads_past_the_masthead(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/fees/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.keyboard.press("Tab")

    assert page.evaluate(SEEN)
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("site", ["public", "intranet"])
def test_without_a_script_one_reads_and_goes_on(bare: Page, sites: dict[str, str], site: str) -> None:
    route, title = OWN[site]
    bare.goto(f"{sites[site]}/")
    bare.locator(f"nav a[href='{route}']").first.click()
    expect(bare.get_by_role("heading", level=1)).to_contain_text(title)
    bare.goto(f"{sites[site]}/commitments/market/perf-domestic/")
    expect(bare.get_by_role("heading", level=1)).to_have_text(ITEM)

    for button in bare.get_by_role("button").all():
        expect(button).not_to_be_visible()
    expect(bare.get_by_role("heading", name="带什么")).to_be_visible()


@pytest.mark.parametrize("site", ["public", "intranet"])
def test_without_a_script_a_link_makes_everything_large_and_another_ends_it(
    bare: Page, sites: dict[str, str], site: str
) -> None:
    bare.goto(f"{sites[site]}/fees/")
    height = bare.locator("h1").bounding_box()
    bare.get_by_role("link", name="关怀版", exact=True).click()
    larger = bare.locator("h1").bounding_box()
    expect(bare.get_by_role("link", name="退出关怀版")).to_be_visible()
    bare.get_by_role("link", name="退出关怀版").click()

    assert height
    assert larger
    assert larger["height"] > height["height"]
    expect(bare.get_by_role("link", name="关怀版", exact=True)).to_be_visible()


def test_without_a_script_every_page_is_large_by_its_address(bare: Page, sites: dict[str, str]) -> None:
    for site, _, route in one_of_each():
        bare.goto("about:blank")
        open_to_stay(bare, f"{sites[site]}{route}#care")
        assert bare.evaluate(LETTERS) == "24px", route


def test_without_a_script_the_navigation_takes_the_large_letters_along(bare: Page, sites: dict[str, str]) -> None:
    bare.goto(f"{sites['public']}/#care")
    for name in ("收费", "首页"):
        bare.get_by_role("navigation", name="带着关怀版").get_by_role("link", name=name, exact=True).click()
        bare.wait_for_url("**#care")
        assert bare.evaluate(LETTERS) == "24px"


@pytest.mark.parametrize("site", ["public", "intranet"])
def test_without_a_script_the_search_says_what_to_do(bare: Page, sites: dict[str, str], site: str) -> None:
    bare.goto(f"{sites[site]}/search/?q=演出")

    expect(bare.get_by_text("这里搜不了")).to_be_visible()
    assert bare.get_by_role("main").get_by_role("link").count() > 3


def test_the_look_of_a_link_from_elsewhere_is_there_on_the_next_page_too(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/#care")
    page.goto(f"{sites['public']}/fees/")

    expect(page.locator("html")).to_have_attribute("data-view", "care")
