"""Paths and kinds: what a file's name and folder say of it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from mingbai.records import intranet, public
from mingbai.records.base import Record, identify

FOLDERS: Mapping[str, Sequence[type[Record]]] = {
    "content/public/": public.KINDS,
    "content/intranet/": intranet.KINDS,
}
"""Which kinds of record each folder may hold."""


class Named(Struct, frozen=True):
    """What a file's path says before it is read: the kind of record and its id."""

    kind: type[Record]
    id: str


def implied(path: str) -> tuple[tuple[str, str], ...]:
    """The records, as (kind, id), that the file's folder names."""
    name = named(path)
    return name.kind.implied(name.id) if name else ()


def named(path: str) -> Named | None:
    """The kind and id that `path` gives a file; `None` if no kind of record lies there."""
    for folder, kinds in FOLDERS.items():
        if path.startswith(folder):
            below = path.removeprefix(folder)
            for kind in kinds:
                found = identify(kind, below)
                if found:
                    return Named(kind, found)
    return None
