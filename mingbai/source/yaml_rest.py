"""The rest of a file whose YAML breaks: what else cannot be read, so that one run names every mistake of syntax.

Law: a new start is made only at a key at the left margin, where a reader would make one, too, and what follows is read
by itself; nothing is said but what is wrong on a line whatever stood above. What the file says is not put together:
from pieces it would be guesswork, and what is missing in it might stand in the piece that could not be read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from mingbai.problem import Problem
from mingbai.source.yaml_found import EnoughError, is_spoilt
from mingbai.source.yaml_slip import explained
from mingbai.source.yaml_syntax import Script
from mingbai.source.yaml_walk import Walk

MAX_STARTS = 50
_KEY = re.compile(r"[a-z][a-z0-9_]*:(?: |$)")
_ENDS = ("]", "}")


def rest(
    parser: Callable[[str], Any], script: Script, broken: yaml.YAMLError, known: Sequence[Problem]
) -> Iterator[Problem]:
    """What cannot be read below the line where the parser broke; `known` is what has been found."""
    line, error = 0, broken
    part = script
    for _ in range(MAX_STARTS):
        line += explained(part, error).place.line - part.first_line + 1
        line = next((number for number in range(line, len(script.lines)) if _KEY.match(script.lines[number])), -1)
        if line < 0:
            return
        part = Script(script.path, script.lines[line:], script.first_line + line)
        text = "\n".join(part.lines)
        walk = Walk(part, text)
        try:
            walk.run(parser(text).get_event)
        except EnoughError:
            yield from walk.found.problems
            return
        except yaml.YAMLError as found:
            error, problem = found, explained(part, found)
            yield from walk.found.problems
            at = problem.place.line - script.first_line
            ends = any(each.lstrip().startswith(_ENDS) for each in script.lines[at : at + 1])
            if not ends and not is_spoilt(problem, walk.event, part, (*known, *walk.found.problems)):
                yield problem
            continue
        yield from walk.found.problems
        return
