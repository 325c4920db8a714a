"""Old addresses: which address led to a record once, and where that record is now.

Law: an address leads to a record and never to another old address, so there is no chain and no circle. What the day
shown does not know yet has no old address either.
"""

from collections.abc import Iterable
from typing import NamedTuple

from mingbai.corpus import routes
from mingbai.corpus.gather import AnyEntry, Kinds
from mingbai.records.base import Addressed


class Moved(NamedTuple):
    """An address as it was, and the address of the record now; that may be a part of a page."""

    old: str
    new: str

    @property
    def is_page(self) -> bool:
        """Whether a file can answer there; a program's address, or one with a `?`, only a server with our map can."""
        return self.old.endswith(("/", ".html", ".htm")) and "?" not in self.old


def aliased(kinds: Kinds) -> tuple[AnyEntry, ...]:
    """The records that say which address they had before, in the order of their files."""
    found = [
        entry
        for kind, entries in kinds.items()
        if issubclass(kind, Addressed)
        for entry in entries
        if entry.record.aliases  # type: ignore[attr-defined]
    ]
    return tuple(sorted(found, key=lambda entry: entry.path))


def moved(entries: Iterable[AnyEntry]) -> tuple[Moved, ...]:
    """Every old address of these records, in their order; one that two of them claim leads to the first."""
    found: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry.record, Addressed):
            for alias in entry.record.aliases:
                found.setdefault(alias, routes.route(entry.record.kind, entry.id))
    return tuple([Moved(old, new) for old, new in sorted(found.items())])
