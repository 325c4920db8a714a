"""What a template asks for in vain is told before any page is printed; what may be there is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai.build.misnamed import _view_of
from mingbai.build.render import learn
from mingbai.materials import materials
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from tests.factories import checked, content, raw
from tests.workshop import Workshop

ROOT = Path(__file__).parents[2]
PARTS = "{% macro tel(a) %}{{ a.b }}{% endmacro %}"
HEAD = (
    '{# view: mingbai.pages.intranet.activity.ActivityView #}\n{% extends "layout.html" %}\n'
    '{% from "parts.html" import tel %}\n'
)


def said(text: str, **more: str) -> list[str]:
    """What is said of a template of pages."""
    others = {f"{name}.html": other for name, other in more.items()}
    templates = {"a.html": text, "layout.html": "{% block main %}{% endblock %}", "parts.html": PARTS, **others}
    return [str(each).removeprefix("templates/") for each in learn(templates, ["a.html"])]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "{% block main %}\n{{ page.titel }}{% endblock %}",
            "5:1: error template/unprintable: page 没有 titel 这一项\n  = 提示: 是不是 title？",
        ),
        (
            "{{ site.nmae }}",
            "4:1: error template/unprintable: site 没有 nmae 这一项\n  = 提示: 是不是 name？",
        ),
        (
            "{% block main %}{{ tell(page) }}{% endblock %}",
            "4:1: error template/unprintable: 没有叫 tell 的东西\n  = 提示: 是不是 tel？",
        ),
        (
            "{% if page.title %}{{ pge.title }}{% endif %}",
            "4:1: error template/unprintable: 没有叫 pge 的东西\n  = 提示: 是不是 page？",
        ),
    ],
)
def test_what_is_not_there_is_told_at_its_line(text: str, line: str) -> None:
    assert said(HEAD + text) == [f"a.html:{line}"]


@pytest.mark.parametrize(
    "text",
    [
        "{% block main %}{{ tel(page.title) }}{% endblock %}{{ place.section }}",
        "{% for page in page.decisions %}{{ page.nothing }}{% endfor %}",
        "{% macro row(page) %}{{ page.nothing }}{% endmacro %}",
        "{% raw %}{{ page.nothing }}{% endraw %}",
        "{# {{ page.nothing }} #}page.nothing {{ 'page.nothing' }}",
        "{% for row in page.decisions %}{{ loop.index }}{% include 'b.html' %}{% endfor %}",
        "{% block main %}{{ super() }}{{ self.main() }}{% endblock %}",
        "{% set mine = 1 %}{% block main %}{{ mine }}{% endblock %}",
        '{{ mark|default("") }}{{ mark | d("") }}',
        "{% if mark is defined %}{{ mark }}{% endif %}{% if other is not defined %}{% endif %}{{ none is undefined }}",
        "{% import 'parts.html' as parts %}{% block main %}{{ parts.tel(1) }}{% endblock %}",
    ],
)
def test_what_may_be_there_is_not(text: str) -> None:
    assert said(HEAD + text, b="{{ row }}") == []


def test_a_template_that_others_include_may_be_given_more() -> None:
    assert said("{{ row.nothing }}", b='{% include "a.html" %}') == []


@pytest.mark.parametrize("include", ["['a.html']", "'a' ~ '.html'", "name"])
def test_where_an_include_does_not_say_of_what_no_name_is_judged(include: str) -> None:
    assert said("{{ row.nothing }}", b=f"{{% set name = 1 %}}{{% include {include} %}}") == []


def test_what_another_template_gives_no_more_is_told_though_this_one_stayed(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    shipped = materials(ROOT).templates
    begin = "{% block main %}"
    asking = shipped["public/missing.html"].replace(begin, f"{begin}{{% if false %}}{{{{ mark }}}}{{% endif %}}")
    workshop.write("templates/public/missing.html", asking)
    workshop.write("templates/shared/foot.html", shipped["shared/foot.html"] + "{% set mark = 1 %}")
    assert "template/unprintable" not in [each.code for each in workshop.build().problems]

    workshop.edit("templates/shared/foot.html", "{% set mark = 1 %}", "")

    assert "template/unprintable" in [each.code for each in workshop.build().problems]


def test_in_a_template_whose_view_nobody_knows_a_field_is_not_judged() -> None:
    assert said('{# view: mingbai.pages.none.View #}{% extends "layout.html" %}{{ page.nothing }}') == []
    assert said('{# view: os.path #}{% extends "layout.html" %}{{ page.nothing }}') == []


def test_what_the_program_comes_with_asks_for_nothing_in_vain() -> None:
    templates = materials(ROOT).templates

    assert learn(templates, [*templates]) == []


def test_each_page_has_the_view_that_its_template_names() -> None:
    templates, found = materials(ROOT).templates, checked(raw(content()))
    assert found.public and found.intranet
    shown = tuple(public_pages(found.public))
    pages: Iterator[Page] = (*shown, *intranet_pages(found.intranet, shown))  # type: ignore[assignment]

    assert {p.template: type(p.view) for p in pages} == {p.template: _view_of(templates[p.template]) for p in pages}
