"""Digests: short names for content. The same digest means the same content, and nothing else is promised."""

import hashlib
from datetime import date
from types import FunctionType

from msgspec.msgpack import Encoder


class Sealed:
    """A value that says in one line which content it was made from, so that nobody has to look into it.

    Two values with the same seal are equal; a subclass that gives way to a change gives way to another seal.
    """

    __slots__ = ("seal",)

    def __init__(self, seal: str) -> None:
        self.seal = seal

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.seal == other.seal

    def __hash__(self) -> int:
        return hash(self.seal)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.seal}>"


def _said(value: object) -> str:
    """What stands for a value that is no plain data."""
    if isinstance(value, Sealed):
        return value.seal
    if isinstance(value, FunctionType) and value.__closure__ is None:
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, date):  # one that is watched (`watched.py`), and so hears that it is written down
        return value.isoformat()
    raise TypeError(f"{value!r} has no digest: it is neither frozen data nor sealed")


_ENCODER = Encoder(enc_hook=_said)


def of_value(value: object) -> str:
    """The digest of frozen data (a view, a frame): of every field's name and value, deep inside.

    Of what is `Sealed` the seal stands for the whole, of a function of a module its name. There are thousands of views,
    so they are written as MessagePack.
    """
    return of_bytes(_ENCODER.encode(value))


def of_bytes(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()
