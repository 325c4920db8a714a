"""The way out of a mistake works when it is typed as it stands."""

import pytest

from mingbai.records.named import named
from mingbai.records.read import read
from tests.factories import changed
from tests.records.test_messages import (
    ARTICLES,
    CHARGED,
    FEE,
    ISSUE,
    LAW,
    PAYER,
    PLAN,
    RELEASED,
    SINCE,
    located,
)

CLEARING = (
    "clearing:\n  year: 2026\n  discretionary: false\n  decision: 保留\n"
    "  document: {number: 示例文广新〔2026〕4号, on: 2026-01-23}\n"
)
NORMS = "public/norms.yaml"
FINE = "public/fines/unapproved.yaml"
BRANCHES = """standard:
  - when: 违法所得1万元以上
    times: {min: 8, max: 10, base: 违法所得}
    beside: [没收违法所得]
  - when: 没有违法所得，或者不足1万元
    range: {min: 50000, max: 100000}
"""


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (FEE, SINCE, "valid_from: 2005/3/1", "改为 valid_from: 2005-03-01"),
        (FEE, SINCE, "valid_from: 2005年3月1日", "改为 valid_from: 2005-03-01"),
        (FEE, SINCE, "valid_from: 2005/2/30", "查一下日历，再改日期，写成 valid_from: 2026-01-30 这样"),
        (FEE, SINCE, "valid_from: 20050301", "改为 valid_from: 2005-03-01"),
        (FEE, SINCE, "valid_from: 20050230", "查一下日历，再改日期，写成 valid_from: 2026-01-30 这样"),
        (FEE, SINCE, "valid_from: 三月", "例如 valid_from: 2026-01-30"),
        (FEE, SINCE, "valid_from: ２００５-03-01", "改为 valid_from: 2005-03-01"),
        (FEE, RELEASED, "published: 2026-01-26 09：00", "改为 published: 2026-01-26 09:00"),
        (FEE, RELEASED, "published: 2026-01-26T9:05", "改为 published: 2026-01-26 09:05"),
        (FEE, RELEASED, "published: 2026年1月26日9点", "改为 published: 2026-01-26 09:00"),
        (FEE, RELEASED, "published: 2026-01-26", "后面空一格，写几点几分，例如 published: 2026-01-26 09:00"),
        (FEE, RELEASED, "published: 早上", "例如 published: 2026-01-30 09:00"),
        (FEE, CHARGED, "charged: １４.００", "数字用半角，不带单位和逗号：charged: 14.00"),
        (FEE, CHARGED, "charged: 14.00元", "数字用半角，不带单位和逗号：charged: 14.00"),
        (FEE, CHARGED, "charged: 十四元", "只写数，不带单位，例如 charged: 14.00"),
        (FEE, CHARGED, "charged: 1，400.00", "数字用半角，不带单位和逗号：charged: 1400.00"),
        (FEE, CHARGED, "charged: 14，00", "只写数，不带单位，例如 charged: 14.00"),
        (FEE, CHARGED, "charged: 1.4万元", "把“万”换成数：charged: 14000"),
        (FEE, PAYER, "", "补上一行 payer: …"),
        (FEE, "nature: 政府定价经营服务性", "nature: “行政性”", "引号是多的，去掉：nature: 行政性"),
        (FEE, "nature: 政府定价经营服务性", "nature: \"'行政性'\"", "引号是多的，去掉：nature: 行政性"),
        (ISSUE, "issue_no: 2", "issue_no: 99999999999999999999999999", "最多 16 位"),
        (ISSUE, "issue_no: 2", "issue_no: '2'", "数字不加引号，前面不补 0：issue_no: 2"),
        (ISSUE, "issue_no: 2", "issue_no: 02", "数字不加引号，前面不补 0：issue_no: 2"),
        (
            PLAN,
            "{kind: 文件, text: 委托书, on: 2026-06-20}",
            "{text: 委托书, on: 2026-06-20}",
            "在花括号里补上 kind: …，可以填：文件、照片、记录、数据；前后用半角逗号隔开",
        ),
        (ISSUE, "date: 2026-05-06\n", "", "补上一行 date: …，如 2026-01-30"),
        (FEE, "complaint_phone: 0000-0000003\n", "", "补上一行 complaint_phone: …"),
        (
            FEE,
            "standard:\n  range: {min: 14.00, max: 16.00}\n",
            "",
            "补上一行 standard: …，如 {range: {min: 14.00, max: 16.00}}；只有一个价的，如 {fixed: {amount: 14.00}}",
        ),
        (
            FEE,
            CLEARING,
            "",
            "补上一行 clearing: {year: …, decision: …, document: …, discretionary: …}；"
            "decision 可以填：保留、合并、降低、取消；"
            "document 如 {number: 示例文广新〔2026〕4号, on: 2026-01-23}；discretionary 填 true 或 false",
        ),
        (
            NORMS,
            "source: {title: 关于2008年机关作风建设工作的意见, on: 2008-01-29}\n",
            "",
            "补上一行 source: …，如 {title: 关于2008年机关作风建设工作的意见, on: 2008-01-29}",
        ),
        (LAW, ARTICLES, "    articles: 第十三条", "另起一行，缩进两格，写：第五条: 要旨"),
        (LAW, ARTICLES, "    articles:\n      第五条: 12", '加上引号：第五条: "12"'),
        (LAW, ARTICLES, "", "补上一行 articles: …，如 {第五条: 要旨}"),
        (
            FINE,
            BRANCHES,
            "",
            "补上 standard:，下面每一项另起一行，缩进两格，前面写减号和空格：- …，"
            "如 {range: {min: 50000, max: 100000}}",
        ),
        (ISSUE, "items: [phone]", "", "补上 items:，下面每一项另起一行，缩进两格，前面写减号和空格：- …"),
    ],
)
def test_the_way_out_works_where_it_is_typed(path: str, old: str, new: str, hint: str) -> None:
    text = changed(path, old, new)[f"content/{path}"]
    _, problems = read(named(f"content/{path}").kind, located(f"content/{path}", text))  # type: ignore[union-attr]

    assert [problem.hint for problem in problems] == [hint]


