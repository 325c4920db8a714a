"""Where each link in a record's prose leads on a site: the same for its page and for a feed."""

from mingbai.boundary import Audience, of
from mingbai.corpus import routes
from mingbai.corpus.gather import Known
from mingbai.corpus.outward import Exits
from mingbai.records.base import Body, Link

Targets = tuple[tuple[str, str], ...]
"""Links as written, each with its address; an empty one leads nowhere."""


def leads(body: Body, present: Known, exits: Exits | None = None) -> Targets:
    """The links that do not lead where they say, in the order of what they say.

    `present` are the records there are on the day shown: a link to one that is not there yet leads nowhere ("").
    With `exits`, as every public text has them, a link to somebody else's host goes by the page that says so.
    """
    targets = {link.target: _address(link, present) for link in body.links if link.kind}
    if exits:
        outside = {link.target: exits.way(link.target) for link in body.links if not link.path}
        targets |= {target: way for target, way in outside.items() if way != target}
    return tuple(sorted(targets.items()))


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
