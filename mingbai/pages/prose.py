"""A record's prose on its way to a page: which HTML, and where each of its links leads on the site."""

from mingbai.corpus.gather import Known
from mingbai.corpus.leads import leads
from mingbai.corpus.outward import Exits
from mingbai.pages.page import Prose
from mingbai.records.base import Entry, Record


def prose(
    entry: Entry[Record], present: Known, prefix: str = "", deeper: int = 0, exits: Exits | None = None
) -> Prose | None:
    """The prose of a record as a view carries it; `None` if its file has none.

    `present` and `exits` say which links lead where.
    """
    body = entry.body
    if body is None:
        return None
    targets = leads(body, present, exits) if body.links else ()
    return Prose(body.digest, targets, prefix, deeper)
