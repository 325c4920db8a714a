"""Every mistake in a field is told in Chinese, with the field's own name and a way out, at its line."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from mingbai.problem import Problem
from mingbai.records import intranet, public
from mingbai.records.field import Value, fields_of
from mingbai.records.judge import judged
from mingbai.records.meant import HANDBOOK, form_of
from mingbai.records.named import named
from mingbai.records.parts import groups_of
from mingbai.records.read import read
from mingbai.records.sentences import SENTENCES
from mingbai.source import front_matter, telephone, yaml
from mingbai.source.located import Located, Steps
from tests.factories import changed, content

FEE = "public/fees/catv.yaml"
GUIDE = "public/commitments/market/perf-domestic.yaml"
LAW = "public/laws/service-pledges.yaml"
ISSUE = "public/bulletins/2026/02/issue.yaml"
BUREAU = "public/bureau.yaml"
PLAN = "intranet/plans/2026/market.yaml"
OFFICE = "public/divisions/office.yaml"
PHONE = "\nphone: 0000-0000021\n"
MAIL_FORM = "写电子邮箱，@ 和点用半角，没有空格，如 office@mingbai.example"
PAYER = "payer: 安装有线电视的居民用户"
CHARGED = "charged: 14.00"
SINCE = "valid_from: 2005-03-01"
RELEASED = "published: 2026-01-26 09:00"
NATURE = "nature: 政府定价经营服务性"
ALIAS = "/fees/cable-tv/"
RANGE = "  range: {min: 14.00, max: 16.00}"
ARTICLES = "    articles:\n      第五条: 每个事项写明承诺办结时限，比法定时限短。"
OPEN = "周一至周五 9:00–17:00"
OWNER = "    owner: 处长\n    due: 2026-06-30"
CASES = {
    (FEE, PAYER): [
        ("payer: 12", "string_type", "3:8 field/not-text “交费人”应填文字，这里是数"),
        ("payer:", "string_type", "3:7 field/not-text “交费人”应填文字，这里是空的"),
        ("payer: [甲]", "string_type", "3:8 field/not-text “交费人”应填文字，这里是列表"),
        ("payer: {甲: 乙}", "string_type", "3:8 field/not-text “交费人”应填文字，这里是一组分项"),
        ("payer: true", "string_type", "3:8 field/not-text “交费人”应填文字，这里是 true 或 false"),
        ("payer: ' '", "blank", "3:8 field/empty “交费人”空着"),
        ("payer: |-\n  一行\n  两行", "more_than_one_line", "3:8 field/more-than-one-line “交费人”只能写一行"),
        ("", "missing", "1:1 field/missing 缺少“交费人”（payer）"),
    ],
    (FEE, CHARGED): [
        ("charged: 十四元", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: true", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: １４", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: 1_4", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: .inf", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: NaN", "decimal_type", "8:10 field/not-an-amount “实收”应填数"),
        ("charged: 12345678901234567", "decimal_max_digits", "8:10 field/too-large “实收”的数字太长"),
        ("charged: -1", "greater_than_equal", "8:10 field/too-small “实收”不能小于0"),
        ("charged: 14.00\nhue: 红", "extra_forbidden", "9:1 field/unknown 这里没有“hue”这一项"),
    ],
    (FEE, SINCE): [
        ("valid_from: 2005年3月1日", "day_form", "17:13 field/not-a-day “起收日期”应填日期，写成年-月-日"),
        ("valid_from: 2005-2-30", "day_form", "17:13 field/no-such-day “起收日期”没有这一天：2005-2-30"),
        ("valid_from: 20050230", "day_form", "17:13 field/no-such-day “起收日期”没有这一天：20050230"),
        ("valid_from: 20050301", "day_form", "17:13 field/not-a-day “起收日期”应填日期，写成年-月-日"),
        ("valid_from: 2005-3-1", "day_form", "17:13 field/not-a-day “起收日期”应填日期，写成年-月-日"),
        ("valid_from: ２００５-03-01", "day_form", "17:13 field/not-a-day “起收日期”应填日期，写成年-月-日"),
        ("valid_from: 2005-02-30", "no_such_day", "17:13 field/no-such-day “起收日期”没有这一天：2005-02-30"),
        ("valid_from: 0026-01-01", "far_year", "17:13 field/wrong-year “起收日期”的年份不对：0026-01-01"),
        ("valid_from: 2200-01-01", "far_year", "17:13 field/wrong-year “起收日期”的年份不对：2200-01-01"),
    ],
    (FEE, RELEASED): [
        ("published: 2026-01-26", "minute_form", "24:12 field/not-a-minute “发布时间”应填日期和时间"),
        ("published: 2026-01-26T09:00", "minute_form", "24:12 field/not-a-minute “发布时间”应填日期和时间"),
        (
            "published: 2026-01-26 25:45",
            "no_such_time",
            "24:12 field/no-such-time “发布时间”没有这个时间：2026-01-26 25:45",
        ),
        (
            "published: 2026-02-30 09:00",
            "no_such_day",
            "24:12 field/no-such-day “发布时间”没有这一天：2026-02-30 09:00",
        ),
        (
            "published: 1026-01-26 09:00",
            "far_year",
            "24:12 field/wrong-year “发布时间”的年份不对：1026-01-26 09:00",
        ),
        (
            "published: 9999-12-31 09:00",
            "far_year",
            "24:12 field/wrong-year “发布时间”的年份不对：9999-12-31 09:00",
        ),
    ],
    (FEE, "{number: 示例文广新〔2026〕4号, on: 2026-01-23}"): [
        (
            "{number: 示例文广新（2026）4号, on: 2026-01-23}",
            "year_brackets",
            "22:22 field/wrong-form “年度清理”“清理文件”“文号”写法不对：示例文广新（2026）4号",
        ),
    ],
    (FEE, NATURE): [
        ("nature: 行政", "enum", "2:9 field/not-a-choice “收费性质”不能填“行政”"),
        ("nature: “行政”", "enum", "2:9 field/not-a-choice “收费性质”不能填“行政”"),
    ],
    (FEE, ALIAS): [
        (f"/{'a' * 200}/", "too_long", "26:5 field/too-long “旧地址”第1项太长，最多200个字，现在202个字"),
    ],
    (FEE, RANGE): [
        ("  range: 14.00", "model_type", "7:10 field/not-a-group “法定标准”“幅度标准”下面应分项填写"),
        ("  range: {max: 16, mid: 1}", "extra_forbidden", "7:20 field/unknown 这里没有“mid”这一项"),
    ],
    (FEE, "discretionary: false"): [
        ("discretionary: 否", "bool_type", "20:18 field/not-a-flag “年度清理”“可收可不收”只能填 true 或 false"),
    ],
    (FEE, "remission:\n  - 低保户减半"): [
        ("remission: 低保户减半", "tuple_type", "14:12 field/not-a-list “减免规定”应填列表"),
    ],
    (ISSUE, "issue_no: 2"): [
        ("issue_no: 二", "int_type", "2:11 field/not-a-number “期号”应填整数"),
        ("issue_no: 2.5", "int_type", "2:11 field/not-a-number “期号”应填整数"),
        ("issue_no: 0", "greater_than_equal", "2:11 field/too-small “期号”不能小于1"),
    ],
    (ISSUE, "items: [phone]"): [("items: []", "too_short", "6:8 field/empty “稿件顺序”至少要有一项")],
    (GUIDE, "audience_of_service: [法人, 其他组织]"): [
        ("audience_of_service: [法人, 组织]", "enum", "6:27 field/not-a-choice “服务对象”第2项不能填“组织”"),
    ],
    (GUIDE, "卖票的现场演出"): [
        ("卖票的现场演出" * 12, "string_too_long", "8:16 field/too-long “一句话说明”太长，最多80个字，现在110个字"),
    ],
    (BUREAU, "route: /fees/"): [
        ("route: fees", "string_pattern_mismatch", "30:12 field/wrong-form “栏目”第2项“地址”写法不对：fees"),
    ],
    (BUREAU, "not_ours: [3,"): [
        ("not_ours: [16,", "less_than_equal", "21:14 field/too-large “信息公开机构”“本局没有的项”第1项不能大于15"),
    ],
    (OFFICE, OPEN): [
        ("9:00–25:30", "no_such_hour", "9:5 field/no-such-time “办公时间”第1项没有这个时间：25:30"),
        ("9:00–17:60", "no_such_hour", "9:5 field/no-such-time “办公时间”第1项没有这个时间：17:60"),
        ("9:00–24:30", "no_such_hour", "9:5 field/no-such-time “办公时间”第1项没有这个时间：24:30"),
        ("周六 19:00–8:30", "hours_reversed", "9:5 field/hours-reversed “办公时间”第1项结束时间比开始早：19:00–8:30"),
        (
            "上午9：00至5：00",
            "hours_reversed",
            "9:5 field/hours-reversed “办公时间”第1项结束时间比开始早：9：00至5：00",
        ),
        ("9:00–9:00", "hours_reversed", "9:5 field/hours-reversed “办公时间”第1项结束时间和开始一样：9:00–9:00"),
    ],
    (OFFICE, PHONE): [
        (
            "\nphone: 0000-000021\n",
            "phone_length",
            "10:8 field/wrong-form “办公电话”区号后面有 6 位，固定电话是7位或者8位：0000-000021",
        ),
        (
            "\nphone: (000)000000021转3\n",
            "phone_length",
            "10:8 field/wrong-form “办公电话”区号后面有 9 位，固定电话是7位或者8位：(000)000000021转3",
        ),
    ],
    (LAW, ARTICLES): [
        ("    articles: 第五条", "dict_type", "8:15 field/not-a-group “版本”第1项“条文”下面应分项填写"),
    ],
    (PLAN, OWNER): [
        ("    due: 2026-06-30", "missing", "16:5 field/missing 缺少“措施”第1项“责任岗位”（owner）"),
    ],
}
"""What is changed in a golden record; then into what, pydantic's name for the mistake, and what is said first."""
EACH = [(path, old, *case) for (path, old), cases in CASES.items() for case in cases]
TABLE = {*SENTENCES, "missing", "extra_forbidden"}
UNREACHABLE = {
    "int_parsing": "whole numbers are strict, so text is `int_type`",
    "decimal_parsing": "what is no figure is stopped before",
    "model_attributes_type": "pydantic's name for the same in another mode",
}
"""Names in the table that no field can raise today; they stand there for what a new field may do."""


