"""Prose: Markdown → clean HTML, the links and headings in it, and what is wrong with it.

Rule 1: a pure function of the text; the same text gives the same bytes, whatever was rendered before.
Rule 2: what is published is safe (`markdown_html`), in the one dialect (`markdown_dialect`), in bounded time
(`markdown_limits`).
Rule 3: addresses stay as written; `resolve` leads them to where they are on the site, when that is known.
Hence the HTML can be kept under `digest(text)` and used by both sites.
"""

import hashlib
import platform
import re

import markdown
import nh3
from msgspec import Struct
from msgspec.structs import astuple

from mingbai.source import markdown_faults
from mingbai.source.markdown_dialect import convert
from mingbai.source.markdown_html import clean, headings, ids, links, without_remote_pictures
from mingbai.source.markdown_limits import Fault, beyond
from mingbai.source.markdown_spots import Spots
from mingbai.source.markdown_tel import callable_numbers

__all__ = ["Fault", "Heading", "Link", "Rendered", "digest", "render"]

DIALECT = "5"
"""Raise it with every change of what comes out, so that no older HTML is taken from a cache."""

_CLEANER_VERSION: str = nh3.__version__  # type: ignore[attr-defined]  # its stub forgets it
_VERSIONS = "\n".join((DIALECT, markdown.__version__, _CLEANER_VERSION, platform.python_version(), ""))
_NOTE_ID = re.compile(r"fn(?:ref[0-9]*)?:")


class Link(Struct, frozen=True):
    """A link or a picture: the address as written, its line (1 is the first of the body) and its column."""

    target: str
    line: int
    column: int


class Heading(Struct, frozen=True):
    """A heading: its level (1 to 6), words and id; where the words stand."""

    level: int
    text: str
    id: str
    line: int
    column: int


class Rendered(Struct, frozen=True):
    """What became of a text. With a fault of size there is no HTML.

    `anchors` are the ids that links may lead to besides those of headings: old ones, and those an author gave.
    """

    html: str
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def render(text: str) -> Rendered:
    """Turn a body into HTML and say what stands in it.

    >>> render("见[收费标准](../fees/a.yaml)").links
    (Link(target='../fees/a.yaml', line=1, column=9),)
    """
    fault = beyond(text)
    if fault:
        return Rendered("", faults=(fault,))
    try:
        html = convert(text)
    except Exception:  # the library's parser is not ours, and no text may show an editor a traceback
        hint = "先删掉一半内容再试，找出是哪一段；把那一段写得简单些"
        return Rendered("", faults=(Fault(1, 1, "markdown/unreadable", "正文里有解析器读不懂的写法", hint),))
    return finish(text, html)


def finish(text: str, html: str) -> Rendered:
    """Clean the HTML that a text became, and read it."""
    html, remote = without_remote_pictures(clean(html))
    spots = Spots(text, html)
    targets = list(links(html))
    led = list(zip(targets, spots.of_links(targets), strict=True))
    titles = list(headings(html))
    named = list(ids(html))
    own = {id for _, _, id in titles}
    faults = [*markdown_faults.of_links(html, spots, led, remote), *markdown_faults.of_text(text, html, spots, named)]
    return Rendered(
        callable_numbers(html),
        tuple(Link(target, *spots.of(index)) for target, index in led),
        tuple(
            Heading(*title, *spot)
            for title, spot in zip(titles, spots.of_headings([words for _, words, _ in titles]), strict=True)
        ),
        tuple(dict.fromkeys(id for id in named if id not in own and not _NOTE_ID.match(id))),
        tuple(sorted(set(faults), key=astuple)),
    )


def digest(text: str) -> str:
    """The key under which the HTML of a text may be kept: it changes with the text, the dialect and the libraries."""
    return hashlib.sha256((_VERSIONS + text).encode()).hexdigest()
