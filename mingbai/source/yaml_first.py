"""A first key without its colon: to YAML a text that goes on to the next colon, so the parser falls on a later line.

Law: told of nothing but a word that looks like a key of ours, a space and a value, where a group begins and a key at
the same margin follows; a text over several lines that stands beside its key is nobody's first key.
"""

import re
from collections.abc import Iterable, Iterator

from mingbai.problem import Problem
from mingbai.source.yaml_syntax import Saying, Script, short

REACH = 40
"""Lines above one that are looked at: a group of ours has fewer, and in a file of thousands each would look at all."""
_UNKEYED = re.compile(r"( *)((?:- +)*)([a-z][a-z0-9_]*) +(?![ #:：])((?:(?!: |：).)*[^\s:：])\s*")
_KEYED = re.compile(r"( *)[a-z][a-z0-9_]* *(?::|：).*")
_OPENS = re.compile(r"(?:^|.*\s)\S+[:：]\s*(?:#.*)?")


def first_keys(script: Script, numbers: Iterable[int]) -> Iterator[Problem]:
    """The first keys without a colon among lines, each with the next key right below it."""
    unkeyed = None
    for number in numbers:
        line = script.lines[number]
        if line.strip() and not line.lstrip().startswith("#"):
            found = first_key(script, number) if unkeyed else None
            if found:
                yield found
            unkeyed = _UNKEYED.fullmatch(line)


def first_key(script: Script, number: int) -> Problem | None:
    """The first key without a colon that made the parser stumble over the key on a line."""
    keyed = _KEYED.fullmatch(script.lines[number]) if number < len(script.lines) else None
    if not keyed:
        return None
    margin, first = len(keyed[1]), None
    for above in range(number - 1, max(-1, number - 1 - REACH), -1):
        line = script.lines[above]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#") or indent > margin:
            continue
        unkeyed = _UNKEYED.fullmatch(line)
        if unkeyed and unkeyed.start(3) == margin:
            first = above
            if indent == margin:
                continue
        elif indent == margin and _KEYED.fullmatch(line) and ": " not in line and not line.endswith(":"):
            continue  # misspelt, and so part of the same text
        elif not (indent < margin and _OPENS.fullmatch(line)):
            first = None
        break
    return None if first is None else script.problem(first, margin, _saying(script.lines[first]))


def _saying(line: str) -> Saying:
    _, dashes, name, value = _UNKEYED.fullmatch(line).groups()  # type: ignore[union-attr]
    hint = f"写成：{short(f'{dashes}{name}: {value}')}；如果是一段文字，就写在某个键的冒号后面"
    return Saying("yaml/no-colon", f"“{name}”后面少了冒号", hint)
