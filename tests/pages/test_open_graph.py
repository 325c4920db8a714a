"""What other programs are told of a page when somebody passes its address on (Open Graph), and which feeds it names."""

import re
from functools import cache

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import intranet_chrome, public_chrome
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, public_corpus
from tests.pages.full import rendered


@cache
def corpus() -> PublicCorpus:
    return public_corpus()


def head_of(route: str, internal: bool = False) -> str:
    page = next(page for page in public_pages(corpus()) if page.route == route)
    frame = (intranet_chrome if internal else public_chrome)(corpus(), ASSETS)
    return rendered(page, frame).partition("</head>")[0]


def graph(route: str, internal: bool = False) -> dict[str, str]:
    return dict(re.findall('<meta property="og:([a-z_]+)" content="([^"]*)">', head_of(route, internal)))


def feeds(route: str, internal: bool = False) -> list[str]:
    return re.findall('type="application/atom\\+xml" title="[^"]+" href="([^"]*)"', head_of(route, internal))


def test_a_page_says_its_title_its_kind_and_its_own_address() -> None:
    item, column = graph("/commitments/market/perf-domestic/"), graph("/fees/")

    assert item["url"] == "https://mingbai.example/commitments/market/perf-domestic/"
    assert item["title"] and item["title"] in head_of("/commitments/market/perf-domestic/").partition("</title>")[0]
    assert (item["type"], column["type"], item["locale"]) == ("article", "website", "zh_CN")
    assert item["site_name"] == corpus().bureau.record.name and item["description"]


def test_no_page_names_a_picture_that_is_none() -> None:
    assert "image" not in graph("/")


def test_inside_nothing_is_said_for_passing_on() -> None:
    assert graph("/fees/", internal=True) == {}


def test_every_page_names_the_feeds_of_the_site_and_a_unit_its_own() -> None:
    both = ["/feed.xml", "/changes/feed.xml"]

    assert feeds("/fees/catv/") == feeds("/fees/catv/", internal=True) == feeds("/404.html") == both
    assert feeds("/divisions/market/") == [*both, "/divisions/market/feed.xml"]
