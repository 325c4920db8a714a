"""Pages and exports from what the last build knew of them: where nothing they are made of has changed, none is made.

Law: what `make` gives depends on nothing but the program and what `seal` is the seal of. It is only asked if that came
to something else last time, or if one of them is looked into.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TypeVar

from msgspec.json import Decoder, encode

from mingbai.cache import Cache
from mingbai.exports.export import Export
from mingbai.pages.page import Page, Reused

T = TypeVar("T")
Row = tuple[str, ...]
_KEPT = Decoder(tuple[str, list[Row]])


def reused(kept: Cache, name: str, seal: Callable[[], str], make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
    """The pages that `make` makes."""
    made = cache(lambda: tuple(make()))
    rows = _known(kept, f"{name} pages", seal(), made, lambda page: (page.route, page.template, page.digest))
    if rows is None:
        return made()
    by_route = cache(lambda: {page.route: page for page in made()})
    return tuple([Page(route, template, Reused(digest, by_route)) for route, template, digest in rows])


def exported(
    kept: Cache, name: str, seal: Callable[[], str], make: Callable[[], Iterable[Export]]
) -> tuple[Export, ...]:
    """The exports that `make` makes."""
    made = cache(lambda: tuple(make()))
    rows = _known(kept, f"{name} exports", seal(), made, lambda export: (export.path, export.digest))
    if rows is None:
        return made()
    by_path = cache(lambda: {export.path: export for export in made()})
    return tuple([Export(path, digest, partial(_bytes, by_path, path)) for path, digest in rows])


def _bytes(made: Callable[[], Mapping[str, Export]], path: str) -> bytes:
    return made()[path].make()


def _known(
    kept: Cache, name: str, seal: str, made: Callable[[], tuple[T, ...]], row: Callable[[T], Row]
) -> list[Row] | None:
    """What is known of what came from the same; `None` where it came from something else, and is kept from now on."""
    before = kept.fact(name)
    if before and before.startswith(f'["{seal}"'):
        return _KEPT.decode(before)[1]
    kept.set_fact(name, encode((seal, list(map(row, made())))).decode())
    return None
