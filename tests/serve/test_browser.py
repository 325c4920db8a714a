"""The preview in a real browser: pages change under the reader's eyes, mistakes are shown and go when mended."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import WANTS_CHROMIUM, chromium
from tests.serve.studio import FEE, GENEROUS, MISTAKE, NAME, PLAN, Running, Studio, running

pytestmark = WANTS_CHROMIUM
DIALOG = "mingbai-live dialog"
TITLE = re.compile("内容里有 [0-9]+ 个错误")
UNAVOIDABLE = (
    "status of 503",
    "favicon.ico",
    "net::ERR_CONNECTION_",
    "net::ERR_INCOMPLETE_",
    "net::ERR_EMPTY_",
    "net::ERR_CONTENT_LENGTH_",
)
"""What a browser complains of by itself: there was no good build yet, or the server has ended."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def run(studio: Studio) -> Iterator[Running]:
    with running(studio.root) as run:
        yield run


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page whose console and network must stay free of complaints."""
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": 1100, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(GENEROUS * 1000)
    expect.set_options(timeout=GENEROUS * 1000)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not [text for text in complaints if not any(known in text for known in UNAVOIDABLE)]


def fee(run: Running, site: int = 0) -> str:
    return f"http://127.0.0.1:{run.ports[site]}/fees/catv/"


def test_a_saved_edit_appears_and_the_reader_stays_where_he_was(studio: Studio, run: Running, page: Page) -> None:
    page.goto(fee(run))
    expect(page.locator("main h1")).to_contain_text(NAME)
    page.evaluate("scrollTo({top: 200, behavior: 'instant'})")
    top = page.evaluate("scrollY")
    studio.edit(FEE, NAME, "电视费")
    expect(page.locator("main h1")).to_contain_text("电视费")
    page.wait_for_load_state("load")

    assert top > 0
    page.wait_for_function("top => Math.abs(scrollY - top) < 2", arg=top)


def test_every_open_page_of_both_sites_is_renewed(studio: Studio, run: Running, page: Page) -> None:
    other, inner = page.context.new_page(), page.context.new_page()
    page.goto(fee(run))
    other.goto(fee(run).replace("127.0.0.1", "localhost"))
    inner.goto(fee(run, 1))
    studio.edit(FEE, NAME, "电视费")

    for each in (page, other, inner):
        expect(each.locator("main h1")).to_contain_text("电视费")


def test_a_mistake_is_shown_over_the_old_page_and_goes_when_mended(studio: Studio, run: Running, page: Page) -> None:
    page.goto(fee(run))
    dialog = page.locator(DIALOG)
    studio.edit(FEE, *MISTAKE)
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(f"{FEE}:8:10")
    expect(dialog).to_contain_text("提示")
    expect(page.get_by_role("alertdialog")).to_have_accessible_name(TITLE)
    expect(page.get_by_role("alertdialog")).to_have_accessible_description(
        "页面还是上一次的样子。改好、存盘，这里自己会消失。"
    )
    expect(page.get_by_role("button", name="知道了")).to_be_focused()
    expect(page.locator("main h1")).to_contain_text(NAME)

    studio.edit(FEE, MISTAKE[1], MISTAKE[0])
    expect(dialog).to_be_hidden()
    expect(page.locator("mingbai-live .badge")).to_be_hidden()


def test_a_second_mistake_joins_the_first_in_the_open_overlay(studio: Studio, run: Running, page: Page) -> None:
    page.goto(fee(run))
    studio.edit("content/public/fees/culture-card.yaml", "name:", "nmae:")
    expect(page.locator(DIALOG)).to_contain_text("culture-card.yaml")
    studio.edit(FEE, *MISTAKE)

    expect(page.locator(DIALOG)).to_contain_text("catv.yaml")
    expect(page.locator(DIALOG)).to_contain_text("culture-card.yaml")


def test_the_overlay_goes_with_escape_and_comes_back_from_the_corner(studio: Studio, run: Running, page: Page) -> None:
    page.goto(fee(run))
    dialog, badge = page.locator(DIALOG), page.locator("mingbai-live .badge")
    studio.edit(FEE, *MISTAKE)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    badge.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("region", name="问题")).to_be_focused()
    page.get_by_role("button", name="知道了").click()
    expect(dialog).to_be_hidden()
    expect(badge).to_be_visible()


def test_a_page_opened_while_there_is_a_mistake_shows_it(studio: Studio, run: Running, page: Page) -> None:
    other = page.context.new_page()
    other.goto(fee(run))
    studio.edit(FEE, *MISTAKE)
    expect(other.locator(DIALOG)).to_be_visible()
    page.goto(f"http://127.0.0.1:{run.ports[0]}/")

    expect(page.locator(DIALOG)).to_be_visible()


def test_a_mistake_of_the_intranet_is_shown_there_alone(studio: Studio, run: Running, page: Page) -> None:
    inner = page.context.new_page()
    page.goto(fee(run))
    inner.goto(fee(run, 1))
    studio.edit(PLAN, "title:", "titel:")
    expect(inner.locator(DIALOG)).to_contain_text(PLAN)
    studio.edit(FEE, NAME, "电视费")

    expect(page.locator("main h1")).to_contain_text("电视费")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_a_mistake_in_a_template_is_listed_at_its_line_and_goes_when_it_is_put_right(
    studio: Studio, run: Running, page: Page
) -> None:
    page.goto(fee(run))
    studio.override("public/fee.html", "{% block main %}", "{% block main %}{{ page.nonsense }}")
    dialog = page.locator(DIALOG)
    expect(dialog).to_contain_text("没有 nonsense 这一项")
    expect(dialog.locator(".where").first).to_contain_text("templates/public/fee.html:")
    expect(dialog.locator(".trace")).to_have_count(0)
    studio.path("templates/public/fee.html").unlink()

    expect(dialog).to_be_hidden()


def test_before_the_first_good_build_the_problems_are_the_page(studio: Studio, page: Page) -> None:
    studio.edit(FEE, *MISTAKE)
    with running(studio.root) as run:
        answer = page.goto(fee(run))
        assert answer and answer.status == 503
        expect(page.locator("main h1")).to_have_text(TITLE)
        expect(page.locator(DIALOG)).to_be_hidden()
        studio.edit(FEE, MISTAKE[1], MISTAKE[0])

        expect(page.locator("main h1")).to_contain_text(NAME)


def test_a_one_time_notice_prints_on_one_sheet_from_the_preview_too(run: Running, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{run.ports[0]}/commitments/market/perf-domestic/notice/")
    page.locator("mingbai-live").wait_for(state="attached")
    page.wait_for_function("document.querySelector('mingbai-live').shadowRoot.querySelector('link').sheet")

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_a_page_outlives_the_server_and_catches_up_with_the_next(studio: Studio, page: Page) -> None:
    with running(studio.root) as first:
        page.goto(fee(first))
        expect(page.locator("main h1")).to_contain_text(NAME)
        first.stop()
    expect(page.locator("mingbai-live .halt")).to_be_visible()
    studio.edit(FEE, NAME, "电视费")
    with running(studio.root, "--only", "public", "-p", str(first.ports[0])):
        expect(page.locator("main h1")).to_contain_text("电视费")
