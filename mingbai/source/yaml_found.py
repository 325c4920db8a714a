"""The problems of one YAML file as they are found: told at the parser's marks, and no more than help."""

import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

import yaml

from mingbai.problem import Problem
from mingbai.source.yaml_first import first_keys, unkeyed_above
from mingbai.source.yaml_key import MISSPELT, misspelt, outside_block_scalars
from mingbai.source.yaml_slip import explained, in_braces
from mingbai.source.yaml_syntax import Saying, Script, in_quotes, short

MAX_PROBLEMS = 50
_CUT = re.compile(r" +(#[^\W_].*?) *$")
_PAIRS = (("[", "]"), ("{", "}"))


class EnoughError(Exception):
    """What has been found is enough to refuse the file: leave the walk."""


class Found:
    """What is wrong with one file so far."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.problems: list[Problem] = []
        self._looked_at: dict[tuple[int, int, bool] | int, bool] = {}
        """Lines with a mistake or none: each is looked at once, however many keys stand in it."""

    def report(self, mark: Any, saying: Saying) -> None:
        """Say something at a mark of the parser."""
        self.add(mark, [self.script.problem(mark.line, mark.column, saying)])

    def add(self, mark: Any, problems: list[Problem]) -> None:
        """Collect problems; give up when there are so many that more would not help."""
        self.problems += problems
        if len(self.problems) >= MAX_PROBLEMS:
            del self.problems[MAX_PROBLEMS:]
            message = f"问题太多，只列出前 {MAX_PROBLEMS} 个"
            raise self.stop(mark, Saying("yaml/too-many-problems", message, "先改好前面这些，再检查一次"))

    def stop(self, mark: Any, saying: Saying) -> EnoughError:
        """Say a last thing at a mark of the parser."""
        self.problems.append(self.script.problem(mark.line, mark.column, saying))
        return EnoughError()

    def misspelt(self, mark: Any, last: int, *, inside: bool) -> bool:
        """Whether a line from the mark on to the `last` was meant as a key; say so."""
        lines = (mark.line, last, inside)
        if lines not in self._looked_at:
            found = list(islice(misspelt(self.script, range(mark.line, last + 1), inside=inside), MAX_PROBLEMS))
            keys = [unkeyed_above(self.script, each.place.line - self.script.first_line) for each in found]
            self._looked_at[lines] = bool(found)
            self.add(mark, list(dict.fromkeys([*chain.from_iterable(keys), *found])))
        return self._looked_at[lines]

    def slipped(self, mark: Any) -> bool:
        """Whether a key or a value in braces on one line holds what was meant as the next key; say so."""
        number = mark.line
        if self.script.lines[number].find("{", 0, mark.column) < 0:
            return False
        if number not in self._looked_at:
            found = list(in_braces(self.script, number))
            self._looked_at[number] = bool(found)
            self.add(mark, [each for each in found if each not in self.problems])
        return self._looked_at[number]

    def cut_off(self, mark: Any, text: str) -> None:
        """Refuse a text that ends at ` #2` or ` #字`: the rest of its line is a remark to YAML."""
        line = self.script.lines[mark.line] if mark.line < len(self.script.lines) else ""
        rest = _CUT.match(line, mark.column)
        if rest:
            before = line[: mark.column]
            in_brackets = any(before.count(opens) > before.count(ends) for opens, ends in _PAIRS)
            cut = re.split(r"[,\]}]", rest[0])[0] if in_brackets else rest[0]
            quoted = in_quotes(short(text + cut.rstrip()))
            hint = f"是文字，给整句加引号：{quoted}；是给自己看的说明，# 后面空一格"
            saying = Saying("yaml/cut-off", f"“{short(rest[1])}”读不到：空格后面的 # 和后面的字不算", hint)
            self.add(mark, [self.script.problem(mark.line, rest.start(1), saying)])

    def broken(self, event: Any, error: yaml.YAMLError) -> None:
        """Say where the syntax breaks after an event, unless a misspelt key explains it; name later ones, too."""
        start, end = (event.start_mark.line, event.end_mark.line) if event else (0, 0)
        below = misspelt(self.script, outside_block_scalars(self.script, end))
        for found in below, first_keys(self.script, outside_block_scalars(self.script, start)):
            self.problems += [each for each in islice(found, MAX_PROBLEMS) if each not in self.problems]
        problem = explained(self.script, error)
        told = {(each.place, each.code) for each in self.problems}
        if (problem.place, problem.code) not in told and not is_spoilt(problem, event, self.script, self.problems):
            self.problems.append(problem)
        del self.problems[MAX_PROBLEMS:]


def is_spoilt(problem: Problem, event: Any, script: Script, known: Iterable[Problem]) -> bool:
    """Whether a misspelt key that is known explains what the parser could not read after an event."""
    start = event.start_mark.line if event else 0
    spoilt = range(start + script.first_line, problem.place.line + 1)
    return any(each.place.line in spoilt and each.code in MISSPELT for each in known)
