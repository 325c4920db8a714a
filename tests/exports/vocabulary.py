"""schema.org as a package from outside knows it, and what it does not allow of nodes of ours.

There a type is a class, its fields are the properties whose domain it lies in, and the words of a field's annotation
are the range.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

MODELS, ENUMS = import_module("msgspec_schemaorg.models"), import_module("msgspec_schemaorg.enums")
FORMS = {
    "str": r".*",
    "URL": r"https://\S+",
    "date": r"\d{4}-\d{2}-\d{2}",
    "datetime": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?\+08:00",
    "Duration": r"P(\d+[DM]|T\d+[HS])",
}
"""What a text looks like that may stand for such a value."""
LOOSE = {"query-input"}
"""Not of the vocabulary: how a search engine is told which word of the address is the question."""


def faults(nodes: list[dict[str, Any]]) -> list[str]:
    """Everything in the nodes that the vocabulary does not know, or does not allow where it stands."""
    types = {node["@id"]: node["@type"] for node in _inside(nodes) if "@id" in node and "@type" in node}
    return [fault for node in nodes for fault in _of(node, types)]


def _inside(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _inside(each)


def _of(node: dict[str, Any], types: dict[str, str]) -> Iterator[str]:
    kind = getattr(MODELS, node["@type"], None)
    if kind is None:
        yield f"no type {node['@type']}"
        return
    ranges = {name: words for each in reversed(kind.__mro__) for name, words in _fields(each)}
    for name, given in node.items():
        if name.startswith("@") or name in LOOSE:
            continue
        if name not in ranges:
            yield f"{node['@type']} has no {name}"
            continue
        for value in given if isinstance(given, list) else [given]:
            if not _may(value, ranges[name], types):
                yield f"{node['@type']}.{name} may not be {value!r}"
            if isinstance(value, dict) and "@type" in value:
                yield from _of(value, types)


def _fields(kind: type) -> Iterator[tuple[str, frozenset[str]]]:
    for name, annotation in vars(kind).get("__annotations__", {}).items():
        yield name, frozenset(re.findall(r"\w+", str(annotation))) - {"Union", "List", "Optional", "None"}


def _may(value: Any, allowed: frozenset[str], types: dict[str, str]) -> bool:
    if isinstance(value, dict):
        kind = getattr(MODELS, value.get("@type") or types.get(value["@id"], ""), None)
        return kind is not None and any(each.__name__ in allowed for each in kind.__mro__)
    if isinstance(value, int):
        return "int" in allowed
    member = value.removeprefix("https://schema.org/")
    known = any(member in getattr(ENUMS, name).__members__ for name in allowed if hasattr(ENUMS, name))
    return known or any(re.fullmatch(FORMS[name], value) for name in allowed if name in FORMS)
