"""Five tasks, each done on a phone by someone who sees the site for the first time: at most three taps from home.

A tap is a link that can be read; the answer is on the screen the last tap leads to, without scrolling.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM

TAPS = 3


class Visitor:
    """Somebody with one thumb, who sees nothing but links."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.taps = 0
        page.goto(f"{site}/")

    def taps_on(self, name: str) -> None:
        """Tap a link by its words."""
        self.taps += 1
        assert self.taps <= TAPS
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def sees(self, words: str) -> Locator:
        """The words stand on the screen as it is."""
        found = self.page.get_by_text(words).filter(visible=True).first
        expect(found).to_be_in_viewport()
        return found


@pytest.fixture
def visitor(page: Page, sites: dict[str, str]) -> Visitor:
    return Visitor(page, sites["public"])


def test_how_long_it_takes(visitor: Visitor) -> None:
    visitor.taps_on("办演出")
    visitor.sees("1个工作日办好")


def test_how_much_it_costs(visitor: Visitor) -> None:
    visitor.taps_on("有线电视开户")
    visitor.sees("14.00元/户·月")


def test_what_to_bring(visitor: Visitor) -> None:
    visitor.taps_on("举办内地营业性演出审批")
    visitor.taps_on("1样，有的情况再带1样")
    visitor.sees("营业性演出申请表")


def test_where_to_complain(visitor: Visitor) -> None:
    visitor.taps_on("哪里投诉")
    visitor.sees("0000-0000002")


def test_where_to_complain_about_an_item(visitor: Visitor) -> None:
    visitor.taps_on("举办内地营业性演出审批")
    visitor.taps_on("怎么投诉")
    visitor.sees("拖了、推了")


def test_what_changed(visitor: Visitor) -> None:
    visitor.taps_on("改过什么")
    visitor.sees("承诺时间从2个工作日减到1个工作日")


def test_what_changed_about_an_item(visitor: Visitor) -> None:
    visitor.taps_on("举办内地营业性演出审批")
    visitor.taps_on("改过什么")
    visitor.sees("承诺时间从2个工作日减到1个工作日")
