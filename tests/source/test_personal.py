"""Numbers of persons are caught however they are typed; public codes that are as long never are."""

import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.source.personal import is_card_number, is_credit_code, numbers
from mingbai.source.seen import Sort

MANY = settings(max_examples=300, deadline=None)
BEFORE = ["", "身份证号：", "联系人示例甲，", "No.", "（", "2026年第3期 ", "电话:", "，", "\n", "ID"]
AFTER = ["", "。", "（本人）", "，2026年办", "\n", " 示例路1号", "；", "、"]
BETWEEN = [" ", "-", "　", "－", "–", " - "]
FULL = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@st.composite
def citizen_numbers(draw: st.DrawFn) -> str:
    """Made up: any area, any day of birth, the right check digit."""
    area = draw(st.sampled_from(["110105", "330106", "440300", "659001", "910123"]))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 12, 28)))
    body = f"{area}{born:%Y%m%d}{draw(digits(3))}"
    return body + "10X98765432"[sum(int(sign) * pow(2, 17 - at) for at, sign in enumerate(body)) % 11]


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Made up: 16 to 19 digits as banks here give them, the last one Luhn's."""
    first, lengths = draw(st.sampled_from([("62", (16, 17, 18, 19)), ("4", (16,)), ("51", (16,)), ("9558", (19,))]))
    body = first + draw(digits(draw(st.sampled_from(lengths)) - 1 - len(first)))
    return next(body + last for last in "0123456789" if luhn(body + last))


def luhn(number: str) -> bool:
    doubled = [int(sign) * (2 if at % 2 else 1) for at, sign in enumerate(reversed(number))]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


@st.composite
def mobiles(draw: st.DrawFn) -> str:
    return f"1{draw(st.sampled_from('3456789'))}{draw(digits(9))}"


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """As they are given out: an office, an area, a body of digits or letters, the right check sign."""
    body = draw(st.sampled_from(["11", "12", "51", "52", "91", "92", "93", "N2", "Y1"]))
    body += draw(st.sampled_from(["110105", "330106", "440300", "659001"]))
    body += draw(digits(9) | st.text(CREDIT_LETTERS, min_size=9, max_size=9))
    weighted = sum(CREDIT_LETTERS.index(sign) * pow(3, at) for at, sign in enumerate(body))
    return body + CREDIT_LETTERS[-weighted % 31]


def typed(number: str, groups: tuple[int, ...], between: str) -> str:
    """A number in groups, the rest at the end, as people read it out."""
    pieces, at = [], 0
    for size in groups:
        pieces.append(number[at : at + size])
        at += size
    return between.join([*pieces, number[at:]] if at < len(number) else pieces)


def sentence(draw: Callable[[Any], Any], number: str, groups: list[tuple[int, ...]]) -> str:
    number = typed(number, draw(st.sampled_from(groups)), draw(st.sampled_from(BETWEEN)))
    number = number.translate(FULL) if draw(st.booleans()) else number
    return f"{draw(st.sampled_from(BEFORE))}{number}{draw(st.sampled_from(AFTER))}"


CITIZEN_GROUPS = [(18,), (6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4), (6, 4, 2, 2, 4), (17,), (1,) * 18]
CARD_GROUPS = [(19,), (4, 4, 4, 4), (6,), (4, 4, 4), (1,) * 19]
MOBILE_GROUPS = [(11,), (3, 4, 4), (3, 8), (4, 4, 3), (5, 6), (1,) * 11]


@MANY
@given(st.data(), citizen_numbers())
def test_a_citizen_number_is_caught_wherever_it_stands(data: st.DataObject, number: str) -> None:
    found = list(numbers(sentence(data.draw, number, CITIZEN_GROUPS)))

    assert [(each.sort, each.digits) for each in found] == [(Sort.CITIZEN, number)]


@MANY
@given(st.data(), cards())
def test_a_bank_card_is_caught_wherever_it_stands(data: st.DataObject, number: str) -> None:
    found = list(numbers(sentence(data.draw, number, CARD_GROUPS)))

    assert [each.digits for each in found] == [number]


