"""What a page costs: bytes, requests, waiting, and jumps before the eyes of the reader."""

import gzip
import urllib.request
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.gallery import one_of_each
from tests.browser.staying import open_to_stay
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
ITEM = "/commitments/market/perf-domestic/"
WATCH_SHIFTS = """() => {
    window.shifts = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifts += entry.value; }))
        .observe({type: "layout-shift", buffered: true});
}"""
WATCH_LOOK = """(() => {
    new MutationObserver(() => { window.dressed ??= document.documentElement.dataset.theme && performance.now(); })
        .observe(document, {subtree: true, attributes: true, attributeFilter: ["data-theme"]});
})()"""
FIRST_PAINT = """() => new Promise((resolve) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint")
        .forEach(({startTime}) => resolve(startTime))).observe({type: "paint", buffered: true});
})"""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
BLOCKING = """() => performance.getEntriesByType("resource")
    .filter((each) => each.renderBlockingStatus === "blocking").map((each) => each.initiatorType)"""
AT_ONCE = 9
"""Pages that are waited for at once: each is left alone for half a second, to see what it still asks for."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
"""A bad telephone line: 400 kilobits a second."""


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    yield page
    page.close()


def note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def asked_for(page: Page, address: str) -> list[str]:
    """Every address a browser asks for when it opens a page."""
    asked: list[str] = []
    page.on("request", partial(note, asked))
    page.goto(address, wait_until="networkidle")
    return asked


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[list[tuple[Page, list[str]]]]:
    """The tabs of a window, each with the addresses it asks for."""
    context = browser.new_context()
    tabs: list[tuple[Page, list[str]]] = [(context.new_page(), []) for _ in range(AT_ONCE)]
    for tab, asked in tabs:
        tab.on("request", partial(note, asked))
    yield tabs
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


@pytest.fixture
def slow(phone: BrowserContext) -> Page:
    return on_a_bad_line(phone)


def on_a_bad_line(phone: BrowserContext) -> Page:
    """A page on a phone with a bad line of its own.

    Its style sheet's clock stands still: what waits for the script waits until it comes, however busy the machine is.
    """
    page = phone.new_page()
    line = phone.new_cdp_session(page)
    line.send("Animation.enable")
    line.send("Animation.setPlaybackRate", {"playbackRate": 0})
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    return page


def test_a_page_of_an_item_is_no_more_than_40_kilobytes_in_all(page: Page, sites: dict[str, str]) -> None:
    asked = asked_for(page, sites["public"] + ITEM)
    sizes = {address: len(gzip.compress(urllib.request.urlopen(address).read(), 6)) for address in asked}

    assert len(sizes) >= 3
    assert sum(sizes.values()) <= 40_000, sizes


@pytest.mark.parametrize("first", range(0, len(one_of_each()), AT_ONCE))
def test_a_page_asks_nobody_but_its_own_host(
    tabs: list[tuple[Page, list[str]]], sites: dict[str, str], first: int
) -> None:
    opened = list(zip(tabs, one_of_each()[first : first + AT_ONCE], strict=False))
    for (tab, asked), (site, _, route) in opened:
        asked.clear()
        tab.goto(sites[site] + route)
    elsewhere = {}
    for (tab, asked), (site, _, route) in opened:
        tab.wait_for_load_state("networkidle")
        elsewhere[site + route] = {urlsplit(address).netloc for address in asked} ^ {urlsplit(sites[site]).netloc}

    assert [page for page, hosts in elsewhere.items() if hosts] == []


@pytest.mark.parametrize(("site", "template", "route"), one_of_each())
def test_no_script_keeps_a_page_waiting(
    visitor: Page, sites: dict[str, str], site: str, template: str, route: str
) -> None:
    open_to_stay(visitor, sites[site] + route)

    assert visitor.locator("script:not([async], [defer], [type=module], [type='application/ld+json'])").count() == 0
    assert visitor.evaluate(BLOCKING) == ["link"]


@pytest.mark.parametrize("look", [{}, {"theme": "dark", "view": "care"}], ids=["plain", "remembered"])
def test_nothing_moves_while_a_page_comes_in(
    phone: BrowserContext, slow: Page, sites: dict[str, str], look: dict[str, str]
) -> None:
    """They come in side by side, since most of the time is spent on waiting."""
    slow.goto(f"{sites['public']}/404.html")
    slow.evaluate("look => Object.assign(localStorage, look)", look)
    phone.add_init_script(f"({WATCH_SHIFTS})()")
    coming = {route: on_a_bad_line(phone) for route in ("/", ITEM, "/fees/", "/search/")}
    for route, page in coming.items():
        page.goto(sites["public"] + route, wait_until="commit")
    for page in coming.values():
        page.wait_for_load_state("networkidle")
    for page in coming.values():
        page.evaluate(TWO_FRAMES)
        page.wait_for_timeout(100)

    shifts = {route: page.evaluate("() => window.shifts") for route, page in coming.items()}
    assert max(shifts.values()) < 0.01, shifts


def test_the_look_chosen_before_is_there_before_a_word_is_painted(slow: Page, sites: dict[str, str]) -> None:
    """Nobody waits for the script to come; the words are held back, but for three tenths of a second at most."""
    slow.goto(f"{sites['public']}/404.html")
    slow.evaluate("() => { localStorage.theme = 'dark' }")
    slow.add_init_script(WATCH_LOOK)
    for route in ("/", ITEM, "/fees/"):
        slow.goto(sites["public"] + route)
        assert slow.evaluate("() => window.dressed") <= slow.evaluate(FIRST_PAINT)


def test_a_page_whose_script_never_comes_is_shown_all_the_same(visitor: Page, sites: dict[str, str]) -> None:
    visitor.route("**/look.*", lambda _: None)
    visitor.goto(sites["public"] + ITEM, wait_until="commit")

    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
    visitor.unroute_all(behavior="ignoreErrors")
