"""What public pages say to programs, in schema.org: the way to the page, and what the page is about."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from mingbai.exports.jsonld import Node
from mingbai.pages.page import Crumb, Head, Linked

F = TypeVar("F")


class Said(Struct, Generic[F], frozen=True):
    """The way to a page, step by step, its own title last; and what it is about, drawn from facts."""

    host: str
    steps: tuple[Crumb, ...]
    facts: F
    draw: Callable[[F], Iterable[Node]]


def nothing(_: None) -> Iterable[Node]:
    """A page that is about nothing but what stands on it."""
    return ()


def on_its_way(host: str, head: Head) -> Head:
    """The head of a page of which programs learn where it stands."""
    return about(host, head, None, nothing)


def about(host: str, head: Head, facts: F, draw: Callable[[F], Iterable[Node]]) -> Head:
    """The head of a page of which programs learn where it stands and what it is about."""
    steps = (*head.crumbs, Crumb(head.title, head.route)) if head.crumbs else ()
    return replace(head, linked=Linked(Said(host, steps, facts, draw), drawn))


def drawn(said: Said[F]) -> Iterator[Node]:
    """All nodes of a page."""
    if said.steps:
        items = [_step(said.host, number, step) for number, step in enumerate(said.steps, start=1)]
        yield {"@type": "BreadcrumbList", "itemListElement": items}
    yield from said.draw(said.facts)


def _step(host: str, number: int, step: Crumb) -> Node:
    page = {"@id": f"https://{host}{step.href}", "@type": "WebPage"}
    return {"@type": "ListItem", "position": number, "name": step.title, "item": page}
