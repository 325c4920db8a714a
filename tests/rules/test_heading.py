"""Levels and numbers of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mingbai.records.base import Body, Heading
from mingbai.rules.heading import judged, sound
from tests.factories import changed, problems_of, raw

ARTICLE = "public/bulletins/2026/02/phone.md"


def codes(*headings: str) -> list[str]:
    text = "\n\n".join(headings)
    return [p.code for p in problems_of(raw(changed(ARTICLE, "监督投诉电话", f"{text}\n\n监督投诉电话")))]


@pytest.mark.parametrize(
    "headings",
    [
        ("## 怎么做", "### 先看", "### 再问", "## 后来"),
        (
            "## 一、怎么做",
            "### （一）先看",
            "#### 1.材料",
            "#### 2.表格",
            "##### （1）签字",
            "### （二）再问",
            "## 二、后来",
        ),
        ("## 一、甲", "### （一）子", "## 二、乙", "### （一）子"),
        ("## 一次讲清", "## 三句话", "## 2026年"),
        tuple(f"## {number}、节" for number in [*"一二三四五六七八九十", "十一", "十二"]),
    ],
)
def test_headings_in_order(headings: tuple[str, ...]) -> None:
    assert codes(*headings) == []


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("# 怎么做",), ["heading/wrong-first-level"]),
        (("### 怎么做", "### 后来"), ["heading/wrong-first-level"]),
        (("## 怎么做", "#### 细节", "#### 细节"), ["heading/skipped-level"]),
        (("## 一、甲", "## 三、乙", "## 四、丙"), ["heading/number-out-of-order", "heading/number-out-of-order"]),
        (("## 一、甲", "## 一、乙"), ["heading/number-out-of-order"]),
        (("## 二、甲",), ["heading/number-out-of-order"]),
        (("## 一、甲", "### (一)乙"), ["heading/number-form"]),
        (("## 一.甲",), ["heading/number-form"]),
        (("## 一、甲", "### （一）乙", "#### 1、丙"), ["heading/number-form"]),
        (("## 1.甲",), ["heading/number-style"]),
        (("## （一）甲",), ["heading/number-style"]),
    ],
)
def test_headings_out_of_order(headings: tuple[str, ...], found: list[str]) -> None:
    assert codes(*headings) == found


NUMBERS = [
    "",
    "一、",
    "二、",
    "一.",
    "（一）",
    "(一)",
    "（二）",
    "1.",
    "2．",
    "1、",
    "（1）",
    "(2)",
    "十百、",
    "1.5",
    "一次",
]


@given(
    some.lists(some.tuples(some.integers(1, 6), some.sampled_from(NUMBERS), some.sampled_from(["甲", "2026年", "、"])))
)
def test_headings_are_right_if_and_only_if_their_outline_is(found: list[tuple[int, str, str]]) -> None:
    headings = tuple(Heading(level, number + words, "", 1, 1) for level, number, words in found)

    outline = Body.of("", (), headings, ()).outline

    assert sound(outline) is not any(judged("", headings))
