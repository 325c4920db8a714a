"""Paper: of each page what is said and nothing that leads on, what is folded too; posters and notices on one sheet."""

import io
import re
import unicodedata
from functools import cache

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import public_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.page import Page as Made
from mingbai.pages.public import public_pages
from tests import ROOT
from tests.browser.gallery import one_of_each
from tests.browser.staying import open_to_stay
from tests.chromium import WANTS_CHROMIUM
from tests.factories import ASSETS, changed, checked, public_corpus, raw
from tests.pages.full import rendered
from tests.sample import sample_corpus, sample_intranet

pytestmark = WANTS_CHROMIUM
OWN = [each for each in one_of_each() if each[0] == "public" or each[1].startswith("intranet/")]
ITEM = "public/commitments/market/perf-domestic.yaml"
LEADS_ON = ":is(nav:not(.contents), footer, button, form, select, input[type=search], .tools, .skip, .button):visible"
FOLDED = """() => [...document.querySelectorAll("main details > :not(summary)")]
    .filter(each => each.getClientRects().length)
    .flatMap(each => {
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.parentElement.closest(".sr, summary, .off-paper, svg")) found.push(text.data);
        }
        return found;
    })"""
TORN = r"""() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    const line = (text, place) => {
        const range = document.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        return range.getBoundingClientRect().bottom;
    };
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.closest("tbody :is(td, th):not(.sr *)")) continue;
        for (const {index} of text.data.matchAll(/[0-9](?=-|个)|-(?=[0-9])|(?<=[0-9])个(?=工)|工(?=作日)|作(?=日)/g))
            if (Math.abs(line(text, index) - line(text, index + 1)) > 4) found.push(text.data.trim());
    }
    return found;
}"""
"""A number and what it counts on two lines."""
DRAWN_ALIKE = str.maketrans(
    "戶‒∕／⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰",
    "户–//民虎西见角贝车长门青页风飞食马鱼鸟黄齐齿龙",
)
"""A font may have one picture for two characters; the paper then names the other one."""


def plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(DRAWN_ALIKE)


def printed(page: Page, size: str = "A4") -> list[pypdf.PageObject]:
    """The sheets of paper; to read them takes longer than to count them."""
    return list(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format=size))).pages)


def text(sheet: pypdf.PageObject) -> str:
    return plain(sheet.extract_text())


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 360, "height": 800})


@pytest.mark.parametrize(("site", "template", "route"), OWN)
def test_what_is_printed_leads_nowhere_and_nothing_is_folded(
    reader: Page, sites: dict[str, str], site: str, template: str, route: str
) -> None:
    open_to_stay(reader, sites[site] + route)
    reader.emulate_media(media="print")
    seen = [each.inner_text() for each in reader.locator(LEADS_ON).all()]
    folded = [plain(words) for words in reader.evaluate(FOLDED)]
    reader.emulate_media(media="null")
    paper = "".join(map(text, printed(reader))) if folded else ""

    assert seen == []
    assert [words for words in folded if words not in paper] == []


def page_of(corpus: PublicCorpus, route: str) -> Made:
    return next(page for page in public_pages(corpus) if page.route == route)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Page:
    return browser.new_page()


def sheets(tab: Page, corpus: PublicCorpus, page: Made, size: str = "A4") -> list[pypdf.PageObject]:
    """The sheets on which a page prints."""
    html = rendered(page, public_chrome(corpus, ASSETS))
    whole = re.sub(r"<meta http-equiv[^>]*>|<script[^>]*></script>|<link[^>]*>", "", html)
    whole = whole.replace("<html ", "<html data-script ")
    css = (ROOT / "templates" / "assets" / "site.css").read_text("utf-8")
    tab.set_content(whole.replace("</head>", f"<style>{css}</style></head>"))
    return printed(tab, size)


@cache
def fees(count: int) -> PublicCorpus:
    """The sample bureau with so many fees that are charged: its own seven, then more of one with long bases."""
    paths = sorted(path for path in (ROOT / "content" / "public").rglob("*") if path.is_file())
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    one = files["content/public/fees/dig-remote.yaml"].decode()
    more = {
        f"content/public/fees/more-{n:02}.yaml": one.replace("考古远征费", f"再一项{n}", 1) for n in range(7, count)
    }
    found = checked({**files, **raw(more)}).public
    assert found
    return found


