"""What was probably meant is offered only where the hand slipped."""

import pytest

from mingbai.near import elsewhere, near, unfolded


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("libary", "library"),
        ("libarry", "library"),
        ("libraryy", "library"),
        ("lubrery", "library"),
        ("Library", "library"),
        ("maket/perf-domestic", "market/perf-domestic"),
        ("2026/fees-claered", "2026/fees-cleared"),
        ("6202/fees-cleared", None),
        ("forms/av-retial.pdf", "forms/av-retail.pdf"),
        ("行政许司", "行政许可"),
    ],
)
def test_one_or_two_letters_wrong_missing_or_swapped_in_one_part_are_a_slip(written: str, meant: str | None) -> None:
    names = ["library", "market/perf-domestic", "2026/fees-cleared", "forms/av-retail.pdf", "行政许可", "arts"]

    assert near(written, names) == meant


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("library", "party"),
        ("price-2005-catv", "price-2006-label"),
        ("price-2005-catv", "price-2006-catv"),
        ("head-library", "head-party"),
        ("2026/fees-cleared", "2026/e-card"),
        ("forms/secret-plan.pdf", "forms/av-retail-application.pdf"),
        ("2026/012", "2026/013"),
        ("2026/002", "2026/020"),
        ("2062/002", "2026/002"),
        ("../../findings/2026/002.yaml", "../../findings/2026/020.yaml"),
        ("/findings/2026/002/", "/findings/2026/020/"),
        ("ab", "ac"),
        ("makret/perf-domestik", "market/perf-domestic"),
    ],
)
def test_what_is_only_like_it_in_shape_is_not_offered(written: str, name: str) -> None:
    assert near(written, [name]) is None


@pytest.mark.parametrize(
    ("written", "meant"), [("2026/2", "2026/002"), ("2026-02", "2026/002"), ("2026/20", "2026/020"), ("2026/200", None)]
)
def test_of_serial_numbers_only_the_same_number_is_offered(written: str, meant: str | None) -> None:
    assert unfolded(written, ["2026/002", "2026/020"]) == meant


def test_a_name_that_is_there_in_one_other_folder_was_meant() -> None:
    assert elsewhere("arts/perf-domestic", ["market/perf-domestic", "market/perf"]) == "market/perf-domestic"


def test_a_name_of_another_year_is_another_thing() -> None:
    assert elsewhere("2027/arts", ["2026/arts"]) is None
