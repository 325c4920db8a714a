"""Pages that nothing has changed need not be put together: what they came to is known by what they are made of."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct

from mingbai.digest import of_value
from mingbai.exports.export import afresh
from mingbai.pages.page import Page

F = TypeVar("F")
Reuse = Callable[[str, Callable[[], str], Callable[[], Iterable[Page]]], Iterable[Page]]
"""Gives some pages: by their name and the seal of all they are made of, if it is known what these came to; or made.

Whoever knows nothing of a time before does not ask for the seal.
"""


class Batch(Struct, Generic[F], frozen=True):
    """Some pages that are made together of the same facts; `name` is theirs alone.

    Law: `make` is a function of a module and is given `facts` alone, as with a `Late` view. So facts that have not
    changed say that none of these pages has.
    """

    name: str
    facts: F
    make: Callable[[F], Iterable[Page]]

    @property
    def seal(self) -> str:
        """What the pages are known by; not asked for where nobody knows a time before."""
        return of_value((self.make, self.facts))

    def pages(self) -> Iterable[Page]:
        """The pages made."""
        return self.make(self.facts)


def opened(found: Iterable[Page | Batch[Any]], reuse: Reuse = afresh) -> Iterator[Page]:
    """Every page by itself, those of a batch used again where nothing has changed."""
    for each in found:
        if isinstance(each, Batch):
            yield from reuse(each.name, lambda batch=each: batch.seal, each.pages)  # type: ignore[misc]
        else:
            yield each
