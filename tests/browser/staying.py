"""A page at an old address leads on at once; here it is opened so that it stays, to be looked at."""

import re

from playwright.sync_api import Page, Route


def open_to_stay(page: Page, address: str) -> None:
    page.route(address.partition("#")[0], _without_leading_on)
    page.goto(address)
    page.unroute(address.partition("#")[0])


def _without_leading_on(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r'<meta http-equiv="refresh"[^>]*>', "", answer.text()))
