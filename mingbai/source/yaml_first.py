"""Keys without their colon: to YAML a text that goes on to the next colon, so the parser falls on a later line.

Law: told of nothing but a word that looks like a key of ours, alone or with a space and a value, where a group begins
and a key at the same margin follows, or right where the parser fell; a text over several lines that stands beside its
key is nobody's first key.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mingbai.problem import Problem
from mingbai.source.yaml_syntax import Saying, Script, short

REACH = 40
"""Lines above one that are looked at: a group of ours has fewer, and in a file of thousands each would look at all."""
_UNKEYED = re.compile(r"( *)((?:- +)*)([a-z][a-z0-9_]*)(?: +(?![ #:：])((?:(?!: |：).)*[^\s:：]))?\s*")
_KEYED = re.compile(r"( *)[a-z][a-z0-9_]* *(?::|：).*")
_OPENS = re.compile(r"(?:^|.*\s)\S+[:：]\s*(?:#.*)?")


def first_keys(script: Script, numbers: Iterable[int]) -> Iterator[Problem]:
    """The first keys without a colon among lines, each with the next key right below it."""
    unkeyed = None
    for number in numbers:
        line = script.lines[number]
        said = line.lstrip()
        if said and said[0] != "#":
            yield from unkeyed_above(script, number) if unkeyed and (":" in line or "：" in line) else ()
            unkeyed = _UNKEYED.fullmatch(line)


def unkeyed_above(script: Script, number: int) -> list[Problem]:
    """The first keys without a colon that made the parser stumble over the key on a line, from the first on."""
    keyed = _KEYED.fullmatch(script.lines[number]) if number < len(script.lines) else None
    if not keyed:
        return []
    margin, found = len(keyed[1]), list[int]()
    for above in range(number - 1, max(-1, number - 1 - REACH), -1):
        line = script.lines[above]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#") or indent > margin:
            continue
        unkeyed = _UNKEYED.fullmatch(line)
        if unkeyed and unkeyed.start(3) == margin:
            found.insert(0, above)
            if indent == margin:
                continue
        elif indent == margin and _KEYED.fullmatch(line) and ": " not in line and not line.endswith(":"):
            continue  # misspelt, and so part of the same text
        elif unkeyed and not unkeyed[4] and indent < margin:
            found.insert(0, above)  # the name of a group, which begins below it
        elif not (indent < margin and _OPENS.fullmatch(line)):
            found = []
        break
    return [problem for each in found if (problem := unkeyed_here(script, each))]


def unkeyed_here(script: Script, number: int) -> Problem | None:
    """What is said of a line that is a key without its colon; nothing of another one."""
    unkeyed = _UNKEYED.fullmatch(script.lines[number]) if number < len(script.lines) else None
    if not unkeyed:
        return None
    below = next(filter(str.strip, islice(script.lines, number + 1, number + 1 + REACH)), "")
    opens = below.startswith((f"{unkeyed[1]} ", f"{unkeyed[1]}- "))
    return script.problem(number, unkeyed.start(3), _saying(unkeyed, opens=opens))


def _saying(unkeyed: re.Match[str], *, opens: bool) -> Saying:
    _, dashes, name, value = unkeyed.groups()
    hint = f"写成：{dashes}{name}:" if opens else f"写成：{dashes}{name}: …"
    if value:
        hint = f"写成：{short(f'{dashes}{name}: {value}')}；如果是一段文字，就写在某个键的冒号后面"
    return Saying("yaml/no-colon", f"“{name}”后面少了冒号", hint)
