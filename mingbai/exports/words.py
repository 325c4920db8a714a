"""Every word that a record says, as the search index wants it."""

import re
from collections.abc import Iterator

from mingbai.records.field import Value, fields_of
from mingbai.records.values import ID, Review

NAMES = re.compile(rf"{ID}(/{ID})*|({ID}/)+{ID}\.[a-z0-9]+|/[A-Za-z0-9_./-]*")
"""How the name of another record looks, of a file, and an address on the site: no word for a reader."""


def words(value: object) -> Iterator[str]:
    """The texts in a record, deep inside lists, tables and groups too; not who let it out, which every page says."""
    if isinstance(value, Review):
        return
    if isinstance(value, str):
        if not NAMES.fullmatch(value):
            yield value
    elif isinstance(value, Value):
        for name in fields_of(type(value)):
            yield from words(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif isinstance(value, dict):
        for item in value.items():
            yield from words(item)
