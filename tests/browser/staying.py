"""A page at an old address leads on at once; here it is opened so that it stays, to be looked at."""

import re
import urllib.request

from playwright.sync_api import Page, Route

LEADS_ON = re.compile(r'<meta http-equiv="refresh"[^>]*>')


def open_to_stay(page: Page, address: str) -> None:
    file = address.partition("#")[0]
    if not LEADS_ON.search(urllib.request.urlopen(file).read().decode()):
        page.goto(address)
        return
    page.route(file, _without_leading_on)
    page.goto(address)
    page.unroute(file)


def _without_leading_on(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=LEADS_ON.sub("", answer.text()))
