"""What lies in a column, and how new it is."""

from datetime import date

import pytest

from mingbai.corpus.holdings import HELD, ONLY, piece
from mingbai.rules.column import SECTIONS
from tests.factories import changed, public_corpus, without

MADE = {"/feeds/", "/search/", "/sitemap/", "/accessibility/"}
FEE = "public/fees/catv.yaml"


def test_every_section_says_what_lies_in_it_or_is_made_by_the_program() -> None:
    assert set(SECTIONS) - HELD.keys() == MADE


def test_the_newest_piece_of_a_column_is_the_one_published_last() -> None:
    found = public_corpus(changed(FEE, "published: 2026-01-26", "published: 2026-04-20")).holdings.get("/fees/")

    assert found and found.newest
    assert (found.newest.on.month, found.newest.route) == (4, "/fees/catv/")
    assert found.age(date(2026, 12, 28)) == (date(2026, 12, 28) - found.newest.on).days


@pytest.mark.parametrize("route", ["/openness/request/", "/exemplars/2026/"])
def test_a_column_with_nothing_in_it_has_no_newest(route: str) -> None:
    found = public_corpus().holdings.get(route)

    assert not found or (found.count, found.newest) == (0, None)


def test_a_file_that_cannot_be_read_may_be_the_one_that_is_missed() -> None:
    found = public_corpus(changed(FEE, "payer:", "payee:")).holdings.get("/fees/")

    assert found and found.unread
    gone = public_corpus(without("public/fees/culture-card.yaml")).holdings.get("/fees/")
    assert gone and not gone.unread


def test_of_several_kinds_in_one_column_the_newest_of_all_is_told() -> None:
    column = public_corpus(changed(FEE, "published: 2026-01-26", "published: 2026-11-20")).holdings["/powers/"]

    assert column.newest and column.newest.route == "/fees/catv/"
    assert column.count > public_corpus().holdings["/fees/"].count


@pytest.mark.parametrize("route", sorted(HELD))
def test_each_column_holds_the_records_of_its_kinds_and_the_newest_of_them(route: str) -> None:
    corpus = public_corpus()
    of_its_kinds = [entry for entry in corpus.entries if entry.record.kind in HELD[route]]
    pieces = [piece(entry) for entry in of_its_kinds if route not in ONLY or ONLY[route](entry)]

    found = corpus.holdings[route]

    assert found.count == len(pieces)
    assert found.newest == max(pieces, key=lambda each: (each.on, each.path), default=None)
