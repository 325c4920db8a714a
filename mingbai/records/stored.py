"""A parsed file as text, for the cache and for handing between processes: no code in it, quick to read back."""

import json

from mingbai import problem
from mingbai.records.base import Body, Entry, Link, Record, seal
from mingbai.records.parse import FOLDERS, Parsed
from mingbai.source.located import Places

SEPARATOR = "\x1f"
"""Stands between the parts; JSON writes it as an escape, so it cannot occur in one."""
BY_KIND: dict[str, type[Record]] = {kind.kind: kind for kinds in FOLDERS.values() for kind in kinds}


def dump(parsed: Parsed) -> str:
    """The entry and the problems as text; the HTML of prose is kept elsewhere, by its digest."""
    problems = problem.dump(parsed.problems) if parsed.problems else ""
    entry = parsed.entry
    if entry is None:
        return problems
    body = _written(entry.body) if entry.body else ""
    record = entry.record.model_dump_json(exclude_unset=True)
    return SEPARATOR.join((problems, entry.record.kind, entry.id, record, entry.places.table, body))


def load(path: str, digest: str, text: str) -> Parsed:
    """What `dump` made text of; `digest` is that of the file's bytes."""
    problems, *rest = text.split(SEPARATOR)
    told = problem.load(problems) if problems else ()
    if not rest:
        return Parsed(None, told)
    kind, id, record, places, body = rest
    entry = Entry(id, BY_KIND[kind].model_validate_json(record), Places(path, places), seal(path, digest), _body(body))
    return Parsed(entry, told)


def _body(text: str) -> Body | None:
    if not text:
        return None
    digest, links, heads, sums, anchors, outline = text.split("\n")
    found = tuple([Link(*link) for link in json.loads(links)]) if links else ()
    return Body(digest, found, heads, sums, tuple(json.loads(anchors)) if anchors else (), outline)


def _written(body: Body) -> str:
    """A line each for digest, links, headings, sentences with money, other anchors, outline; many are empty."""
    links, anchors = (json.dumps(found) if found else "" for found in (body.links, body.anchors))
    return "\n".join((body.digest, links, body.heads, body.sums, anchors, body.outline))
