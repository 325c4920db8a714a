"""Which program this is, and the templates it ships with."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

LIBRARIES = re.compile(
    r"(icalendar|jinja2|markdown|markupsafe|msgspec|nh3|pillow|pydantic|pydantic.core|pypdf|pypinyin|pyyaml|segno"
    r"|xlsxwriter)-[0-9].*\.(dist|egg)-info",
    re.IGNORECASE,
)
"""The libraries on whose version it may depend what is published or told, by the folder that an installer leaves beside
each."""
PACKAGE = Path(__file__).parent


@cache
def digest() -> str:
    """A digest of the program's own source, of the libraries' versions and of Python's; it stays while this runs."""
    found = hashlib.sha256(sys.version.encode())
    for path in _sources(str(PACKAGE)):
        found.update(path.encode())
        with open(path, "rb") as file:
            found.update(file.read())
    for name in _libraries():
        found.update(f"{name}\n".encode())
    return found.hexdigest()


def _libraries() -> list[str]:
    """The installed libraries with their versions; `importlib.metadata` says the same in forty milliseconds more."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(filter(LIBRARIES.fullmatch, os.listdir(folder)))
    return sorted(found)


def templates() -> Path:
    """The folder of the templates that come with the program: in the wheel, or beside the package in a checkout."""
    shipped = PACKAGE / "_templates"
    return shipped if shipped.is_dir() else PACKAGE.parent / "templates"


def _sources(folder: str) -> Iterator[str]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(("_", ".")):
            yield from _sources(entry.path)
        elif entry.name.endswith(".py"):
            yield entry.path
