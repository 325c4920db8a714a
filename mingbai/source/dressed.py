"""A text as a reader meets it: without tags, emphasis and escapes; and where in the text as typed each part stands."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate, pairwise

_DRESSED = re.compile(r"<[A-Za-z/!]|&#?\w+;|[*_~`]|\\[ux\d*_-]")
_TAG = re.compile(r"[<*_~`](?:(?<!<)[*_~`]*|/?[A-Za-z][^<>\n]*>|!--.{0,1000}?-->)")
"""It begins with one of some letters, whatever it is, so that all else is passed over in C. Nobody writes longer
remarks on one line; without an end, a line of nothing but their beginnings would take time in the square of its length.
"""
_ENTITY = re.compile("&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([-*_.]))")
_Match = re.Match[str]
_UNDONE: tuple[tuple[re.Pattern[str], Callable[[_Match], str]], ...] = (
    (_TAG, lambda _: ""),
    (_ENTITY, lambda entity: html.unescape(entity[0])),
    (_ESCAPE, lambda escape: escape[3] or chr(int(escape[1] or escape[2], 16))),
)
"""What is taken off, one after the other, and what is left of it."""


def is_dressed(text: str) -> bool:
    """Whether a reader may meet something else than what is typed."""
    return bool(_DRESSED.search(text))


class Undressed:
    r"""The bare text of what was typed.

    >>> found = Undressed("1<b>3</b>8**0013**80&#48;\\x30号")
    >>> found.text, found.typed_at(2), found.typed_at(11)
    ('13800138000号', 9, 29)
    """

    def __init__(self, typed: str) -> None:
        self._stages = [typed]
        for pattern, left in _UNDONE:
            self._stages.append(pattern.sub(left, self._stages[-1]))

    @property
    def text(self) -> str:
        """What a reader meets."""
        return self._stages[-1]

    def typed_at(self, index: int) -> int:
        """Where that character of the text begins in what was typed."""
        for came, went in reversed(self._cuts):
            cut = bisect_right(came, index) - 1
            index += went[cut] - came[cut]
        return index

    @cached_property
    def _cuts(self) -> list[tuple[list[int], list[int]]]:
        """For each step the indices after and before it between which nothing moved against its neighbour."""
        return [_cut(stage, *step) for stage, step in zip(self._stages, _UNDONE, strict=False)]


def _cut(text: str, pattern: re.Pattern[str], left: Callable[[_Match], str]) -> tuple[list[int], list[int]]:
    found = [(match.start(), match.end(), len(left(match))) for match in pattern.finditer(text)]
    went = [0, *(index for start, end, _ in found for index in (start, end))]
    steps = pairwise(went)
    kept = (end - start if number % 2 == 0 else found[number // 2][2] for number, (start, end) in enumerate(steps))
    return [0, *accumulate(kept)], went
