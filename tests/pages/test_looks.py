"""The style sheet and the script in a real browser: where headings break, what is printed, what has enough contrast."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests import ROOT
from tests.chromium import WANTS_CHROMIUM, chromium

pytestmark = WANTS_CHROMIUM
ASSETS = ROOT / "templates" / "assets"
BOXES = "".join(
    f'<div class="admonition {kind}"><p class="admonition-title">题</p><p>文<a href="/">链</a></p></div>'
    for kind in ("note", "tip", "important", "warning", "danger", "example")
)
CONTRASTS = """() => {
    const channels = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(c => c / 255);
    const light = colour => channels(colour)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    return [...document.querySelectorAll(".admonition :is(p, a)")].map(each => {
        const pair = [getComputedStyle(each).color, getComputedStyle(each.closest(".admonition")).backgroundColor];
        const [low, high] = pair.map(light).sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    });
}"""


@pytest.fixture(scope="module")
def blank() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page(viewport={"width": 360, "height": 800})


def shown(page: Page, body: str) -> Page:
    """A page with this body, our style sheet and our script."""
    css, script = ((ASSETS / name).read_text("utf-8") for name in ("site.css", "look.js"))
    page.goto("about:blank")
    page.set_content(
        f"<!doctype html><html lang=zh-CN><style>{css}</style><script>{script}</script><main>{body}</main>"
    )
    return page


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("印刷经营活动审批", ["印刷", "经营", "活动", "审批"]),
        ("收费怎么办", ["收费", "怎么办"]),
        ("2026年“改进作风”方案", ["2026年", "“改进作风”", "方案"]),
        ("单位设立（初审）", ["单位", "设立（初审）"]),
        ("14天内到期", ["14天内", "到期"]),
    ],
)
def test_a_heading_breaks_between_words_and_says_the_same(blank: Page, title: str, pieces: list[str]) -> None:
    heading = shown(blank, f"<h1>{title}</h1>").locator("h1")

    assert heading.text_content() == title
    assert heading.inner_html().split("<wbr>") == pieces


def test_links_in_a_heading_stay_links(blank: Page) -> None:
    page = shown(blank, '<h2><a href="/">经营活动</a>审批</h2>')

    assert page.locator("h2 a").inner_html() == "经营<wbr>活动"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_with_dark_ink(blank: Page, scheme: str) -> None:
    page = shown(
        blank, '<div class="hero"><dl class="facts"><div class="time"><dt>多久</dt><dd>一天</dd></div></dl></div>'
    )
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    style = "([place, name]) => getComputedStyle(document.querySelector(place))[name]"
    grounds = {page.evaluate(style, [place, "backgroundColor"]) for place in ("body", ".hero", ".time")}
    ink = page.evaluate(style, [".time dd", "color"])
    page.emulate_media(media="screen", color_scheme="light")

    assert grounds <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert ink == "rgb(0, 0, 0)"


@pytest.mark.parametrize("look", ["", "theme=dark", "view=care", "contrast=more"])
def test_what_stands_in_a_box_can_be_read(blank: Page, look: str) -> None:
    page = shown(blank, BOXES)
    key, _, value = look.partition("=")
    if look:
        page.evaluate("([key, value]) => { document.documentElement.dataset[key] = value }", [key, value])
    found = page.evaluate(CONTRASTS)

    assert len(found) == 18
    assert min(found) >= 4.5
