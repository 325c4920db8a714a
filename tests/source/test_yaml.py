"""Strict YAML: what is written is what is read, and a mistake is told at its line."""

import json
from decimal import Decimal

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from mingbai.source.located import Located
from mingbai.source.yaml import Parser, parse, parse_with
from mingbai.source.yaml_scalar import CHINESE_BREAK
from mingbai.source.yaml_syntax import Script

PARSERS = [pyyaml.SafeLoader, getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)]


def data(text: str) -> object:
    """What a text without mistakes says."""
    located, problems = parse("a.yaml", text)
    assert problems == ()
    assert located is not None
    return located.data


def located_of(text: str, first_line: int = 1) -> Located:
    """A text without mistakes, with its places."""
    located, problems = parse("a.yaml", text, first_line)
    assert problems == ()
    assert located is not None
    return located


def said(text: str, first_line: int = 1) -> list[str]:
    """Line, column and code of each problem."""
    _, problems = parse("a.yaml", text, first_line)
    return [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("200", 200),
        ("-5", -5),
        ("0", 0),
        ("1.10", Decimal("1.10")),
        ("-0.5", Decimal("-0.5")),
        ("0012", "0012"),
        ("1:30", "1:30"),
        ("yes", "yes"),
        ("off", "off"),
        ("True", "True"),
        ("2026-01-30", "2026-01-30"),
        ("2008-02-30", "2008-02-30"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("5.", "5."),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+5", "+5"),
        ("１２", "１２"),
        (".inf", ".inf"),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("'200'", "200"),
        ('"true"', "true"),
        ("是", "是"),
        ("第 5 条", "第 5 条"),
        ("[a, 1]", ["a", 1]),
        ("{a: 1}", {"a": 1}),
    ],
)
def test_scalars_are_what_they_look_like(written: str, read: object) -> None:
    """Only true, false, null, whole and decimal numbers are not text."""
    found = data(f"key: {written}\n")

    assert found == {"key": read}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(read)


def test_keys_and_values_know_their_line_and_column() -> None:
    """Places count from 1, also in Chinese text and lists."""
    places = located_of("名称: 场地\nfees:\n  - name: 审批费\n    charged: 200\n").places

    assert str(places.key("名称")) == "a.yaml:1:1"
    assert str(places.value("名称")) == "a.yaml:1:5"
    assert str(places.value("fees")) == "a.yaml:3:3"
    assert str(places.value("fees", 0, "charged")) == "a.yaml:4:14"
    assert str(places.key("fees", 0, "charged")) == "a.yaml:4:5"


def test_an_empty_value_is_told_on_the_line_of_its_key() -> None:
    """`title:` with nothing behind it is a mistake on that line."""
    places = located_of("a: 1\ntitle:\nb: 2\n").places

    assert places.value("title").line == 2


def test_lines_are_those_of_the_file() -> None:
    """With front matter, the first line of the YAML is line 2."""
    assert str(located_of("a: 1\nb: 2\n", 2).places.key("b")) == "a.yaml:3:1"
    assert said("a: 1\nb: @x\n", 2) == ["3:4 yaml/quote-needed"]


