"""What one YAML scalar says: YAML 1.2 words and numbers, and lines of Chinese joined without a space."""

import re
from decimal import Decimal

import yaml
from yaml.events import ScalarEvent

from mingbai.source.text import _HIDDEN, EITHER, HAN
from mingbai.source.yaml_syntax import Saying

CHINESE_BREAK = re.compile(
    f"(?<=[{HAN}])[ \\t]*\\n[ \\t]*(?=[{HAN}{EITHER}])|(?<=[{EITHER}])[ \\t]*\\n[ \\t]*(?=[{HAN}])"
)
"""A line break between two Chinese characters: no space belongs there."""

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


def hidden(text: str) -> Saying | None:
    r"""Say which characters nobody can see an escape in double quotes made; as themselves no file may hold them.

    >>> hidden("\u4e2d"), hidden("\0\u202e").message
    (None, '双引号里的反斜杠写法变成了看不见的字符 U+0000、U+202E')
    """
    found = dict.fromkeys(_HIDDEN.findall(text))
    if not found:
        return None
    names = "、".join(f"U+{ord(character):04X}" for character in found)
    return Saying(
        "file/control-character",
        f"双引号里的反斜杠写法变成了看不见的字符 {names}",
        "删掉反斜杠和跟着它的那几个字；如果反斜杠是文字，把这一对双引号改成单引号：'…'",
    )


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
