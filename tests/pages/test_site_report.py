"""The yearly report on the site itself, found from the front page."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.page import Page
from mingbai.pages.public.home import HomeView, home_pages
from mingbai.pages.public.part import Link
from tests.factories import changed, public_corpus

FILES = changed("public/pages/report-2025.md", "report_year: 2025", "site_report_year: 2025")
FOUND = Link("2025年政府信息公开工作年度报告", "/pages/report-2025/")


@pytest.mark.parametrize(
    ("day", "link"), [(date(2026, 1, 22), None), (date(2026, 1, 23), FOUND), (date(2027, 1, 1), None)]
)
def test_the_front_page_leads_to_last_years_report_from_the_day_it_is_out(day: date, link: Link | None) -> None:
    page: Page = next(iter(home_pages(public_corpus(FILES, Clock(day, day)))))

    assert isinstance(page.view, HomeView)
    assert page.view.site_report == link
