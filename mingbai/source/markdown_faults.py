"""What is wrong with a text that came out all the same, in words.

Law: a fault stands where it was typed; what was meant for a reader and does not come out as it was meant is one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.source.located import Spot
from mingbai.source.markdown_html import dead_links, mute_pictures, unseen_links
from mingbai.source.markdown_limits import Fault
from mingbai.source.markdown_lost import lost_lists, lost_notes, lost_oldids, lost_tables
from mingbai.source.markdown_spots import Spots

_FLAT_LIST = re.compile(r"^(?:[-*+]|[0-9]{1,2}\.) [^\n]*\n( {2,3})(?:[-*+]|[0-9]{1,2}\.) (?=\S)", re.MULTILINE)
_LEFT_OPEN = re.compile(r"【填[：:][^】\n]*】")


def of_links(html: str, spots: Spots, led: Sequence[tuple[str, int]], remote: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the links and pictures; `led` are those that came out, `remote` those that were left out."""
    for target, index in zip(remote, spots.of_links(remote), strict=True):
        yield _remote_picture(target, spots.of(index))
    for words in dead_links(html):
        yield _dead_link(words, spots.of(spots.next(f"[{words}](", words, skip=len(words) + 3)))
    unseen = list(unseen_links(html))
    for target, index in zip(unseen, spots.of_links(unseen), strict=True):
        yield _unseen_link(target, spots.of(index))
    for number in mute_pictures(html):
        target, index = led[number]
        yield _mute_picture(target, spots.of(spots.picture(index)))


def of_text(text: str, html: str, spots: Spots, ids: Sequence[str]) -> Iterator[Fault]:
    """What came out as it was typed, or not as it was meant."""
    for start in lost_lists(html):
        indent = len(start) - len(start.lstrip())
        yield _lost_list(spots.of(spots.next(f"\n{start}", start, skip=1 + indent)))
    for match in _FLAT_LIST.finditer(text):
        yield _flat_list(spots.of(match.end(1)))
    for match in _LEFT_OPEN.finditer(text):
        yield _left_open(match[0], spots.of(match.start()))
    for start in lost_tables(html):
        yield _lost_table(spots.of(spots.next(start)))
    for id, times in Counter(ids).items():
        if times > 1:
            yield _same_id(id, spots.of(spots.last(id, "oldids")))
    for typed in lost_oldids(html):
        yield _lost_oldids(spots.of(spots.next(typed)))
    for name in lost_notes(html):
        yield _lost_note(name, spots.of(spots.next(f"[^{name}]")))


def _remote_picture(target: str, spot: Spot) -> Fault:
    """A picture from elsewhere tells another host who reads the page, and goes when that host does."""
    hint = "把图片存进 files/ 文件夹，这里写它的相对路径"
    return Fault(*spot, "markdown/remote-picture", f"图片“{target}”在别的网站上", hint)


def _dead_link(words: str, spot: Spot) -> Fault:
    """An address that is none on the web (a path on someone's computer, a script) would leave a link that is none."""
    hint = "网址以 https:// 开头；站内的文件写相对路径，例如 ../fees/a.yaml"
    return Fault(*spot, "markdown/bad-address", f"链接“{words}”的地址不能用", hint)


def _unseen_link(target: str, spot: Spot) -> Fault:
    """A link that no reader sees is there for search engines: how a site that was broken into advertises (暗链)."""
    hint = "不知道它从哪里来就删掉；是自己要的，方括号里写上字"
    return Fault(*spot, "markdown/unseen-link", f"到“{target}”的链接，读者看不见", hint)


def _mute_picture(target: str, spot: Spot) -> Fault:
    """Who cannot see a picture has it read aloud; without words there is nothing to read."""
    hint = f"方括号里写图上有什么，例如 ![三楼的阅览桌]({target})"
    return Fault(*spot, "markdown/mute-picture", f"图片“{target}”没有文字说明，看不见图的人不知道是什么", hint)


def _lost_list(spot: Spot) -> Fault:
    """A list right under a line of text is more text to the parser, and comes out as one paragraph."""
    return Fault(*spot, "markdown/lost-list", "这里的列表会和上面的文字连成一段", "在列表前面空一行")


def _flat_list(spot: Spot) -> Fault:
    """A sub-list indented by two or three spaces, as CommonMark has it, comes out on the level above."""
    return Fault(*spot, "markdown/flat-list", "子项缩进不够，会与上一项排在同一层", "子项前面空四格")


def _left_open(question: str, spot: Spot) -> Fault:
    """A draft asks where only people know; a question that nobody answered is no answer."""
    return Fault(*spot, "markdown/left-open", f"“{question}”还没有填", "照实写上答案，括号一起换掉；没有就写没有")


def _lost_table(spot: Spot) -> Fault:
    """A table right under a line of text, or with a rule that does not fit its head, comes out as typed."""
    hint = "在表格前面空一行；第二行 |---|---| 的列数要和表头一样"
    return Fault(*spot, "markdown/lost-table", "这里的表格没有排成表格", hint)


def _same_id(id: str, spot: Spot) -> Fault:
    """Of two places with one id a browser finds the first, and the old name of a heading may be another's now."""
    hint = "现在的标题已经叫这个名字的，oldids 里就不写它；一个名字只写一处"
    return Fault(*spot, "markdown/same-id", f"本文里有两处都叫 #{id}，链接只找得到前一处", hint)


def _lost_oldids(spot: Spot) -> Fault:
    """Only at the end of a heading, after a space and in plain braces, is it taken for what it is."""
    hint = '写在标题那一行最后，前面空一格，花括号用英文的，例如 ## 新标题 {oldids="旧标题"}'
    return Fault(*spot, "markdown/lost-oldids", "这里的 oldids 没有起作用，会原样印在网页上", hint)


def _lost_note(name: str, spot: Spot) -> Fault:
    """A mark without its note comes out as it was typed."""
    return Fault(*spot, "markdown/missing-note", f"没有名为“{name}”的脚注", f"另起一段写 [^{name}]: 注的内容")
