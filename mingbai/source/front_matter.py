r"""A Markdown file in two: the facts between its two `---` lines, and the body after them.

Rule 1: the first line is `---`, and a line `---` ends the facts; without either nothing is published (elsewhere a
missing `---` puts the facts, secrets and all, on the page as text).
Rule 2: every line keeps the number it has in the file.
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from mingbai.problem import Place, Problem
from mingbai.source import yaml
from mingbai.source.located import Located
from mingbai.source.text import place_at
from mingbai.source.yaml_syntax import NO_FACT

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NEARLY = re.compile(r"^[ \t]*[-－—–―─]{2,}[ \t]*$", re.MULTILINE)
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*(?:[ \t]*\Z)?")


def split(path: str, text: str) -> tuple[Located | None, tuple[Problem, ...]]:
    r"""Read the facts of a Markdown file and find its body; `None` instead of a guess when there are no facts.

    >>> located, problems = split("a.md", "---\ntitle: 通知\n---\n\n正文\n")
    >>> located.data, located.body, located.body_line, problems
    ({'title': '通知'}, '正文\n', 5, ())
    """
    first = _FENCE.match(text)
    if not first:
        return None, (_missing(path, text),)
    last = _FENCE.search(text, first.end() + 1)
    if not last:
        return None, (_unclosed(path, text, first.end() + 1),)
    located, problems = yaml.parse(path, text[first.end() + 1 : last.start()], 2)
    problems = tuple(_perhaps_body(problem) for problem in problems)
    if located is None:
        return None, problems
    body, line = _body(text, last.end() + 1)
    return replace(located, body=body, body_line=line), problems


def below(text: str, problems: Iterable[Problem]) -> tuple[str, int] | None:
    r"""The body of a file whose facts cannot be read, and its first line; nothing where it may have begun among them.

    >>> below("---\ntitle: “通知\n---\n\n正文\n", ())
    ('正文\n', 5)
    """
    first = _FENCE.match(text)
    last = _FENCE.search(text, first.end() + 1) if first else None
    if last is None or any(problem.message == NO_FACT.message for problem in problems):
        return None
    return _body(text, last.end() + 1)


def _body(text: str, after: int) -> tuple[str, int]:
    """The body, behind the blank lines after the facts, and its first line."""
    match = _BLANK_LINES.match(text, min(after, len(text)))
    start = match.end() if match else after
    return text[start:], text.count("\n", 0, start) + 1


def _missing(path: str, text: str) -> Problem:
    """Say that the file does not begin with its facts."""
    hint = "第一行写 ---，接着每行写一个“键: 值”，再单独写一行 ---，然后才是正文"
    nearly = _NEARLY.match(text)
    if nearly:
        hint = "第一行正好写三个半角减号 ---，前面没有空格"
    elif _FENCE.match(text.lstrip()):
        hint = "删掉第一行 --- 前面的空行和空格"
    return Problem(Place(path), "front-matter/missing", "文件要以 --- 开头，先写各个字段", hint=hint)


def _unclosed(path: str, text: str, start: int) -> Problem:
    """Say where the facts should have ended: at a line that nearly does it, or else where they begin."""
    nearly = _NEARLY.search(text, start)
    message = "第一行的 --- 没有配对，分不清字段到哪里结束"
    if not nearly:
        hint = "在最后一个字段下面单独写一行 ---，然后才是正文"
        return Problem(Place(path), "front-matter/unclosed", message, hint=hint)
    place = place_at(path, text, nearly.start())
    return Problem(place, "front-matter/unclosed", message, hint="这一行正好写三个半角减号 ---，前面没有空格")


def _perhaps_body(problem: Problem) -> Problem:
    """Add what only a Markdown file can have wrong: a body that begins before the facts have ended."""
    if problem.message != NO_FACT.message:
        return problem
    return replace(problem, hint="写成 键: 值；如果正文从这里开始，就在它上面单独写一行 ---")