def located(path: str, text: str) -> Located:
    found, problems = (front_matter.split if path.endswith(".md") else yaml.parse)(path, text)
    assert found and not problems
    return found


def mistakes(path: str, data: Located) -> tuple[list[str], tuple[Problem, ...]]:
    """pydantic's names for what is wrong, and what we say of it."""
    name = named(path)
    assert name
    record, problems = read(name.kind, data)
    try:
        judged(name.kind, data.data)
    except ValidationError as wrong:
        assert record is None
        return [error["type"] for error in wrong.errors()], problems
    assert record is not None
    return [], problems


@pytest.mark.parametrize(("path", "old", "new", "type_", "told"), EACH, ids=lambda value: str(value)[:20])
def test_a_mistake_is_told_in_these_words(path: str, old: str, new: str, type_: str, told: str) -> None:
    full = f"content/{path}"

    types, (problem, *more) = mistakes(full, located(full, changed(path, old, new)[full]))

    assert (types[0], more) == (type_, [])
    assert f"{problem.place.line}:{problem.place.column} {problem.code} {problem.message}" == told
    assert problem.hint


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31", "9999-12-31"])
def test_days_long_past_or_far_ahead_are_days_and_so_is_the_one_that_never_comes(day: str) -> None:
    full = f"content/{FEE}"

    assert mistakes(full, located(full, changed(FEE, SINCE, f"valid_from: {day}")[full])) == ([], ())


