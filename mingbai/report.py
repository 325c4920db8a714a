"""How problems are told: to people with the line shown, to programs as JSON, to code review as annotations."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from unicodedata import east_asian_width

from msgspec.structs import replace

from mingbai.problem import Place, Problem

LineAt = Callable[[Place], str | None]
"""The text of the line at a place, or `None` where it cannot be shown."""
WHOLE = 240
"""A line of so many characters is shown whole; of a longer one, so many."""
BEFORE = 60
"""How many of them stand before the spot."""
_UNREAD = (
    *("folder/", "yaml/", "front-matter/", "file/encoding", "file/control-character", "file/unmerged", "field/"),
    *("template/syntax", "template/unprintable", "number/not-a-number"),
)
"""How the codes begin of what keeps a file from being read, its record from being made, its page from being printed,
or others from naming it."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""What moves the cursor, turns the direction round or cannot be printed at all."""


def text(problems: Sequence[Problem], line_at: LineAt) -> str:
    r"""Every problem with the line it is about and a mark under the spot; at the end, how many there are.

    >>> print(text([Problem(Place("a.yaml"), "a/b", "红\x1b[31m\u202e", "改\n好")], lambda place: None))
    a.yaml:1:1: error a/b: 红\x1b[31m\u202e
      = 提示: 改\n好
    <BLANKLINE>
    1 个文件里有 1 个错误。
    """
    told = [_with_line(problem, None if problem.is_private else line_at(problem.place)) for problem in problems]
    return "\n\n".join([*told, count(problems)]) if problems else count(problems)


def count(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in a sentence; whether some file has not been looked at all through."""
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "没有问题。"
    files = len({problem.place.path for problem in problems})
    parts = [f"{errors} 个错误" if errors else "", f"{warnings} 个提醒" if warnings else ""]
    unread = len({problem.place.path for problem in problems if hides_others(problem)})
    more = f"其中 {unread} 个文件没有查完：改好了再检查一次，可能还有别的错误。" if unread else ""
    return f"{files} 个文件里有 {'，'.join(part for part in parts if part)}。{more}{_first(problems)}"


def _first(problems: Sequence[Problem]) -> str:
    """Which file to put right first: what lies in a wrong place is missed wherever it is named."""
    lost = sorted({_visible(problem.place.path) for problem in problems if problem.code == "file/misplaced"})
    if not lost or all(problem.code != "reference/missing" for problem in problems):
        return ""
    others = f" 等 {len(lost)} 个文件" if len(lost) > 1 else ""
    return f"先改 {lost[0]}{others}：地方或名字不对，别处说“没有”的可能就是它，把它改好，那些错误也就没了。"


def hides_others(problem: Problem) -> bool:
    """Whether its file could not be looked all through because of it, so that more may come once it is mended."""
    return problem.is_error and problem.code.startswith(_UNREAD) and problem.code != "yaml/duplicate-key"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one a problem."""
    rows = [
        {
            "path": p.place.path,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity.value,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
            "hides_others": hides_others(p),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows as annotations on the changed lines."""
    return "\n".join(
        f"::{p.severity} file={_property(p.place.path)},line={p.place.line},col={p.place.column},"
        f"title={_property(p.code)}::{_data(p.message + (f'（{p.hint}）' if p.hint else ''))}"
        for p in problems
    )


def gitlab(problems: Sequence[Problem]) -> str:
    """GitLab's code quality report."""
    rows = [
        {
            "description": p.message + (f"（{p.hint}）" if p.hint else ""),
            "check_name": p.code,
            "fingerprint": hashlib.sha256(str(p).encode()).hexdigest(),
            "severity": "major" if p.is_error else "minor",
            "location": {"path": p.place.path, "lines": {"begin": p.place.line}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def about(line: str, column: int) -> tuple[str, str]:
    """What stands before a spot of a line and what from it on; of a line without end only what is near.

    >>> about("费用：免费", 4)
    ('费用：', '免费')
    """
    start = column - 1
    if len(line) <= WHOLE:
        return line[:start], line[start:]
    first = max(0, start - BEFORE)
    last = first + WHOLE
    return ("…" if first else "") + line[first:start], line[start:last] + ("…" if last < len(line) else "")


def _with_line(problem: Problem, line: str | None) -> str:
    place = replace(problem.place, path=_visible(problem.place.path))
    shown = replace(problem, place=place, message=_visible(problem.message), hint=_visible(problem.hint))
    first, *hint = str(shown).split("\n", 1)
    if line is None or not line.strip():
        return "\n".join([first, *hint])
    number = str(problem.place.line)
    before, after = about(line, problem.place.column)
    mark = " " * sum(2 if east_asian_width(character) in "WF" else 1 for character in before) + "^"
    return "\n".join([first, f"  {number} | {before}{after}", f"  {' ' * len(number)} | {mark}", *hint])


def _visible(value: str) -> str:
    """The same with every character that would act on the terminal written as an escape."""
    return _UNSEEN.sub(lambda match: match.group().encode("unicode_escape").decode(), value)


def _data(value: str) -> str:
    return _visible(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