OWN_LINES = "remission:\n  - 低保户减半"


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (OWN_LINES, "remission:\n  - 注意: 低保户减半", '文字里的冒号后面有空格，整句加上引号：- "注意: 低保户减半"'),
        (OWN_LINES, "remission: [注意: 低保户减半]", '文字里的冒号后面有空格，整句加上引号："注意: 低保户减半"'),
        (OWN_LINES, "remission:\n  - 注意: 0.50", '文字里的冒号后面有空格，整句加上引号：- "注意: 0.50"'),
        (OWN_LINES, 'remission:\n  - 他说: 带"证"来', "文字里的冒号后面有空格，整句加上引号：- '他说: 带\"证\"来'"),
        (OWN_LINES, "remission:\n  - {甲: 乙, 丙: 丁}", "这里只写一句文字，不分项：- …"),
        (OWN_LINES, "remission:\n  - 甲:\n      - 乙", "这里只写一句文字，不分项：- …"),
        (OWN_LINES, "remission:\n  - 12", '加上引号：- "12"'),
        (OWN_LINES, "remission:\n  - [低保户减半]", "这里只写一个，不用列表：- 低保户减半"),
        (PAYER, "payer: [居民]", "这里只写一个，不用列表：payer: 居民"),
        (PAYER, "payer:\n  - 居民", "这里只写一个，不用列表：payer: 居民"),
        (PAYER, "payer: [12]", '这里只写一个，不用列表：payer: "12"'),
        (PAYER, "payer: [甲, 乙]", "这里只写一个，不用列表：payer: …"),
        (PAYER, "payer: {甲: 乙}", "这里只写一句文字，不分项：payer: …"),
        (PAYER, "payer: true", '加上引号：payer: "true"'),
        ("nature: 政府定价经营服务性", "nature: [行政性]", "这里只写一个，不用列表：nature: 行政性"),
    ],
)
def test_where_one_text_is_wanted_no_hint_shows_what_a_program_prints(old: str, new: str, hint: str) -> None:
    text = changed(FEE, old, new)[f"content/{FEE}"]
    _, problems = read(named(f"content/{FEE}").kind, located(f"content/{FEE}", text))  # type: ignore[union-attr]

    assert [problem.hint for problem in problems] == [hint]
    assert "['" not in problems[0].message
