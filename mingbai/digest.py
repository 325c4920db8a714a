"""Digests: short names for content. The same digest means the same content, and nothing else is promised."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import astuple


class Sealed:
    """A value that says in one line which content it was made from, so that nobody has to look into it.

    Two values with the same seal are equal; a subclass that gives way to a change gives way to another seal.
    """

    __slots__ = ()
    seal: str


def of_value(value: object) -> str:
    """The digest of frozen data (a view, a frame): of every field's value, in the order of fields, deep inside.

    Of what is `Sealed` the seal stands for the whole.
    """
    parts: list[str] = []
    _collect((value,), parts)
    return of_bytes("\0".join(parts).encode())


def of_bytes(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def _collect(values: Iterable[object], parts: list[str]) -> None:
    """Every single value as text, groups between marks; no text of ours holds a NUL, so none can look like a mark.

    JSON says the same in thrice the time, and there are thousands of views.
    """
    for value in values:
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, Sealed):
            parts.append(value.seal)
        elif isinstance(value, tuple | list):
            parts.append("\0(")
            _collect(value, parts)
            parts.append("\0)")
        elif value is None or isinstance(value, int):
            parts.append(f"\0{value}")
        else:
            parts.append("\0{")
            _collect(astuple(value) if isinstance(value, Struct) else vars(value).values(), parts)
            parts.append("\0}")
