"""What people pay less: fees by year, counted from their days, and each lowering with what it saves."""

import re
from decimal import Decimal

import pytest

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase_money
from mingbai.pages.chrome import public_chrome
from mingbai.pages.public import public_pages
from mingbai.pages.public.fee_history import history
from tests.factories import ASSETS, changed, public_corpus
from tests.pages.full import rendered
from tests.pages.test_phrase import CEILING, RANGE, SHARE, fee

CATV = "public/fees/catv.yaml"
LOWERED = """events:
  - on: 2009-02-01
    action: 降低
    before: 16.00
    after: 14.00
    document: {number: 示例文广新〔2009〕3号}
clearing:
"""


def seen(corpus: PublicCorpus, route: str = "/fees/") -> str:
    page = next(page for page in public_pages(corpus) if page.route == route)
    html = rendered(page, public_chrome(corpus, ASSETS))
    return re.sub(r"<[^>]*>|\s+", "", html.split("<main", 1)[1].split("</main>")[0])


def test_a_year_has_a_row_where_something_began_or_ended() -> None:
    found = history(public_corpus())

    assert found
    assert [(row.year, row.begun, row.ended, row.charging) for row in found.rows] == [
        ("2019年", "没有", "1项", "1项"),
        ("2017年", "1项", "没有", "2项"),
        ("2005年", "1项", "没有", "1项"),
    ]
    assert found.summary == "收得最多的是2017年，2项；现在1项。"


def test_the_chart_has_a_bar_for_every_year_and_one_for_what_ended() -> None:
    found = history(public_corpus())

    assert found
    tones = [bar.tone.value for bar in found.chart.bars[2:]]
    assert tones.count("full") == 2026 - 2005 + 1
    assert tones.count("hollow") == 1


def test_a_lowered_fee_says_from_what_to_what_since_when_and_what_is_saved() -> None:
    corpus = public_corpus(changed(CATV, "clearing:\n", LOWERED))

    assert (
        "有线电视基本收视维护费16.00元/户·月14.00元/户·月每户每月少交2.00元2009年2月1日示例文广新〔2009〕3号"
        in seen(corpus)
    )
    assert "从16.00元/户·月降到14.00元/户·月" in seen(corpus, "/fees/catv/")
    assert "在收" in seen(corpus, "/fees/catv/")


def test_before_it_was_lowered_the_old_sum_was_charged() -> None:
    later = LOWERED.replace("2009-02-01", "2026-12-30")
    corpus = public_corpus(changed(CATV, "clearing:\n", later))

    assert corpus.fees["catv"].record.charged == Decimal("16.00")
    assert "收得少了的" not in seen(corpus)


@pytest.mark.parametrize(
    ("standard", "unit", "before", "after", "said"),
    [
        (RANGE, "元/户·月", "16.00", "14.00", "每户每月少交2.00元"),
        (SHARE, "%", "5", "3", "少交发掘费的2%"),
        (CEILING, "%", "5", "0", "少交发掘费的5%"),
    ],
)
def test_what_is_saved_is_the_difference(
    standard: dict[str, object], unit: str, before: str, after: str, said: str
) -> None:
    assert phrase_money.lowered(fee(standard, unit, Decimal(after)), Decimal(before), Decimal(after)) == said
