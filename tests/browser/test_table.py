"""A table that is sorted and searched in place, by mouse and by keyboard, and that is a plain table without scripts."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import ROOT
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
TABLE = """<!doctype html><html lang=zh-CN><h2 id=h>费</h2><div class=sieve></div>
<table data-sort aria-labelledby=h>
<thead><tr><th scope=col>项目</th><th scope=col data-choose>谁来交</th>
<th scope=col>实收</th><th scope=col data-sort=no>注</th></tr></thead>
<tbody>
<tr><th scope=row>演出证</th><td>剧团</td><td data-key=0009.5>9.5元</td><td>一</td></tr>
<tr><th scope=row>读者证</th><td>读者</td><td data-key=0010.0>10元</td><td>二</td></tr>
<tr><th scope=row>彩排费</th><td>剧团</td><td data-key=0000.2>0.2元</td><td>三 ＡＢ</td></tr>
</tbody></table>"""


@pytest.fixture
def table(page: Page) -> Page:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("about:blank")
    page.set_content(TABLE)
    page.add_script_tag(content=(ROOT / "templates" / "assets" / "table.js").read_text("utf-8"))
    return page


def names(page: Page) -> list[str]:
    return page.locator("tbody tr:visible th").all_inner_texts()


def head(page: Page, name: str) -> Locator:
    return page.get_by_role("columnheader", name=name)


def test_a_heading_sorts_up_then_down_then_as_it_was_and_says_so(table: Page) -> None:
    press = head(table, "实收").get_by_role("button").press

    press("Enter")
    assert names(table) == ["彩排费", "演出证", "读者证"]
    expect(head(table, "实收")).to_have_attribute("aria-sort", "ascending")
    expect(table.get_by_role("status")).to_have_text("共3项，按实收从小到大排。")
    press("Space")
    assert names(table) == ["读者证", "演出证", "彩排费"]
    expect(head(table, "实收")).to_have_attribute("aria-sort", "descending")
    press("Enter")
    assert names(table) == ["演出证", "读者证", "彩排费"]
    assert head(table, "实收").get_attribute("aria-sort") is None


def test_names_are_sorted_by_their_sound(table: Page) -> None:
    head(table, "项目").get_by_role("button").click()

    assert names(table) == ["彩排费", "读者证", "演出证"]


def test_what_cannot_be_put_in_order_has_no_button(table: Page) -> None:
    assert head(table, "注").get_by_role("button").count() == 0


def test_words_and_a_choice_narrow_the_table_and_the_count_is_told(table: Page) -> None:
    table.get_by_label("在表里找").fill("证")
    assert names(table) == ["演出证", "读者证"]
    expect(table.get_by_role("status")).to_have_text("找到2项，共3项。")

    table.get_by_role("combobox", name="谁来交").select_option("剧团（2）")
    assert names(table) == ["演出证"]

    table.get_by_label("在表里找").fill("ab 彩")
    assert names(table) == ["彩排费"]
    table.get_by_label("在表里找").fill("鼋")
    expect(table.get_by_role("status")).to_have_text("没有对得上的，共3项。")


def test_several_choices_hold_together_and_a_cell_may_name_what_it_is_chosen_by(page: Page) -> None:
    several = TABLE.replace("<th scope=col>实收", "<th scope=col data-choose>实收")
    several = several.replace("<td data-key=0009.5>", "<td data-key=0009.5 data-choice=不贵>")
    page.goto("about:blank")
    page.set_content(several.replace("<td data-key=0010.0>", "<td data-key=0010.0 data-choice=不贵>"))
    page.add_script_tag(content=(ROOT / "templates" / "assets" / "table.js").read_text("utf-8"))

    page.get_by_role("combobox", name="实收").select_option("不贵（2）")
    assert names(page) == ["演出证", "读者证"]
    page.get_by_role("combobox", name="谁来交").select_option("剧团（2）")
    assert names(page) == ["演出证"]


def test_a_short_table_is_sorted_and_has_nothing_to_search_with(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("about:blank")
    page.set_content(TABLE.replace("<table data-sort ", "<table data-sort=only "))
    page.add_script_tag(content=(ROOT / "templates" / "assets" / "table.js").read_text("utf-8"))
    head(page, "实收").get_by_role("button").click()

    assert names(page) == ["彩排费", "演出证", "读者证"]
    assert page.get_by_label("在表里找").count() == 0
    assert page.get_by_role("combobox", name="谁来交").count() == 0


def test_the_order_can_be_chosen_where_headings_have_no_room(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/fees/")
    order = page.get_by_label("排序").first

    assert page.locator("th button:visible").count() == 0
    order.select_option("实收，从大到小")
    expect(page.get_by_role("status").first).to_have_text("共1项，按实收从大到小排。")


def test_without_scripts_the_register_is_the_same_table_without_tools(browser: Browser, sites: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sites['public']}/fees/")

    expect(page.get_by_role("row", name="有线电视基本收视维护费")).to_contain_text("14.00元/户·月")
    assert page.locator(".sieve:visible, th button").count() == 0
    context.close()


def test_a_table_that_stands_as_cards_is_a_table_for_whoever_listens(page: Page, sites: dict[str, str]) -> None:
    """The browser is asked what it tells a screen reader: rows laid out as blocks are rows without saying so."""
    page.goto(f"{sites['intranet']}/ledger/")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    told = {node["role"]["value"] for node in tree if not node["ignored"]}

    assert page.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == "block"
    assert told >= {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"}


@pytest.mark.parametrize("route", ["/fees/", "/performance/2026-q2/", "/ledger/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_tools_take_the_room_that_was_kept_for_them(
    page: Page, sites: dict[str, str], width: int, route: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(sites["intranet"] + route)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    kept = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.sieve')).minHeight)")
    tools = page.locator(".sieve").first.bounding_box()

    assert tools
    assert tools["height"] == pytest.approx(kept, abs=1)
