"""Sums in prose are found whole, exact, and at their line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.source.prices import figures, priced

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=3)


@given(AMOUNTS)
def test_an_amount_is_read_as_it_was_written(amount: Decimal) -> None:
    assert figures(f"每枚{amount:f}元") == {(amount, "元")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("罚5万元", {(Decimal(50000), "元")}),
        ("一共1,200元", {(Decimal(1200), "元")}),
        ("发掘费的3%", {(Decimal(3), "%")}),
        ("违法所得的8倍以上10倍以下", {(Decimal(8), "倍"), (Decimal(10), "倍")}),
        ("5个工作日", set()),
        ("单元3号", set()),
    ],
)
def test_only_sums_shares_and_multiples_are_figures(text: str, found: set[tuple[Decimal, str]]) -> None:
    assert figures(text) == found


def test_a_sentence_ends_at_its_mark_an_empty_line_a_row_or_a_point_of_a_list() -> None:
    text = "一张5元。两张\n9元\n\n| 三张 | 12元 |\n| 四张 | 15元 |\n\n- 五张18元\n- 没有钱"

    assert priced(text) == (
        ("一张5元", 1, 1),
        ("两张\n9元", 1, 6),
        ("| 三张 | 12元 |", 4, 1),
        ("| 四张 | 15元 |", 5, 1),
        ("- 五张18元", 7, 1),
    )


@given(st.text(alphabet="价元5。\n |-"))
def test_every_sentence_stands_at_the_place_it_is_said_to(text: str) -> None:
    lines = text.split("\n")

    for sentence, line, column in priced(text):
        assert lines[line - 1][column - 1 :].startswith(sentence.split("\n")[0].strip())
