"""Code written our way prints what Jinja's own prints, letter by letter, and a fault is told of at its line."""

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape
from msgspec import Struct

from mingbai.build.printer import Printer, printed

TEMPLATES = {
    "page.html": """{% extends "frame.html" %}
{% from "parts.html" import link, twice %}
{% block main %}
{{ super() }}{% set last %}{{ page.title }}</p>{% endset %}{{ last }}
{{ page.title }}{{ page.title }} “{{ link(page.title) }}”
{% for each in page.lines %}
{{ each }}{% include "line.html" %}{{ twice(each) }}
{% endfor %}
{% if page.lines %}{{ page.lines }}{% include "end.html" %}{% endif %}
{% endblock %}
""",
    "frame.html": """<title>{{ page.title }}'"</title>{# said twice #}
{% include "end.html" %}
{% block main %}<p>{{ page.title }}{% include "end.html" %}{% endblock %}
{% from "parts.html" import around %}
{% call(inner) around(page.title) %}{% include "end.html" %}{{ inner }}{% endcall %}
""",
    "line.html": "<li>{{ each }}</li>{{ {1: each}[1] }}",
    "end.html": """{% from "parts.html" import link %}
{{ link(page.title) }}<br>
""",
    "parts.html": """{% macro link(text) %}<a href="{{ text }}">{{ text }}</a>{% endmacro %}
{% macro twice(text) %}{{ text }}{{ link(text) }} {{ text }}{% endmacro %}
{% macro around(text) %}{{ text }}{{ caller(text) }}{% endmacro %}
""",
}
TEXTS = st.text(st.characters() | st.sampled_from("&<>'\""))


class View(Struct):
    """What the template prints."""

    title: object
    lines: tuple[object, ...] = ()


def environment(kind: type[Environment], templates: dict[str, str]) -> Environment:
    return kind(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


PLAIN, OURS = environment(Environment, TEMPLATES), environment(Printer, TEMPLATES)


@given(TEXTS | st.builds(Markup, TEXTS) | st.integers() | st.none())
def test_a_value_stands_there_as_if_it_had_been_escaped(value: object) -> None:
    assert printed(value) == escape(value)


@given(TEXTS | st.builds(Markup, TEXTS) | st.integers(), st.lists(TEXTS | st.builds(Markup, TEXTS), max_size=3))
def test_a_page_is_what_jinja_prints(title: object, lines: list[object]) -> None:
    view = View(title, tuple(lines))

    assert OURS.get_template("page.html").render(page=view) == PLAIN.get_template("page.html").render(page=view)


INCLUDING = {
    "page.html": "{% block main %}page{% endblock %}{% include 'part.html' %}{% include 'last.html' %}",
    "part.html": "{% set page = 'of the part' %}{% block main %}{{ page }}{% endblock %}",
    "last.html": "{{ page.title }}",
}


def test_what_is_included_keeps_its_names_and_blocks_to_itself() -> None:
    view = View("题")
    said = [environment(kind, INCLUDING).get_template("page.html").render(page=view) for kind in (Printer, Environment)]

    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("name", "error"),
    [("nobody", UndefinedError), ("page.nothing", AttributeError), ("page.from", UndefinedError)],
)
@pytest.mark.parametrize(
    "text", ["\n甲\n{{ page.title }}乙{{ NAME }}", "\n\n{{ NAME }}", "{% if page %}\n\n{{ NAME }}{% endif %}"]
)
def test_a_fault_is_told_of_at_its_line(text: str, name: str, error: type[Exception]) -> None:
    templates = {"a.html": "{% include 'b.html' %}", "b.html": text.replace("NAME", name)}
    with pytest.raises(error) as told:
        environment(Printer, templates).get_template("a.html").render(page=View("题"))

    lines = [frame.lineno for frame in traceback.extract_tb(told.tb) if frame.filename == "<template>"]
    assert lines[-1] == 3