def test_a_duplicate_key_names_the_first_line_and_lets_the_rest_be_checked() -> None:
    """The first one counts."""
    located, problems = parse("a.yaml", "a: 1\nb: 2\na: {c: 3}\n")

    assert located is not None
    assert located.data == {"a": 1, "b": 2}
    assert [str(problem.place) for problem in problems] == ["a.yaml:3:1"]
    assert "第 1 行" in problems[0].message


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x\n", ["1:4 yaml/anchor", "2:4 yaml/alias"]),
        ("a: !!python/object:os.system x\n", ["1:4 yaml/tag"]),
        ("a: !x {b: 1}\n", ["1:4 yaml/tag"]),
        ("<<: {a: 1}\n", ["1:1 yaml/merge-key"]),
        ("1: a\ntrue: b\n~: c\n", ["1:1 yaml/key-not-text", "2:1 yaml/key-not-text", "3:1 yaml/key-not-text"]),
        ("[a]: 1\nb: 2\n", ["1:1 yaml/key-not-text"]),
        ("a: {b: 5,000}\n", ["1:9 yaml/thousands"]),
        ("a: {b: 1,123.50, c: [100,200], d: 5,000,000}\n", ["1:9 yaml/thousands"]),
        ("a: {b: 5, 123: c}\n", ["1:11 yaml/key-not-text"]),
        ("? {a: 1}\n: 2\n", ["1:3 yaml/key-not-text"]),
        ("*x : 1\n", ["1:1 yaml/alias"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml/second-document"]),
        ("---\na: 1\n---\n", ["3:1 yaml/second-document"]),
        ("%YAML 1.2\n---\na: 1\n", ["1:1 yaml/directive"]),
        ("- a\n", ["1:1 yaml/not-a-mapping"]),
        ("一段话\n", ["1:1 yaml/not-a-mapping"]),
        ("", ["1:1 yaml/empty"]),
        ("# 只有注释\n", ["1:1 yaml/empty"]),
        ("a: " + "[" * 30 + "]" * 30, ["1:23 yaml/too-deep"]),
    ],
)
def test_what_a_reader_could_misread_is_refused(text: str, problems: list[str]) -> None:
    """Anchors, tags, merge keys, keys that are not text, other documents and other roots."""
    assert said(text) == problems
    assert parse("a.yaml", text)[0] is None


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a:\n\tb: 1\n", ["2:1 yaml/tab"]),
        ("a: 1\n\tb: 2\n", ["2:1 yaml/tab"]),
        ('a: "x\nb: 1\n', ["1:4 yaml/unclosed-quote"]),
        ("a: 'x\nb: 1\n", ["1:4 yaml/unclosed-quote"]),
        ("a: [1, 2\nb: 3\n", ["1:4 yaml/unclosed-bracket"]),
        ("a: {b: 1\nc: 2\n", ["1:4 yaml/unclosed-bracket"]),
        ("a: 1\n  b: 2\n", ["2:4 yaml/indent"]),
        ("a:\n    b: 1\n  c: 2\n", ["3:3 yaml/indent"]),
        (" a: 1\nb: 2\n", ["1:1 yaml/indent"]),
        ("# a\n  a:\n    - 1\nb: 2\nc: @x\n", ["2:1 yaml/indent", "5:4 yaml/quote-needed"]),
        (" a: 1\n---\nb: 2\n", ["2:1 yaml/second-document"]),
        (" a: 1\n...\nb: 2\n", ["3:1 yaml/second-document"]),
        ("a:\n  b: 1\n  - c\n", ["3:3 yaml/indent"]),
        ("a: - b\n", ["1:4 yaml/indent"]),
        ("a:\n    - b\n  - c\n  - d\n", ["2:5 yaml/indent"]),
        ("a:\n  - b: 1\n    c: 2\n    - b: 3\n", ["4:5 yaml/indent"]),
        ("a:\n  - 一\n    - 二\n      三\n", ["3:5 yaml/indent"]),
        ("a: 一\n  - 二\n", ["2:3 yaml/indent"]),
        ("a: @某人\n", ["1:4 yaml/quote-needed"]),
        ("a: `x`\n", ["1:4 yaml/quote-needed"]),
        ("a: %x\n", ["1:4 yaml/quote-needed"]),
        ("a: *重点*\n", ["1:4 yaml/quote-needed"]),
        ("a: !重要\n", ["1:4 yaml/quote-needed"]),
        ("a: &中\n", ["1:4 yaml/quote-needed"]),
        ("a: ]\n", ["1:4 yaml/quote-needed"]),
        ("a: 关于 b: c\n", ["1:8 yaml/quote-needed"]),
        ('a: "引文"后文\n', ["1:8 yaml/quote-needed"]),
        ("a: [通知] 关于\n", ["1:9 yaml/quote-needed"]),
        ('a: "\\d"\n', ["1:5 yaml/escape"]),
        ('a: "C:\\Users"\n', ["1:9 yaml/escape"]),
        ("a: | 正文\n", ["1:4 yaml/syntax"]),
        ("a: 1\n一行话\nb: 2\n", ["2:1 yaml/no-colon"]),
        (": 1\n", ["1:1 yaml/syntax"]),
        ("a" * 2000 + ": 1\n", ["1:2001 yaml/syntax"]),
    ],
)
def test_broken_syntax_is_told_in_chinese_at_its_line(text: str, problems: list[str]) -> None:
    """Never a word of the parser's English, always something to write instead."""
    assert said(text) == problems
    for problem in parse("a.yaml", text)[1]:
        assert problem.hint
        assert any("\u4e00" <= letter <= "\u9fff" for letter in problem.message)
        assert "found" not in problem.message + problem.hint
        assert "expected" not in problem.message + problem.hint


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('payer: "甲\\u202e乙\\0"\n', ["1:8"]),
        ('a: 1\n"b\\e": 2\n', ["2:1"]),
        ('a: ["x", "\\u200b", "\\r"]\n', ["1:10", "1:20"]),
        ('a: "中\n  文\\L"\n', ["1:4"]),
        ('"a\\x1b": "\\x7f"\n', ["1:1", "1:10"]),
    ],
)
def test_what_nobody_sees_is_refused_behind_a_backslash_too(parser: Parser, text: str, places: list[str]) -> None:
    """An escape says the same as the character itself, and keys are shown as values are."""
    located, problems = parse_with(parser, Script("a.yaml", text.split("\n"), 1), text)

    assert located is None
    assert [str(problem.place).removeprefix("a.yaml:") for problem in problems] == places
    assert {problem.code for problem in problems} == {"file/control-character"}
    assert all(problem.message.isprintable() and problem.hint for problem in problems)


