"""Lines that were meant to be `键: 值` and are not: the mistakes a Chinese keyboard makes.

Rule 1: a full-width colon, a full-width space or a missing space after a colon is told on every line that has one.
Rule 2: good text stays text: “注意：请带身份证” in a list, `http://…` and `9:00` are nobody's mistake.
"""

import re
from collections.abc import Iterable, Iterator

from mingbai.problem import Problem
from mingbai.source.yaml_syntax import Saying, Script, short

MISSPELT = frozenset(
    {
        "yaml/full-width-colon",
        "yaml/full-width-space",
        "yaml/full-width-dash",
        "yaml/missing-space",
        "yaml/cut-off",
    }
)
"""Codes of what spoils a key or a group, so that the parser stumbles further on."""

BLANKS = "\u3000\u00a0"
"""Spaces that are none to YAML: the full-width one and the one that does not break."""

_KEY_LINE = re.compile(rf"( *)((?:- +)*)([{BLANKS}]*)([^\W\d][\w-]{{0,39}})([ {BLANKS}]*)([:：])(.*)")
DASHES = "-－—–"
"""What is typed for the minus that begins an item."""
_DASHED = re.compile(rf" *([ {BLANKS}]*)([{DASHES}])(?![{DASHES}])([ {BLANKS}]*)(\S.*)")
_BLOCK_SCALAR = re.compile(r"(?:[:-] +|：)[|>][0-9+-]*\s*(?:#.*)?$")
_OUR_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "sms", "urn", "data", "file"})


def misspelt(script: Script, numbers: Iterable[int], *, inside: bool = False) -> Iterator[Problem]:
    """Find which of the lines were meant to be `键: 值` (or, `inside` of something, `- 一项`) and are not.

    Any word may be meant as a key at the left margin; further in (`inside`, indented or after a dash) only one that
    looks like a key of ours.
    """
    for number in numbers:
        line = script.lines[number] if number < len(script.lines) else ""
        saying = (dashed(line) if inside else None) or _misspelt(line, inside=inside)
        if saying:
            yield script.problem(number, _indent(line), saying)


def outside_block_scalars(script: Script, first: int) -> Iterator[int]:
    """Number the lines from `first` on that are not the text of a `|` or `>`, as far as their indentation tells."""
    margin: int | None = None
    for number in range(first, len(script.lines)):
        line = script.lines[number]
        if margin is not None and (_indent(line) > margin or not line.strip(" ")):
            continue
        begins = ("|" in line or ">" in line) and _BLOCK_SCALAR.search(line)  # of half a million lines few hold either
        margin = _indent(line) if begins else None
        yield number


def _misspelt(line: str, *, inside: bool) -> Saying | None:
    """Say how a line that was meant to be `键: 值` is misspelt, if it is."""
    match = _KEY_LINE.fullmatch(line) if ":" in line or "：" in line else None
    if not match:
        return None
    indent, dashes, wide, name, gap, colon, rest = match.groups()
    if (inside or indent or dashes) and not _OUR_KEY.fullmatch(name):
        return None
    right = short(f"{dashes}{name}: {rest.lstrip(f' {BLANKS}')}")
    if colon == "：":
        return Saying("yaml/full-width-colon", f"“{name}”后面是全角冒号", f"改成半角冒号加一个空格：{right}")
    if wide or gap.strip(" ") or rest.startswith(tuple(BLANKS)):
        return Saying("yaml/full-width-space", f"“{name}”旁边有全角空格", f"改成半角空格：{right}")
    if not rest or rest.startswith((" ", "\t", "//")) or name in _SCHEMES:
        return None
    hint = f"写成：{right}；如果冒号是文字的一部分，给整句加引号"
    return Saying("yaml/missing-space", f"“{name}”的冒号后面少一个空格", hint)


def dashed(line: str) -> Saying | None:
    """Say what is wrong with a line that was meant as an item of a list: its dash, or the spaces around it."""
    match = _DASHED.fullmatch(line)
    if not match:
        return None
    wide, dash, gap, text = match.groups()
    right = f"写成：- {short(text)}"
    if dash != "-":
        return Saying("yaml/full-width-dash", f"列表的每一项前面写半角减号，这里是“{dash}”", right)
    if wide.strip(" ") or gap.strip(" "):
        return Saying("yaml/full-width-space", "减号旁边有全角空格", f"改成半角空格：- {short(text)}")
    if gap or text[0].isdigit() or text[0] == ".":
        return None
    return Saying("yaml/missing-space", "短横线后面少一个空格", right)


def _indent(line: str) -> int:
    """The number of spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
