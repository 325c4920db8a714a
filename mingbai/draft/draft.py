"""What a draft is: a file to be, where it lies, where it belongs, what it is."""

from collections.abc import Iterable

from msgspec import Struct

FOLDER = "content/intranet/drafts/"
"""Where drafts lie; `load` passes over it."""


class Draft(Struct, frozen=True):
    """A file below the folder of drafts; `home` is where it belongs when it is finished, `about` says what it is."""

    name: str
    home: str
    about: str
    text: str

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"{FOLDER}{self.name}"


class Drafts(Struct, frozen=True):
    """Several drafts that belong together, and what has to be said of them."""

    files: tuple[Draft, ...]
    remarks: tuple[str, ...]


def in_the_way(drafts: Iterable[Draft], files: Iterable[str]) -> tuple[str, ...]:
    """The files there are already that a draft would have to take the place of."""
    there = set(files)
    return tuple(path for draft in drafts for path in (draft.home, draft.path) if path in there)
