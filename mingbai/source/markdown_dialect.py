"""Our Markdown: Python-Markdown with a fixed set of extensions, and what is done to be quick without changing a byte.

Rule 1: no document can influence another. A parser serves one document after the other only if none of its parts
keeps anything that `reset` does not clear; one that failed serves no other (tests hold it against a new parser).
Rule 2: the dialect is what `extensions(ALL)` says. A document gets only the parts it uses, found by cheap looks at its
text; the result is the same byte for byte (tests hold one against the other).
Rule 3: Python-Markdown's emphasis stays as it is: `**真，**她` is bold here and is not in CommonMark.
Rule 4: a list counts from the number it was begun with, so that 2. stays 2. after a paragraph between.

Measured: all parts on cost 1.00 ms for a body of 1.5 kB, this 0.15 ms. Plain text that no inline pattern can match is
passed over (0.2), raw HTML is looked for where there is a `<` or `&` (0.15), headings get their ids without a table of
contents (0.15), bold words are told from all else that stars can mean (0.1), a parser is used again (0.1), the block
parser iterates over a list (0.08), patterns are tried only where their sign stands (0.05), a line that begins with a
letter is no other block than a paragraph (0.03).
"""

import html
import re
from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension, toc
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension, FootnoteReorderingProcessor
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

TITLES = {
    "note": "说明",
    "tip": "提示",
    "important": "重要",
    "warning": "注意",
    "danger": "警告",
    "example": "示例",
}
"""The kinds of box (`!!! note`) and the title of one that has none."""

MARKS = {
    "tables": "|",
    "footnotes": "[^",
    "attributes": "{",
    "boxes": "!!!",
    "contents": "[TOC]",
    "links": "[",
    "code": "`",
    "escapes": "\\",
}
"""The parts of the dialect, and the text without which a document does not use one."""

ALL = frozenset({*MARKS, "html"})

_REMEMBERING = frozenset({"footnotes", "boxes", "contents"})
"""The parts that keep something from document to document."""

_PATTERNS = {
    "links": ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    "code": ("backtick",),
    "escapes": ("escape",),
    "html": ("autolink", "automail", "html", "entity"),
}
"""Which of the library's inline patterns belong to a part."""

_KINDS = {title: kind for kind, title in TITLES.items()}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = re.compile(r"[\\`*_\[<&\x02]|  \n")
_WORDS = r"[^\\`*_\[<&\x02\n]"
_BOLD = re.compile(rf"(?:{_WORDS}*+\*\*(?!\s){_WORDS}++(?<!\s)\*\*)+{_WORDS}*+")
_PLAIN_BLOCK = re.compile(r"(?:\*\*)?[^\W\d_][^\n]*")
_BETWEEN_IDS = re.compile(r"[,，、;；#“”‘’]")
_NOT_PLAIN = re.compile(r"[\x02<&]")


def convert(text: str) -> str:
    """Turn Markdown into HTML that is not clean yet."""
    parts = needed(text)
    parser = _AT_REST.pop(parts, None) or _parser(parts)
    html = parser.reset().convert(text)
    if not parts & _REMEMBERING:
        _AT_REST[parts] = parser
    return html


_AT_REST: dict[frozenset[str], Markdown] = {}
"""Parsers that may serve another document."""


def _parser(parts: frozenset[str]) -> Markdown:
    """A new parser for documents that use these parts."""
    parser = Markdown(extensions=extensions(parts))
    cast(Any, parser.parser.blockprocessors["olist"]).LAZY_OL = False
    if "html" not in parts:
        parser.preprocessors.deregister("html_block")
    for part in _PATTERNS.keys() - parts:
        for name in _PATTERNS[part]:
            parser.inlinePatterns.deregister(name)
    if "escapes" not in parts:
        parser.treeprocessors.deregister("unescape")
    parser.treeprocessors.register(_SparingInline(parser), "inline", 20)
    parser.parser.blockprocessors.register(_PlainBlockProcessor(parser.parser), "plain", 110)
    parser.block_level_elements = cast(Any, frozenset(parser.block_level_elements))
    parser.parser.blockprocessors = cast(Any, list(parser.parser.blockprocessors))
    return parser


def needed(text: str) -> frozenset[str]:
    """Name the parts of the dialect that a text may use.

    >>> sorted(needed("一[^1] | 二"))
    ['footnotes', 'links', 'tables']
    """
    parts = [part for part, mark in MARKS.items() if mark in text]
    return frozenset([*parts, "html"] if "<" in text or "&" in text else parts)


def extensions(parts: frozenset[str]) -> Sequence[Extension]:
    """Make the extensions for some parts of the dialect."""
    made: list[Extension] = []
    if "tables" in parts:
        made.append(TableExtension(use_align_attribute=True))
    if "footnotes" in parts:
        made.append(_Notes(USE_DEFINITION_ORDER=False, BACKLINK_TITLE="回到正文第 {} 个注"))
    if "attributes" in parts:
        made += AttrListExtension(), _OldIds()
    if "boxes" in parts:
        made.append(_Boxes())
    made.append(toc.TocExtension(slugify=toc.slugify_unicode) if "contents" in parts else _HeadingIds())
    return made


