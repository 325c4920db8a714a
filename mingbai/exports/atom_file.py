"""A feed of changes as a file: Atom (RFC 4287), of what `atom.py` says."""

import re
from collections.abc import Iterable
from datetime import datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mingbai.exports.atom import Change, Feed, moment

NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def atom_bytes(feed: Feed) -> bytes:
    """The file."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "zh-CN"})
    _texts(root, (("id", feed.id), ("title", feed.name), ("subtitle", feed.about), ("updated", feed.updated)))
    _texts(SubElement(root, "author"), (("name", feed.author),))
    SubElement(root, "link", {"rel": "self", "type": TYPE, "href": feed.address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for change in feed.changes:
        _entry(SubElement(root, "entry"), change)
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(entry: Element, change: Change) -> None:
    on = moment(change.on)
    _texts(entry, (("id", change.id), ("title", change.title), ("updated", on)))
    if isinstance(change.on, datetime):
        _texts(entry, (("published", on),))
    if change.author:
        _texts(SubElement(entry, "author"), (("name", change.author),))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": change.page})
    SubElement(entry, "category", {"term": change.category})
    if change.text:
        _texts(entry, (("summary", change.text),))
    if change.html:
        SubElement(entry, "content", {"type": "html"}).text = _xml(change.html)


def _texts(element: Element, pairs: Iterable[tuple[str, str]]) -> None:
    for name, text in pairs:
        SubElement(element, name).text = _xml(text)


def _xml(text: str) -> str:
    """A text without what XML cannot say, though HTML and YAML can."""
    return _NO_XML.sub("", text)
