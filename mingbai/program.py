"""Which program this is, and the templates it ships with."""

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("jinja2", "markdown", "nh3", "pydantic", "pyyaml", "pillow")
"""The libraries whose version the output may depend on."""
PACKAGE = Path(__file__).parent


def digest() -> str:
    """A digest of the program's own source, of the libraries' versions and of Python's."""
    found = hashlib.sha256(sys.version.encode())
    for path in _sources(str(PACKAGE)):
        found.update(path.encode())
        with open(path, "rb") as file:
            found.update(file.read())
    for library in LIBRARIES:
        found.update(f"{library} {version(library)}\n".encode())
    return found.hexdigest()


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
