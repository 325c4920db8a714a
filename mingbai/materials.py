"""What sites are built from besides records: the templates and assets the program ships with, and a site's own."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from mingbai import program
from mingbai.problem import Problem
from mingbai.source.text import decode
from mingbai.source.tree import read, scan


class Materials(Struct, frozen=True):
    """What sites are built from besides records: templates and assets by name, the program's digest.

    `problems` are the mistakes of templates that are no text; they stop both sites.
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    program: str
    problems: tuple[Problem, ...] = ()


def materials(root: Path) -> Materials:
    """The templates and assets: those the program ships with, and a site's own in their place by the same path."""
    texts: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    problems: tuple[Problem, ...] = ()
    for base in dict.fromkeys((program.templates().parent, root)):
        folder = program.templates().name if base != root else "templates"
        for path in scan(base, folder).files:
            name = path.removeprefix(f"{folder}/")
            if name.startswith("assets/"):
                assets[name.removeprefix("assets/")] = read(base, path)
            else:
                text, wrong = decode(path, read(base, path))
                texts[name] = text or ""
                problems += wrong
    return Materials(texts, assets, program.digest(), problems)
