"""YAML that is no YAML: what an editor meant, and what to write instead.

Rule 1: never a word of the parser's English; one table says each of its complaints in Chinese.
Rule 2: the remedy is the editor's own line, written right.
"""

import re
from typing import Any, NamedTuple

import yaml

from mingbai.problem import Place, Problem

_VALUE = re.compile(r"(\s*(?:- +)*(?:[^\s:#\"'][^:]*: +)?)(\S.*?)\s*$")
_SHOWN = 60
_LONGEST_KEY = 1000


class Saying(NamedTuple):
    """What is wrong, in an editor's words."""

    code: str
    message: str
    hint: str


class Script(NamedTuple):
    """The lines of some YAML text, and where in which file they stand; lines and columns count from 0 here."""

    path: str
    lines: list[str]
    first_line: int

    def problem(self, line: int, column: int, saying: Saying) -> Problem:
        """Say something at a spot."""
        return Problem(Place(self.path, line + self.first_line, column + 1), *saying)


def explain(script: Script, error: yaml.YAMLError) -> Problem:
    """Say in Chinese what the parser could not read, and how to write it."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return script.problem(0, 0, Saying("yaml/syntax", "有 YAML 不能用的字符", "删掉特殊符号，重新输入"))
    complaint = f"{error.context or ''}|{error.problem or ''}"
    row = next(row for row in _TABLE if row.complaint.search(complaint))
    mark: Any = (error.context_mark if row.at_start else None) or error.problem_mark
    line = script.lines[mark.line] if mark.line < len(script.lines) else ""
    code, message, hint = row.saying or _depends(complaint, line, mark.column)
    message = message.replace("{sign}", line[mark.column : mark.column + 1])
    return script.problem(mark.line, mark.column, Saying(code, message, hint.replace("{quoted}", _quoted(line))))


def short(text: str) -> str:
    """Show a piece of the file in a message without filling the screen."""
    text = text.strip()
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _depends(complaint: str, line: str, column: int) -> Saying:
    """Tell apart what the parser calls by one name, by the line it happened on."""
    before, here = line[:column].rstrip(" "), line[column : column + 1]
    if here == "\t" or before.endswith("\t"):
        return _TAB
    if "cannot start any token" in complaint:
        return _SIGN
    if "mapping values" in complaint:
        two = re.match(r"\s*(?:- +)*[^\s:][^:]*: ", before + " ")
        return _LONG_KEY if column > _LONGEST_KEY else _TWO_COLONS if two else _INDENT
    if before.endswith(('"', "'", "]", "}")):
        return _AFTER_QUOTE
    return _NO_KEY if here == ":" else _MIXED if here == "-" else _INDENT


def _quoted(line: str) -> str:
    """Write a line again with its whole value in quotes."""
    match = _VALUE.match(line)
    if not match:
        return '"…"'
    start, value = match.groups()
    return short(start + in_quotes(value))


def in_quotes(value: str) -> str:
    """A text in such quotes that it reads back as it is."""
    plain = '"' not in value and "\\" not in value
    return f'"{value}"' if plain else "'" + value.replace("'", "''") + "'"


_TAB = Saying("yaml/tab", "这里有制表符（Tab）", "改成空格；缩进每层两个空格")
_SIGN = Saying("yaml/quote-needed", "值不能以“{sign}”开头", "给整个值加引号：{quoted}")
_TWO_COLONS = Saying("yaml/quote-needed", "一行里有两个“冒号加空格”，分不清值从哪里开始", "给整个值加引号：{quoted}")
_AFTER_QUOTE = Saying("yaml/quote-needed", "引号或括号后面还有文字", "给整个值加引号：{quoted}")
_INDENT = Saying("yaml/indent", "这一行的缩进与上下文对不上", "与同一层的其他键对齐；文字太长要换行时，在冒号后写 >")
_MIXED = Saying("yaml/indent", "同一层里既有“键: 值”又有“- ”列表", "列表要写在某个键的下面，并比这个键多缩进两格")
_NO_KEY = Saying("yaml/syntax", "冒号前面没有键的名字", "写成 键: 值")
_LONG_KEY = Saying("yaml/syntax", "键太长", "键只写一个短名字，内容写在冒号后面")

NO_FACT = Saying("yaml/no-colon", "这一行不是“键: 值”", "写成 键: 值；如果是接着上面那段文字，就比那一行的键多缩进两格")
"""What is said of a line that is no fact; in an article the text may have begun there."""


class _Row(NamedTuple):
    """One complaint of the parser (libyaml's words or PyYAML's own) and what to say instead.

    Without a saying it depends on the line; `at_start` tells it where the spoilt piece begins, not where it ends.
    """

    complaint: re.Pattern[str]
    saying: Saying | None
    at_start: bool = False


_TABLE = (
    _Row(re.compile("tab character"), _TAB),
    _Row(re.compile(r"an alias\||an anchor\||a tag\|"), _SIGN, at_start=True),
    _Row(re.compile("cannot start any token|mapping values|block mapping"), None),
    _Row(
        re.compile(r"quoted scalar\|.*(end of stream|document)"),
        Saying("yaml/unclosed-quote", "引号没有成对", "在这段文字的末尾补上同样的引号；文字里的引号请用中文引号“ ”"),
        at_start=True,
    ),
    _Row(
        re.compile("escape|hexdecimal|hexadecimal|Unicode character"),
        Saying("yaml/escape", "双引号里的反斜杠 \\ 有特殊含义", "把这一对双引号改成单引号：'…'"),
    ),
    _Row(
        re.compile("flow sequence|flow mapping"),
        Saying(
            "yaml/unclosed-bracket",
            "括号没有成对，或者少了逗号",
            "各项之间用半角逗号，末尾补上括号；文字以括号开头时，给整个值加引号",
        ),
        at_start=True,
    ),
    _Row(
        re.compile("could not find expected ':'"),
        NO_FACT,
        at_start=True,
    ),
    _Row(
        re.compile("sequence entries"),
        Saying("yaml/indent", "列表不能跟在键的同一行", "换行，每项一行，以“- ”开头；如果是文字，加引号：{quoted}"),
    ),
    _Row(
        re.compile("block scalar"),
        Saying("yaml/syntax", "| 或 > 后面不能接文字", "文字从下一行写起，缩进两格；如果符号是文字，加引号：{quoted}"),
        at_start=True,
    ),
    _Row(re.compile("block collection|block sequence"), _MIXED),
    _Row(re.compile("node content|mapping keys"), _SIGN),
    _Row(
        re.compile("unexpected ':'"),
        Saying("yaml/syntax", "从这里起有一个冒号，后面空着", "在冒号后面空一格，写上内容；没有内容，就删掉这一项"),
    ),
    _Row(
        re.compile("document start"),
        Saying("yaml/second-document", "从这里起是第二份内容", "一个文件只写一份内容：删掉上面的 --- 或 ..."),
    ),
    _Row(
        re.compile(""),
        Saying("yaml/syntax", "这里的写法读不懂", "检查缩进、引号和冒号；不确定时给整个值加引号：{quoted}"),
    ),
)
