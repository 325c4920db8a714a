"""Money is exact in every phrase: no figure is rounded or written in another way, and what is free says so."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.pages import phrase, phrase_money
from mingbai.records.public.fee import Fee
from tests.pages.test_phrase import fee

AMOUNTS = st.decimals(min_value=0, max_value=10**9, allow_nan=False).map(lambda d: d.quantize(Decimal("0.0000001")))
POSITIVE = AMOUNTS.filter(bool)
UNITS = st.sampled_from(["元/本", "元/户·月", "元/枚", "元/件次"])
FREE, FIGURE = "不收费", re.compile(r"\d+(?:\.\d+)?")


def numbers(said: str) -> list[Decimal]:
    """Every figure in a phrase, read back."""
    return [Decimal(figure) for figure in FIGURE.findall(said)]


@st.composite
def fees(draw: st.DrawFn) -> Fee:
    """Fees of every form, charged as the rules demand."""
    low, high = sorted((draw(POSITIVE), draw(POSITIVE)))
    unit = draw(UNITS)
    return draw(
        st.sampled_from(
            [
                fee({"fixed": {"amount": low}}, unit, low),
                fee({"range": {"min": low, "max": high}}, unit, low),
                fee({"range": {"max": high}}, unit, Decimal(0)),
                fee({"rate": {"percent": low, "base": "发掘费"}}, "%", low),
                fee({"rate": {"min": low, "max": high, "base": "发掘费"}}, "%", low),
                fee({"rate": {"max": high, "base": "发掘费"}}, "%", Decimal(0)),
            ]
        )
    )


@given(AMOUNTS, UNITS)
def test_a_price_keeps_every_place_or_says_that_nothing_is_charged(amount: Decimal, unit: str) -> None:
    assert phrase.price(amount, unit) == (f"{amount:f}{unit}" if amount else FREE)


@given(fees())
def test_every_figure_that_is_said_is_one_of_the_record(it: Fee) -> None:
    known = {it.charged, it.standard.minimum, it.standard.maximum}
    phrases = (phrase_money.charged, phrase_money.standard, phrase_money.line, phrase_money.saved)

    for say in phrases:
        said = say(it)
        assert said
        assert set(numbers(said)) <= known, said
        assert not re.search(r"\d[eE]|None", said)


@given(fees())
def test_the_whole_standard_is_said(it: Fee) -> None:
    limits = {limit for limit in (it.standard.minimum, it.standard.maximum) if limit}

    assert set(numbers(phrase_money.standard(it))) == limits


@given(fees())
def test_nothing_is_never_said_as_a_figure(it: Fee) -> None:
    for say in (phrase_money.charged, phrase_money.line, phrase_money.standard):
        assert 0 not in numbers(say(it))


@given(fees())
def test_the_two_ends_of_the_marker_are_the_limits(it: Fee) -> None:
    lower, upper = phrase_money.ends(it)

    assert bool(lower) == bool(upper) == (phrase_money.has_ends(it) and not phrase_money.ceiling(it))
    if lower:
        assert (*numbers(lower), *numbers(upper)) == (it.standard.minimum, it.standard.maximum)


@pytest.mark.parametrize(
    ("standard", "unit", "charged", "said"),
    [
        ({"range": {"min": Decimal("14.00"), "max": 16}}, "元/户·月", Decimal("14.00"), "按下限收：14.00元/户·月"),
        ({"rate": {"min": 3, "max": 5, "base": "发掘费"}}, "%", Decimal(3), "按下限收：发掘费的3%"),
        ({"range": {"max": 30}}, "元/本", Decimal(0), "不预收，用多少结多少"),
        ({"fixed": {"amount": Decimal("0.022")}}, "元/枚", Decimal("0.022"), "0.022元/枚"),
        ({"fixed": {"amount": 0}}, "元/本", Decimal(0), FREE),
    ],
)
def test_a_clerk_says_it_in_one_breath(standard: dict[str, object], unit: str, charged: Decimal, said: str) -> None:
    assert phrase_money.line(fee(standard, unit, charged)) == said


@pytest.mark.parametrize(
    ("standard", "unit", "said"),
    [
        ({"fixed": {"amount": Decimal("0.022")}}, "元/枚", "每枚少交0.022元"),
        ({"fixed": {"amount": 40}}, "元/套", "每套少交40元"),
        ({"range": {"min": 14, "max": 16}}, "元/户·月", "每户每月少交14–16元"),
        ({"rate": {"percent": 5, "base": "剧团演出收入"}}, "%", "少交剧团演出收入的5%"),
        ({"tiers": [{"first": 1, "counted": "件", "amount": 10}]}, "元/件", "各档都不用交"),
    ],
)
def test_what_is_charged_no_more_says_what_is_saved(standard: dict[str, object], unit: str, said: str) -> None:
    assert phrase_money.saved(fee(standard, unit)) == said
