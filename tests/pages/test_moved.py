"""An address that led to a record once leads to where the record is now, on its own side and from its day on."""

import re
from datetime import date

from mingbai.clock import Clock
from mingbai.pages.chrome import public_chrome
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, CLOCK, changed, content, public_corpus
from tests.pages.full import rendered
from tests.workshop import Workshop

OLD = "/fees/cable-tv/"
KICK_OFF = "activities/2026/kick-off/index.html"


def pages(files: dict[str, str]) -> dict[str, Page]:
    return {page.route: page for page in public_pages(public_corpus(files))}


def test_the_old_address_leads_on_without_a_script_and_says_so() -> None:
    html = rendered(pages(content())[OLD], public_chrome(public_corpus(), ASSETS))

    assert '<meta http-equiv="refresh" content="0; url=/fees/catv/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert re.search(r'<link rel="canonical" href="https://[^/]+/fees/catv/">', html)
    assert '<a href="/fees/catv/">/fees/catv/</a>' in html


def test_an_article_is_found_again_as_a_part_of_its_issue() -> None:
    files = content()
    path = next(path for path in files if re.search(r"public/bulletins/2026/01/[a-z-]+\.md$", path))
    files[path] = files[path].replace("---\n", "---\naliases: [/news/17.htm]\n", 1)
    view = pages(files)["/news/17.htm"].view

    assert view.new == f"/bulletins/2026/01/#{path.rsplit('/', 1)[1].removesuffix('.md')}"  # type: ignore[attr-defined]


def test_a_program_s_address_has_no_page_and_stands_in_the_maps_alone(workshop: Workshop) -> None:
    lines = "  - /fees/cable-tv/\n  - /show.jsp?id=17\n  - /sfgs/17.shtml\n"
    workshop.edit("content/public/fees/catv.yaml", "  - /fees/cable-tv/\n", lines)
    workshop.build()
    public = workshop.sites()["public"]

    assert not [path for path in public if path.startswith(("show", "sfgs"))]
    for path in ("redirects/nginx.map", "redirects/apache.txt"):
        assert b"/show.jsp?id=17" in public[path] and b"/sfgs/17.shtml" in public[path]


def test_before_a_record_is_there_its_old_address_is_not() -> None:
    before, since = (Clock(CLOCK.today, date(2026, 1, day)) for day in (25, 26))

    assert OLD not in {each.old for each in public_corpus(clock=before).moved}
    assert OLD in {each.old for each in public_corpus(clock=since).moved}


def test_search_engines_are_told_of_the_new_address_alone(workshop: Workshop) -> None:
    workshop.build()
    public = workshop.sites()["public"]

    assert OLD[1:] + "index.html" in public
    assert OLD not in public["sitemap.xml"].decode()
    assert not [path for path, data in public.items() if path.startswith("search/") and b"cable-tv" in data]


def test_each_site_leads_on_from_its_own_addresses(workshop: Workshop) -> None:
    workshop.build()
    sites = workshop.sites()

    assert KICK_OFF in sites["intranet"] and KICK_OFF not in sites["public"]
    assert b"kick-off" in sites["intranet"]["redirects/nginx.map"]
    assert b"kick-off" not in b"".join(sites["public"].values())
    assert OLD[1:] + "index.html" in sites["intranet"], (
        "the intranet shows public records, so it has their old names too"
    )


def test_an_address_given_up_is_gone_with_the_next_build(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit("content/public/fees/catv.yaml", "  - /fees/cable-tv/\n", "  - /fees/tv/\n")
    workshop.build()

    assert {path for path in workshop.sites()["public"] if path.startswith("fees/")} >= {"fees/tv/index.html"}
    assert OLD[1:] + "index.html" not in workshop.sites()["public"]


def test_an_article_is_found_by_what_its_file_was_called() -> None:
    corpus = public_corpus(changed("public/bulletins/2026/02/phone.md", "---\ntitle", "---\noldids: [call]\ntitle"))
    (page,) = (page for page in public_pages(corpus) if page.route == "/bulletins/2026/02/")

    assert '<span id="call"></span>' in rendered(page, public_chrome(corpus, ASSETS))
