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
from collections import Counter

import markdown
import nh3
from msgspec import Struct

from mingbai.source.markdown_dialect import convert
from mingbai.source.markdown_html import (
    clean,
    dead_links,
    headings,
    ids,
    links,
    mute_pictures,
    resolve,
    unseen_links,
    without_remote_pictures,
)
from mingbai.source.markdown_limits import Fault, beyond
from mingbai.source.markdown_lines import Lines
from mingbai.source.markdown_lost import lost_lists, lost_notes, lost_oldids, lost_tables
from mingbai.source.markdown_tel import callable_numbers

__all__ = ["Fault", "Heading", "Link", "Rendered", "digest", "render", "resolve"]

DIALECT = "3"
"""Raise it with every change of what comes out, so that no older HTML is taken from a cache."""

_CLEANER_VERSION: str = nh3.__version__  # type: ignore[attr-defined]  # its stub forgets it
_VERSIONS = "\n".join((DIALECT, markdown.__version__, _CLEANER_VERSION, platform.python_version(), ""))
_NOTE_ID = re.compile(r"fn(?:ref[0-9]*)?:")
_FLAT_LIST = re.compile(r"^(?:[-*+]|[0-9]{1,2}\.) [^\n]*\n {2,3}(?:[-*+]|[0-9]{1,2}\.) (?=\S)", re.MULTILINE)
_LEFT_OPEN = re.compile(r"【填[：:][^】\n]*】")


class Link(Struct, frozen=True):
    """A link or a picture: the address as written, and its line (1 is the first of the body)."""

    target: str
    line: int


