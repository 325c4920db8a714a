"""A feed of changes (Atom, RFC 4287), for mail programs and readers of feeds that look whether anything is new.

Law: the same changes give the same bytes. An entry's id is a tag URI (RFC 4151) that never changes; its day is the day
on which it happened, and no line says when the file was made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"


@dataclass(frozen=True)
class Change:
    """One thing that happened on a day; `id` is its tag URI, `page` the whole address of its record."""

    id: str
    on: date
    title: str
    text: str
    page: str
    category: str


@dataclass(frozen=True)
class Feed:
    """Changes under a name: its tag URI, its own address and that of the page, the latest change first."""

    id: str
    name: str
    about: str
    author: str
    address: str
    page: str
    changes: tuple[Change, ...]

    @property
    def updated(self) -> date:
        """The day of the latest change."""
        return max(change.on for change in self.changes)


def tag(host: str, year: int, end: str) -> str:
    """An id that stays, whatever becomes of addresses: whose it is, since when, what.

    >>> tag("nei.example", 2026, "ledger/2026/007/3")
    'tag:nei.example,2026:ledger/2026/007/3'
    """
    return f"tag:{host},{year}:{end}"


def atom_bytes(feed: Feed) -> bytes:
    """The file; a feed has at least one change."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "zh-CN"})
    _texts(root, (("id", feed.id), ("title", feed.name), ("subtitle", feed.about), ("updated", _moment(feed.updated))))
    _texts(SubElement(root, "author"), (("name", feed.author),))
    SubElement(root, "link", {"rel": "self", "type": TYPE, "href": feed.address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for change in feed.changes:
        entry = SubElement(root, "entry")
        _texts(entry, (("id", change.id), ("title", change.title), ("updated", _moment(change.on))))
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": change.page})
        SubElement(entry, "category", {"term": change.category})
        _texts(entry, (("summary", change.text),))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _texts(element: Element, pairs: Iterable[tuple[str, str]]) -> None:
    for name, text in pairs:
        SubElement(element, name).text = text


def _moment(day: date) -> str:
    """The beginning of a day here.

    >>> _moment(date(2026, 4, 24))
    '2026-04-24T00:00:00+08:00'
    """
    return f"{day.isoformat()}T00:00:00+08:00"
