"""What is wrong with a text that came out all the same, in words.

Law: a fault stands where it was typed; what was meant for a reader and does not come out as it was meant is one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.source.located import Spot
from mingbai.source.markdown_bare import bare_addresses
from mingbai.source.markdown_habit import by_sign, short, shown
from mingbai.source.markdown_html import dead_links, dead_pictures, pictures, unseen_links
from mingbai.source.markdown_limits import Fault
from mingbai.source.markdown_lines import LINES
from mingbai.source.markdown_local import refused
from mingbai.source.markdown_lost import (
    flat,
    indented,
    lost_lists,
    lost_notes,
    lost_oldids,
    lost_stars,
    lost_tables,
    odd_rows,
    repeated_notes,
    unused_notes,
)
from mingbai.source.markdown_spots import Spots
from mingbai.source.markdown_tags import TAGGED, lost_attributes
from mingbai.source.markdown_words import WORDS

HABITS = by_sign((*WORDS, *LINES, *TAGGED))
"""All habits that are told; where there is no sign of one, it costs a look."""

_NO_PICTURE = re.compile(
    r"#|[^?#]*\.(?!(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)(?![a-z0-9]))[a-z0-9]+(?:[?#]|$)", re.IGNORECASE
)
"""An address at which there is no picture. Those of a kind that is not taken are told of as attachments."""
_LEFT_OPEN = re.compile(r"【填[：:][^】\n]*】")


def of_links(html: str, spots: Spots, led: Sequence[tuple[str, int]], remote: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the links and pictures; `led` are those that came out, `remote` those that were left out."""
    for target, index in zip(remote, spots.of_links(remote), strict=True):
        yield _remote_picture(target, spots.of(index))
    for words in dead_links(html):
        index = spots.next(f"[{words}](", words, skip=len(words) + 3)
        yield refused(words, spots.text, index, spots.of(index))
    for words in dead_pictures(html):
        index = spots.next(f"![{words}](", words, skip=len(words) + 4)
        yield refused(words, spots.text, index, spots.of(index), picture=True)
    unseen = list(unseen_links(html))
    for target, index in zip(unseen, spots.of_links(unseen), strict=True):
        yield _unseen_link(target, spots.of(index))
    for number, words in pictures(html):
        target, index = led[number]
        spot = spots.of(spots.picture(index))
        if _NO_PICTURE.match(target):
            yield _no_picture(words.strip(), target, spot)
        elif not any(map(str.isalnum, words)):
            yield _mute_picture(target, spot)


def of_text(text: str, html: str, spots: Spots, ids: Sequence[str]) -> Iterator[Fault]:
    """What came out as it was typed, or not as it was meant."""
    yield from shown(HABITS, html, spots)
    yield from bare_addresses(html, spots)
    for index, typed in lost_attributes(spots.text):
        yield _lost_attribute(typed, spots.of(index))
    yield from _of_lists(html, spots)
    yield from _of_tables(html, spots)
    yield from _of_names(html, spots, ids)
    for match in _LEFT_OPEN.finditer(text):
        yield _left_open(match[0], spots.of(match.start()))
    for words in indented(html):
        yield _indented(spots.of(spots.code(words)))
    yield from _of_stars(html, spots)


def _of_stars(html: str, spots: Spots) -> Iterator[Fault]:
    """Stars that are printed, unless each has a backslash before it."""
    escaped, after = "\\*" in spots.text, 0
    for typed in lost_stars(html):
        found = (spots.text.find(form, after) for form in (typed, typed if escaped else typed[:3]))
        index = next((each for each in found if each >= 0), -1)
        if index >= 0:
            after = index + 2
            yield _lost_stars(typed, spots.of(index))


def _of_lists(html: str, spots: Spots) -> Iterator[Fault]:
    for start in lost_lists(html):
        indent = len(start) - len(start.lstrip())
        yield _lost_list(spots.of(spots.next(f"\n{start}", start, skip=1 + indent)))
    for index, is_item in flat(spots.text):
        yield _flat_item(spots.of(index)) if is_item else _flat_paragraph(spots.of(index))


def _of_tables(html: str, spots: Spots) -> Iterator[Fault]:
    for start in lost_tables(html):
        yield _lost_table(spots.of(spots.next(start)))
    for index, more in odd_rows(spots.text):
        yield _lost_cell(spots.of(index)) if more > 0 else _missing_cell(-more, spots.of(index))


