"""Official papers on sheets: the imprint is at the foot of the last one, nobody signs on an empty one (GB/T 9704)."""

import io

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.staying import open_to_stay
from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM
CIRCULAR = "/circulars/2026/01/"
LENGTHEN = """count => {
    const text = document.querySelector(".paper .prose");
    const last = text.lastElementChild;
    for (let n = 0; n < count; n++) text.append(last.cloneNode(true));
    last.remove();
}"""
MM = 72 / 25.4
FOOT = 35 * MM
"""How far above the edge of the sheet the text ends."""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Page:
    return browser.new_page()


def lines(sheet: pypdf.PageObject) -> list[tuple[float, str]]:
    """What is printed on a sheet line by line, with its height above the edge in points, from the head down."""
    found: dict[float, str] = {}

    def see(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        height = round(tm[5] * cm[3] + cm[5])
        found[height] = found.get(height, "") + "".join(text.split())

    sheet.extract_text(visitor_text=see)
    return sorted(((height, text) for height, text in found.items() if text), reverse=True)


@pytest.mark.parametrize("paragraphs", [1, 9, 11, 13, 40])
def test_the_imprint_stands_once_at_the_foot_of_the_last_sheet_and_the_signature_below_some_text(
    reader: Page, sites: dict[str, str], paragraphs: int
) -> None:
    open_to_stay(reader, sites["intranet"] + CIRCULAR)
    reader.evaluate(LENGTHEN, paragraphs)
    *before, last = pypdf.PdfReader(io.BytesIO(reader.pdf(prefer_css_page_size=True))).pages
    printed = lines(last)
    (copies,) = [height for height, text in printed if "抄送" in text]
    ends = min(height for height, text in printed if height > FOOT)

    assert not [sheet for sheet in before if "抄送" in sheet.extract_text()]
    assert copies < FOOT + 20 * MM
    assert ends < FOOT + 6 * MM
    assert printed[0][1] != "办公室"