class Heading(Struct, frozen=True):
    """A heading: its level (1 to 6), words, id and line."""

    level: int
    text: str
    id: str
    line: int


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
    (Link(target='../fees/a.yaml', line=1),)
    """
    fault = beyond(text)
    if fault:
        return Rendered("", faults=(fault,))
    try:
        html = convert(text)
    except Exception:  # the library's parser is not ours, and no text may show an editor a traceback
        hint = "先删掉一半内容再试，找出是哪一段；把那一段写得简单些"
        return Rendered("", faults=(Fault(1, "markdown/unreadable", "正文里有解析器读不懂的写法", hint),))
    return finish(text, html)


def finish(text: str, html: str) -> Rendered:
    """Clean the HTML that a text became, and read it."""
    html, remote = without_remote_pictures(clean(html))
    lines = Lines(text)
    targets = list(links(html))
    led = lines.of_links(targets)
    unseen = list(unseen_links(html))
    titles = list(headings(html))
    named = list(ids(html))
    own = {id for _, _, id in titles}
    faults = [
        *(_remote_picture(target, line) for target, line in zip(remote, lines.of_links(remote), strict=True)),
        *(_dead_link(words, lines.find(words)) for words in dead_links(html)),
        *(_unseen_link(target, line) for target, line in zip(unseen, lines.of_links(unseen), strict=True)),
        *(_mute_picture(targets[index], led[index]) for index in mute_pictures(html)),
        *(_lost_list(lines.find(f"\n{start}") + 1) for start in lost_lists(html)),
        *(_flat_list(lines.of(match.end())) for match in _FLAT_LIST.finditer(text)),
        *(_left_open(match[0], lines.of(match.start())) for match in _LEFT_OPEN.finditer(text)),
        *(_lost_table(lines.find(start)) for start in lost_tables(html)),
        *(_same_id(id, lines.find_last(id)) for id, times in Counter(named).items() if times > 1),
        *(_lost_oldids(lines.find(typed)) for typed in lost_oldids(html)),
        *(_lost_note(name, lines.find(f"[^{name}]")) for name in lost_notes(html)),
    ]
    return Rendered(
        callable_numbers(html),
        tuple(Link(target, line) for target, line in zip(targets, led, strict=True)),
        tuple(
            Heading(*title, line)
            for title, line in zip(titles, lines.of_headings([words for _, words, _ in titles]), strict=True)
        ),
        tuple(dict.fromkeys(id for id in named if id not in own and not _NOTE_ID.match(id))),
        tuple(sorted(faults, key=lambda fault: (fault.line, fault.code, fault.message))),
    )


def digest(text: str) -> str:
    """The key under which the HTML of a text may be kept: it changes with the text, the dialect and the libraries."""
    return hashlib.sha256((_VERSIONS + text).encode()).hexdigest()


def _remote_picture(target: str, line: int) -> Fault:
    """A picture from elsewhere tells another host who reads the page, and goes when that host does."""
    hint = "把图片存进 files/ 文件夹，这里写它的相对路径"
    return Fault(line, "markdown/remote-picture", f"图片“{target}”在别的网站上", hint)


def _dead_link(words: str, line: int) -> Fault:
    """An address that is none on the web (a path on someone's computer, a script) would leave a link that is none."""
    hint = "网址以 https:// 开头；站内的文件写相对路径，例如 ../fees/a.yaml"
    return Fault(line, "markdown/bad-address", f"链接“{words}”的地址不能用", hint)


def _unseen_link(target: str, line: int) -> Fault:
    """A link that no reader sees is there for search engines: how a site that was broken into advertises (暗链)."""
    hint = "不知道它从哪里来就删掉；是自己要的，方括号里写上字"
    return Fault(line, "markdown/unseen-link", f"到“{target}”的链接，读者看不见", hint)


def _mute_picture(target: str, line: int) -> Fault:
    """Who cannot see a picture has it read aloud; without words there is nothing to read."""
    hint = f"方括号里写图上有什么，例如 ![三楼的阅览桌]({target})"
    return Fault(line, "markdown/mute-picture", f"图片“{target}”没有文字说明，看不见图的人不知道是什么", hint)


def _lost_list(line: int) -> Fault:
    """A list right under a line of text is more text to the parser, and comes out as one paragraph."""
    return Fault(line, "markdown/lost-list", "这里的列表会和上面的文字连成一段", "在列表前面空一行")


def _flat_list(line: int) -> Fault:
    """A sub-list indented by two or three spaces, as CommonMark has it, comes out on the level above."""
    return Fault(line, "markdown/flat-list", "子项缩进不够，会与上一项排在同一层", "子项前面空四格")


def _left_open(question: str, line: int) -> Fault:
    """A draft asks where only people know; a question that nobody answered is no answer."""
    return Fault(line, "markdown/left-open", f"“{question}”还没有填", "照实写上答案，括号一起换掉；没有就写没有")


def _lost_table(line: int) -> Fault:
    """A table right under a line of text, or with a rule that does not fit its head, comes out as typed."""
    hint = "在表格前面空一行；第二行 |---|---| 的列数要和表头一样"
    return Fault(line, "markdown/lost-table", "这里的表格没有排成表格", hint)


def _same_id(id: str, line: int) -> Fault:
    """Of two places with one id a browser finds the first, and the old name of a heading may be another's now."""
    hint = "现在的标题已经叫这个名字的，oldids 里就不写它；一个名字只写一处"
    return Fault(line, "markdown/same-id", f"本文里有两处都叫 #{id}，链接只找得到前一处", hint)


def _lost_oldids(line: int) -> Fault:
    """Only at the end of a heading, after a space and in plain braces, is it taken for what it is."""
    hint = '写在标题那一行最后，前面空一格，花括号用英文的，例如 ## 新标题 {oldids="旧标题"}'
    return Fault(line, "markdown/lost-oldids", "这里的 oldids 没有起作用，会原样印在网页上", hint)


def _lost_note(name: str, line: int) -> Fault:
    """A mark without its note comes out as it was typed."""
    return Fault(line, "markdown/missing-note", f"没有名为“{name}”的脚注", f"另起一段写 [^{name}]: 注的内容")