def _of_names(html: str, spots: Spots, ids: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with ids and with the names of notes; a note after a full-width colon is told as that alone."""
    for id, times in Counter(ids).items():
        if times > 1:
            yield _same_id(id, spots.of(spots.last(id, "oldids")))
    for typed in lost_oldids(html):
        yield _lost_oldids(spots.of(spots.next(typed)))
    for name in lost_notes(html):
        if f"[^{name}]：" not in spots.text:
            yield _lost_note(name, spots.of(spots.next(f"[^{name}]")))
    for name in unused_notes(html, ids):
        yield _unused_note(name, spots.of(spots.next(f"[^{name}]:")))
    for name in repeated_notes(spots.text):
        yield _repeated_note(name, spots.of(spots.last(f"[^{name}]:")))


def _remote_picture(target: str, spot: Spot) -> Fault:
    """A picture from elsewhere tells another host who reads the page, and goes when that host does."""
    hint = "把图片存进 files/ 文件夹，从本文所在的文件夹写起，例如 ../../../files/photos/desks.jpg"
    return Fault(*spot, "markdown/remote-picture", f"图片“{target}”在别的网站上", hint)


def _unseen_link(target: str, spot: Spot) -> Fault:
    """A link that no reader sees is there for search engines: how a site that was broken into advertises (暗链)."""
    hint = "不知道它从哪里来就删掉；是自己要的，方括号里写上字"
    return Fault(*spot, "markdown/unseen-link", f"到“{target}”的链接，读者看不见", hint)


def _no_picture(words: str, target: str, spot: Spot) -> Fault:
    """A form or a text is no picture, and a browser shows a broken one in its place."""
    words = words or target.rsplit("/", 1)[-1]
    hint = f"写成 [{words}]({target})，前面不加感叹号"
    return Fault(*spot, "markdown/not-a-picture", f"“{words}”不是图片，显示不出来", hint)


def _mute_picture(target: str, spot: Spot) -> Fault:
    """Who cannot see a picture has it read aloud; without words there is nothing to read."""
    hint = f"方括号里写图上有什么，例如 ![三楼的阅览桌]({target})"
    return Fault(*spot, "markdown/mute-picture", f"图片“{target}”没有文字说明，看不见图的人不知道是什么", hint)


def _lost_list(spot: Spot) -> Fault:
    """A list right under a line of text is more text to the parser, and comes out as one paragraph."""
    return Fault(*spot, "markdown/lost-list", "这里的列表会和上面的文字连成一段", "在列表前面空一行")


def _flat_item(spot: Spot) -> Fault:
    """A sub-list indented by two or three spaces, as CommonMark has it, comes out on the level above."""
    return Fault(
        *spot, "markdown/flat-list", "这一项前面的空格不够，会和上一项排在同一层", "要排在上一项下面，前面空四格"
    )


def _flat_paragraph(spot: Spot) -> Fault:
    """A paragraph of an item, indented so, ends the list."""
    message = "这一段缩进不够，不会排进上面那一项里，后面的项也会断开"
    return Fault(*spot, "markdown/flat-list", message, "这一段前面空四格；不属于那一项的，前面不空")


def _left_open(question: str, spot: Spot) -> Fault:
    """A draft asks where only people know; a question that nobody answered is no answer."""
    return Fault(*spot, "markdown/left-open", f"“{question}”还没有填", "照实写上答案，括号一起换掉；没有就写没有")


def _lost_table(spot: Spot) -> Fault:
    """A table right under a line of text, or without a rule that fits its head, comes out as typed."""
    hint = "在表格前面空一行；表头下面要有一行 |---|---|，列数和表头一样"
    return Fault(*spot, "markdown/lost-table", "这里的表格没有排成表格", hint)


def _lost_cell(spot: Spot) -> Fault:
    """A row has as many cells as the head, whatever was typed."""
    hint = "删掉多的一格，或者在表头和 |---|---| 那行各补一格；格里要写竖线，写成 \\|"
    return Fault(*spot, "markdown/lost-cell", "这一行的格数比表头多，多的印不出来", hint)


def _missing_cell(number: int, spot: Spot) -> Fault:
    """What follows a cell that was left out stands under another head."""
    hint = f"补上少的；没有内容的格也要留着，写成{' |' * (number + 1)}"
    return Fault(*spot, "markdown/missing-cell", f"这一行比表头少 {number} 格，内容可能对错了栏", hint)


def _indented(spot: Spot) -> Fault:
    """A paragraph indented as on paper is code for the parser; nobody writes code in Chinese."""
    message = "段首空了四格，这一段会照原样排成等宽的字，也不换行"
    return Fault(*spot, "markdown/indented", message, "删掉段首的空格；段首由网站排")


def _lost_attribute(typed: str, spot: Spot) -> Fault:
    """How the site looks is decided once, not in each text."""
    message = f"“{short(typed)}”没有作用，会去掉"
    return Fault(*spot, "markdown/lost-attributes", message, "删掉它；颜色、大小、位置由网站统一")


def _lost_stars(typed: str, spot: Spot) -> Fault:
    """Stars with a space inside them, or in two paragraphs, make nothing bold; those in a name are typed otherwise."""
    words = typed.strip("* 　")
    hint = r"加粗写成 **要紧的字**，前后各两个星号，在同一段里；名字里代替字的星号，写成 张\*\*"
    if words and typed.endswith("**"):
        hint = f"写成 **{words}**，星号贴着字；上下有 <div> 这样的标签，一起删掉"
    return Fault(*spot, "markdown/lost-emphasis", f"“{short(typed.strip())}”没有变成粗体，会原样印出来", hint)


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


def _unused_note(name: str, spot: Spot) -> Fault:
    """A note that nothing leads to stands at the foot of the page, and its way back leads nowhere."""
    return Fault(
        *spot,
        "markdown/unused-note",
        f"正文里没有 [^{name}]，读者不知道这条注说的是哪里",
        f"在要注的字后面写 [^{name}]；不要的注删掉",
    )


def _repeated_note(name: str, spot: Spot) -> Fault:
    """Of several notes with one name only the last comes out."""
    return Fault(
        *spot,
        "markdown/repeated-note",
        f"有两条注都叫 [^{name}]，只有最后一条印得出来",
        "给其中一条换个名字，正文里的也换",
    )
