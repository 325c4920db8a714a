"""A document that gets only the parts of the dialect it uses is the same, byte for byte, as with all of them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from mingbai.source.markdown import finish
from mingbai.source.markdown_dialect import ALL, MARKS, convert, extensions, needed


def all_on(text: str) -> str:
    """The HTML of a text by the library as it comes, with every part of the dialect, and no short cut."""
    return finish(text, Markdown(extensions=extensions(ALL)).convert(text)).html


def needed_only(text: str) -> str:
    """The HTML of a text as it is published."""
    return finish(text, convert(text)).html


CASES = [
    "",
    "一段话。",
    "# 甲\n## 乙 `码` &amp; <b>丙</b>\n### 甲\n\n甲\n---\n",
    "# a_b*c* [x](y) \\* ！！\n# ！！\n# \n",
    "# 甲 {#a}\n\n# 甲\n\n# a\n",
    "# 甲[^1]\n\n[^1]: 乙\n",
    "# <!-- x --> 甲 <span title='>'>乙</span>\n",
    "# 甲 {data-toc-label='乙'}\n",
    "[TOC]\n\n# 甲\n\n[TOC]\n",
    "\\[TOC]\n\n# 甲\n",
    "|a|b|\n|-|-:|\n|1|`|`|\n",
    "a \\| b\n",
    "甲[^1]乙[^2]\n\n[^2]: 二\n\n    段\n[^1]: 一\n",
    '!!! note\n    甲\n\n!!! 提示 ""\n    - 乙\n',
    "段{: .a }\n\n- 项\n{: #b }\n\n*强*{title=x}\n",
    "<div>\n*甲*\n</div>\n\n<p>乙</p> &copy; &#20013; <!-- 丙 -->\n",
    "a < b & c > d\n",
    "甲  \n乙\t\n丙\\\n丁",
    "`` ` `` \\` ``` x\n",
    "***甲*乙** __丙__ _丁_ a_b_c **戊\n",
    "**甲**：乙\n\n- 丙**丁****戊**\n- **己 **庚** 辛**\n\n**壬**\n**癸**\n",
    "- 甲**乙**丙**丁**\n    - **戊**己\n\n> - **庚**\n>     1. 辛\n",
    "1. 甲\n\n    段\n\n    - 乙\n\n            码\n\n> - 丙\n> > 丁\n",
    "![图](a.png \"题\") [甲][x] [x] [x][] ![x]\n\n[x]: b.yaml '题'\n",
    "<https://a.cn> <b@c.cn>\n",
    "甲\n===\n乙\n***\n- - -\n___\n",
    "甲[^1]乙[^2]丙[^1]\n\n[^2]: 二\n[^1]:\n",
    "[^1]: [a]: b\n",
    "[^1]",
    "{}",
    "!!!",
    "|",
    "\\",
    "  \n",
]


@pytest.mark.parametrize("text", CASES)
def test_cases(text: str) -> None:
    """One for each part, alone and beside its neighbours."""
    assert needed_only(text) == all_on(text)


BLOCKS = [
    "# ",
    "## ",
    "###### ",
    "#",
    "\n===\n",
    "\n---\n",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "> ",
    "    ",
    "  ",
    "\t",
    "\n",
    "\n\n",
]
INLINE = [
    "*",
    "**",
    "**甲 乙**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](a)",
    "[b]",
    "[b]: c\n",
    "  \n",
    "-",
]
PARTS = [
    "|",
    "|a|b|\n",
    "|-|-|\n",
    "[^1]",
    "[^1]: ",
    "[TOC]",
    "{",
    "}",
    "{#a}",
    "{: .b }",
    "{c=d}",
    "!!! note\n",
    "!!!",
]
HTML = ["<", ">", "<b>", "</b>", "<div>", "</div>", "<!--", "-->", "<br>", "&", "&amp;", "&#20013;", "<?", "?>"]
WORDS = ["中文", "，", "word", " ", "1", ".", "=", '"题"', "<https://a>", "<a@b>", "<![CDATA[", "]]>"]
PIECES = BLOCKS + INLINE + PARTS + HTML + WORDS
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
LINES = st.lists(st.sampled_from([*CASES, *PIECES]), max_size=8).map("\n".join)


@given(TEXTS | LINES)
@example("# a\n\n[T\\OC]")
def test_any_text(text: str) -> None:
    """Whatever is beside whatever."""
    assert needed_only(text) == all_on(text)


@given(st.text(st.characters(exclude_categories=["C"]), max_size=60))
def test_any_letters(text: str) -> None:
    """Signs of other scripts are no signs."""
    assert needed_only(text) == all_on(text)


@pytest.mark.parametrize("part", MARKS)
def test_a_part_is_used_where_its_mark_is(part: str) -> None:
    """And nowhere else."""
    assert part in needed(f"文{MARKS[part]}文")
    assert needed("文 **字** _词_") == frozenset()


@given(st.lists(TEXTS | LINES | st.sampled_from(CASES), min_size=2, max_size=6))
@example(CASES)
@example(CASES[::-1])
def test_texts_do_not_influence_each_other(texts: list[str]) -> None:
    """Whatever came before, and in whichever order."""
    said = [convert(text) for text in texts]
    assert [convert(text) for text in reversed(texts)] == said[::-1]
    assert [finish(text, html).html for text, html in zip(texts, said, strict=True)] == list(map(all_on, texts))


def test_a_parser_that_failed_serves_no_other() -> None:
    """It may have stopped in the middle of anything."""
    with pytest.raises(RecursionError):
        convert(f"{'1. ' * 2000}甲")
    assert needed_only("1. 甲\n\n2. 乙") == all_on("1. 甲\n\n2. 乙")
