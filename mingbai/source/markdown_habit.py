"""Habits: how something is typed for another program, or on a Chinese keyboard, that our dialect does not take so.

Law: our dialect has one way of writing each thing (`markdown_dialect`); who writes another is told ours, with his own
words in it. Nothing is put right in silence: the next program that reads the text would not do it.
A habit is looked for only where its sign stands, outside code, and most only count where they were printed as typed.
"""

import html as escapes
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mingbai.source.markdown_limits import Fault
from mingbai.source.markdown_lost import outside_code
from mingbai.source.markdown_spots import Spots

LONGEST = 24
"""So many characters of what was typed are said again in a message; the hint has them all."""

AS_TYPED = "{0}"
ANYHOW = ""


class Habit(NamedTuple):
    r"""One habit: its signs, of which a text has one (best of one letter); what is typed; what is said of it.

    What is typed is a regular expression, not compiled before a text has the sign. `$` is the end of a line, and a line
    begins with its `\n`, the first one, too. In the words, `{0}` is what was typed, other numbers are its groups
    and `{at}` is the part to be mended, `{slashed}` the same with `/` for each backslash; where that group is
    empty-handed, what was found is right and only passed over.
    `printed` is what the HTML must hold, nothing for `ANYHOW`.
    """

    signs: tuple[str, ...]
    typed: str
    code: str
    message: str
    hint: str
    printed: str = AS_TYPED


BySign = tuple[tuple[str, tuple[Habit, ...]], ...]


def short(typed: str) -> str:
    """The beginning of what was typed, enough to know it by."""
    return typed if len(typed) <= LONGEST else f"{typed[:LONGEST]}…"


def by_sign(habits: Iterable[Habit]) -> BySign:
    """The habits that there may be where a sign stands."""
    found: defaultdict[str, list[Habit]] = defaultdict(list)
    for habit in habits:
        for sign in habit.signs:
            found[sign].append(habit)
    return tuple((sign, tuple(habits)) for sign, habits in found.items())


def shown(habits: BySign, html: str, spots: Spots) -> Iterator[Fault]:
    """Each habit that a text shows, where it shows it; one that has several signs perhaps more than once."""
    text, came_out = f"\n{spots.text}", ""
    for sign, likely in habits:
        if sign not in text:
            continue
        came_out = came_out or escapes.unescape(outside_code(html))
        is_printed = sign in came_out
        for habit in likely:
            if is_printed or not habit.printed.startswith("{"):
                for match in re.finditer(habit.typed, text, re.MULTILINE):
                    if match[_part(match)] is not None and _said(habit.printed, match) in came_out:
                        yield _fault(habit, match, spots)


def _fault(habit: Habit, match: re.Match[str], spots: Spots) -> Fault:
    spot = spots.of(match.start(_part(match)) - 1)
    return Fault(*spot, habit.code, _said(habit.message, match, brief=True), _said(habit.hint, match))


def _said(sentence: str, match: re.Match[str], *, brief: bool = False) -> str:
    words = match[_part(match)], match[0], *match.groups("")
    at, *groups = map(short, words) if brief else words
    return sentence.format(*groups, at=at, slashed=at.replace("\\", "/"))


def _part(match: re.Match[str]) -> int | str:
    """The part to be mended."""
    return "at" if "at" in match.re.groupindex else 0
