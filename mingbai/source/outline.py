"""The outline of a text: how deep its headings stand, and the number each begins with.

Thousands of texts have the same few outlines, so what is judged of one is judged of all that have it.
"""

import re
from collections.abc import Iterable

HAN = "一二三四五六七八九十百零"
NUMBERED = re.compile(
    rf"(?P<han>[{HAN}]+)[、.．，,]"
    r"|(?P<arabic>\d{1,3})[.．、](?!\d)"
    rf"|[（(](?P<inner>[{HAN}]+|\d{{1,3}})[）)]"
)
"""A number before a heading, in any style that somebody may have meant."""


def outline(headings: Iterable[tuple[int, str]]) -> str:
    """The outline of headings, each with its level and its words.

    >>> outline([(2, "一、材料"), (3, "（一）原件"), (2, "怎么办")])
    '2一、 3（一） 2'
    """
    return " ".join([f"{level}{_number(text)}" for level, text in headings])


def _number(text: str) -> str:
    found = NUMBERED.match(text)
    return found.group() if found else ""