@MANY
@given(st.data(), mobiles())
def test_a_mobile_number_is_caught_wherever_it_stands(data: st.DataObject, number: str) -> None:
    written = data.draw(st.sampled_from(["", "+86", "+86 ", "86-", "0086", "(+86)"]))
    written += typed(number, data.draw(st.sampled_from(MOBILE_GROUPS)), data.draw(st.sampled_from(BETWEEN)))
    written = written.translate(FULL) if data.draw(st.booleans()) else written
    found = list(numbers(f"联系人示例甲，{written}{data.draw(st.sampled_from(AFTER))}"))

    assert [(each.sort, each.digits) for each in found] == [(Sort.MOBILE, number)]


@MANY
@given(
    citizen_numbers(),
    st.sampled_from([zero for zero in map(chr, range(sys.maxunicode)) if unicodedata.decimal(zero, 1) == 0]),
)
def test_a_number_is_caught_in_the_digits_of_any_script(number: str, zero: str) -> None:
    written = "".join(chr(ord(zero) + int(sign)) if sign.isdigit() else sign for sign in number)

    assert [found.digits for found in numbers(f"联系人示例甲{written}，电话")] == [number]


@MANY
@given(st.data(), credit_codes())
def test_a_credit_code_is_never_taken_for_one(data: st.DataObject, code: str) -> None:
    """It says what it is, as it does on every page: one in 20,000 of them is a sound citizen number as well."""
    assert is_credit_code(code)
    spread = data.draw(
        st.sampled_from([code, typed(code, (4, 4, 4, 4), " "), typed(code, (2, 6, 9), " "), code.lower()])
    )
    after = data.draw(st.sampled_from(AFTER))

    assert not [*numbers(f"统一社会信用代码：{spread}{after}"), *numbers(f"credit_code: {code} # 统一社会信用代码")]


@MANY
@given(
    st.data(),
    st.text("0123456789", min_size=31, max_size=31) | credit_codes().flatmap(lambda code: digits(13).map(code.__add__)),
)
def test_an_implementation_code_is_never_taken_for_one(data: st.DataObject, code: str) -> None:
    spread = data.draw(
        st.sampled_from([code, code, typed(code, (4, 4, 4, 4, 4, 4, 4), " ") if code.isdigit() else code])
    )

    assert not list(
        numbers(
            data.draw(st.sampled_from(["", "实施编码", "code_impl: "])) + spread + data.draw(st.sampled_from(AFTER))
        )
    )


@MANY
@given(st.data(), digits(10))
def test_a_site_code_is_never_taken_for_one(data: st.DataObject, code: str) -> None:
    assert not list(numbers(f"网站标识码{code}{data.draw(st.sampled_from(AFTER))}"))


@pytest.mark.parametrize(
    "text",
    [
        "电话 0000-0000001，0571-12345678，010-13912345",
        "2026-01-30 2026-02-28 2026-03-31",
        "2023 2024 2025 2026",
        "20261228090000123",
        "受理编号 2026122800000123",
        "13 14 15 16 17 18 19",
        "3812d00f13812345678ab99c0de13800138000ff",
        "索引号 002489559/2026-00123，ISBN 978-7-00-000000-2",
        "申请材料1份，2026年1月30日9:00前交，收费14.00元/户·月",
    ],
)
def test_other_numbers_are_nobodys(text: str) -> None:
    assert not list(numbers(text))


def test_two_numbers_side_by_side_are_both_caught() -> None:
    found = list(numbers("示例甲 11010519491231002X 13800138000 6222021234567894"))

    assert [each.sort for each in found] == [Sort.CITIZEN, Sort.MOBILE, Sort.CARD]


@given(digits(18).filter(lambda number: not is_card_number(number)))
def test_eighteen_digits_without_a_sound_check_digit_are_nobodys(number: str) -> None:
    wrong = number[:6] + "19491301" + number[14:]  # the thirteenth month

    assert all(each.sort is not Sort.CITIZEN for each in numbers(wrong))


@given(st.text("0123456789 -Xx", max_size=3000))
def test_it_takes_time_in_proportion_to_the_text(text: str) -> None:
    assert all(text[each.index].isdecimal() for each in numbers(text))
