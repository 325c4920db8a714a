"""Items of a list that do not stand below one another: told at the line that has to move, and by how much.

Law: the fewer items move to where the more stand; of as many, those that are not two spaces in from their key.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import NamedTuple

from mingbai.problem import Problem
from mingbai.source.yaml_syntax import Saying, Script, short

REACH = 200
"""Lines around one that are looked at: in a file of thousands each would look at all."""
_ITEM = re.compile(r" *- +\S.*")
_OPENS = re.compile(r"( *(?:- +)*)[^\s#][^#]*[:：]\s*(?:#.*)?")


class _Line(NamedTuple):
    number: int
    indent: int
    is_item: bool


def uneven(script: Script, number: int) -> Problem | None:
    """What is said of the item on a line that does not stand below those above; nothing of any other line."""
    here = _line(script, number)
    if not here or not here.is_item:
        return None
    above: list[_Line] = []
    for line in _lines(script, range(number - 1, max(-1, number - 1 - REACH), -1)):
        opener = _OPENS.fullmatch(script.lines[line.number])
        if line.indent < here.indent and line.is_item and not opener:
            return _deeper(script, here, line.indent)
        if line.indent > here.indent:
            above.insert(0, line)
        elif opener:
            return _shallower(script, here, above, opener.end(1))
        elif line.indent < here.indent:
            break
    return None


def run_on(script: Script, first: int, last: int) -> Iterator[Problem]:
    """Items that stand deeper than a text which begins on the `first` line, and so go on with it to the `last`."""
    begins = _line(script, first)
    for line in _lines(script, range(first + 1, last + 1)) if begins else ():
        if line.is_item and begins and begins.is_item:
            yield _deeper(script, line, begins.indent)
        elif line.is_item:
            text = short(script.lines[line.number].strip().removeprefix("-"))
            hint = f"要写成列表，上面那个键的冒号后面就不能有字；要写成一段文字，就删掉减号：{text}"
            yield script.problem(
                line.number, line.indent, Saying("yaml/indent", "这一项接在一段文字后面，读成了同一句", hint)
            )


def _deeper(script: Script, here: _Line, margin: int) -> Problem:
    own = takewhile(lambda line: line.indent > here.indent, islice(_below(script, here), REACH))
    hint = f"{_named(script, [here, *own])}开头删掉 {here.indent - margin} 个空格，和上面的减号对齐"
    return script.problem(here.number, here.indent, Saying("yaml/indent", "这一项缩进得比上面的项深", hint))


def _shallower(script: Script, here: _Line, above: list[_Line], key: int) -> Problem | None:
    if not above or not above[0].is_item or here.indent < key:
        return None
    margin = above[0].indent
    before = sum(line.is_item and line.indent == margin for line in above)
    below = [here, *islice(_below(script, here), REACH)]
    after = sum(line.is_item and line.indent == here.indent for line in below)
    by = margin - here.indent
    if before < after or (before == after and margin != key + 2):
        hint = f"{_named(script, above)}开头删掉 {by} 个空格，和第 {here.number + script.first_line} 行的减号对齐"
        saying = Saying("yaml/indent", "这一项缩进得比下面的项深", hint)
        return script.problem(above[0].number, margin, saying)
    hint = f"{_named(script, below)}开头加上 {by} 个空格，和第 {above[0].number + script.first_line} 行的减号对齐"
    return script.problem(here.number, here.indent, Saying("yaml/indent", "这一项缩进得比上面的项浅", hint))


def _below(script: Script, here: _Line) -> Iterator[_Line]:
    """The lines below one that belong to the same list."""
    for line in _lines(script, range(here.number + 1, len(script.lines))):
        if line.indent < here.indent or (line.indent == here.indent and not line.is_item):
            return
        yield line


def _named(script: Script, lines: list[_Line]) -> str:
    if len(lines) == 1:
        return "这一行"
    return f"从这一行到第 {lines[-1].number + script.first_line} 行，每行"


def _lines(script: Script, numbers: range) -> Iterator[_Line]:
    return (line for number in numbers if (line := _line(script, number)))


def _line(script: Script, number: int) -> _Line | None:
    """A line that says something."""
    line = script.lines[number] if number < len(script.lines) else ""
    said = line.lstrip(" ")
    return _Line(number, len(line) - len(said), bool(_ITEM.fullmatch(line))) if said and said[0] != "#" else None
