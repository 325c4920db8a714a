"""Data → YAML as an editor would write it: a fact a line, short groups in braces, notes above what they are about.

Law: what is written reads back as what was given (`source/yaml_write.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from unicodedata import east_asian_width

from msgspec import Struct

from mingbai.source.yaml_write import flow, scalar

Scalar = str | int | Decimal | date
INDENT = "  "
WIDE = 100
"""So many columns a group in braces may take."""


class Left(Struct, frozen=True):
    """A value that nobody knows yet: its line is a comment, with an example of what to write."""

    example: str


class Noted(Struct, frozen=True):
    """A value with notes above it, or one beside it; beside a group of several lines it stands above, too."""

    value: "Plain"
    above: tuple[str, ...] = ()
    beside: str = ""


Plain = Scalar | Left | Noted | Mapping[str, "Plain"] | list["Plain"] | tuple["Plain", ...]


def document(facts: Mapping[str, Plain], opening: Sequence[str]) -> str:
    """A whole file: what it is, in comments, and the facts."""
    return "\n".join([*(f"# {line}" for line in opening), *_mapping(facts, "")]) + "\n"


def _mapping(facts: Mapping[str, Plain], indent: str) -> Iterator[str]:
    for key, given in facts.items():
        noted = given if isinstance(given, Noted) else Noted(given)
        yield from (f"{indent}# {line}" for line in noted.above)
        value = noted.value
        if isinstance(value, Left):
            yield f"{indent}# {key}: {value.example}"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + INDENT)
        elif isinstance(value, list | tuple):
            yield from _list(key, value, indent)
        else:
            yield f"{indent}{key}: {scalar(value)}{_beside(noted)}"


def _list(key: str, items: Sequence[Plain], indent: str) -> Iterator[str]:
    """Days in brackets; words a line each; groups in braces where all of them are short."""
    if all(isinstance(item, date) for item in items):
        yield f"{indent}{key}: {flow(tuple(items))}"
        return
    yield f"{indent}{key}:"
    inner = indent + INDENT
    noted = [item if isinstance(item, Noted) else Noted(item) for item in items]
    short = all(_fits(item.value) for item in noted)
    for item in noted:
        yield from (f"{inner}# {line}" for line in item.above)
        if isinstance(item.value, Mapping) and not short:
            yield from (f"{inner}# {line}" for line in filter(None, [item.beside]))
            first, *more = _mapping(item.value, inner + INDENT)
            yield f"{inner}- {first.removeprefix(inner + INDENT)}"
            yield from more
        else:
            yield f"{inner}- {flow(item.value)}{_beside(item)}"


def _fits(value: Plain) -> bool:
    """Whether a group is short enough for braces, and all of it is known."""
    if not isinstance(value, Mapping):
        return True
    if any(isinstance(each, Left | Noted | Mapping | list | tuple) for each in value.values()):
        return False
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in flow(value)) <= WIDE


def _beside(noted: Noted) -> str:
    return f"    # {noted.beside}" if noted.beside else ""
