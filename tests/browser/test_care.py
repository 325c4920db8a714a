"""关怀版 on a phone: what can be tapped is as large as a finger."""

import pytest
from playwright.sync_api import Page

from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
FINGER = 44
SMALL = """(finger) => [...document.querySelectorAll("a, button, select, summary, input:not([type=checkbox])")]
    .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.matches(".skip"))
    .filter((each) => each.parentElement.textContent.trim() === each.textContent.trim())
    .filter((each) => Math.max(...[each, each.parentElement].map((box) => box.getBoundingClientRect().height)) < finger)
    .map((each) => each.outerHTML)"""
"""A link within a sentence may be as high as its line; whatever stands alone may not."""


@pytest.mark.parametrize("site", ["public", "intranet"])
@pytest.mark.parametrize(
    "route", ["/", "/commitments/market/perf-domestic/", "/fees/", "/bulletins/2026/01/", "/search/"]
)
def test_what_stands_alone_can_be_tapped_with_a_finger(
    page: Page, sites: dict[str, str], site: str, route: str
) -> None:
    page.goto(f"{sites[site]}{route}#care")

    assert page.evaluate(SMALL, FINGER) == []


@pytest.mark.parametrize("route", ["/", "/commitments/market/perf-domestic/", "/fees/", "/changes/", "/performance/"])
def test_nothing_has_to_be_pushed_sideways_on_a_phone(page: Page, sites: dict[str, str], route: str) -> None:
    page.goto(f"{sites['public']}{route}#care")

    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
