"""A template prints its view and nothing else: the names it asks for and the view's fields are compared, both ways."""

import importlib
import re
import typing
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes
from msgspec import Struct

from mingbai.build.fingerprint import NEEDS
from mingbai.build.placed import Placed

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
VIEW = re.compile(r"\{# view: ([\w.]+) #\}")
HTML = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
PAGES = [name for name in HTML if "{% extends" in (TEMPLATES / name).read_text(encoding="utf-8")]
"""The templates of pages; the others hold parts that pages share."""


@cache
def parsed(name: str) -> nodes.Template:
    return Environment(autoescape=True, extensions=[Placed]).parse((TEMPLATES / name).read_text(encoding="utf-8"))


def used_attributes(name: str, seen: set[str]) -> set[str]:
    """Every attribute name asked for in a template and in those it extends, includes or imports."""
    seen.add(name)
    tree = parsed(name)
    found = {node.attr for node in tree.find_all(nodes.Getattr)}
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        other = node.template.value  # type: ignore[attr-defined]
        if other not in seen:
            found |= used_attributes(other, seen)
    return found


def view_of(name: str) -> type:
    first = (TEMPLATES / name).read_text(encoding="utf-8").splitlines()[0]
    match = VIEW.match(first)
    assert match, f"{name} does not name its view in its first line"
    module, cls = match[1].rsplit(".", 1)
    found = getattr(importlib.import_module(module), cls)
    assert isinstance(found, type)
    return found


def structs_in(annotation: object) -> typing.Iterator[type]:
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from structs_in(argument)


def fields_of(view: type, seen: set[type]) -> dict[str, set[str]]:
    """Field name → the classes that have it, for a view and every struct inside it."""
    seen.add(view)
    found: dict[str, set[str]] = {}
    for name, annotation in typing.get_type_hints(view).items():
        found.setdefault(name, set()).add(view.__name__)
        for inner in structs_in(annotation):
            if inner not in seen:
                for key, owners in fields_of(inner, seen).items():
                    found.setdefault(key, set()).update(owners)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_template_uses_every_field_of_its_view(name: str) -> None:
    used = used_attributes(name, set())
    fields = fields_of(view_of(name), set())
    unused = {field: owners for field, owners in fields.items() if field not in used and owners - {"Prose"}}

    assert not unused


@pytest.mark.parametrize("name", HTML)
def test_a_template_computes_nothing(name: str) -> None:
    tree = parsed(name)
    counted = (
        nodes.Add,
        nodes.Sub,
        nodes.Mul,
        nodes.Div,
        nodes.FloorDiv,
        nodes.Mod,
        nodes.Pow,
        nodes.Assign,
        nodes.AssignBlock,
    )

    assert not list(tree.find_all(counted))
    assert {node.name for node in tree.find_all(nodes.Filter)} <= {"prose"}


@pytest.mark.parametrize("name", HTML)
def test_a_template_has_no_inline_style_or_script_and_calls_nobody(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")

    text = text.replace('<script type="application/ld+json">', "")  # data: no browser runs it

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", text)
    assert not re.search(r'(?:src|srcset|action)="https?:', text)


@pytest.mark.parametrize("name", HTML)
def test_what_is_placed_asks_for_no_page(name: str) -> None:
    """It would stop every build; here it is told without one."""
    for placed in parsed(name).find_all(nodes.CallBlock):
        needed = {node.template.value for node in placed.find_all((nodes.Include, nodes.FromImport))}  # type: ignore[attr-defined]

        assert not [each for each in needed if "page" in meta.find_undeclared_variables(parsed(each))]


@pytest.mark.parametrize("name", HTML)
def test_the_templates_a_template_needs_are_all_seen(name: str) -> None:
    """The quick look for names finds what Jinja's parser finds; a name that is computed would be missed by both."""
    found = set(meta.find_referenced_templates(parsed(name)))

    assert found == set(NEEDS.findall((TEMPLATES / name).read_text(encoding="utf-8")))
