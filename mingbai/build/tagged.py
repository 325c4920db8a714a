"""The tags in the head of a finished page and the marks in its foot, looked at before it goes out (R67, R68).

Rule 1: every page says whose site it is on: name, domain, code.
Rule 2: one that speaks of a column says all of it; so does one that speaks of a text, to the minute.
Rule 3: no tag is empty, and none holds what a program prints for nothing.
Rule 4: every mark of the site stands in the foot.

A page of ours is right by its template; this finds what a template of one's own, laid over it, has lost.
"""

import html
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from mingbai.problem import Place, Problem

TOGETHER = {
    "ColumnName": ("ColumnDescription", "ColumnKeywords", "ColumnType"),
    "ArticleTitle": ("PubDate", "ContentSource"),
}
"""Where the first is, the others are too."""
NOTHING = frozenset({"", "null", "none", "undefined"})
_META = re.compile(rb'<meta name="([A-Za-z]+)" content="([^"]*)"')
_MINUTE = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
HINT = "看看 templates/ 里自己改过的模板，照 shared/tags.html 补上"


class Marks(Struct, frozen=True):
    """What every page of a site says: the tags of the site with their values, and what its foot shows."""

    tags: Mapping[str, str]
    foot: tuple[str, ...]


class Tagged(Struct):
    """A look at the pages of one site; the same fault is told of once, on the first page that has it."""

    marks: Marks
    told: set[str] = field(default_factory=set)

    def at(self, path: str, data: bytes) -> Iterator[Problem]:
        """What a page does not say of itself and its site."""
        head = data[: max(0, data.find(b"</head>"))]
        tags = {name.decode(): html.unescape(value.decode()).strip() for name, value in _META.findall(head)}
        for name, said in self._tags(tags):
            if name not in self.told:
                self.told.add(name)
                yield Problem(Place(path), "page/tag-wrong", said, HINT)
        foot = html.unescape(data[max(0, data.rfind(b"<footer")) :].decode("utf-8", "replace"))
        for mark in self.marks.foot:
            if mark not in foot and mark not in self.told:
                self.told.add(mark)
                message = f"页脚里没有“{mark}”，检查网站的人每一页都要看到它"
                yield Problem(Place(path), "page/mark-missing", message, HINT.replace("tags", "foot"))

    def _tags(self, tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Each tag that is wrong, and what is wrong with it."""
        for name, value in self.marks.tags.items():
            if tags.get(name) != value:
                yield name, f"网页标签 {name} 应当是“{value}”，这一页上是“{tags.get(name, '')}”"
        for first, others in TOGETHER.items():
            for name in others if first in tags else ():
                if name not in tags:
                    yield name, f"网页标签有 {first}，没有 {name}"
        for name, value in tags.items():
            if value.casefold() in NOTHING:
                yield name, f"网页标签 {name} 是空的"
        if not _MINUTE.fullmatch(tags.get("PubDate", "2026-01-01 00:00")):
            yield "PubDate", f"网页标签 PubDate 写的是“{tags['PubDate']}”，应当像 2026-01-30 09:00"
