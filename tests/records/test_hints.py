"""The way out of a mistake works when it is typed as it stands."""

import pytest

from mingbai.records.named import named
from mingbai.records.read import read
from tests.factories import changed
from tests.records.test_messages import FEE, ISSUE, PAYER, PLAN, SINCE, located


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (FEE, SINCE, "valid_from: 2005/3/1", "改为 valid_from: 2005-03-01"),
        (FEE, SINCE, "valid_from: 2005年3月1日", "改为 valid_from: 2005-03-01"),
        (FEE, SINCE, "valid_from: 2005/2/30", "例如 valid_from: 2026-01-30"),
        (FEE, SINCE, "valid_from: 三月", "例如 valid_from: 2026-01-30"),
        (FEE, PAYER, "", "补上一行 payer: …"),
        (
            PLAN,
            "{kind: 文件, text: 委托书, on: 2026-06-20}",
            "{text: 委托书, on: 2026-06-20}",
            "在花括号里补上 kind: …，前后用半角逗号隔开",
        ),
        (ISSUE, "items: [phone]", "", "补上 items:，下面每一项另起一行，缩进两格，前面写减号和空格：- …"),
    ],
)
def test_the_way_out_works_where_it_is_typed(path: str, old: str, new: str, hint: str) -> None:
    text = changed(path, old, new)[f"content/{path}"]
    _, problems = read(named(f"content/{path}").kind, located(f"content/{path}", text))  # type: ignore[union-attr]

    assert [problem.hint for problem in problems] == [hint]
