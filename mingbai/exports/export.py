"""What an export is: a file for machines, with its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Export:
    """One file for machines: its path below the site's folder, and its bytes."""

    path: str
    data: bytes
