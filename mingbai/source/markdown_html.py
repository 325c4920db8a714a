"""HTML that came out of Markdown → HTML that is safe to publish, and what stands in it.

Rule 1: only what is listed here stays: no script, no style, no `on…`, no class but those of boxes, notes and contents.
Rule 2: a picture comes from the site itself; an address with a host never stays in `src`.
Rule 3: what is read from the HTML (links, headings) is read from the cleaned one, so it is what a reader will meet,
however it was written. The cleaner writes every tag in one way, with no `<` anywhere else, so regular expressions
read it exactly.
"""

import html as escapes
import re
from collections.abc import Iterator, Mapping

import nh3

from mingbai.source.markdown_dialect import TITLES
from mingbai.source.text import EITHER, HAN

_TAGS = (
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li"
    " mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul"
)
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    attributes={
        "*": {"id", "title", "lang"},
        "a": {"href"},
        "img": {"src", "alt", "width", "height"},
        "ol": {"start"},
        "th": {"align", "colspan", "rowspan", "scope"},
        "td": {"align", "colspan", "rowspan"},
    },
    allowed_classes={
        "div": {"admonition", "footnote", "toc", *TITLES},
        "p": {"admonition-title"},
        "a": {"footnote-ref", "footnote-backref"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)

_ATTRIBUTES = r'(?: [^\s=>"]+="[^"]*")'
_INLINE = rf"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|span|strong|sub|sup|u){_ATTRIBUTES}*>"
_INLINE_TAG = re.compile(_INLINE)
_BREAK = re.compile(rf"\n *((?:{_INLINE})*)(?=[{HAN}{EITHER}])")
_CHINESE = re.compile(f"[{HAN}][{HAN}{EITHER}]|[{EITHER}][{HAN}]")
_PREFORMATTED = re.compile(r"(<pre[ >].*?</pre>)", re.DOTALL)
_TAG = re.compile(rf"<(a|img)((?:{_ATTRIBUTES})*)>|<[a-z][a-z0-9]*{_ATTRIBUTES}+>")
_ADDRESS = re.compile(r'( (?:href|src)=")([^"]*)"')
_HEADING = re.compile(rf"<h([1-6])({_ATTRIBUTES}*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_NOTE = re.compile(r'<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
_ANY_TAG = re.compile(rf"</?[a-z][a-z0-9]*{_ATTRIBUTES}*>")
_DEAD = re.compile(r'<a(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_CODE = re.compile(r"<(pre|code)[ >].*?</\1>", re.DOTALL)
_LOST_LIST = re.compile(r"\n((?:[-*+]|[0-9]{1,2}\.) [^<&\n]*)[^\n]*(?:\n(?!<)[^\n]*)*")
_LOST_TABLE = re.compile(r"(?:\n|<p>)([^|<&\n]*\|[^<&\n]*)[^\n]*\n[|: -]*-[|: -]*(?=\n|<)")
_LOST_NOTE = re.compile(r"\[\^([^\]\s<]+)\]")
_FROM_ELSEWHERE = re.compile(r"[^/]*:|//")
_IGNORED = re.compile(r"[\x00-\x20]")


def clean(html: str) -> str:
    """Keep what is safe, leave out pictures from elsewhere, join Chinese lines without a space.

    >>> clean('<p onclick="x()">请<script>x()</script></p>')
    '<p>请</p>'
    """
    cleaned = _CLEANER.clean(html)
    if "<pre" not in cleaned:
        return _joined(cleaned)
    pieces = _PREFORMATTED.split(cleaned)
    return "".join(piece if index % 2 else _joined(piece) for index, piece in enumerate(pieces))


def without_remote_pictures(html: str) -> tuple[str, tuple[str, ...]]:
    """Take out the pictures that would call another host, and say which they were."""
    remote: list[str] = []

    def keep(tag: re.Match[str]) -> str:
        if tag[1] != "img":
            return tag[0]
        address = _ADDRESS.search(tag[2])
        target = escapes.unescape(address[2]) if address else ""
        if not _FROM_ELSEWHERE.match(_IGNORED.sub("", target).replace("\\", "/")):
            return tag[0]
        remote.append(target)
        return ""

    if "<img" in html:
        html = _TAG.sub(keep, html)
    return html, tuple(remote)


def links(html: str) -> Iterator[str]:
    """Each address a text links to or takes a picture from, in order; not those between a note and its mark."""
    for tag in _TAG.finditer(html):
        address = _ADDRESS.search(tag[2]) if tag[1] else None
        if address and ' class="footnote-' not in tag[2]:
            yield escapes.unescape(address[2])


def dead_links(html: str) -> Iterator[str]:
    """The words of each link whose address was refused."""
    for link in _DEAD.finditer(html):
        yield _words(link[1])


def lost_lists(html: str) -> Iterator[str]:
    """How each list begins that came out as part of a paragraph."""
    for match in _LOST_LIST.finditer(_without_code(html)):
        yield escapes.unescape(match[1])


def lost_tables(html: str) -> Iterator[str]:
    """How each table begins that came out as part of a paragraph."""
    for match in _LOST_TABLE.finditer(_without_code(html) if "|" in html else ""):
        yield escapes.unescape(match[1])


def lost_notes(html: str) -> Iterator[str]:
    """The name of each mark of a note that is not there."""
    for match in _LOST_NOTE.finditer(_without_code(html) if "[^" in html else ""):
        yield escapes.unescape(match[1])


def headings(html: str) -> Iterator[tuple[int, str, str]]:
    """The level, words and id of each heading that has an id."""
    for heading in _HEADING.finditer(html):
        if found := _ID.search(heading[2]):
            yield int(heading[1]), _words(_NOTE.sub("", heading[3])), escapes.unescape(found[1])


def resolve(html: str, targets: Mapping[str, str]) -> str:
    """Lead links and pictures to where they are on the site: `targets` says for an address as written which it is.

    >>> resolve('<p><a href="../fees/a.yaml">费</a></p>', {"../fees/a.yaml": "/fees/a/"})
    '<p><a href="/fees/a/">费</a></p>'
    """

    def lead(address: re.Match[str]) -> str:
        target = targets.get(escapes.unescape(address[2]))
        return address[0] if target is None else f'{address[1]}{escapes.escape(target)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(lead, tag[0]) if tag[1] else tag[0], html)


def _without_code(html: str) -> str:
    """HTML without what is meant to show Markdown as it is typed."""
    return _CODE.sub("", html) if "<code" in html or "<pre" in html else html


def _joined(html: str) -> str:
    """Take out each line break between two Chinese characters, whatever inline tags stand around it."""
    pieces: list[str] = []
    done = 0
    for line_break in _BREAK.finditer(html):
        end = before = len(html[done : line_break.start()].rstrip(" ")) + done
        while html[before - 1 : before] == ">":
            start = html.rfind("<", done, before)
            if start < 0 or not _INLINE_TAG.fullmatch(html, start, before):
                break
            before = start
        if before > done and _CHINESE.match(html[before - 1] + html[line_break.end()]):
            pieces += html[done:end], line_break[1]
            done = line_break.end()
    return "".join(pieces) + html[done:]


def _words(html: str) -> str:
    """The text of some HTML, on one line."""
    return " ".join(escapes.unescape(_ANY_TAG.sub("", html)).split())
