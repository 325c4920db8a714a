"""What one YAML scalar says: YAML 1.2 words and numbers, and lines of Chinese joined without a space."""

import re
from decimal import Decimal

import yaml
from yaml.events import ScalarEvent

from mingbai.source.text import CHINESE_BREAK

Value = str | int | Decimal | bool | None

_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_MAX_DIGITS = 18


def plain(text: str) -> Value:
    """Read a scalar without quotes; a number longer than any amount of money is a number someone copied, so text.

    >>> plain("200"), plain("1.10"), plain("0012"), plain("yes"), plain("true")
    (200, Decimal('1.10'), '0012', 'yes', True)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789":
        match = _NUMBER.fullmatch(text)
        if match and len(text) <= _MAX_DIGITS + 2 and sum(map(str.isdigit, text)) <= _MAX_DIGITS:
            return Decimal(text) if match[1] else int(text)
    return text


def rejoin(raw: str, text: str) -> str:
    """Read a plain or quoted scalar of several lines again, with no break between two Chinese characters."""
    joined = CHINESE_BREAK.sub("", raw)
    if joined == raw:
        return text
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return next((str(event.value) for event in yaml.parse(joined, Loader=loader) if type(event) is ScalarEvent), text)


def unfold(raw: str, text: str) -> str:
    """Take out the space that folding (`>`) put between two Chinese characters.

    The lines of the source stand in the folded text one after the other, with nothing but white space between.
    """
    pieces: list[str] = []
    end = 0
    for line in raw.split("\n")[1:]:
        body = line.strip(" ")
        start = text.find(body, end)
        if start < 0:
            break
        gap = text[end:start]
        if gap.strip(" ") or not (end and body and CHINESE_BREAK.search(f"{text[end - 1]}\n{body[0]}")):
            pieces.append(gap)
        pieces.append(body)
        end = start + len(body)
    return "".join(pieces) + text[end:]