@pytest.mark.parametrize(
    "hours",
    [
        "0:00–24:00",
        "上午9:00–12:00，下午1:30–5:00",
        "上午9:00–下午5:00",
        "晚上7:00–次日2:00",
        "22:00到凌晨2:00",
        "17:00–8:30（次日）",
        "10:00–9:00 第二天",
        "00:00–00:00",
        "全天",
    ],
)
def test_hours_that_can_be_are_taken_as_they_are_written(hours: str) -> None:
    full = f"content/{OFFICE}"

    assert mistakes(full, located(full, changed(OFFICE, OPEN, hours)[full])) == ([], ())


@pytest.mark.parametrize(
    ("hours", "meant"),
    [
        ("中午12:00–2:00照常办", "按24小时写：12:00–14:00；开过半夜的写 12:00–次日2:00"),
        ("周六 19:00–8:30", "按24小时写：19:00–20:30；开过半夜的写 19:00–次日8:30"),
        ("上午9：00至5：00", "按24小时写：9:00–17:00；开过半夜的写 9:00–次日5:00"),
        ("晚上7:00–1:00", "按24小时写：19:00–次日1:00"),
        ("22:00–2:00", "按24小时写：22:00–次日2:00"),
        ("17:00–13:00，第二天休息", "按24小时写：17:00–次日13:00"),
        ("24:00–6:00", "按24小时写：0:00–6:00"),
        ("20:00–0:00", "按24小时写：20:00–24:00"),
        ("晚上8:00–0:00", "按24小时写：20:00–24:00"),
        ("9:00–9:00", "按24小时写：9:00–21:00；整天开的写 0:00–24:00"),
        ("13:00–13:00", "按24小时写：0:00–24:00"),
        ("24:00–24:00", "按24小时写：0:00–24:00"),
        ("24:00–0:00", "按24小时写：0:00–24:00"),
    ],
)
def test_hours_that_end_before_they_begin_are_answered_with_those_that_may_be_meant(hours: str, meant: str) -> None:
    full = f"content/{OFFICE}"

    _, (problem,) = mistakes(full, located(full, changed(OFFICE, OPEN, hours)[full]))

    assert problem.hint == meant