def test_every_hidden_character_of_a_text_is_named() -> None:
    """Each once, by its code point."""
    assert "U+202E、U+0000" in parse("a.yaml", 'a: "\\u202e\\0\\0"\n')[1][0].message


def test_escapes_that_can_be_seen_are_text() -> None:
    """Line breaks, tabs, quotes and letters by number."""
    assert data('a: "\\u4e2d\\n\\t\\"\\\\0"\n') == {"a": '中\n\t"\\0'}


def test_the_remedy_is_the_editors_own_line() -> None:
    """The hint can be pasted over the mistake."""
    assert 'title: "@某人"' in parse("a.yaml", "title: @某人\n")[1][0].hint
    assert "title: '\"引文\"后文'" in parse("a.yaml", 'title: "引文"后文\n')[1][0].hint
    assert parse("a.yaml", "标题：x\n")[1][0].hint == "改成半角冒号加一个空格：标题: x"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("标题：x\n日期：y\n", ["1:1 yaml/full-width-colon", "2:1 yaml/full-width-colon"]),
        ("标题：x\n日期: y\n", ["1:1 yaml/full-width-colon"]),
        ("title: x\n标题：x\ndate：y\nb: 1\n", ["2:1 yaml/full-width-colon", "3:1 yaml/full-width-colon"]),
        ("fee:\n  charged：200\n  lower：100\n", ["2:3 yaml/full-width-colon", "3:3 yaml/full-width-colon"]),
        ("fee:\n  name: x\n  charged：200\n", ["3:3 yaml/full-width-colon"]),
        ("a:\n  - name：x\n    n: 1\n", ["2:3 yaml/full-width-colon"]),
        ("a:1\nb: 2\n", ["1:1 yaml/missing-space"]),
        ("a: 1\ntitle:x\n", ["2:1 yaml/missing-space"]),
        ("fee:\n  charged:200\n", ["2:3 yaml/missing-space"]),
        ("a:\n  -身份证\n  -户口本\n", ["2:3 yaml/missing-space", "3:3 yaml/missing-space"]),
        ("title:\u3000x\nb: 1\n", ["1:1 yaml/full-width-space"]),
        ("a: 1\n\u3000b: 2\n", ["2:1 yaml/full-width-space"]),
        ('a: "x\n标题：y\n', ["1:4 yaml/unclosed-quote", "2:1 yaml/full-width-colon"]),
        ("a: |\n  标题：x\nc: d: e\nf：g\n", ["3:5 yaml/quote-needed", "4:1 yaml/full-width-colon"]),
    ],
)
def test_keys_spelt_with_a_chinese_keyboard_are_all_named_and_nothing_else(text: str, problems: list[str]) -> None:
    """Each spoilt line is told, and not what the parser stumbles over because of it."""
    assert said(text) == problems
    assert parse("a.yaml", text)[0] is None


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title 简报\nissue_no: 8\n", ["1:1 yaml/no-colon"]),
        ("# 说明\ntitle 简报 # 名称\n\nissue_no: 8\n", ["2:1 yaml/no-colon"]),
        ("title 简报\nitems:\n  - a\n", ["1:1 yaml/no-colon"]),
        ("title 简报\n  第八期\nissue_no: 8\n", ["1:1 yaml/no-colon"]),
        ("title 简报\na: 1\nb 2\nc: 3\n", ["1:1 yaml/no-colon", "3:1 yaml/no-colon"]),
        ("promised:\n  number 3\n  unit: 天\n", ["2:3 yaml/no-colon"]),
        ("promised：\n  number 3\n  unit: 天\n", ["1:1 yaml/full-width-colon", "2:3 yaml/no-colon"]),
        ("promised:\n  number 3\n  unit：天\n", ["2:3 yaml/no-colon", "3:3 yaml/full-width-colon"]),
        ("a:\n  - id b\n    c: d\n  - id e\n    c: f\n", ["2:5 yaml/no-colon", "4:5 yaml/no-colon"]),
        (
            "title 简报\nissue_no：8\ncopies:70\ndate: 1\n",
            ["1:1 yaml/no-colon", "2:1 yaml/full-width-colon", "3:1 yaml/missing-space"],
        ),
        (
            "title 简报\nissue_no：8\ncopies:70\n",
            ["1:1 yaml/no-colon", "2:1 yaml/full-width-colon", "3:1 yaml/missing-space"],
        ),
        ("a: b\n  number 3\n  unit: 天\n", ["3:7 yaml/indent"]),
        ("a:\n  一段文字\n  unit: 天\n", ["3:7 yaml/indent"]),
        ("a: |\n  number 3\n  unit: 天\nb: @c\n", ["4:4 yaml/quote-needed"]),
        ("a: 1\n# number 3\nunit: @天\n", ["3:7 yaml/quote-needed"]),
    ],
)
def test_a_first_key_without_its_colon_is_told_where_it_stands(parser: Parser, text: str, problems: list[str]) -> None:
    """Not at the next colon, where the parser falls; text, remarks and what stands beside its key are no first key."""
    found = parse_with(parser, Script("a.yaml", text.split("\n"), 1), text)[1]

    assert [f"{each.place.line}:{each.place.column} {each.code}" for each in found] == problems


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - 注意：请带身份证\n",
        "a: 注意：请带身份证\n",
        "a:\n  注意：请带身份证\n",
        "a: name：x\n",
        "a:\n  - 9:00\n  - http://example.org\n  - mailto:a@b.cn\n",
        "a:\n  - WTO：世界贸易组织\n",
        "a: |\n  name：x\n  title:y\n  -z\n",
        "a: >-\n  name：x\n",
        "a: 'x\n  name：y'\n",
        "a:\n  -5\n",
        "a: -身份证\n",
        "“注意”: 1\n",
    ],
)
def test_good_text_with_colons_is_left_alone(text: str) -> None:
    """A checker that cries wolf is turned off."""
    assert said(text) == []


