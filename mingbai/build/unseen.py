"""Links outside that are there for machines alone: empty, or inside something hidden (暗链); the page is parsed."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from mingbai.build.outgoing import OUTSIDE
from mingbai.problem import Place, Problem

_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0*)?(?![.\d])|font-size:0|(?:left|top|right|indent):-\d{3}"
    r"|(?:width|height):0(?![.\d])|clip"
)
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")


def unseen(path: str, data: bytes) -> Iterator[Problem]:
    """Every link outside that nobody would see."""
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))
    reader.close()
    for address in dict.fromkeys(reader.unseen):
        message = f"页面上有读者看不见的链接：{address}"
        hint = "不知道它从哪里来，先查网站有没有被人动过；是自己要的，让它露出来"
        yield Problem(Place(path), "page/unseen-link", message, hint)


class _Reader(HTMLParser):
    """Reads a page and keeps the links outside that nobody would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.link = ""
        self.seen = False
        self.unseen: list[str] = []

    @property
    def is_hidden(self) -> bool:
        """Whether what is read now stands in something hidden."""
        return any(hidden for _, hidden in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        given = {name: value or "" for name, value in attrs}
        style = re.sub(r"\s", "", given.get("style", "")).lower()
        hidden = "hidden" in given or tag in ("template", "style", "script") or bool(_STYLE.search(style))
        if tag not in _VOID:
            self.open.append((tag, hidden))
        if tag == "img":
            self.seen = self.seen or (bool(given.get("alt")) and not self.is_hidden and not hidden)
        if tag == "a" and OUTSIDE.match(given.get("href", "").strip()):
            self.link, self.seen = given["href"].strip(), False

    def handle_data(self, data: str) -> None:
        """Words that a reader sees, or does not."""
        self.seen = self.seen or (not self.is_hidden and any(map(str.isalnum, data)))

    def handle_endtag(self, tag: str) -> None:
        """Come out of an element."""
        if tag == "a" and self.link:
            if not self.seen:
                self.unseen.append(self.link)
            self.link = ""
        names = [name for name, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]
