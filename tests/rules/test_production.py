"""What is taken for made up in a site that goes out for good, and what is not."""

import pytest

from mingbai.rules.production import fit_for_production
from tests.factories import changed, public_corpus

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
