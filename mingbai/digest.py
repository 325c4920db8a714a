"""Digests: short names for content. The same digest means the same content, and nothing else is promised."""

import hashlib
import json


class Sealed:
    """A value that says in one line which content it was made from, so that nobody has to look into it.

    Two values with the same seal are equal; a subclass that gives way to a change gives way to another seal.
    """

    seal: str


def of_value(value: object) -> str:
    """The digest of frozen data (a view, a frame): of every field's value, in the order of fields, deep inside.

    Of what is `Sealed` the seal stands for the whole.
    """
    return of_bytes(_encode(value).encode())


def of_bytes(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def _parts(value: object) -> object:
    return value.seal if isinstance(value, Sealed) else vars(value)


_encode = json.JSONEncoder(default=_parts, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
