"""Habits of those who know HTML: tags and attributes that the cleaner takes out (`markdown_html`).

What goes in silence looks right in the source, and its writer finds out on the published page, or never.
"""

import re
from collections.abc import Iterator

from mingbai.source.markdown_habit import ANYHOW, Habit
from mingbai.source.markdown_html import TAGS

_TAG = "markdown/lost-tag"
_LOOKS = "font|center|big|tt|strike|blink|marquee|basefont|nobr"
_ALIVE = (
    "script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|label|video|audio|svg"
    "|canvas|link|meta|base"
)
_KNOWN = "|".join((*TAGS.split(), _LOOKS, _ALIVE))


_OPENED = re.compile(rf"(?i:<({TAGS.replace(' ', '|')})(?=\s)([^<>]*))")
_ATTRIBUTE = re.compile(r"""(?<=\s)([A-Za-z-]++)\s*+=\s*+(?:"[^"<>\n]*"|'[^'<>\n]*'|[^\s"'<>]+)""")
_IDLE = re.compile("style|color|bgcolor|on[a-z]+", re.IGNORECASE)
_PLACED = re.compile("p|div|h[1-6]|table|img|span", re.IGNORECASE)


def _tag(names: str) -> str:
    return rf"(?i:<({names})(?=[\s/>])[^<>]*>)"


def lost_attributes(text: str) -> Iterator[tuple[int, str]]:
    """Where each attribute stands that is taken out of a tag that stays, and how it was typed."""
    for tag in _OPENED.finditer(text) if "=" in text else ():
        for found in _ATTRIBUTE.finditer(text, tag.start(2), tag.end()):
            if _IDLE.fullmatch(found[1]) or (found[1].lower() == "align" and _PLACED.fullmatch(tag[1])):
                yield found.start(), found[0]


TAGGED = (
    Habit(
        ("<",),
        (_tag(_LOOKS)),
        _TAG,
        "<{1}> 没有作用，颜色、大小、位置由网站统一",
        "删掉 <{1}> 和 </{1}>；要让人注意，写成 **要紧的字**",
        ANYHOW,
    ),
    Habit(
        ("<",),
        (_tag(_ALIVE)),
        _TAG,
        "<{1}> 不能放进正文，会去掉",
        "删掉它；录像、表单、别的网页，写成链接 [名称](https://…)",
        ANYHOW,
    ),
    Habit(
        ("<",),
        (_tag(rf"(?!(?:{_KNOWN})[\s/>])[a-z][a-z0-9-]*(?::[a-z]+)?")),
        _TAG,
        "<{1}> 会被当成网页的标签去掉，印不出来",
        "不要的删掉；要印出来，尖括号打成全角的：＜{1}＞",
        ANYHOW,
    ),
    Habit(
        (":",),
        r"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])",
        "markdown/emoji",
        "“{0}”不会变成表情，会原样印出来",
        "删掉它；要一个符号，直接打出来，例如 ☎",
    ),
)
"""What is looked for in tags."""
