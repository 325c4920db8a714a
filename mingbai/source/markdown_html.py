"""HTML that came out of Markdown → HTML that is safe to publish, and what stands in it.

Rule 1: only what is listed here stays: no script, no style, no `on…`, no class but those of boxes, notes and contents.
Rule 2: a picture comes from the site itself; an address with a host never stays in `src`.
Rule 3: what is read from the HTML (links, headings) is read from the cleaned one, so it is what a reader will meet,
however it was written. The cleaner writes every tag in one way, with no `<` anywhere else, so regular expressions
read it exactly, when they read whole tags and whole attributes: text and values may look like either.
"""

import html as escapes
import re
from collections.abc import Iterator

import nh3

from mingbai.source.fitting import ATTRIBUTES, START_TAG, value_of
from mingbai.source.markdown_dialect import TITLES
from mingbai.source.text import EITHER, HAN

TAGS = (
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li"
    " mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul"
)
"""The tags that stay."""
_CLEANER = nh3.Cleaner(
    tags=set(TAGS.split()),
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

_TEXT = r"[^<>&\x00-\x09\x0b-\x1f\xa0\ud800-\udfff]"
_WORDS = rf"(?:{_TEXT}++|<strong>{_TEXT}*+</strong>)*"
_LEVELS = "|".join(rf'<h{level} id="(?:(?!["\n]){_TEXT})*">{_WORDS}</h{level}>' for level in range(1, 7))
_PLAINEST = re.compile(rf"(?:<p>{_WORDS}</p>|{_LEVELS}|<ul>\n(?:<li>{_WORDS}</li>\n)+</ul>|\n)*")
"""HTML in which there is nothing to take out, and which the cleaner would write as it is: half of all texts."""
_INLINE = rf"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|span|strong|sub|sup|u){ATTRIBUTES}*>"
_INLINE_TAG = re.compile(_INLINE)
_BREAK = re.compile(rf"\n *((?:{_INLINE})*)(?=[{HAN}{EITHER}])")
_CHINESE = re.compile(f"[{HAN}][{HAN}{EITHER}]|[{EITHER}][{HAN}]")
_PREFORMATTED = re.compile(r"(<pre[ >].*?</pre>)", re.DOTALL)
_WITH_ID = re.compile(rf"<[a-z][a-z0-9]*({ATTRIBUTES}+)>")
_HEADING = re.compile(rf"<h([1-6])({ATTRIBUTES}*)>(.*?)</h\1>", re.DOTALL)
_NOTE = re.compile(r'<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
_NOTE_LINK = re.compile("#(?:fn|fnref[0-9]*):")
_ANY_TAG = re.compile(rf"</?[a-z][a-z0-9]*{ATTRIBUTES}*>")
_DEAD = re.compile(r'<a(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_WHOLE_LINK = re.compile(rf"<a({ATTRIBUTES}*)>(.*?)</a>", re.DOTALL)
_FROM_ELSEWHERE = re.compile(r"[^/]*:|//")
_IGNORED = re.compile(r"[\x00-\x20]")


def clean(html: str) -> str:
    """Keep what is safe, leave out pictures from elsewhere, join Chinese lines without a space.

    >>> clean('<p onclick="x()">请<script>x()</script></p>')
    '<p>请</p>'
    """
    cleaned = html if _PLAINEST.fullmatch(html) else _CLEANER.clean(html)
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
        target = value_of(tag[2], "src") or ""
        if not _FROM_ELSEWHERE.match(_IGNORED.sub("", target).replace("\\", "/")):
            return tag[0]
        remote.append(target)
        return ""

    if "<img" in html:
        html = START_TAG.sub(keep, html)
    return html, tuple(remote)


def links(html: str) -> Iterator[str]:
    """Each address a text links to or takes a picture from, in order; not those between a note and its mark.

    The class of a mark alone says nothing: an author can write it himself.
    """
    for _, address in _leading(html):
        yield address


def pictures(html: str) -> Iterator[tuple[int, str]]:
    """Which of the `links` are pictures, each with its words for those who cannot see it."""
    for index, (tag, _) in enumerate(_leading(html)) if "<img" in html else ():
        if tag[1] == "img":
            yield index, escapes.unescape(value_of(tag[2], "alt") or "")


def _leading(html: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each link and picture with its address."""
    for tag in START_TAG.finditer(html):
        address = value_of(tag[2], "href", "src") if tag[1] else None
        if address is not None and not (' class="footnote-' in tag[2] and _NOTE_LINK.match(address)):
            yield tag, address


def unlinked(html: str) -> str:
    """What a reader sees outside links; every tag is a new line."""
    return escapes.unescape(_ANY_TAG.sub("\n", _WHOLE_LINK.sub("\n", html)))


def dead_links(html: str) -> Iterator[str]:
    """The words of each link whose address was refused."""
    for link in _DEAD.finditer(html):
        yield _words(link[1])


def dead_pictures(html: str) -> Iterator[str]:
    """The words of each picture whose address was refused."""
    for tag in START_TAG.finditer(html) if "<img" in html else ():
        if tag[1] == "img" and value_of(tag[2], "src") is None:
            yield escapes.unescape(value_of(tag[2], "alt") or "")


def unseen_links(html: str) -> Iterator[str]:
    """The address of each link with nothing in it that a reader would see and take for one."""
    for link in _WHOLE_LINK.finditer(html):
        if any(map(str.isalnum, escapes.unescape(_ANY_TAG.sub("", link[2])))) or ' class="footnote-' in link[1]:
            continue
        pictures = (picture for picture in START_TAG.finditer(link[2]) if picture[1] == "img")
        address = value_of(link[1], "href")
        if address and not any(value_of(picture[2], "alt") for picture in pictures):
            yield address


def headings(html: str) -> Iterator[tuple[int, str, str]]:
    """The level, words and id of each heading that has an id."""
    for heading in _HEADING.finditer(html):
        id = value_of(heading[2], "id")
        if id is not None:
            yield int(heading[1]), _words(_NOTE.sub("", heading[3])), id


def ids(html: str) -> Iterator[str]:
    """Every id in a text, in order: what a link may lead to, notes and their marks among them."""
    for tag in _WITH_ID.finditer(html) if ' id="' in html else ():
        id = value_of(tag[1], "id")
        if id is not None:
            yield id


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
