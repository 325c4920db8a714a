r"""Bytes to text: UTF-8 only, `\n` only, nothing invisible.

Rule 1: a file is UTF-8 or it is refused; guessing an encoding publishes 乱码.
Rule 2: what an editor cannot see (NUL, control characters, zero-width marks, exotic line breaks) is refused where
it stands, because two names that look the same must be the same, and our line numbers must be the editor's.
Hence every later step counts lines by `\n` and never meets an undecodable or a hidden character.
"""

import re
from itertools import islice

from mingbai.problem import Place, Problem
from mingbai.source.located import Spot

MAX_BYTES = 1 << 20
MAX_SPOTS = 20

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters; tab and line feed are text
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # no width, or turn the direction round
    "\u2028\u2029\ufffe\uffff\ud800-\udfff]"  # line breaks no editor shows as such, and no characters at all
)
_LOST = "\ufffd"

HAN = (
    "\u2e80-\u2fff\u3001-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
)
"""Chinese characters and full-width marks, for use between [ and ] in a regular expression."""

EITHER = "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
"""Marks (“”‘’—…·) that are Chinese beside a Chinese character."""


def decode(path: str, raw: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    r"""Read a file's bytes as text, or say what is wrong with them.

    >>> decode("a.md", b"\xef\xbb\xbftitle\r\n")
    ('title\n', ())
    """
    if len(raw) > MAX_BYTES:
        return None, (_too_large(path, len(raw)),)
    raw = raw.removeprefix(_BOM)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, raw, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = _hidden(path, text)
    return (None, problems) if problems else (text, ())


def spot_at(text: str, index: int) -> Spot:
    r"""The line and column of the character at `index`, counted from 1.

    >>> spot_at("甲\n乙丙", 3)
    (2, 2)
    """
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, start) + 1, index - start + 1


def place_at(path: str, text: str, index: int) -> Place:
    """The same in a file."""
    return Place(path, *spot_at(text, index))


def _too_large(path: str, size: int) -> Problem:
    """Refuse a file nobody wrote by hand; parsers downstream rely on the bound."""
    return Problem(
        Place(path),
        "file/too-large",
        f"文件有 {size / MAX_BYTES:.1f} MB，超过了 1 MB",
        hint="把它拆成几个文件；图片和表格作为附件存放，不要贴在文字里",
    )


def _not_utf8(path: str, raw: bytes, index: int) -> Problem:
    """Name the line where UTF-8 breaks, and the encoding the file seems to have."""
    start = raw.rfind(b"\n", 0, index) + 1
    place = Place(path, raw.count(b"\n", 0, start) + 1, len(raw[start:index].decode("utf-8", "replace")) + 1)
    how = "用 UTF-8 重新保存：在记事本里“另存为”，编码选 UTF-8"
    if raw.startswith(_UTF16):
        message, hint = "文件是 UTF-16 编码（记事本里叫 Unicode），不是 UTF-8", how
    elif _decodes(raw, "gb18030"):
        either = _decodes(raw, "big5")
        message = "文件不是 UTF-8 编码，像是 GBK（记事本里叫 ANSI）" + ("，也可能是 Big5（繁体）" if either else "")
        again = "，字不对就选 Big5，字对了再" if either else "，再"
        hint = how + f"；在 VS Code 里先“通过编码重新打开”选 GB 18030{again}“通过编码保存”选 UTF-8"
    else:
        message, hint = "文件不是 UTF-8 编码的文字，从这里起读不出来", "确认这是文字文件，没有损坏；" + how
    return Problem(place, "file/encoding", message, hint=hint)


def _decodes(raw: bytes, encoding: str) -> bool:
    """Whether the bytes make sense in an encoding."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _hidden(path: str, text: str) -> tuple[Problem, ...]:
    """Name each character nobody can see, and each one that was lost when someone converted the file."""
    problems = [_hidden_at(path, text, match) for match in islice(_HIDDEN.finditer(text), MAX_SPOTS)]
    if _LOST in text:
        problems.append(
            Problem(
                place_at(path, text, text.index(_LOST)),
                "file/encoding",
                "这里有替换字符“\ufffd”，原来的字在转换编码时已经丢失",
                hint="对照原稿把这个字补上；再用 UTF-8 保存",
            )
        )
    return tuple(problems)


def _hidden_at(path: str, text: str, match: re.Match[str]) -> Problem:
    """Say which hidden character stands where."""
    return Problem(
        place_at(path, text, match.start()),
        "file/control-character",
        f"这里有一个看不见的字符 U+{ord(match.group()):04X}",
        hint="删掉它（光标放到这个位置，前后各删一个字再重新输入）；从 Word 或网页粘贴时请选“只保留文本”",
    )
