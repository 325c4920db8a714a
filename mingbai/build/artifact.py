"""One output file, and what its bytes depend on."""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

from mingbai.digest import of_bytes


class Made(Struct, frozen=True):
    """An artifact that was rendered now: its path below the site's folder, its bytes and their digest.

    `passed`: whoever made it has seen that it may go out; else that is still to be seen.
    """

    path: str
    data: bytes
    passed: bool = False
    digest: str = ""

    def __post_init__(self) -> None:
        if not self.digest:
            force_setattr(self, "digest", of_bytes(self.data))


class Kept(NamedTuple):
    """An artifact that stands as it is in the live tree, because nothing it depends on has changed."""

    path: str
    digest: str


Artifact = Made | Kept
"""What `build` hands to `publish`, one at a time, in the order of paths. `digest` is SHA-256 in hex."""
