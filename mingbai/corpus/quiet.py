"""A corpus without its newsletter: what most pages are made of, and what it is known by.

There may be thousands of issues, and one of them changes more often than all the rest. What is made of a quiet corpus
cannot depend on any of them, so it need not be made again.
"""

from collections.abc import Mapping
from typing import Any

from mingbai.corpus.gather import File, Kinds, Known
from mingbai.records.base import Record


class Absent:
    """Stands where a quiet corpus holds nothing; whoever asks it for anything is told, so no page is silently empty."""

    def _refuse(self, *_: object) -> Any:
        raise LookupError("a quiet corpus does not hold this: move the function from QUIET to PAGES")

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = __sub__ = _refuse

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # so ask tools, which look what a thing is and not what it holds
            raise AttributeError(name)
        self._refuse(name)


ABSENT: Any = Absent()


def seals(kinds: Kinds, loud: tuple[type[Record], ...]) -> list[tuple[str, list[str]]]:
    """What each record is known by, kind by kind; of loud kinds only which there are."""
    return [
        (kind.kind, [entry.id if kind in loud else entry.seal for entry in entries]) for kind, entries in kinds.items()
    ]


def digests(files: Mapping[str, File]) -> list[str]:
    """What each attachment is known by."""
    return [f"{id} {file.path} {file.digest}" for id, file in sorted(files.items())]


def names(known: Known) -> list[str]:
    """Some (kind, id), in order."""
    return sorted([f"{kind}/{id}" for kind, id in known])
