"""One output file, and what its bytes depend on."""

from msgspec import Struct
from msgspec.structs import force_setattr

from mingbai.digest import of_bytes
from mingbai.problem import Problem


class Made(Struct, frozen=True):
    """An artifact that was made now: its path below the site's folder, its bytes and their SHA-256 in hex.

    `passed`: whoever made it has seen that it may go out; else that is still to be seen.
    `misprint`: what is wrong with the template, where it could not be printed.
    """

    path: str
    data: bytes
    passed: bool = False
    misprint: Problem | None = None
    digest: str = ""

    def __post_init__(self) -> None:
        if not self.digest:
            force_setattr(self, "digest", of_bytes(self.data))
