"""No file may take the address of a page, or of a part of a page, that the site makes by itself."""

import re

import pytest

from mingbai.corpus import routes
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.public import public_pages
from mingbai.records import intranet, public
from mingbai.records.base import identify
from mingbai.rules.address import PAGES, PARTS
from tests.factories import content, intranet_corpus, problems_of, raw
from tests.pages.test_public import source

FEE = "content/public/fees/catv.yaml"
PERSON = "content/public/people/yi.yaml"


def test_every_page_a_record_could_take_the_place_of_is_known() -> None:
    """A page at /fees/poster/ is one that a file fees/poster.yaml would overwrite."""
    corpus = intranet_corpus()
    made = {page.route for page in intranet_pages(corpus, tuple(public_pages(corpus.public)))}
    records = {routes.route(e.record.kind, e.id) for c in (corpus, corpus.public) for e in c.entries}
    kinds = (*public.KINDS, *intranet.KINDS)
    alone = {
        route
        for route in made - records - {each.old for each in corpus.moved}
        for kind in kinds
        for end in (".yaml", ".md")
        if (id := identify(kind, f"{route.strip('/')}{end}")) and routes.route(kind.kind, id) == route
    }

    assert alone == set(PAGES)


@pytest.mark.parametrize("route", ["/divisions/", "/bulletins/2026/01/", "/supervision/", "/calendar/"])
def test_every_part_a_record_could_be_called_like_is_known(route: str) -> None:
    """Names made of a record's, such as h-office and title-phone, have a dash; a page's own parts have none."""
    corpus = intranet_corpus().public
    records = {routes.route(e.record.kind, e.id).partition("#")[2] for e in corpus.entries}
    parts = set(re.findall(r'\bid="([a-z]+)"', source(route, corpus)))

    assert parts - records <= PARTS


@pytest.mark.parametrize(
    ("path", "taken", "said"),
    [
        (FEE, "poster", "/fees/poster/，收费公示的张贴版已经用了"),
        (PERSON, "main", "/divisions/#main，网页自己已经用了"),
    ],
)
def test_a_taken_name_is_told_with_another(path: str, taken: str, said: str) -> None:
    files = content()
    folder = path.rsplit("/", 1)[0]
    problems = problems_of(raw({**files, f"{folder}/{taken}.yaml": files[path]}))
    (problem,) = (each for each in problems if each.code == "address/taken")

    assert said in problem.message
    assert problem.hint == f"给文件换个名字，例如 {taken}-1"
