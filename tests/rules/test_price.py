"""Money in prose is laid beside the record it is about, and other money is left alone."""

import pytest

from mingbai.problem import Severity
from tests.factories import changed, problems_of, raw

ARTICLE = "public/bulletins/2026/01/less-paper.md"
SAID = "营业执照改为联网核对，不用再交复印件。"


@pytest.mark.parametrize(
    "sentence",
    [
        "有线电视基本收视维护费每户每月14元。",
        "有线电视基本收视维护费是14.00到16.00元。",
        "有线电视基本收视维护费多收了3户，一共退了42元，每户14元。",
        "有线电视基本收视维护费办得快了5%。",
        "丢了读者证，补一张要5元。",
        "文化经营许可证工本费原来40元。",
    ],
)
def test_what_fits_the_record_or_is_about_other_money_is_not_told(sentence: str) -> None:
    assert problems_of(raw(changed(ARTICLE, SAID, sentence))) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "有线电视基本收视维护费每户每月5元。",
        "文化经营许可证工本费，40元的时候没有5元的时候多。文化经营许可证工本费5元。",
        "[看电视](../../../fees/catv.yaml)每月要5元。",
        "有线电视基本收视\n维护费每月5元。",
    ],
)
def test_a_figure_that_stands_nowhere_in_the_record_is_a_warning(sentence: str) -> None:
    (problem,) = problems_of(raw(changed(ARTICLE, SAID, sentence)))

    assert (problem.code, problem.severity) == ("price/contradicts", Severity.WARNING)
