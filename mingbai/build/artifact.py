"""One output file, and what its bytes depend on."""

from typing import NamedTuple


class Made(NamedTuple):
    """An artifact that was rendered now: its path below the site's folder, and its bytes."""

    path: str
    data: bytes


class Kept(NamedTuple):
    """An artifact that stands as it is in the live tree, because nothing it depends on has changed."""

    path: str
    digest: str


Artifact = Made | Kept
"""What `build` hands to `publish`, one at a time, in the order of paths. `digest` is SHA-256 in hex."""