def test_all_mistakes_are_named_in_one_run() -> None:
    """A refused key or value does not hide the next."""
    text = "a: 1\na: 2\nb: &x 1\nc: *x\n<<: {d: 1}\ne: !t 1\n5: x\n"

    assert [line.split()[1] for line in said(text)] == [
        "yaml/duplicate-key",
        "yaml/anchor",
        "yaml/alias",
        "yaml/merge-key",
        "yaml/tag",
        "yaml/key-not-text",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (">-\n  第一行，\n  第二行\n", "第一行，第二行"),
        (">\n  第一行\n  第二行\n\n  第三行\n", "第一行第二行\n第三行\n"),
        (">-\n  one\n  two\n  三\n", "one two 三"),
        (">-\n  甲 乙\n  丙\n", "甲 乙丙"),
        (">-\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙"),
        (">2-\n    甲\n  乙\n  丙\n", "  甲\n乙丙"),
        (">+\n  甲 \n  乙\n\n", "甲乙\n\n"),
        ("|\n  第一行\n  第二行\n", "第一行\n第二行\n"),
        ("第一行\n  第二行\n  third\n", "第一行第二行 third"),
        ("'第一行''\n  第二行，\n\n  第三行'\n", "第一行' 第二行，\n第三行"),
        ('"第一行\n  第二行\\\n  \\u4e2d\n  文"\n', "第一行第二行中 文"),
        ("[甲\n  乙, 丙\n  d]\n", ["甲乙", "丙 d"]),
    ],
)
def test_lines_of_chinese_are_joined_without_a_space(written: str, read: object) -> None:
    """A break inside a text is a space between English words, and nothing between Chinese characters."""
    assert data(f"key: {written}") == {"key": read}


