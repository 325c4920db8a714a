"""What an export is: a file for machines, with its bytes; and how one is used again that nothing has changed."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")


class Export(Struct, frozen=True):
    """One file for machines: its path below the site's folder, the digest of what it is made from, and how."""

    path: str
    digest: str
    make: Callable[[], bytes]


Reuse = Callable[[str, Callable[[], str], Callable[[], Iterable[Export]]], Iterable[Export]]
"""Gives some exports: by their name and the seal of all they are made of, if it is known what these came to; or made.

Whoever knows nothing of a time before does not ask for the seal.
"""


def afresh(_name: str, _seal: Callable[[], str], make: Callable[[], Iterable[T]]) -> Iterable[T]:
    """What is made, whatever it is made of."""
    return make()
