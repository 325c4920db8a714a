"""What was seen in a file that may have to stay out of it: numbers of persons, forbidden strings, marks, hosts.

And that nobody can read it at all.

Law: looking is a pure function of the file's name and bytes (and of the forbidden list), so it is done once for each
version of a file; whether what was seen is a mistake, for whom, and in which words, is for the rules.
A text is looked at twice: as it is typed, and as a reader will meet it, without tags, emphasis and escapes.
"""

import html
import re
from collections.abc import Iterator

from mingbai.problem import Place
from mingbai.source import attachment
from mingbai.source.dressed import Undressed, is_dressed
from mingbai.source.forbidden import Forbidden
from mingbai.source.hosts import hosts
from mingbai.source.marking import mark_of_name, markings
from mingbai.source.personal import numbers
from mingbai.source.seen import CLASSIFIED, FILE_NAME, FORBIDDEN, HOST, INTERNAL, UNREAD, Sighting, Sort, masked
from mingbai.source.text import place_at

_CLASSIFIED = re.compile(r"(?:绝密|机密|秘密)\s*★")
"""How a paper says that it is a state secret (GB/T 9704-2012); the words alone stand in many a harmless text."""
_TAG = re.compile(r"<[A-Za-z!/][^<>&\n]*&[^<>\n]*>")
"""A tag or a remark with references in it; a reader does not meet it, but whoever looks at the page's source does."""
_HIDING = re.compile(r"[<&\\]")
"""Where there is none of these, a reader only misses the marks of emphasis, which count for nothing in a string."""


def in_record(path: str, raw: bytes, forbidden: Forbidden) -> tuple[Sighting, ...]:
    """What is seen in a record's file and its name; a file that is no text is told of elsewhere."""
    seen = [*_in_name(path, forbidden), *_in_source(path, raw.decode("utf-8-sig", "ignore"), forbidden)]
    return tuple(dict.fromkeys(seen))


def in_attachment(path: str, raw: bytes, forbidden: Forbidden) -> tuple[Sighting, ...]:
    """What is seen in an attachment, its name and what its program wrote about it."""
    seen = _in_name(path, forbidden)
    for part in attachment.parts(path, raw):
        if isinstance(part, attachment.Unread):
            seen.append(Sighting(Place(path), UNREAD, part.why, part.name))
        elif part.name:
            found = _in_text(part.text, forbidden)
            seen += [Sighting(Place(path), sort, what, part.name) for _, sort, what in found]
        else:
            seen += _in_source(path, part.text, forbidden)
    return tuple(dict.fromkeys(seen))


def _in_name(path: str, forbidden: Forbidden) -> list[Sighting]:
    """What is seen in a path."""
    found = [(sort, what) for _, sort, what in _in_text(path, forbidden)]
    if words := mark_of_name(path):
        found.append((INTERNAL, words))
    return [Sighting(Place(path), sort, what, FILE_NAME) for sort, what in found]


def _in_source(path: str, text: str, forbidden: Forbidden) -> list[Sighting]:
    """What is seen in a text as it is typed, and what only a reader would meet."""
    seen = [Sighting(place_at(path, text, index), sort, what) for index, sort, what in _in_text(text, forbidden)]
    if is_dressed(text):
        bare = Undressed(text)
        found = list(_in_text(bare.text, forbidden if _HIDING.search(text) else Forbidden(), typed=False))
        seen += [Sighting(place_at(path, text, bare.typed_at(index)), sort, what) for index, sort, what in found]
        tags = ((tag.start(), host) for tag in _TAG.finditer(text) for _, host in hosts(html.unescape(tag[0])))
        seen += [Sighting(place_at(path, text, index), HOST, host) for index, host in tags]
    return seen


def _in_text(text: str, forbidden: Forbidden, *, typed: bool = True) -> Iterator[tuple[int, str, str]]:
    """Where in a text something is seen, which sort, and what."""
    for number in numbers(text):
        yield number.index, number.sort.value, number.digits if number.sort is Sort.MOBILE else masked(number.digits)
    for mark in _CLASSIFIED.finditer(text) if "★" in text else ():
        yield mark.start(), CLASSIFIED, mark[0]
    for index, words in markings(text, typed=typed):
        yield index, INTERNAL, words
    for index, host in hosts(text):
        yield index, HOST, host
    for found in forbidden.find(text):
        yield found.index, FORBIDDEN, str(found.letters)
