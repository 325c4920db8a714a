"""No barrier that axe-core knows of: one page for each template of both sites, in every look, on a phone and a desk.

axe is handed to the page by the debugger, as the browser's own tools would do it: the page runs under its own policy,
which lets no script in that is not a file of the site. All rules are asked once for each width; in the other looks,
which change only colours and sizes, those that depend on colours and sizes.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.gallery import one_of_each
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_LOOKS = {"type": "rule", "values": ["color-contrast", "target-size"]}
PLAIN: dict[str, str] = {}
DARK_CONTRAST = {"contrast": "more", "theme": "dark"}
LOOKS = [PLAIN, {"theme": "dark"}, {"view": "care"}, {"contrast": "more"}]
RUN = """(only) => axe.run({runOnly: only, resultTypes: ["violations"]}).then(({violations}) =>
    violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`)))"""
DRESS = """(look) => {
    for (const key of ["view", "theme", "contrast"]) delete document.documentElement.dataset[key];
    Object.assign(document.documentElement.dataset, look);
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def barriers(page: Page, rules: dict[str, Any]) -> Iterator[str]:
    """What axe finds, and whether the page must be moved sideways to be read."""
    yield from page.evaluate(RUN, rules)
    if page.evaluate(SIDEWAYS):
        yield "the page is wider than the window"


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """One page for all of them: to begin anew each time takes longer than to look."""
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


def found_on(page: Page, address: str, looks: dict[int, list[dict[str, str]]]) -> list[str]:
    page.goto(address)
    page.evaluate(AXE)
    found = []
    for width, worn in looks.items():
        page.set_viewport_size({"width": width, "height": 800})
        for look in worn:
            page.evaluate(DRESS, look)
            rules = ALL if look is PLAIN else OF_LOOKS
            found += [f"{width} px, {look or 'plain'}: {barrier}" for barrier in barriers(page, rules)]
    return found


@pytest.mark.parametrize(("site", "template", "route"), one_of_each())
def test_a_page_has_no_barrier_in_any_look(
    visitor: Page, sites: dict[str, str], site: str, template: str, route: str
) -> None:
    """What the intranet shows of the public site has only another frame there; a desk's colours are a phone's."""
    again = site == "intranet" and not template.startswith("intranet/")
    looks = {360: [*LOOKS, DARK_CONTRAST], 1280: [PLAIN] if again else LOOKS}

    assert found_on(visitor, sites[site] + route, looks) == []


def test_axe_would_find_a_barrier(visitor: Page, sites: dict[str, str]) -> None:
    """The control: grey on grey, and a picture nobody can hear."""
    visitor.goto(f"{sites['public']}/search/")
    visitor.evaluate(
        """() => {
            document.querySelector("h1").style.color = "#ccc";
            document.querySelector("main").append(new Image());
        }"""
    )
    visitor.evaluate(AXE)

    assert {found.split(":")[0] for found in barriers(visitor, ALL)} >= {"color-contrast", "image-alt"}
