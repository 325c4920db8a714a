r"""Strict YAML: the plain data of a file, with the line and column of every key and value.

Rule 1: what is written is what is read. Only `true`, `false`, `null`, `12` and `3.50` are not text; `0012`, `1:30`,
`yes` and `2026-01-30` are, and whatever stands in quotes.
Rule 2: what a reader of the file could misread is refused: duplicate keys, anchors, aliases, tags, merge keys, keys
that are not text, a second document, a full-width colon where a key should end, an escape for what nobody can see.
Rule 3: the parser's events are walked once and nothing recurses, so no file, however it is made, costs more than
its size: depth, number of values and number of problems are bounded.
Hence the result is safe to hand to the records, and a mistake is told at its line, all of them at once.

Tried and dropped: `yaml.load` with constructors (dies on 50,000 nested `[`; a bad date raises without a line).
"""

from collections.abc import Callable
from typing import Any

import yaml

from mingbai.problem import Problem
from mingbai.source.located import Located, Places
from mingbai.source.yaml_found import MAX_PROBLEMS, EnoughError
from mingbai.source.yaml_rest import rest
from mingbai.source.yaml_syntax import Saying, Script
from mingbai.source.yaml_walk import Walk

Parser = Callable[[str], Any]

_PARSER: Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(path: str, text: str, first_line: int = 1) -> tuple[Located | None, tuple[Problem, ...]]:
    r"""Read YAML text; `first_line` is the line of the file on which it begins.

    With a duplicate key the data still comes out (the first one counts), so that the same run can check the rest;
    with any other problem there is no data, because what it would say is guesswork.

    >>> located, problems = parse("fee.yaml", "charged: 200\nsince: 2026-01-30\n")
    >>> located.data, str(located.places.value("charged")), problems
    ({'charged': 200, 'since': '2026-01-30'}, 'fee.yaml:1:10', ())
    """
    return parse_with(_PARSER, Script(path, text.split("\n"), first_line), text)


def parse_with(parser: Parser, script: Script, text: str) -> tuple[Located | None, tuple[Problem, ...]]:
    """Read YAML text with libyaml's parser, or with PyYAML's own where libyaml is missing."""
    if text.startswith("%") or "\n%" in text:  # a directive; libyaml takes quadratic time over many
        line = next(number for number, line in enumerate(script.lines) if line.startswith("%"))
        saying = Saying("yaml/directive", "一行不能以 % 开头", "给这段文字加引号，或者删掉这一行")
        return None, (script.problem(line, 0, saying),)
    walk = Walk(script, text)
    try:
        walk.run(parser(text).get_event)
    except EnoughError:
        pass
    except yaml.YAMLError as error:
        walk.found.broken(walk.event, error)
        walk.found.problems += rest(parser, script, error, tuple(walk.found.problems))
    problems = tuple(sorted(dict.fromkeys(walk.found.problems[: MAX_PROBLEMS + 1])))
    if not all(problem.code == "yaml/duplicate-key" or not problem.is_error for problem in problems):
        return None, problems
    return Located(walk.root[0], Places.of(script.path, walk.keys, walk.values)), problems