@pytest.mark.parametrize("parser", PARSERS)
def test_pyyamls_own_parser_says_the_same_as_libyaml(parser: Parser) -> None:
    """Where libyaml is missing the answers are the same."""
    text = "a: 1\nb:\n  - c: >\n      甲\n      乙\n    d: [x, '1']\n"
    located, problems = parse_with(parser, Script("a.yaml", text.split("\n"), 1), text)

    assert located == located_of(text)
    assert problems == ()


BROKEN = "a: [x, y\nb: 1\nc: @x\nd: |\n  c: @x\ne: 2\nf: 'x\ng: ok\n"


@pytest.mark.parametrize("parser", PARSERS)
def test_one_that_cannot_be_read_does_not_hide_the_next(parser: Parser) -> None:
    located, problems = parse_with(parser, Script("a.yaml", BROKEN.split("\n"), 1), BROKEN)

    assert located is None
    assert [(problem.place.line, problem.code) for problem in problems] == [
        (1, "yaml/unclosed-bracket"),
        (3, "yaml/quote-needed"),
        (7, "yaml/unclosed-quote"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: [x, y\nb: 1\nc:\n  - d: 2\n",
        "a: {x: @1,\nb: 1\n}\nc: 2\n",
        "a: @x\nb: |\n  c: @x\n  d: [\ne: 1\n",
        "a：1\nb: 2\nc: 3\n",
        "a: 'x\nb: 1\nc: 2\n",
        "a: @x\n\n联系电话: @x\n",
    ],
)
def test_what_follows_a_mistake_and_is_right_is_not_told(text: str) -> None:
    assert len(said(text)) == 1


CHINESE = st.text("中文，。：“” ab:-#'\"[]{}&*!|>%@`\n0123.", max_size=60)


@pytest.mark.parametrize("parser", PARSERS)
@given(text=CHINESE)
def test_any_text_gives_data_or_a_problem(parser: Parser, text: str) -> None:
    """Nothing an editor can type raises, and a problem always stands inside the file."""
    located, problems = parse_with(parser, Script("a.yaml", text.split("\n"), 1), text)

    assert located is not None or problems
    assert all(1 <= problem.place.line <= text.count("\n") + 2 for problem in problems)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20)
