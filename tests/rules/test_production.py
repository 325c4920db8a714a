"""What is taken for made up in a site that goes out for good, and what is not."""

import pytest

from mingbai.corpus.public import STAND_IN
from mingbai.rules.production import fit_for_production
from tests.factories import changed, checked, public_corpus, raw

SCOPE = ("public/fees/catv.yaml", "全市有线电视用户的第一个终端")
COLUMN = ("public/bureau.yaml", "每个处室管什么、在哪里、谁负责。")
SLOGAN = ("public/bureau.yaml", "示例市文化广电新闻出版局")


@pytest.mark.parametrize(
    ("spot", "words", "made_up"),
    [
        (SCOPE, "不明白打0000-0000003", True),
        (SCOPE, "面积10000-20000平方米的场所", False),
        (COLUMN, "各处室填表示例和样表。", False),
        (COLUMN, "写信到 a@b.example。", True),
        (SLOGAN, "示例局", True),
    ],
)
def test_a_number_of_nobody_is_made_up_and_a_range_of_large_ones_is_not(
    spot: tuple[str, str], words: str, made_up: bool
) -> None:
    told = [problem.message for problem in fit_for_production(public_corpus(changed(*spot, words)))]

    assert any(words in message for message in told) is made_up


def test_of_a_bureau_that_is_broken_nothing_is_said_to_be_missing_or_made_up() -> None:
    conac = "conac: {conac_id: CA000000000000000000001, picture: marks/conac.png}\n"
    broken = changed("public/bureau.yaml", "name: 示", f"{conac}nmae: 示")
    corpus = checked(raw(broken)).public

    assert corpus and corpus.bureau is STAND_IN
    assert not [problem for problem in fit_for_production(corpus) if problem.place.path == STAND_IN.path]
