"""A record's prose on its way to a page: which HTML, and where each of its links leads on the site."""

from mingbai.boundary import Audience, of
from mingbai.corpus import routes
from mingbai.corpus.gather import Known
from mingbai.corpus.outward import Exits
from mingbai.pages.page import Prose
from mingbai.records.base import Entry, Link, Record


def prose(
    entry: Entry[Record], present: Known, prefix: str = "", deeper: int = 0, exits: Exits | None = None
) -> Prose | None:
    """The prose of a record as a view carries it; `None` if its file has none.

    `present` are the records there are on the day shown: a link to one that is not there yet leads nowhere ("").
    With `exits`, as every public text has them, a link to somebody else's host goes by the page that says so.
    """
    body = entry.body
    if body is None:
        return None
    if not body.links:
        return Prose(body.digest, (), prefix, deeper)
    targets = {link.target: _address(link, present) for link in body.links if link.kind}
    if exits:
        outside = {link.target: exits.way(link.target) for link in body.links if not link.path}
        targets |= {target: way for target, way in outside.items() if way != target}
    return Prose(body.digest, tuple(sorted(targets.items())), prefix, deeper)


def _address(link: Link, present: Known) -> str:
    """Where a link to a source file leads."""
    if link.kind == "files":
        return routes.route("files" if of(link.path) is Audience.PUBLIC else "internal-files", link.id)
    if (link.kind, link.id) not in present:
        return ""
    route = routes.route(link.kind, link.id)
    _, _, part = link.target.partition("#")
    if not part:
        return route
    # A text that shares its page with others has its name before its ids: `#materials` holds `#materials-办法`.
    return f"{route}-{part}" if "#" in route else f"{route}#{part}"
