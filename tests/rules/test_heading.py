"""Levels and numbers of headings."""

import pytest

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
