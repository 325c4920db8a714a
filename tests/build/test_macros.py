"""A macro that is not there is told once, where it has to be put right."""

import pytest

from mingbai.build.macros import missed

PARTS = """{% macro tel(a) %}{{ a }}{% endmacro %}
{% macro links(a) %}{{ a }}{% endmacro %}
{% macro row(a) %}{{ link(a) }}{% endmacro %}"""
ASKS = '\n{% from "shared/parts.html" import link, row %}'


@pytest.mark.parametrize(
    ("templates", "said"),
    [
        (
            {f"public/{name}.html": ASKS for name in "abc"},
            "templates/shared/parts.html:2:1: error template/no-such-macro: "
            "shared/parts.html 里没有叫 link 的宏，有 4 处要用它："
            "templates/public/a.html 第 2 行、templates/public/b.html 第 2 行、templates/public/c.html 第 2 行等\n"
            "  = 提示: 把这一行的 links 改回 link；真要改名，用它的地方都跟着改",
        ),
        (
            {"public/a.html": ASKS.replace("link", "liks")},
            "templates/public/a.html:2:1: error template/no-such-macro: "
            "shared/parts.html 里没有叫 liks 的宏\n"
            "  = 提示: 是不是 links？",
        ),
        (
            {"public/a.html": ASKS.replace("link", "box"), "public/b.html": ASKS.replace("link", "box, tel, links")},
            "templates/shared/parts.html:1:1: error template/no-such-macro: "
            "shared/parts.html 里没有叫 box 的宏，有 2 处要用它："
            "templates/public/a.html 第 2 行、templates/public/b.html 第 2 行\n"
            "  = 提示: 写回这个宏，或者把用它的地方都改掉",
        ),
        (
            {"intranet/a.html": ASKS.replace("link", "box"), "intranet/b.html": ASKS.replace("link", "box")},
            "templates/intranet/a.html:2:1: error template/no-such-macro: "
            "shared/parts.html 里没有叫 box 的宏，这里和另外 1 处要用它\n"
            "  = 提示: 看看那个模板里的宏叫什么，照着改",
        ),
    ],
)
def test_a_macro_that_is_not_there_is_told_once(templates: dict[str, str], said: str) -> None:
    assert [*map(str, missed({"shared/parts.html": PARTS, **templates}))] == [said]


@pytest.mark.parametrize(
    "text",
    [
        '{% from "shared/parts.html" import tel as number, row with context %}',
        '{# {% from "shared/parts.html" import none %} #}',
        '{% from "shared/none.html" import tel %}',
        '{% set a, b = 1, 2 %}{% from "a.html" import b %}',
    ],
)
def test_a_macro_that_is_there_is_no_mistake(text: str) -> None:
    assert not [*missed({"shared/parts.html": PARTS, "a.html": text})]
