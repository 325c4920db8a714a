"""The intranet on the days of a year: before it, in each phase, on its last day, after it."""

import re
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.exports.intranet.deadlines import deadline_exports
from mingbai.pages.chrome import intranet_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, intranet_corpus
from tests.pages.full import rendered

OWN = ("/", "/deadlines/", "/measures/", "/measures/owners/", "/campaigns/", "/plans/", "/matrix/")
DAYS = ("2025-12-31", "2026-01-03", "2026-02-05", "2026-02-28", "2026-06-30", "2026-10-08", "2026-12-31", "2027-01-01")


@pytest.mark.parametrize("day", DAYS)
def test_on_every_day_the_pages_of_the_year_are_there_and_lead_somewhere(day: str) -> None:
    on = date.fromisoformat(day)
    corpus = intranet_corpus(clock=Clock(on, on))
    pages = {page.route: page for page in intranet_pages(corpus, tuple(public_pages(corpus.public)))}
    files = {f"/{export.path}" for export in deadline_exports(corpus)}
    frame = intranet_chrome(corpus.public, ASSETS)

    for route in OWN:
        html = rendered(pages[route], frame)
        led = re.findall(r'href="(/[^"#]*)(?:#([^"]*))?"', html.partition("<main")[2].partition("</main>")[0])
        for href, anchor in led:
            assert href in pages or href in files, (route, href)
            assert not anchor or f'id="{anchor}"' in rendered(pages[href], frame), (route, href, anchor)
