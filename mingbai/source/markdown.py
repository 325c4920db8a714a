"""TEMPORARY stand-in."""

import hashlib
import html as h
import re
from collections.abc import Mapping
from dataclasses import dataclass

import markdown as _m


@dataclass(frozen=True)
class Link:
    """Stand-in."""

    target: str
    line: int


@dataclass(frozen=True)
class Heading:
    """Stand-in."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class Fault:
    """Stand-in."""

    line: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Rendered:
    """Stand-in."""

    html: str
    links: tuple[Link, ...]
    headings: tuple[Heading, ...]
    faults: tuple[Fault, ...]


def render(text: str) -> Rendered:
    """Stand-in."""
    out = _m.markdown(
        text,
        extensions=["tables", "footnotes", "attr_list", "toc"],
        extension_configs={"toc": {"slugify": __import__("markdown.extensions.toc", fromlist=["x"]).slugify_unicode}},
    )
    links = tuple(Link(h.unescape(t), 1) for t in re.findall(r'<a href="([^"]*)"', out) if not t.startswith("#fn"))
    heads = tuple(Heading(int(l), t, i, 1) for l, i, t in re.findall(r'<h([1-6]) id="([^"]*)">(.*?)</h', out))
    return Rendered(out, links, heads, ())


def resolve(html: str, targets: Mapping[str, str]) -> str:
    """Stand-in."""
    return re.sub(
        r'(href|src)="([^"]*)"', lambda m: f'{m[1]}="{h.escape(targets.get(h.unescape(m[2]), h.unescape(m[2])))}"', html
    )


def digest(text: str) -> str:
    """Stand-in."""
    return hashlib.sha256(text.encode()).hexdigest()