def test_every_sentence_of_the_table_is_tried() -> None:
    assert {type_ for *_, type_, _ in EACH} == TABLE - UNREACHABLE.keys()


@pytest.mark.parametrize(
    ("path", "old", "new", "hint"),
    [
        (FEE, "payer:", "pyaer:", "是不是 payer（交费人）？"),
        (FEE, "payer:", "交费人:", "是不是 payer（交费人）？"),
        (FEE, "payer:", "缴费人:", "是不是 payer（交费人）？"),
        (FEE, "{min: 14.00", "{mni: 14.00", "是不是 min（下限）？"),
        (FEE, "{min: 14.00", "{colour: 14.00", "可以写的有：min（下限）、max（上限）"),
        (FEE, NATURE, "nature: 行政", "是不是 行政性？可以填：行政性、事业性、政府定价经营服务性、成本列支"),
        (FEE, "discretionary: false", "discretionary: 否", "写成 discretionary: false"),
        (FEE, "  year: 2026", "  year: 2026年", "数字用半角，不带单位和逗号：year: 2026"),
        (FEE, "  year: 2026", "  year: 1个月", "只写数字，例如 year: 5"),
        (FEE, "  year: 2026", "  year: 2小时", "只写数字，例如 year: 5"),
        (FEE, "  year: 2026", "  year: 三年", "只写数字，例如 year: 5"),
        (FEE, "  year: 2026", "  year: 三个", "数字用半角，不带单位和逗号：year: 3"),
        (FEE, "  year: 2026", "  year: 十五", "只写数字，例如 year: 5"),
        (FEE, SINCE, "valid_from: “2005-3-1”", "改为 valid_from: 2005-03-01"),
        (FEE, "name:", "division: Office\nname:", "写成 division: office"),
        (ISSUE, "items: [phone]", "items: [phone.md]", "写成 phone"),
        (BUREAU, "public_host: ", "public_host: https://", "写成 public_host: mingbai.example"),
        (FEE, "discretionary: false", "discretionary: “true”", "写成 discretionary: true"),
        (FEE, "discretionary: false", "discretionary: 也许", "是，写 discretionary: true；否，写 discretionary: false"),
        (FEE, "discretionary: false", "discretionary: 无", "是，写 discretionary: true；否，写 discretionary: false"),
        (BUREAU, '"0000000000"', "“1000000001”", '写成 site_id_code: "1000000001"'),
        (FEE, "name:", "division: divisions/office.yaml\nname:", "不带文件夹和后缀：division: office"),
        (FEE, "name:", "division: content/public/divisions/office.yaml\nname:", "不带文件夹和后缀：division: office"),
        (FEE, "name:", "division: Divisions/Office.yaml\nname:", "不带文件夹和后缀：division: office"),
        (FEE, "name:", "division: Divisions/Office\nname:", "不带文件夹和后缀：division: office"),
        (FEE, "name:", "division: ./office\nname:", "不带文件夹和后缀：division: office"),
        (
            FEE,
            "name:",
            "division: content\\public\\divisions\\office.yaml\nname:",
            "不带文件夹和后缀：division: office",
        ),
        (FEE, "name:", "division: divisions/2026.yaml\nname:", '不带文件夹和后缀：division: "2026"'),
        (FEE, PAYER, "payer: 12", '加上引号：payer: "12"'),
        (GUIDE, '"000122104001"', "3", "12位，数字和大写字母"),
        (GUIDE, "0000-0000024", "24", '加上引号：consult_phone: "24"'),
        (GUIDE, "0000-0000024", "1.5", telephone.HOW),
        (FEE, RANGE, "  range: 14.00", "另起一行，缩进两格，写：min: …"),
        (BUREAU, "route: /fees/", "route: fees", "如 /fees/"),
        (FEE, "name:", "division: 广电处\nname:", "写它在 divisions/ 里的路径，不带后缀，例如 library"),
        (GUIDE, "https://", "http://", "写成 url: https://zwfw.mingbai.example/perf-domestic"),
        (FEE, "〔2026〕4号", "（2026）4号", "年份用六角括号：number: 示例文广新〔2026〕4号"),
        (
            OFFICE,
            PHONE,
            PHONE + "email: a＠mingbai.example\n",
            "写成 email: a@mingbai.example",
        ),
        (OFFICE, PHONE, "\nphone: 打前台\n", telephone.HOW),
        (BUREAU, "not_ours: [3,", "not_ours: [16,", "改成 15 或更小的数"),
        (FEE, SINCE, "valid_from: 0026-01-01", "是不是 valid_from: 2026-01-01？"),
        (FEE, SINCE, "valid_from: 0226-01-01", "是不是 valid_from: 2026-01-01？"),
        (FEE, SINCE, "valid_from: 1056-01-01", "核对年份，要在1900年到2199年之间"),
        (FEE, RELEASED, "published: 1026-01-26 09:00", "是不是 published: 2026-01-26 09:00？"),
        (FEE, RELEASED, "published: 9999-12-31 09:00", "核对年份，要在1900年到2199年之间"),
    ],
)
def test_the_way_out_names_what_was_meant(path: str, old: str, new: str, hint: str) -> None:
    full = f"content/{path}"

    _, problems = mistakes(full, located(full, changed(path, old, new)[full]))

    assert hint in [problem.hint for problem in problems]


