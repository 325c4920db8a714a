"""Headings of a text: levels in order, and numbered as official documents are: 一、（一）1.（1）(GB/T 9704, R74)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Place, Problem
from mingbai.records.base import Heading
from mingbai.records.torn import Torn
from mingbai.rules.phrase import chinese
from mingbai.source.outline import NUMBERED

TOP = 2
"""The first level is the title, which stands in the front matter."""
COUNTS = {chinese(number): number for number in range(1, 200)}
LAST = 5
"""The deepest level that has a style of its own."""


class Numbering(NamedTuple):
    """The number of a heading: as written, and in which style (by level); how many it is, if that can be told."""

    written: str
    level: int
    value: int


def headings(corpus: PublicCorpus) -> Iterator[Problem]:
    """Headings start at ##, skip no level, and count in order (GB/T 9704-2012)."""
    yield from _headings(corpus.prose)


def internal_headings(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The same of intranet texts."""
    yield from _headings(corpus.prose)


def _headings(texts: Iterable[AnyEntry | Torn]) -> Iterator[Problem]:
    for entry in texts:
        if entry.body and not sound(entry.body.outline):
            yield from judged(entry.path, entry.body.headings)


@cache
def sound(outline: str) -> bool:
    """Whether headings with that outline are right, whatever they say after their numbers."""
    found = [Heading(int(each[0]), each[1:], "", 1, 1) for each in outline.split()]
    return not any(judged("", found))


def judged(path: str, found: Iterable[Heading]) -> Iterator[Problem]:
    """What is wrong with the headings of a text."""
    # A wrong level throws the numbers out too; they are looked at once the levels are right.
    yield from tuple(_levels(path, found)) or _numbers(path, found)


def _levels(path: str, found: Iterable[Heading]) -> Iterator[Problem]:
    before = TOP - 1
    for level, text, _, *spot in found:
        right = min(level, before + 1)
        if level < TOP or (before < TOP and level > TOP):
            yield Problem(
                Place(path, *spot),
                "heading/wrong-first-level",
                f"“{text}”是{level}级标题；文章的题目已经写在 title 里，正文里的标题从两个 # 写起",
                f"改为 ## {text}",
            )
        elif level > right:
            yield Problem(
                Place(path, *spot),
                "heading/skipped-level",
                f"“{text}”前面是 {level} 个 #，上一个标题是 {before} 个，中间跳了级",
                f"改为 {'#' * right} {text}",
            )
        before = max(level, TOP)


def _numbers(path: str, found: Iterable[Heading]) -> Iterator[Problem]:
    counts: dict[int, int] = {}
    for level, text, _, *spot in found:
        counts = {deeper: count for deeper, count in counts.items() if deeper <= level}
        if not TOP <= level <= LAST:
            continue
        expected = counts.get(level, 0) + 1
        right = number(level, expected)
        if text.startswith(right) and right[-1] in "、）":  # as most are; after “1.” a figure may follow
            counts[level] = expected
            continue
        numbering = numbered(text)
        if numbering is None:
            continue
        rest = text.removeprefix(numbering.written).lstrip()
        counts[level] = expected
        if numbering.written == right:
            continue
        place, hint = Place(path, *spot), f"改为 {'#' * level} {right}{rest}"
        if numbering.value != expected:
            message = f"“{text}”的序号应是 {right}，中间不能少，也不能重"
            yield Problem(place, "heading/number-out-of-order", message, hint)
        elif numbering.level == level:
            message = f"“{text}”的序号写法不对，应是 {right}（括号用全角，“一”后面用顿号，“1”后面用点）"
            yield Problem(place, "heading/number-form", message, hint)
        else:
            message = f"“{text}”前面是 {level} 个 #，序号应写成 {right}；从大到小依次是 一、（一）1.（1）"
            yield Problem(place, "heading/number-style", message, hint)


def numbered(text: str) -> Numbering | None:
    """The number a heading begins with; `None` if it begins with none.

    >>> numbered("(二)材料"), numbered("一次性告知")
    (Numbering(written='(二)', level=3, value=2), None)
    """
    match = NUMBERED.match(text)
    if not match:
        return None
    han, arabic, inner = match["han"], match["arabic"], match["inner"]
    level = 2 if han else 4 if arabic else 5 if inner.isdecimal() else 3
    return Numbering(match.group(), level, _count(han or arabic or inner))


@cache
def number(level: int, count: int) -> str:
    """The number a heading of that level should have.

    >>> number(2, 3), number(3, 11), number(4, 1), number(5, 2)
    ('三、', '（十一）', '1.', '（2）')
    """
    counted = chinese(count) if level < 4 else str(count)
    return {2: f"{counted}、", 3: f"（{counted}）", 4: f"{counted}.", 5: f"（{counted}）"}[level]


def _count(written: str) -> int:
    return int(written) if written.isdecimal() else COUNTS.get(written, 0)
