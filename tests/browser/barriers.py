"""What axe-core finds on a page, in each look and width one asks for.

axe is handed to the page by the debugger, as the browser's own tools would do it: the page runs under its own policy,
which lets no script in that is not a file of the site.
"""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.staying import open_to_stay

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
OF_COLOURS = {"type": "rule", "values": ["color-contrast"]}
OF_SIZES = {"type": "rule", "values": ["target-size"]}
Look = dict[str, str]
PLAIN: Look = {}
DARK: Look = {"theme": "dark"}
CARE: Look = {"view": "care"}
MORE: Look = {"contrast": "more"}
RUN = """async ([look, rules]) => {
    for (const key of ["view", "theme", "contrast"]) delete document.documentElement.dataset[key];
    Object.assign(document.documentElement.dataset, look);
    const {violations} = await axe.run({runOnly: rules, resultTypes: ["violations"]});
    const found = violations.flatMap(({id, nodes}) =>
        nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`));
    const {scrollWidth, clientWidth} = document.documentElement;
    return scrollWidth > clientWidth ? [...found, "the page is wider than the window"] : found;
}"""


def visitor_of(browser: Browser) -> Page:
    """A page that has axe at hand wherever it goes."""
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script(AXE)
    return page


def barriers(page: Page, rules: dict[str, Any], look: Look = PLAIN) -> list[str]:
    """What axe finds in a look, and whether the page must be moved sideways to be read."""
    found: list[str] = page.evaluate(RUN, [look, rules])
    return found


def found_on(page: Page, address: str, looks: dict[int, list[Look]], whole: tuple[Look, ...] = (PLAIN,)) -> list[str]:
    """What is found at an address: by all rules in the looks that are asked `whole`, in the others by those that depend
    on what they change: the care view sizes, the others colours.
    """
    open_to_stay(page, address)
    found = []
    for width, worn in looks.items():
        page.set_viewport_size({"width": width, "height": 800})
        for look in worn:
            rules = ALL if look in whole else OF_SIZES if look == CARE else OF_COLOURS
            found += [f"{width} px, {look or 'plain'}: {barrier}" for barrier in barriers(page, rules, look)]
    return found
