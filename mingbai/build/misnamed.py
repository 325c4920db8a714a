"""Names that a template asks for and that nothing gives: told in a check, before any page is printed.

Law: only what is certain. A template that others include sees what stands around it there, so its names are not
judged, and no names at all where an include does not say which template it means; nor is a name of which the template
itself asks whether it is there; nor are the fields of anything but `page`, whose view a template names in its first
line, and `site`.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from mingbai.build.misprint import FOLDER, unremarked
from mingbai.digest import of_value
from mingbai.near import near
from mingbai.pages.chrome import Chrome
from mingbai.problem import Place, Problem

KNOWN = ("page", "place", "site", "prose_html", "kept")
"""What every template is printed with."""
_VIEW = re.compile(r"{# view: (mingbai\.pages\.[\w.]+)\.(\w+) #}")
_INCLUDED = re.compile(r"""{%[-+]?\s*include\s+["']([^"']+)["']\s*(?:[-+]?%}|ignore\b|with)""")
_INCLUDES = re.compile(r"{%[-+]?\s*include\b")
_PERHAPS = re.compile(r"(?<![\w.])(\w+)\s+is\s+(?:not\s+)?(?:un)?defined\b|(?<![\w.])(\w+)\s*\|\s*(?:default|d)\b")
_GIVES = re.compile(r"{%[-+]?\s*(?:macro|set|from|import)\b([^%]*)")
_TAG = re.compile(r"{[{%].*?[%}]}", re.DOTALL)
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_FIELD = re.compile(r"(?<![\w.])(page|site)\.([A-Za-z]\w*)")
_OWN = re.compile(
    r"{%[-+]?\s*(?:for|macro|set|with|call|import|from)\b[^%]*(?<![\w.])(?:page|site)\b(?!\.)|{%[-+]?\s*raw\b"
)
"""Where `page` or `site` may be something else, or a text that only looks like a tag."""


class Given(NamedTuple):
    """What templates give each other: names, and to which of them whatever stands around an `include`."""

    names: frozenset[str]
    included: frozenset[str]
    unsaid: bool
    """Whether an `include` does not say by one quoted name to which."""

    @classmethod
    def by(cls, templates: Iterable[str]) -> "Given":
        """What all of them give."""
        text = "\n".join(unremarked(each) for each in templates)
        names, included = re.findall(r"\w+", " ".join(_GIVES.findall(text))), _INCLUDED.findall(text)
        return cls(frozenset(names), frozenset(included), len(included) < len(_INCLUDES.findall(text)))

    @property
    def digest(self) -> str:
        """What is said of any template may be another with another one."""
        return of_value([sorted(self.names), sorted(self.included), self.unsaid])


def misnamed(name: str, text: str, asked: Collection[str], given: Given) -> Iterator[Problem]:
    """What a template asks for in vain; `asked` are the names that it has to be given."""
    seen = unremarked(text)
    perhaps = {word for found in _PERHAPS.findall(seen) for word in found}
    certain = not given.unsaid and name not in given.included
    for word in sorted({*asked} - given.names - perhaps - {*KNOWN}) if certain else ():
        meant = near(word, [*KNOWN[:3], *given.names])
        hint = f"是不是 {meant}？" if meant else "模板认得 page、site，还有自己起的和从别的模板拿来的名字"
        line = _line_of(rf"(?<![\w.]){word}\b", seen)
        yield Problem(Place(f"{FOLDER}{name}", line), "template/unprintable", f"没有叫 {word} 的东西", hint)
    yield from _fields(name, seen, _view_of(text))


def _fields(name: str, text: str, view: type | None) -> Iterator[Problem]:
    if _OWN.search(text):
        return
    holders = {"page": view, "site": Chrome}
    for holder, field in dict.fromkeys(found for tag in _tags(text) for found in _FIELD.findall(tag)):
        kind = holders[holder]
        if kind and not hasattr(kind, field):
            meant = near(field, (each for each in dir(kind) if not each.startswith("_")))
            hint = f"是不是 {meant}？" if meant else "改成有的一项，或者去掉这一处"
            line = _line_of(rf"(?<![\w.]){holder}\.{field}\b", text)
            message = f"{holder} 没有 {field} 这一项"
            yield Problem(Place(f"{FOLDER}{name}", line), "template/unprintable", message, hint)


def _view_of(text: str) -> type | None:
    """The view that a template of pages says it is printed with."""
    found = _VIEW.match(text)
    if not found or "{% extends" not in text:
        return None
    try:
        view = getattr(import_module(found[1]), found[2], None)
    except ImportError:
        return None
    return view if isinstance(view, type) else None


def _tags(text: str) -> Iterator[str]:
    yield from (_QUOTED.sub("''", tag) for tag in _TAG.findall(text))


def _line_of(pattern: str, text: str) -> int:
    """The line of the first tag in which it stands."""
    for tag in _TAG.finditer(text):
        if found := re.search(pattern, tag[0]):
            return text.count("\n", 0, tag.start() + found.start()) + 1
    return 1
