"""Paragraphs of help, folded as Chinese is read: after a sign where one is near, never within a word or before a sign.

click folds at spaces alone, of which Chinese has none but around foreign words.
"""

import re
from collections.abc import Iterator

from mingbai.cli.table import NEVER_FIRST, columns

_OPENING = "（《“‘"
_UNIT = rf"[{_OPENING}]*(?:\[[^]]*\]|[!-~]+|[^ ])(?: \d+(?![\w./-]))?[{NEVER_FIRST}]*"
"""What stays on one line: what stands in brackets, a foreign word or a Chinese letter, with its signs and number.

A text, since only those who ask for help need what it compiles to."""
_NEAR = 0.4
"""A line may end after a sign if so much of it is full."""


def wrapped(
    text: str,
    width: int = 78,
    initial_indent: str = "",
    subsequent_indent: str = "",
    preserve_paragraphs: bool = False,
) -> str:
    """The text in lines of at most `width` columns; where paragraphs are preserved, an empty line parts them.

    >>> print(wrapped("没有也是一种结果，退出码是 0。往年没做完的也在里面，直到做完、取消或者交了为止。", 40))
    没有也是一种结果，退出码是 0。
    往年没做完的也在里面，直到做完、
    取消或者交了为止。
    """
    paragraphs = re.split(r"\n\s*\n", text) if preserve_paragraphs else [text]
    return "\n\n".join(
        "\n".join(_lines(_joined(paragraph), width, initial_indent, subsequent_indent)) for paragraph in paragraphs
    )


def _joined(paragraph: str) -> str:
    """Its lines as one, with a space only beside a foreign word."""
    lines = [line.strip() for line in paragraph.strip().splitlines()]
    text = lines[0] if lines else ""
    for line in lines[1:]:
        apart = line[:1].isascii() or text[-1:].isascii()
        text += f" {line}" if apart and text[-1:] not in NEVER_FIRST else line
    return text


def _lines(text: str, width: int, first: str, more: str) -> Iterator[str]:
    start, end, sign = 0, 0, 0
    indent = first
    for unit in re.finditer(_UNIT, text):
        room = width - columns(indent)
        if end > start and columns(text[start : unit.end()]) > room:
            cut = sign if sign and columns(text[start:sign]) >= room * _NEAR else end
            yield indent + text[start:cut].rstrip()
            start, sign, indent = cut + len(text[cut:]) - len(text[cut:].lstrip()), 0, more
        end = unit.end()
        sign = end if text[end - 1] in NEVER_FIRST else sign
    yield indent + text[start:].rstrip()
