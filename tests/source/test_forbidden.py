"""Forbidden strings are found however they are dressed up, and the list does not say what they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.source.dressed import Undressed
from mingbai.source.forbidden import Forbidden, item
from mingbai.source.seen import FORBIDDEN
from mingbai.source.sighting import in_record
from tests import ROOT

SALT = "5eed5eed5eed5eed"
BRAND = "金沙示例城"
OTHERS = ("澳皇示例赌坊", "abcBET99")


def listed(*strings: str) -> Forbidden:
    return Forbidden.of(SALT, tuple(filter(None, (item(SALT, string) for string in strings))))


LIST = listed(BRAND, *OTHERS)


def found(text: str) -> list[tuple[int, int]]:
    """Line and column of each forbidden string in a text."""
    seen = in_record("content/public/x.md", text.encode(), LIST)
    return [(each.place.line, each.place.column) for each in seen if each.sort == FORBIDDEN]


@pytest.mark.parametrize(
    "text",
    [
        "欢迎来金沙示例城办事",
        "金 沙　示 例 城",
        "金沙\u200b示例\u00ad城",
        "金沙\n示例城",
        "金**沙**示_例_城",
        "ABCbet99",
        "ａｂｃＢＥＴ９９",
    ],
)
def test_it_is_found_however_it_is_typed(text: str) -> None:
    assert found(f"第一行\n{text}\n")


@pytest.mark.parametrize("text", ["金<b>沙</b>示例城", "金沙&#31034;例城", "金沙\\u793a例城", "金沙<!-- x -->示例城"])
def test_it_is_found_as_a_reader_would_meet_it(text: str) -> None:
    assert found(f"第一行\n<b>欢迎</b>来{text}和{text}\n") == [(2, 11), (2, 12 + len(text))]


def test_what_is_seen_in_both_ways_is_told_once() -> None:
    assert found("**金沙示例城**") == [(1, 3)]


def test_it_is_told_where_it_begins() -> None:
    assert found("第一行\n欢迎来 金沙示例城。再来金沙示例城") == [(2, 5), (2, 13)]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from([BRAND, *OTHERS]))
def test_it_is_found_in_any_text(before: str, after: str, brand: str) -> None:
    assert any(before.count("") - 1 == each.index for each in LIST.find(before + brand + after))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"*_~`- 甲", "金沙", "示例城", "**", "\n"]), max_size=20).map("".join))
def test_marks_of_emphasis_change_nothing(text: str) -> None:
    lines = [[whole.count("\n", 0, each.index) for each in LIST.find(whole)] for whole in (text, Undressed(text).text)]
    assert lines[0] == lines[1]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("金沙示例城澳皇赌坊的一是不了在人有我他这"), max_size=200))
def test_what_only_resembles_it_is_not(text: str) -> None:
    assert bool(list(LIST.find(text))) == any(brand in text for brand in (BRAND, *OTHERS))


def test_the_list_says_nothing_of_what_it_forbids() -> None:
    stored = repr(LIST)

    assert not any(letter in stored for letter in set(BRAND + OTHERS[0]))
    assert not any(OTHERS[1][at : at + 3].lower() in stored.lower() for at in range(len(OTHERS[1]) - 2))


def test_another_salt_makes_another_list() -> None:
    assert item(SALT, BRAND) != item("0123456789abcdef", BRAND)


def test_a_string_too_short_to_be_told_from_plain_words_is_refused() -> None:
    assert item(SALT, "彩 票") is None


def test_the_sample_has_none() -> None:
    texts = [path for path in (ROOT / "content").rglob("*") if path.suffix in (".md", ".yaml")]

    assert texts and not any(list(LIST.find(path.read_text(encoding="utf-8"))) for path in texts)


def test_half_a_letter_of_two_escapes_is_looked_at_like_any_other() -> None:
    r"""JSON writes 😀 as \\ud83d\\ude00; neither half is a letter that could be encoded."""
    assert found("\\ud83d\\ude00金沙示例城 \\ud83d") == [(1, 13)]
