"""The pages of a site from what the last build knew: where nothing they are made of has changed, none is made."""

import json
from collections.abc import Callable, Iterable
from functools import cache

from mingbai.cache import Cache
from mingbai.pages.page import Page, Reused


def reused(kept: Cache, name: str, seal: Callable[[], str], make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
    """The pages that `make` makes; it is only asked if they came from something else last time, or one is looked into.

    Law: what `make` gives depends on nothing but the program and what `seal` is the seal of.
    """
    before, now = json.loads(kept.fact(f"{name} pages") or "{}"), seal()
    if before.get("seal") == now:
        made = cache(lambda: {page.route: page for page in make()})
        return tuple(Page(route, template, Reused(digest, made)) for route, template, digest in before["pages"])
    pages = tuple(make())
    rows = [(page.route, page.template, page.digest) for page in pages]
    kept.set_fact(f"{name} pages", json.dumps({"seal": now, "pages": rows}))
    return pages
