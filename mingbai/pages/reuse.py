"""Pages that nothing has changed need not be put together: what they came to is known by what they are made of."""

from collections.abc import Callable, Iterable

from mingbai.pages.page import Page

Reuse = Callable[[str, Callable[[], str], Callable[[], Iterable[Page]]], Iterable[Page]]
"""Gives some pages: by their name and the seal of all they are made of, if it is known what these came to; or made.

Whoever knows nothing of a time before does not ask for the seal.
"""


def afresh(_name: str, _seal: Callable[[], str], make: Callable[[], Iterable[Page]]) -> Iterable[Page]:
    """The pages made, whatever they are made of."""
    return make()