def test_every_notice_of_the_sample_prints_on_exactly_one_sheet(tab: Page) -> None:
    corpus = sample_corpus()
    notices = {page.route: page for page in public_pages(corpus) if page.route.endswith("/notice/")}

    assert {route: len(sheets(tab, corpus, notices[route])) for route in notices} == dict.fromkeys(notices, 1)


def test_a_table_of_one_row_does_not_go_to_the_next_sheet_with_what_follows(tab: Page) -> None:
    """The sample's honours of 2026: one of the city, then five of the bureau, which do not all fit below it."""
    corpus = sample_corpus()
    found = sheets(tab, corpus, page_of(corpus, "/honours/2026/"))

    assert "优质服务十佳个人" in text(found[0])


@pytest.mark.parametrize("more", [0, 2, 4, 6, 9, 12, 20])
def test_the_more_an_item_asks_for_the_smaller_its_notice_is_set(tab: Page, more: int) -> None:
    """Materials with a line of details each; the last case leaves the details to the item's page."""
    asked = "".join(
        f"  - {{id: extra-{n}, name: 再要一样材料{n}, form: 原件, copies: 1, need: 必要, source: 申请人自备, "
        "requirement: 写明名称、地点、时间、场次，一样一行，不留空格；写不下的另附一页，每页签名。}\n"
        for n in range(more)
    )
    corpus = public_corpus(changed(ITEM, "materials:\n", f"materials:\n{asked}"))

    assert len(sheets(tab, corpus, page_of(corpus, "/commitments/market/perf-domestic/notice/"))) == 1


@pytest.mark.parametrize("route", ["/supervision/norms/", "/fees/poster/"])
@pytest.mark.parametrize("size", ["A4", "A3"])
def test_a_poster_prints_on_exactly_one_sheet(tab: Page, route: str, size: str) -> None:
    corpus = sample_corpus()

    assert len(sheets(tab, corpus, page_of(corpus, route), size)) == 1


@pytest.mark.parametrize("size", ["A4", "A3"])
@pytest.mark.parametrize("count", [8, 12])
def test_up_to_twelve_fees_stand_on_one_sheet_for_the_counter(tab: Page, count: int, size: str) -> None:
    corpus = fees(count)

    assert len(sheets(tab, corpus, page_of(corpus, "/fees/poster/"), size)) == 1


def test_more_fees_take_another_sheet_and_each_says_what_its_columns_are(tab: Page) -> None:
    corpus = fees(25)
    found = sheets(tab, corpus, page_of(corpus, "/fees/poster/"))

    assert len(found) == 2
    assert all("项目,谁来交实收法定标准依据" in text(sheet) for sheet in found)


def test_a_table_that_can_be_sorted_says_on_each_sheet_what_its_columns_are(
    reader: Page, sites: dict[str, str]
) -> None:
    reader.goto(f"{sites['intranet']}/ledger/")
    reader.locator("th button").first.wait_for(state="attached")
    row = reader.locator("tbody tr").first
    row.evaluate("row => { for (let n = 0; n < 30; n++) row.after(row.cloneNode(true)); }")
    found = printed(reader)

    assert len(found) > 1
    assert all("轮次" in text(sheet) for sheet in found)


@pytest.mark.parametrize("route", ["/reform/", "/inspections/", "/watch/"])
def test_in_a_table_on_paper_a_number_is_not_torn_from_what_it_counts(browser: Browser, route: str) -> None:
    corpus = sample_corpus()
    pages = intranet_pages(sample_intranet(), tuple(public_pages(corpus)))
    paper = browser.new_page(viewport={"width": round(174 / 25.4 * 96), "height": 900})
    paper.emulate_media(media="print")
    sheets(paper, corpus, next(page for page in pages if page.route == route))

    assert paper.evaluate(TORN) == []
    paper.close()