class _Boxes(AdmonitionExtension):
    """Boxes whose kind and title may be Chinese."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put our processor where the library would put its own."""
        md.registerExtension(self)
        md.parser.blockprocessors.register(_BoxProcessor(md.parser), "admonition", 105)


class _BoxProcessor(AdmonitionProcessor):
    """Titles an English kind in Chinese, and takes a Chinese word for a kind."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """Name the class and the title of a box."""
        words, title = super().get_class_and_title(match)
        first, _, rest = words.partition(" ")
        kind = _KINDS.get(first, first)
        if match.group(2) is None:
            title = TITLES.get(kind, first)
        return f"{kind} {rest}".rstrip(), title


class _Notes(FootnoteExtension):
    """Notes numbered in the order in which the text comes to them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put our processor in the place of the library's."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_NoteOrder(self), "footnote-reorder", 19)


class _NoteOrder(FootnoteReorderingProcessor):
    """Sorts the notes; the library's own stumbles over one that says nothing."""

    def run(self, root: Element) -> None:
        """Give each note a way back, then sort them."""
        for note in root.iterfind(".//div[@class='footnote']/ol/li[@id]"):
            if note.find(".//a[@class='footnote-backref']") is None:
                address = "#" + note.attrib["id"].replace("fn", "fnref", 1)
                SubElement(note, "a", {"class": "footnote-backref", "href": address}).text = FN_BACKLINK_TEXT
        super().run(root)


class _HeadingIds(Extension):
    """Headings with the ids `toc` would give them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where `toc` would stand."""
        md.treeprocessors.register(_HeadingIdProcessor(md), "toc", 5)


class _HeadingIdProcessor(Treeprocessor):
    """办事指南 → `id="办事指南"`; the second one → `办事指南_1`."""

    def run(self, root: Element) -> None:
        """Give each heading an id that none has yet."""
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        if not headings:
            return
        used = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        counters: dict[str, int] = {}
        for heading in headings:
            if "id" not in heading.attrib:
                slug = toc.slugify_unicode(self._name(heading), "-")
                heading.attrib["id"] = toc.unique(slug, used, counters)

    def _name(self, heading: Element) -> str:
        """The words of a heading, as `toc` reads them."""
        if len(heading) or _NOT_PLAIN.search(heading.text or ""):
            return html.unescape(toc.strip_tags(toc.render_inner_html(toc.remove_fnrefs(heading), self.md)))
        return " ".join((heading.text or "").split())


class _OldIds(Extension):
    """`## 新标题 {oldids="旧标题"}`: links to what the heading was called before still find it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Stand where all headings have their ids, so that none gives way to an old one."""
        md.treeprocessors.register(_OldIdProcessor(md), "oldids", 4)


class _OldIdProcessor(Treeprocessor):
    """Puts an empty element with each old id before the words that had it; one such list may hold several ids.

    They may stand in Chinese quotes too, and as a browser copies them (`%E6%97%A7`).
    """

    def run(self, root: Element) -> None:
        """Turn the attribute into elements."""
        for element in [each for each in root.iter() if "oldids" in each.attrib]:
            names = dict.fromkeys(_BETWEEN_IDS.sub(" ", unquote(element.attrib.pop("oldids"))).split())
            spans = [Element("span", {"id": name}) for name in names]
            if spans:
                spans[-1].tail, element.text = element.text, None
                element[:0] = spans


class _PlainBlockProcessor(ParagraphProcessor):
    """Takes a paragraph that begins with a letter before any other processor looks for its own sign in it."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the library calls it so
        """Whether a block is one line, and no sign stands where a sign counts."""
        return bool(_PLAIN_BLOCK.fullmatch(block))


class _SparingInline(InlineProcessor):
    """Tries no inline pattern on text in which none can match, and makes of plain words in `**` what is bold."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Mark the text of every element that is done; only where one is left, or a tail, the library goes to work."""
        elements = list(tree.iter())
        done = [not element.tail and (not element.text or _done(element, element.text)) for element in elements]
        return tree if all(done) else super().run(tree, ancestors)


def _done(element: Element, text: str) -> bool:
    """Whether the words of an element need no inline pattern, now that what is bold in them is an element."""
    first, *pieces = text.split("**")
    if not _BOLD.fullmatch(text) if pieces else _INLINE.search(text):
        return False
    element.text = AtomicString(first)
    if pieces:
        element[:0] = [_bold(words, after) for words, after in zip(pieces[::2], pieces[1::2], strict=True)]
    return True


def _bold(words: str, after: str) -> Element:
    bold = Element("strong")
    bold.text, bold.tail = AtomicString(words), AtomicString(after)
    return bold
