"""Macros that templates take from another one which has none of that name: each told once, not for every page.

Law: told where it was renamed, if several templates miss it, else where the one asks for it; a macro that only
templates of the intranet miss is no mistake of the public site.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mingbai.build.misprint import FOLDER, unremarked
from mingbai.near import near
from mingbai.problem import Place, Problem

_TAKEN = re.compile(r"""{%[-+]?\s*from\s+["']([^"']+)["']\s+import\s+([^%]+?)\s*(?:with(?:out)? context\s*)?[-+]?%}""")
_GIVEN = re.compile(r"{%[-+]?\s*(?:macro\s+(\w+)|set\s+([\w\s,]+))")
_SHOWN = 3
"""So many of the lines that ask for a macro are named; one opened leads to the next."""


class _Use(NamedTuple):
    """Where a template takes a macro from another one."""

    template: str
    line: int

    def __str__(self) -> str:
        return f"{FOLDER}{self.template} 第 {self.line} 行"


def missed(templates: Mapping[str, str]) -> Iterator[Problem]:
    """Each macro that some templates take from one that is there and has no such macro."""
    texts = {name: unremarked(text) for name, text in templates.items()}
    taken: dict[tuple[str, str], list[_Use]] = {}
    for name in sorted(texts, key=lambda name: (name.startswith("intranet/"), name)):  # both sites' first
        for found in _TAKEN.finditer(texts[name]):
            use = _Use(name, _line(texts[name], found.start()))
            for macro in re.split(r"\s*,\s*", found[2]):
                taken.setdefault((found[1], macro.split()[0] if macro else ""), []).append(use)
    given = {source: _given(texts[source]) for source in {source for source, _ in taken} & texts.keys()}
    for (source, macro), uses in taken.items():
        if macro and source in given and macro not in given[source]:
            unused = [name for name in given[source] if (source, name) not in taken]
            yield _missed(source, macro, uses, given[source], unused, texts[source])


def _given(text: str) -> dict[str, int]:
    """What others may take from a template, with its line."""
    return {
        name: _line(text, found.start())
        for found in _GIVEN.finditer(text)
        for name in re.split(r"[\s,]+", (found[1] or found[2]).strip())
    }


def _missed(
    source: str, macro: str, uses: list[_Use], given: Mapping[str, int], unused: list[str], text: str
) -> Problem:
    message = f"{source} 里没有叫 {macro} 的宏"
    if len(uses) == 1 or uses[0].template.startswith("intranet/"):
        meant = near(macro, given)
        alike = f"，这里和另外 {len(uses) - 1} 处要用它" if len(uses) > 1 else ""
        place = Place(f"{FOLDER}{uses[0].template}", uses[0].line)
        hint = f"是不是 {meant}？" if meant else "看看那个模板里的宏叫什么，照着改"
        return Problem(place, "template/no-such-macro", f"{message}{alike}", hint)
    own = re.compile(rf"(?<![\w.]){macro}\(")
    lines = [*uses, *(_Use(source, _line(text, found.start())) for found in own.finditer(text))]
    shown = "、".join(map(str, lines[:_SHOWN])) + ("等" if len(lines) > _SHOWN else "")
    others = [name for name in unused if not re.search(rf"(?<!macro )(?<![\w.]){name}\b", text)]
    renamed = near(macro, others) or (others[0] if len(others) == 1 else "")
    hint = (
        f"把这一行的 {renamed} 改回 {macro}；真要改名，用它的地方都跟着改"
        if renamed
        else "写回这个宏，或者把用它的地方都改掉"
    )
    place = Place(f"{FOLDER}{source}", given[renamed] if renamed else 1)
    return Problem(place, "template/no-such-macro", f"{message}，有 {len(lines)} 处要用它：{shown}", hint)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
