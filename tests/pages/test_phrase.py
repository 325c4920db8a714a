"""How facts are said: exact, with unit and start, never a blank."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from mingbai.pages import phrase, phrase_money
from mingbai.records.judge import judged
from mingbai.records.public.fee import Fee
from mingbai.records.values import Basis, DocumentCited, Limit

RANGE = {"range": {"min": Decimal("14.00"), "max": Decimal("16.00")}}
SHARE = {"rate": {"min": Decimal(3), "max": Decimal(5), "base": "发掘费"}}
CEILING = {"rate": {"max": Decimal(5), "base": "发掘费"}}
TIERS = {
    "tiers": [
        {"first": 1, "last": 10, "counted": "件", "amount": 0},
        {"first": 11, "counted": "件", "amount": 100},
    ]
}


def fee(standard: Mapping[str, object], unit: str, charged: Decimal | None = None) -> Fee:
    return judged(
        Fee,
        {
            "name": "费",
            "nature": "行政性",
            "payer": "交费人",
            "scope": "全市",
            "unit": unit,
            "standard": standard,
            "charged": charged,
            "complaint_phone": "0000-0000003",
            "valid_from": "2020-01-01",
            "clearing": {"year": 2026, "discretionary": False, "decision": "保留"},
            "published": "2026-01-26 09:00",
        },
    )


@pytest.mark.parametrize(
    ("standard", "unit", "charged", "said"),
    [
        (RANGE, "元/户·月", Decimal("14.00"), ("14.00元/户·月", "14.00–16.00元/户·月", "按下限收")),
        (SHARE, "%", Decimal(3), ("发掘费的3%", "发掘费的3%–5%", "按下限收")),
        (CEILING, "%", Decimal(0), ("不预收", "不超过发掘费的5%", "用多少结多少")),
        ({"fixed": {"amount": Decimal("0.022")}}, "元/枚", Decimal("0.022"), ("0.022元/枚", "0.022元/枚", "")),
        ({"rate": {"percent": 5, "base": "收入"}}, "%", Decimal(5), ("收入的5%", "收入的5%", "")),
        (TIERS, "元/件", None, ("10件以内不收费，超过的分档收", "分档收", "")),
    ],
)
def test_a_fee_is_said_as_a_clerk_would_say_it(
    standard: dict[str, object], unit: str, charged: Decimal | None, said: tuple[str, str, str]
) -> None:
    it = fee(standard, unit, charged)

    assert (phrase_money.charged(it), phrase_money.standard(it), phrase_money.at_minimum(it)) == said


def test_a_fee_above_the_lower_end_is_not_said_to_be_at_it() -> None:
    assert phrase_money.at_minimum(fee(RANGE, "元/户·月", Decimal("15.00"))) == ""


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"number": 1, "unit": "工作日", "clock": "受理"}, ("1个工作日", "从受理那天起算")),
        ({"number": 20, "unit": "日", "clock": "收到申请"}, ("20日", "从收到申请那天起算")),
        ({"number": 2, "unit": "小时", "clock": "受理"}, ("2小时", "从受理时起算")),
        ({"number": 3, "unit": "月", "clock": "事件", "event": "领证"}, ("3个月", "从领证那天起算")),
        ({"instant": True}, ("即时办结", "")),
    ],
)
def test_a_limit_says_how_long_and_from_when(limit: dict[str, object], said: tuple[str, str]) -> None:
    it = judged(Limit, limit)

    assert (phrase.limit(it), phrase.start(it)) == said


def test_a_basis_is_a_law_in_its_brackets_and_its_articles() -> None:
    basis = Basis(law="x", articles=("第十三条",))

    assert phrase.basis("营业性演出管理条例", basis) == "《营业性演出管理条例》第十三条"


def test_a_document_that_is_not_known_is_not_invented() -> None:
    assert phrase.document(None) == ""
    assert phrase.document(DocumentCited()) == ""
