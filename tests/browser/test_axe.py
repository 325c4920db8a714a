"""No barrier that axe-core knows of: one page for each template of both sites, in every look, on a phone and a desk.

All rules are asked once for each width; in the other looks those that depend on what they change: colours, or sizes.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import ALL, CARE, DARK, MORE, PLAIN, barriers, found_on, visitor_of
from tests.browser.gallery import one_of_each
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
COLOURS = [DARK, MORE, DARK | MORE]


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """One page for all of them: to begin anew each time takes longer than to look."""
    page = visitor_of(browser)
    yield page
    page.close()


@pytest.mark.parametrize(("site", "template", "route"), one_of_each())
def test_a_page_has_no_barrier_in_any_look(
    visitor: Page, sites: dict[str, str], site: str, template: str, route: str
) -> None:
    """What the intranet shows of the public site has only another frame there; a desk's colours are a phone's."""
    again = site == "intranet" and not template.startswith("intranet/")
    looks = {360: [PLAIN], 1280: [PLAIN]} if again else {360: [PLAIN, CARE, *COLOURS], 1280: [PLAIN, CARE]}

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

    assert {found.split(":")[0] for found in barriers(visitor, ALL)} >= {"color-contrast", "image-alt"}
