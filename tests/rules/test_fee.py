"""Lower limits, fixed amounts, tiers; and what is over is over."""

from decimal import Decimal

import pytest

from tests import ROOT
from tests.factories import changed, content, problems_of, raw

FEE = "public/fees/catv.yaml"
CARD = "public/fees/culture-card.yaml"
STANDARD = "  range: {min: 14.00, max: 16.00}\ncharged: 14.00\n"


def codes(standard: str, charged: str | None) -> list[str]:
    line = "" if charged is None else f"charged: {charged}\n"
    return [p.code for p in problems_of(raw(changed(FEE, STANDARD, f"  {standard}\n{line}")))]


@pytest.mark.parametrize(
    ("standard", "charged"),
    [
        ("range: {min: 14.00, max: 16.00}", "14"),
        ("range: {max: 16.00}", "0"),
        ("range: {min: 0.022, max: 0.022}", "0.022"),
        ("rate: {min: 3, max: 5, base: 发掘费}", "3.0"),
        ("rate: {max: 5, base: 发掘费}", "0"),
        ("rate: {percent: 5, base: 收入}", "5"),
        ("fixed: {amount: 250}", "250"),
        ("tiers: [{first: 0, last: 10, counted: 件, amount: 0}, {first: 11, counted: 件, amount: 100}]", None),
        ("tiers: [{first: 1, counted: 件, amount: 5}, {first: 1, counted: 页, amount: 10}]", None),
    ],
)
def test_what_the_standard_says_may_be_charged(standard: str, charged: str | None) -> None:
    assert codes(standard, charged) == []


def test_a_charge_above_the_limit_is_not_found_fault_with_for_its_last_lowering_too() -> None:
    text = (ROOT / f"tests/broken/fee-not-as-lowered/content/{FEE}").read_text(encoding="utf-8")
    lowered = content() | {f"content/{FEE}": text}

    assert [(p.code, p.hint.split("；")[0]) for p in problems_of(raw(lowered))] == [
        ("fee/not-as-lowered", "这一条写错了，改为 after: 14.00")
    ]
    assert problems_of(raw(changed(FEE, "after: 15.00", "after: 14.00", lowered))) == ()
    assert [p.code for p in problems_of(raw(changed(FEE, "charged: 14.00", "charged: 16.00", lowered)))] == [
        "fee/above-lower-limit"
    ]


@pytest.mark.parametrize(
    ("standard", "charged", "code"),
    [
        ("range: {min: 14.00, max: 16.00}", "14.01", "fee/above-lower-limit"),
        ("range: {max: 16.00}", "1", "fee/above-lower-limit"),
        ("rate: {min: 3, max: 5, base: 发掘费}", "3.5", "fee/above-lower-limit"),
        ("rate: {min: 3, max: 5, base: 发掘费}", "2", "fee/below-lower-limit"),
        ("rate: {percent: 5, base: 收入}", "4", "fee/not-as-fixed"),
        ("fixed: {amount: 250}", "249.99", "fee/not-as-fixed"),
        ("fixed: {amount: 250}", None, "fee/charge-unsaid"),
        ("rate: {min: 3, base: 发掘费}", "3", "fee/rate-unclear"),
        ("range: {min: 16.00, max: 14.00}", None, "fee/limits-reversed"),
        ("rate: {min: 5, max: 3, base: 发掘费}", None, "fee/limits-reversed"),
        (
            "tiers: [{first: 1, last: 9, counted: 件, amount: 1}, {first: 9, counted: 件, amount: 2}]",
            None,
            "fee/tiers-broken",
        ),
    ],
)
def test_nothing_else_may_be(standard: str, charged: str | None, code: str) -> None:
    assert codes(standard, charged) == [code]


def test_a_lower_limit_keeps_its_scale_in_the_hint() -> None:
    problems = problems_of(raw(changed(FEE, "charged: 14.00", "charged: 15")))

    assert problems[0].hint == f"改为 charged: {Decimal('14.00')}"


def test_a_fee_that_has_ended_is_not_asked_what_it_charges() -> None:
    files = changed(CARD, "charged: 40\n", "charged: 45\n")

    assert problems_of(raw(files)) == ()


def test_a_fee_rests_on_what_held_while_it_was_charged() -> None:
    never = changed("public/laws/performances.yaml", "effective_to: 2020-11-28", "effective_to: 2016-12-31")

    assert [p.code for p in problems_of(raw(never))] == ["basis/not-in-force"] * 1


def test_an_expired_fee_may_have_been_discretionary() -> None:
    files = changed(CARD, "valid_from: 2017-01-01\n", "valid_from: 2017-01-01\nvalid_until: 2018-12-31\n")
    start, end = files[f"content/{CARD}"].index("events:"), files[f"content/{CARD}"].index("clearing:")
    text = files[f"content/{CARD}"]

    assert problems_of(raw({**files, f"content/{CARD}": text[:start] + text[end:]})) == ()


def test_of_limits_that_have_changed_places_no_more_is_told() -> None:
    swapped = changed("public/fees/catv.yaml", "{min: 14.00, max: 16.00}", "{min: 16.00, max: 14.00}")

    assert [problem.code for problem in problems_of(raw(swapped))] == ["fee/limits-reversed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: 有线电视基本收视维护费", "name: 有线电视副终端收视维护费"),
        ("catalogue_no: 示例收费目录2026-01", "catalogue_no: 示例收费目录2026-02"),
        ("valid_from: 2005-03-01", "valid_from: 2005-03-01\nvalid_until: 2025-12-31"),
        ("payer: 安装有线电视的居民用户", "payer: 安装有线电视的单位用户"),
        ("scope: 全市有线电视用户的第一个终端", "scope: 乡镇有线电视用户的第一个终端"),
        ("unit: 元/户·月", "unit: 元/户·年"),
        ("nature: 政府定价经营服务性", "nature: 政府定价经营服务性\ndivision: market"),
    ],
    ids=[
        "another item under one number",
        "another number",
        "one that has ended and came again",
        "other payers",
        "another part of the town",
        "counted otherwise",
        "another division",
    ],
)
def test_a_fee_like_another_in_name_or_number_alone_is_no_copy(old: str, new: str) -> None:
    one = content()[f"content/{FEE}"].split("aliases:")[0]
    files = content() | {"content/public/fees/catv-second.yaml": one}

    other = changed("public/fees/catv-second.yaml", old, new, files)

    assert "fee/twice" in [p.code for p in problems_of(raw(files))]
    assert "fee/twice" not in [p.code for p in problems_of(raw(other))]
