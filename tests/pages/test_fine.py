"""What is said of a fine: how much, when, by which article, and what somebody can do about it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.pages import phrase_fine
from mingbai.records.public.fee import Fixed, Range
from mingbai.records.public.fine import Branch, Times
from tests.factories import changed, public_corpus
from tests.pages.test_public import seen, source

FINE = "public/fines/unapproved.yaml"
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
POSITIVE = st.decimals(min_value="0.01", max_value=10**9, places=2)
ZERO = Decimal(0)


def in_yuan(said: str) -> Decimal:
    """An amount read back."""
    figure = said.removesuffix("元")
    return Decimal(figure.removesuffix("万")) * (10_000 if figure.endswith("万") else 1)


@given(AMOUNTS)
def test_an_amount_in_ten_thousands_is_still_the_same_amount(amount: Decimal) -> None:
    assert in_yuan(phrase_fine.yuan(amount)) == amount


@given(POSITIVE, POSITIVE)
def test_a_range_names_both_of_its_limits_the_lower_first(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    said = phrase_fine.between(Range(min=low, max=high))

    assert said == phrase_fine.yuan(low) if low == high else said.startswith(f"{phrase_fine.yuan(low)}以上")
    assert phrase_fine.yuan(high) in said


@given(POSITIVE)
def test_an_upper_limit_alone_says_that_it_is_the_most(most: Decimal) -> None:
    assert phrase_fine.between(Range(max=most)) == f"最高{phrase_fine.yuan(most)}"


@given(st.decimals(min_value=0, max_value=100, places=1), st.decimals(min_value=0, max_value=100, places=1))
def test_so_many_times_keeps_its_figures(low: Decimal, high: Decimal) -> None:
    said = phrase_fine.times(Times(min=low, max=high, base="违法所得"))

    assert f"{high}倍" in said and "违法所得" in said


@pytest.mark.parametrize("branch", [Branch(), Branch(fixed=Fixed(amount=ZERO)), Branch(range=Range(max=ZERO))])
def test_what_costs_nothing_is_said_in_words(branch: Branch) -> None:
    assert phrase_fine.amount(branch) == "不罚款"


def test_the_register_says_how_much_in_which_case() -> None:
    text = seen("/fines/", public_corpus())

    assert "违法所得1万元以上违法所得的8倍以上10倍以下同时：没收违法所得" in text
    assert "没有违法所得，或者不足1万元5万元以上10万元以下" in text


def test_a_fine_that_is_no_more_stands_apart_with_its_day_and_document() -> None:
    ended = "valid_from: 2020-11-29\ncancelled_on: 2026-06-01\ncancelled_by: {number: 示例文广新〔2026〕9号}\n"
    corpus = public_corpus(changed(FINE, "valid_from: 2020-11-29\n", ended))

    used, over = seen("/fines/", corpus).split("不再罚的")

    assert "一项也不罚。" in used
    assert "未经批准举办营业性演出2026年6月1日示例文广新〔2026〕9号取消" in over
    assert "2026年6月1日起不罚。" in seen("/fines/unapproved/", corpus)


def test_the_law_names_the_fines_that_rest_on_an_article() -> None:
    page = source("/laws/performances/", public_corpus())

    assert '罚款：<a href="/fines/unapproved/">' in page
    assert '事项：<a href="/commitments/market/perf-domestic/">' in page