def models(model: type[Value]) -> Iterator[type[Value]]:
    """A kind and every group within it."""
    yield model
    yield from groups_of(model) - {model}


@pytest.mark.parametrize("kind", [*public.KINDS, *intranet.KINDS], ids=lambda kind: str(kind.label))
def test_whatever_has_a_form_says_which(kind: type[Value]) -> None:
    formed = [
        (model.__name__, name, form_of(field))
        for model in models(kind)
        for name, field in fields_of(model).items()
        if "'pattern', " in repr(field)
    ]

    assert [(model, name) for model, name, form in formed if form == HANDBOOK] == []


def test_an_item_that_is_wrong_does_not_make_its_list_empty() -> None:
    """pydantic says so too, of a list that must not be empty; one mistake is told once."""
    full = f"content/{ISSUE}"

    types, problems = mistakes(full, located(full, changed(ISSUE, "items: [phone]", "items: [Phone]")[full]))

    assert types == ["string_pattern_mismatch", "too_short"]
    assert [problem.code for problem in problems] == ["field/wrong-form"]


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("paier", ["field/unknown"]),
        ("交费人", ["field/unknown"]),
        ("hue", ["field/missing", "field/unknown"]),
        ("chargde", ["field/missing", "field/unknown"]),
    ],
)
def test_a_key_that_is_missing_because_it_is_misspelt_is_told_once(key: str, codes: list[str]) -> None:
    path = f"content/{FEE}"

    _, problems = mistakes(path, located(path, changed(FEE, "payer:", f"{key}:")[path]))

    assert sorted(problem.code for problem in problems) == codes


