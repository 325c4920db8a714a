"""Slips of a Chinese keyboard that the parser stumbles over somewhere else: told where they stand, not where it fell.

Law: a slip is looked for only on lines that could not be read, or around a key that cannot be one; what stands in
quotes is text. The hint is the editor's own line with all its slips put right.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from mingbai.problem import Problem
from mingbai.source.text import HAN
from mingbai.source.yaml_first import unkeyed_above, unkeyed_here
from mingbai.source.yaml_key import dashed
from mingbai.source.yaml_list import uneven
from mingbai.source.yaml_syntax import Saying, Script, explain

_KEY = r"[a-z][a-z0-9_]*"
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<=[\[{,:，：；; ])'(?:[^']|'')*'")
_WIDE_BRACE = re.compile(r": *｛")
RUN_ON = re.compile(rf"[，；;、]\s*{_KEY}\s*：")
"""A value that runs on into what was meant as the next key."""
THOUSAND = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
"""A key in braces that may be the rest of a number: {max: 5,000}."""


class _Slip(NamedTuple):
    """What is typed, what stands right there, and what is said of it; `at` is the sign."""

    typed: re.Pattern[str]
    right: str
    code: str
    message: str


_SLIPS = (
    _Slip(
        re.compile(rf"(?P<at>[，；;、])\s*(?={_KEY}\s*[:：]|$)"),
        ", ",
        "yaml/comma-wanted",
        "花括号里各项之间用半角逗号，这里是“{at}”",
    ),
    _Slip(
        re.compile(rf"(?:(?<=[{{｛,，；;、])|(?<=[,，；;、] ))({_KEY}) *(?P<at>：) *"),
        r"\1: ",
        "yaml/full-width-colon",
        "“{1}”后面是全角冒号",
    ),
    _Slip(
        re.compile(rf"(?:(?<=[{{｛,，])|(?<=[,，] ))({_KEY})(?P<at>:)(?=[{HAN}0-9])"),
        r"\1: ",
        "yaml/missing-space",
        "“{1}”的冒号后面少一个空格",
    ),
    _Slip(re.compile("(?P<at>｛)"), "{", "yaml/full-width-brace", "花括号要用半角，这里是“{at}”"),
    _Slip(re.compile("(?P<at>｝)"), "}", "yaml/full-width-brace", "花括号要用半角，这里是“{at}”"),
    _Slip(
        re.compile(rf"(?<=[{HAN}])(?P<at>[\[［【])(\d{{4}})[\]］】](?=\d)"),
        r"〔\2〕",
        "yaml/year-brackets",
        "文号里的年份用六角括号〔〕，这里是“{at}”",
    ),
    _Slip(
        re.compile(r"(?<=: )([0-9]{1,3})(?P<at>,)([0-9]{3})(?:,([0-9]{3}))?(?=(?:\.[0-9]+)?\s*[,}｝])"),
        r"\1\3\4",
        "yaml/thousands",
        "数里不写逗号，这里是“{0}”，会读成两项",
    ),
)


def explained(script: Script, error: yaml.YAMLError) -> Problem:
    """What could not be read: the slip that the parser stumbled over, if there is one, else what the parser says."""
    problem = explain(script, error)
    first = last = problem.place.line - script.first_line
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        last = max(first, error.problem_mark.line)
    line = script.lines[first] if first < len(script.lines) else ""
    if problem.code == "yaml/unclosed-bracket" or (problem.code == "yaml/quote-needed" and _WIDE_BRACE.search(line)):
        return next((slip for number in range(first, last + 1) for slip in in_braces(script, number)), problem)
    if problem.code in {"yaml/no-colon", "yaml/indent"} and (found := dashed(line)):
        return script.problem(first, len(line) - len(line.lstrip(" ")), found)
    if problem.code == "yaml/no-colon" and not script.path.endswith(".md"):  # where the text may have begun
        return unkeyed_here(script, first) or problem
    if problem.code == "yaml/second-document" and (shifted := _indented(script, first)):
        return shifted
    if problem.code in {"yaml/indent", "yaml/second-document"}:
        return next(iter(unkeyed_above(script, first)), None) or uneven(script, first) or problem
    return problem


def _indented(script: Script, number: int) -> Problem | None:
    """The first key where it does not stand at the margin, so that the line below that does begins another document."""
    above = [each for each in range(number) if script.lines[each].strip() and script.lines[each][0] != "#"]
    if not above or not all(script.lines[each].startswith(" ") for each in above):
        return None
    line = script.lines[above[0]]
    lines = "这一行" if len(above) == 1 else f"从这一行到第 {above[-1] + script.first_line} 行，每行"
    hint = f"{lines}开头删掉 {len(line) - len(line.lstrip(' '))} 个空格"
    return script.problem(above[0], 0, Saying("yaml/indent", "第一个键没有顶头写，和下面的键对不齐", hint))


def in_braces(script: Script, number: int) -> Iterator[Problem]:
    """The first slip in a line with braces, or in one that goes on with some."""
    line = script.lines[number] if number < len(script.lines) else ""
    bare = _QUOTED.sub(lambda match: "_" * len(match[0]), line)
    found = [(match.start("at"), slip, match) for slip in _SLIPS for match in slip.typed.finditer(bare)]
    if found:
        at, slip, match = min(found, key=lambda each: each[0])
        message = slip.message.format(match[0], *match.groups(), at=match["at"])
        yield script.problem(number, at, Saying(slip.code, message, f"写成：{_right(line).strip()}"))


def _right(line: str) -> str:
    """A line with all its slips put right, but for what stands in quotes."""
    parts, end = [], 0
    for match in [*_QUOTED.finditer(line), None]:
        part = line[end : match.start() if match else len(line)]
        for slip in _SLIPS:
            part = slip.typed.sub(slip.right, part)
        parts += [part, match[0] if match else ""]
        end = match.end() if match else end
    return "".join(parts)
