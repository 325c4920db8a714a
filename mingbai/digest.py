"""Digests: short names for content. The same digest means the same content, and nothing else is promised."""

import hashlib
import json


def of_value(value: object) -> str:
    """The digest of frozen data (a view, a frame): of every field's value, in the order of fields, deep inside."""
    return of_bytes(_encode(value).encode())


def of_bytes(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


_encode = json.JSONEncoder(default=vars, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
