"""The intranet shows everything public as it is, and below it what only the office knows."""

from msgspec.structs import fields

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from tests.factories import content, intranet_corpus, public_only

Pages = dict[str, Page]
OWN = {"/", "/documents/"}
"""Addresses at which the intranet has a page of its own: its front page, and the library of all documents."""


def both(corpus: IntranetCorpus) -> tuple[Pages, Pages]:
    """The pages of both sites by route."""
    public = tuple(public_pages(corpus.public))
    return {page.route: page for page in public}, {page.route: page for page in intranet_pages(corpus, public)}


def test_every_public_page_is_on_the_intranet_at_the_same_address() -> None:
    public, inner = both(intranet_corpus())

    assert set(public) <= set(inner)


def test_without_an_annex_a_public_page_is_shown_as_it_is() -> None:
    public, inner = both(intranet_corpus(public_only(content())))

    assert {route: page for route, page in public.items() if route not in OWN}.items() <= inner.items()


def test_an_annex_adds_one_field_and_changes_no_other() -> None:
    public, inner = both(intranet_corpus())
    annexed = {route for route in public if route not in OWN and public[route] != inner[route]}

    assert annexed == {
        "/commitments/market/perf-domestic/",
        "/fees/catv/",
        "/fines/unapproved/",
        "/divisions/market/",
        "/divisions/",
        "/honours/2026/",
    }
    for route in annexed:
        outer, own = public[route].view, inner[route].view
        assert isinstance(own, type(outer))
        assert {field.name for field in fields(own)} - {field.name for field in fields(outer)} == {"annex"}
        assert all(getattr(own, field.name) == getattr(outer, field.name) for field in fields(outer))
        assert inner[route].template == public[route].template.replace("public/", "intranet/")


def test_an_annex_names_the_article_that_keeps_it_in() -> None:
    _, inner = both(intranet_corpus())

    assert "《政府信息公开条例》第十六条" in inner["/fees/catv/"].view.annex.exempt  # type: ignore[attr-defined]


def test_the_intranets_front_page_stands_in_the_place_of_the_public_one() -> None:
    public, inner = both(intranet_corpus())

    assert (public["/"].template, inner["/"].template) == ("public/home.html", "intranet/home.html")


def test_a_unit_shows_its_staff_and_whether_its_plan_and_codes_are_in() -> None:
    _, inner = both(intranet_corpus())
    annex = inner["/divisions/market/"].view.annex  # type: ignore[attr-defined]

    assert (annex.remarks[0].title, annex.remarks[0].lines) == ("工作人员", ("示例丙，审批岗",))
    assert [(fact.label, fact.text, fact.href) for fact in annex.facts if fact.href] == [
        ("行动方案", "2026年的，按时交了", "/plans/2026/market/"),
        ("行为规范", "应交2份，已交1份，还有1份没交。", "/conduct/#y-2026-market"),
        ("台账问题", "登记2个，销号1个，没办完1个。", "/ledger/units/market/"),
        ("考评", "2026年的，第1名，优秀，已确认", "/appraisals/2026/market/"),
    ]
