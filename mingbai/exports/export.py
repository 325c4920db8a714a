"""What an export is: a file for machines, with its bytes."""

from collections.abc import Callable

from msgspec import Struct


class Export(Struct, frozen=True):
    """One file for machines: its path below the site's folder, the digest of what it is made from, and how."""

    path: str
    digest: str
    make: Callable[[], bytes]
