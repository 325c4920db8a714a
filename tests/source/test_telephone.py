"""A telephone number that a phone would dial as another one is refused, and answered with no other than was meant."""

import re

import pytest

from mingbai.records.meant import phone_hint
from mingbai.source.telephone import DIALLED, FORM, HOW, dialled, local_figures, meant

VALID = [
    "0000-0000031",
    "0000-0000031转3",
    "0000-00000031",
    "00000000031",
    "000-0000-0000",
    "0000-000-0031",
    "(0000)0000031",
    "(0000)-0000031",
    "+86-0000-0000031",
    "+86(0000)0000031",
    "+86-000-0000-0000转12",
    "+8600000000000",
    "0086-0000-0000031",
    "400-000-0000",
    "800-000-0000转1",
    "0000-0000031转008",
    "0000-0000031转12345",
    "4000-000-000",
    "0000-12345",
    "12345",
    "110",
]


@pytest.mark.parametrize("number", VALID)
def test_a_number_is_taken_as_it_is_and_dialled(number: str) -> None:
    assert re.search(FORM, number)
    assert DIALLED.fullmatch(dialled(number))


@pytest.mark.parametrize(
    "number",
    [
        "400-000-0000-1",
        "400-000-0000-12",
        "400-000-0000-1234",
        "0000-0000031-3",
        "0000-0000031-123",
        "000-0000-0000-12",
        "+86-0000-0000031-12",
        "0000-0000-0000031",
        "0000.0000031",
    ],
)
def test_an_extension_after_a_hyphen_is_no_part_of_a_number(number: str) -> None:
    assert not re.search(FORM, number)
    assert not DIALLED.fullmatch(f"tel:{number}")


@pytest.mark.parametrize("number", ["0000-0000031转123456", f"0000-0000031转{'1' * 5000}", "0000-0000031转"])
def test_an_extension_has_up_to_five_figures(number: str) -> None:
    assert not re.search(FORM, number)
    assert not DIALLED.fullmatch(dialled(number))
    assert meant(number) in ("", "0000-0000031")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0000.0000031", "0000-0000031"),
        ("+86 （0000） 0000031", "+86(0000)0000031"),
        ("400-000-0000-1", "400-000-0000转1"),
        ("000-0000-0000-12", "000-0000-0000转12"),
        ("0000-0000031-3、0000-0000032", "0000-0000031转3"),
        ("0000-0000031，转3", "0000-0000031转3"),
        ("0000-0000031（转3）", "0000-0000031转3"),
        ("（0000-0000031）", "0000-0000031"),
        ("0000-0000031(值班 00000000000)", "0000-0000031"),
        ("tel:0000—0000031", "0000-0000031"),
    ],
)
def test_the_number_that_was_meant_is_found(written: str, number: str) -> None:
    assert meant(written) == number


@pytest.mark.parametrize(
    "written",
    [
        "0000",
        "0000-0000031,3",
        "tel:0000-0000031,,3",
        "0000-0000031/32",
        "0000-0000031 内线 3",
        "000-0000-00001",
        "2026年起 0000-0000031",
        "0000-0000031 0000-0000032",
        "打前台转3",
    ],
)
def test_where_a_figure_is_left_over_no_number_is_guessed(written: str) -> None:
    assert (meant(written), phone_hint("phone: ", written)) == ("", HOW)


@pytest.mark.parametrize("unit", ["0-", " ", "转", "0000-0000031、", "(", "-转", "0"])
def test_what_is_far_too_long_is_no_number(unit: str) -> None:
    assert meant(unit * 100_000) == ""


def test_a_number_that_would_be_read_as_a_figure_is_answered_in_quotes() -> None:
    assert phone_hint("phone: ", "热线电话 12345") == phone_hint("phone: ", "１２３４５") == '写成 phone: "12345"'
    assert phone_hint("phone: ", "0000—0000031、0000-0000032") == "只写一个号码，写成 phone: 0000-0000031"


@pytest.mark.parametrize("country", ["+86-", "0086-", "(0086)"])
@pytest.mark.parametrize("number", ["571-00000031", "000-000-0000", "4000000000"])
def test_a_country_is_no_area(country: str, number: str) -> None:
    assert local_figures(country + number) in (0, 7)
