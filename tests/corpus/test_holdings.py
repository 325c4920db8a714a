"""What lies in a column, and how new it is."""

from datetime import date

import pytest

from mingbai.corpus.holdings import HELD, holding
from mingbai.rules.column import SECTIONS
from tests.factories import changed, public_corpus, without

MADE = {"/feeds/", "/search/", "/sitemap/", "/accessibility/"}
FEE = "public/fees/catv.yaml"


def test_every_section_says_what_lies_in_it_or_is_made_by_the_program() -> None:
    assert set(SECTIONS) - HELD.keys() == MADE


def test_the_newest_piece_of_a_column_is_the_one_published_last() -> None:
    found = holding(public_corpus(changed(FEE, "published: 2026-01-26", "published: 2026-04-20")), "/fees/")

    assert found and found.newest
    assert (found.newest.on.month, found.newest.route) == (4, "/fees/catv/")
    assert found.age(date(2026, 12, 28)) == (date(2026, 12, 28) - found.newest.on).days


@pytest.mark.parametrize("route", ["/openness/request/", "/exemplars/2026/"])
def test_a_column_with_nothing_in_it_has_no_newest(route: str) -> None:
    found = holding(public_corpus(), route)

    assert not found or (found.count, found.newest) == (0, None)


def test_a_file_that_cannot_be_read_may_be_the_one_that_is_missed() -> None:
    found = holding(public_corpus(changed(FEE, "payer:", "payee:")), "/fees/")

    assert found and found.unread
    gone = holding(public_corpus(without("public/fees/culture-card.yaml")), "/fees/")
    assert gone and not gone.unread
