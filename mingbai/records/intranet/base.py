"""What every intranet record has in common: the legal reason for keeping it in."""

from typing import ClassVar

from mingbai.records.base import Addressed, Record


class Kept(Record):
    """A record that never leaves the intranet.

    `exempt_basis` is the article of 政府信息公开条例 that allows it to stay closed: 14 secrets, 15 privacy and
    trade secrets, 16 internal affairs. It stands once per kind, not in every file.
    """

    exempt_basis: ClassVar[int] = 16


class Internal(Kept, Addressed):
    """One that has an address of its own there."""