def test_all_mistakes_of_a_record_are_told_at_once() -> None:
    text = changed(FEE, "payer:", "hue:")
    text = changed(FEE, "charged: 14.00", "charged: 十四", text)
    text = changed(FEE, "2005-03-01", "2005-02-30", text)

    _, problems = mistakes(f"content/{FEE}", located(f"content/{FEE}", text[f"content/{FEE}"]))

    assert sorted(problem.code for problem in problems) == [
        "field/missing",
        "field/no-such-day",
        "field/not-an-amount",
        "field/unknown",
    ]


GOLDEN = content()
RECORDS = [path for path in GOLDEN if named(path)]
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.decimals(-(10**18), 10**18, allow_nan=False, places=3),
    st.text("甲乙 \n-0123456789abZ.:/：　", max_size=12),
    st.just("长" * 300),
    st.lists(st.sampled_from(["甲", 1, None, {"甲": "乙"}]), max_size=2),
    st.dictionaries(st.sampled_from(["甲", "name", "law", "on"]), st.sampled_from(["甲", 1, None]), max_size=2),
)
"""What a value may be after reading a YAML file, right or wrong."""


def spots(data: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Every place in some data, from the root down."""
    yield steps
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from spots(value, (*steps, step))


def put(data: Any, steps: Steps, value: Any) -> Any:
    """The data with another value in one place."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(data, dict):
        return {**data, first: put(data[first], tuple(rest), value)}
    assert isinstance(first, int)
    return [*data[:first], put(data[first], tuple(rest), value), *data[first + 1 :]]


@settings(max_examples=300)
@given(data=st.data(), path=st.sampled_from(RECORDS))
def test_whatever_stands_in_a_field_is_right_or_told_in_chinese(data: st.DataObject, path: str) -> None:
    """No kind of mistake falls through the table, no English shows, and the place is in the file."""
    text = GOLDEN[path]
    found = located(path, text)
    steps = data.draw(st.sampled_from([*spots(found.data)][1:]))

    types, problems = mistakes(path, Located(put(found.data, steps, data.draw(JUNK)), found.places))

    assert set(types) <= TABLE
    for problem in problems:
        said = problem.message + problem.hint
        assert problem.code != "field/invalid"
        assert re.search("[\u4e00-\u9fff]", problem.message) and problem.hint
        assert not re.search(r"\b(input|should|valid|None|Decimal|dict)\b|\{|\}\}", re.sub("“[^”]*”|：.*", "", said))
        assert 1 <= problem.place.line <= text.count("\n") + 1


def test_an_amount_keeps_what_was_written() -> None:
    """0.022 is not 0.0220 and 14.00 is not 14.0: no figure goes through a float."""
    found = located(f"content/{FEE}", changed(FEE, "charged: 14.00", "charged: 0.0220")[f"content/{FEE}"])
    name = named(f"content/{FEE}")
    assert name

    record, _ = read(name.kind, found)

    assert repr(getattr(record, "charged")) == repr(Decimal("0.0220"))  # noqa: B009 - read for any kind
