"""Files that were just read → what is kept of them: all that can be said of each one alone, in whatever process.

Whoever only asks for it (`load`) does not import what it takes: YAML, Markdown, a cleaner, readers of attachments.
"""

from collections.abc import Iterable
from pathlib import Path

from mingbai import boundary, unfit
from mingbai.records import stored
from mingbai.records.parse import forbidden_of, parse
from mingbai.records.parsed import Parsed
from mingbai.records.public.forbidden import FORBIDDEN_FILE
from mingbai.source import sighting
from mingbai.source.forbidden import Forbidden
from mingbai.source.seen import Sighting
from mingbai.source.tree import read

Read = tuple[str, bytes]
"""A file that was just read: its path and its bytes."""
Done = tuple[str, bytes, dict[str, bytes], tuple[Sighting, ...]]
"""Of one file: its path, what it parsed to as text, the HTML of its prose by digest, what was seen in it."""


def parse_all(forbidden: Forbidden, files: Iterable[Read]) -> list[Done]:
    """Parse each of some files and look through it."""
    return [(_attachment if boundary.is_attachment(each[0]) else _record)(each, forbidden) for each in files]


def forbidden_in(root: Path) -> Forbidden:
    """The list of forbidden strings; empty where it cannot be read, and where it is broken, which is told later."""
    try:
        return forbidden_of(read(root, FORBIDDEN_FILE))
    except OSError:
        return Forbidden()


def _attachment(file: Read, forbidden: Forbidden) -> Done:
    told = stored.dump(Parsed(None, tuple(unfit.attachment(*file))))
    return file[0], told, {}, sighting.in_attachment(*file, forbidden)


def _record(file: Read, forbidden: Forbidden) -> Done:
    parsed = parse(*file)
    body = parsed.entry.body if parsed.entry else None
    html = {body.digest: parsed.html.encode()} if body else {}
    return file[0], stored.dump(parsed), html, sighting.in_record(*file, forbidden)
