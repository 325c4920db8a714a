"""A record's prose on its way to a page: which HTML, and where each of its links leads on the site."""

from mingbai.corpus import routes
from mingbai.pages.page import Prose
from mingbai.records.base import Entry, Record


def prose(entry: Entry[Record], prefix: str = "", deeper: int = 0) -> Prose | None:
    """The prose of a record as a view carries it; `None` if its file has none."""
    body = entry.body
    if body is None:
        return None
    targets = {target: address for target, _ in body.links if (address := _address(entry.path, target))}
    return Prose(body.digest, tuple(sorted(targets.items())), prefix, deeper)


def _address(path: str, target: str) -> str:
    """Where a link as written leads; nothing for what is no link to a source file."""
    found = routes.linked(path, target)
    if found is None:
        return ""
    route = routes.route(*found)
    _, _, part = target.partition("#")
    if not part:
        return route
    # A text that shares its page with others has its name before its ids: `#materials` holds `#materials-办法`.
    return f"{route}-{part}" if "#" in route else f"{route}#{part}"
