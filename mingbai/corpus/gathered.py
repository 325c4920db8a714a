"""What both corpora are: the records of one audience on one day, and how rules ask for some of them.

Most rules are about a few kinds, and there may be thousands of issues. So whoever is about all records goes from kind
to kind, and passes over those that cannot have what it looks for.
"""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from mingbai.corpus.gather import AnyEntry, Kinds, Known
from mingbai.corpus.moved import aliased
from mingbai.records.base import Record
from mingbai.records.torn import Torn


class Gathered(Struct, frozen=True, dict=True):
    """`entries` are the records, `kinds` the same by kind; `known` names every record there is a file for.

    `present` are those that can be referred to, maybe more than its own; `torn` are the broken ones, as far as they go.
    """

    entries: tuple[AnyEntry, ...]
    kinds: Kinds
    known: Known
    present: Known
    torn: tuple[Torn, ...]

    @cached_property
    def absent(self) -> Known:
        """The records there is a file for that are broken, or of a later day."""
        return self.known - self.present

    @cached_property
    def filed(self) -> Mapping[str, frozenset[str]]:
        """The ids of every kind there is a file for, broken ones and those of a later day included."""
        found = {kind.kind: {entry.id for entry in entries} for kind, entries in self.kinds.items()}
        for kind, id in self.absent:
            found.setdefault(kind, set()).add(id)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    def ids(self, kind: type[Record]) -> frozenset[str]:
        """The ids of one kind there is a file for."""
        return self.filed.get(kind.kind, frozenset())

    @cached_property
    def texts(self) -> tuple[AnyEntry, ...]:
        """The records with prose."""
        return tuple([entry for entry in self.entries if entry.body])

    @cached_property
    def prose(self) -> tuple[AnyEntry | Torn, ...]:
        """The same and the broken files with prose."""
        return (*self.texts, *(each for each in self.torn if each.body))

    @cached_property
    def leading(self) -> tuple[AnyEntry, ...]:
        """Those of them that lead somewhere."""
        return tuple([entry for entry in self.texts if entry.body and entry.body.links])

    @cached_property
    def aliased(self) -> tuple[AnyEntry, ...]:
        """The records that had another address before."""
        return aliased(self.kinds)