TREES = st.dictionaries(
    TEXTS,
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXTS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


@given(TREES, st.sampled_from([None, 2]))
def test_json_is_read_back(tree: dict[str, object], indent: int | None) -> None:
    """Data another program writes, quoted throughout, is the same data here."""
    assert data(json.dumps(tree, ensure_ascii=False, indent=indent)) == tree


WORDS = st.lists(st.sampled_from(["中文", "word", "，", "中 文", "“引”", "a中", "5", "——"]), min_size=1, max_size=8)


@given(WORDS, st.sampled_from([">-\n  {}\n", "{}\n", "'{}'\n", '"{}"\n', "[{}]\n"]))
def test_folding_joins_chinese_and_parts_words(lines: list[str], written: str) -> None:
    """Whichever way several lines are written, breaks between Chinese characters vanish, others become a space."""
    expected = CHINESE_BREAK.sub("", "\n".join(lines)).replace("\n", " ")
    read = data("key: " + written.format("\n  ".join(lines)))

    assert read in ({"key": expected}, {"key": [expected]}, {"key": 5}, {"key": [5]})


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("b: {law: x，articles: [甲]}", "1:11 comma-wanted b: {law: x, articles: [甲]}"),
        ("r: {min: 14; max: 16}", "1:12 comma-wanted r: {min: 14, max: 16}"),
        ("r: {min：14.00，max：16.00}", "1:8 full-width-colon r: {min: 14.00, max: 16.00}"),
        ("r: {min: 14.00，max：16.00}", "1:15 comma-wanted r: {min: 14.00, max: 16.00}"),
        ("r: ｛min: 14, max: 16｝", "1:4 full-width-brace r: {min: 14, max: 16}"),
        ("d: {number: 示例[2026]4号, on: 1}", "1:15 year-brackets d: {number: 示例〔2026〕4号, on: 1}"),
        ('a: {b: "甲，c: 乙", d: x；e: 1}', '1:22 comma-wanted a: {b: "甲，c: 乙", d: x, e: 1}'),
        ("a:\n  -开放", "2:3 missing-space - 开放"),
        ("a:\n  - 甲\n  -开放", "3:3 missing-space - 开放"),
        ("a:\n  － 开放", "2:3 full-width-dash - 开放"),
        ("a:\n  - 甲\n  — 开放", "3:3 full-width-dash - 开放"),
        ("a:\n　- 报停", "2:1 full-width-space - 报停"),
    ],
)
def test_a_slip_is_told_at_its_own_column_with_the_line_put_right(parser: Parser, text: str, told: str) -> None:
    _, (problem,) = parse_with(parser, Script("a.yaml", [*text.split("\n"), ""], 1), text + "\n")

    place, code, right = told.split(" ", 2)
    assert (str(problem.place), problem.code) == (f"a.yaml:{place}", f"yaml/{code}")
    assert problem.hint.partition("：")[2] == right


def test_a_dash_in_a_text_stays_one() -> None:
    assert data("n:\n  - — 开放\n  - —— 摘自\nm:\n  ——摘自\n") == {"n": ["— 开放", "—— 摘自"], "m": "——摘自"}


@pytest.mark.parametrize(
    "text", ["a: 甲 # 说明", "a: 12 #说明", "a: '甲' #说明", "a: 甲#乙", "a: 甲 #", "a: 甲\n#乙", "a: |\n  甲 #乙"]
)
def test_a_remark_behind_a_value_is_no_text_cut_off(text: str) -> None:
    assert said(text + "\n") == []


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 安装的 #用户", '1:8 "安装的 #用户"'),
        ("a: 一楼大厅 #2 多了40个座位", '1:9 "一楼大厅 #2 多了40个座位"'),
        ("a:\n  - Hall #2", '2:10 "Hall #2"'),
        ("a: 示例\n  甲  #2 乙", '2:6 "示例甲  #2 乙"'),
        ('a: 称"甲" #2', "1:9 '称\"甲\" #2'"),
        ("a: {b: 示例 #2 号, c: 1}", '1:11 "示例 #2 号"'),
        ("a: [甲, 乙 #2]", '1:10 "乙 #2"'),
        ("a: 甲 #2 乙\n  丙\nb: 1", '1:6 "甲 #2 乙"'),
    ],
)
def test_a_text_cut_off_by_a_sign_is_refused_and_answered_in_quotes(parser: Parser, text: str, told: str) -> None:
    located, problems = parse_with(parser, Script("a.yaml", [*text.split("\n"), ""], 1), text + "\n")

    place, quoted = told.split(" ", 1)
    assert (located, [(str(each.place), each.code) for each in problems]) == (
        None,
        [(f"a.yaml:{place}", "yaml/cut-off")],
    )
    assert problems[0].is_error
    assert f"加引号：{quoted}；" in problems[0].hint
