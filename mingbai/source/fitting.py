"""HTML that the cleaner let through → the same fitted to a page: links led on or left out, headings and ids moved.

Whoever prints pages and feeds needs this, and neither Markdown nor the cleaner.
"""

import html as escapes
import re
from collections.abc import Collection, Mapping

ATTRIBUTES = r'(?: [^\s=>"]+="[^"]*")'
"""One attribute, as the cleaner writes it."""
START_TAG = re.compile(rf"<(a|img)((?:{ATTRIBUTES})*)>|<[a-z][a-z0-9]*{ATTRIBUTES}+>")
"""A link, a picture, or another tag with attributes."""
_ATTRIBUTE = re.compile(r' ([^\s=>"]+)="([^"]*)"')
_LINK = re.compile(rf"<a({ATTRIBUTES}*)>|</a>")
_TO_FIT = re.compile(rf"(</?)(?:h([1-6])|([a-z][a-z0-9]*)(?= ))({ATTRIBUTES}*)>")


def resolve(html: str, targets: Mapping[str, str]) -> str:
    """Lead links and pictures to where they are on the site: `targets` says for an address as written which it is.

    >>> resolve('<p><a href="../fees/a.yaml">费</a></p>', {"../fees/a.yaml": "/fees/a/"})
    '<p><a href="/fees/a/">费</a></p>'
    """

    def lead(attribute: re.Match[str]) -> str:
        target = targets.get(escapes.unescape(attribute[2])) if attribute[1] in ("href", "src") else None
        return attribute[0] if target is None else f' {attribute[1]}="{escapes.escape(target)}"'

    return START_TAG.sub(lambda tag: _ATTRIBUTE.sub(lead, tag[0]) if tag[1] else tag[0], html)


def without_links(html: str, targets: Collection[str]) -> str:
    """Leave of each link to one of these addresses, as written, its words only, and of each picture its description.

    >>> without_links('<p><a title="费" href="../fees/a.yaml">费</a></p>', {"../fees/a.yaml"})
    '<p>费</p>'
    >>> without_links('<p><img src="../files/a.png" alt="窗口">旁边</p>', {"../files/a.png"})
    '<p>窗口旁边</p>'
    """

    def words(tag: re.Match[str]) -> str:
        if tag[1] != "img" or value_of(tag[2], "src") not in targets:
            return tag[0]
        return escapes.escape(value_of(tag[2], "alt") or "")

    dropped: list[bool] = []  # of each link that is open here; one in a table may stand inside another

    def keep(tag: re.Match[str]) -> str:
        if tag[1] is None:
            drop = bool(dropped) and dropped.pop()
        else:
            drop = value_of(tag[1], "href") in targets
            dropped.append(drop)
        return "" if drop else tag[0]

    if "<img" in html:
        html = START_TAG.sub(words, html)
    return _LINK.sub(keep, html)


def fit(html: str, prefix: str, deeper: int) -> str:
    """Put `prefix` before each id and in each link to one, and move headings down by `deeper` levels.

    >>> fit('<h2 id="y"><a href="#z">费</a></h2>', "x-", 1)
    '<h3 id="x-y"><a href="#x-z">费</a></h3>'
    """

    def named(attribute: re.Match[str]) -> str:
        name, value = attribute.groups()
        if name == "id":
            return f' id="{prefix}{value}"'
        return f' href="#{prefix}{value[1:]}"' if name == "href" and value.startswith("#") else attribute[0]

    def moved(tag: re.Match[str]) -> str:
        opening, level, name, attributes = tag.groups()
        return f"{opening}{name or f'h{min(6, int(level) + deeper)}'}{_ATTRIBUTE.sub(named, attributes)}>"

    return _TO_FIT.sub(moved, html)


def value_of(attributes: str, *names: str) -> str | None:
    """The value of the first attribute of one of these names."""
    return next((escapes.unescape(value) for name, value in _ATTRIBUTE.findall(attributes) if name in names), None)
