"""Five tasks, each done on a phone by someone who sees the site for the first time: at most three taps from home.

In 关怀版 as well, where it stays on from page to page and the answer may want one push of the thumb."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM

TAPS = 3
SCREEN = 800


class Visitor:
    """Somebody with one thumb, who sees nothing but links; `screens`: within how many the answer has to stand."""

    def __init__(self, page: Page, front: str) -> None:
        self.page = page
        self.taps = 0
        self.screens = 2 if front.endswith("#care") else 1
        page.goto(front)

    def taps_on(self, name: str) -> None:
        """Tap a link by its words."""
        self.taps += 1
        assert self.taps <= TAPS
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def sees(self, words: str) -> Locator:
        """The words stand on the screen as it is."""
        found = self.page.get_by_text(words).filter(visible=True).first
        expect(found).to_be_visible()
        box = found.bounding_box()
        assert box
        assert 0 <= box["y"] < self.screens * SCREEN
        return found


@pytest.fixture(params=["", "#care"], ids=["plain", "care"])
def visitor(request: pytest.FixtureRequest, page: Page, sites: dict[str, str]) -> Visitor:
    return Visitor(page, sites["public"] + "/" + request.param)


@pytest.fixture
def plain_visitor(page: Page, sites: dict[str, str]) -> Visitor:
    return Visitor(page, sites["public"] + "/")


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


def test_what_changed_about_an_item(plain_visitor: Visitor) -> None:
    """关怀版 shows the questions themselves instead of a list of them."""
    plain_visitor.taps_on("举办内地营业性演出审批")
    plain_visitor.taps_on("改过什么")
    plain_visitor.sees("承诺时间从2个工作日减到1个工作日")
