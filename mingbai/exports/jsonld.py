"""Linked data as JSON (JSON-LD 1.1): nodes that name each other by address, each told of once.

Law: the same facts give the same bytes, keys in the order in which they were written. What is not said is left out. A
number of yuan stays exact: it is written as its digits, never as a float.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec.json import encode

from mingbai.records.values import Limit, Unit

Node = dict[str, object]
"""One thing with what is said of it; `@id` is its address, `@type` what it is."""

TYPE = "application/ld+json"
UNSAFE = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
SPANS = {Unit.WORKDAY: "P{}D", Unit.DAY: "P{}D", Unit.HOUR: "PT{}H", Unit.MONTH: "P{}M"}


def said(node: Node) -> Node:
    """The node without what is empty.

    >>> said({"name": "甲", "email": None, "phones": []})
    {'name': '甲'}
    """
    return {key: value for key, value in node.items() if value not in (None, "", [], ())}


def once(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, where it was told of first."""
    found: dict[object, Node] = {}
    for node in nodes:
        found.setdefault(node["@id"], node)
    return list(found.values())


def jsonld_bytes(context: Mapping[str, object], nodes: Iterable[Node]) -> bytes:
    """A file with its context in it, so that nobody has to fetch one."""
    value = {"@context": context, "@graph": once(nodes)}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def embedded(nodes: Iterable[Node]) -> str:
    r"""The text of a data block in a page, in schema.org: nothing in it can end the block or begin a tag.

    >>> embedded([{"name": "</script>&"}])
    '{"@context":"https://schema.org","@graph":[{"name":"\\u003c/script\\u003e\\u0026"}]}'
    """
    value = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = encode(value).decode()  # thousands of pages have one
    for letter, written in UNSAFE.items():  # a table for `translate` takes fifty times as long
        text = text.replace(letter, written)
    return text


def duration(limit: Limit) -> str:
    """A limit as XML Schema and ISO 8601 can say it; neither knows working days, so the words must stand beside it.

    >>> duration(Limit(number=3, unit=Unit.WORKDAY)), duration(Limit(instant=True)), duration(Limit(unset=True))
    ('P3D', 'PT0S', '')
    """
    if limit.instant:
        return "PT0S"
    return SPANS[limit.unit].format(limit.number) if limit.number and limit.unit else ""


def double(amount: Decimal) -> str:
    """An amount as `xsd:double` is written.

    >>> double(Decimal("14.00")), double(Decimal("0")), double(Decimal("0.022"))
    ('1.400E+1', '0E+0', '2.2E-2')
    """
    return f"{amount:E}"
