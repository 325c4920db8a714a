"""Damage to the cache: how it is found where SQLite does not find it, and what it is told apart from.

Law: what is read from the cache is what was written to it, or `Damaged` is raised; then everything is done again
without it. What is read row by row has the sum of each row at its end (`with_sum`, `sound`); of a table that is read
as a whole the sum of all rows is kept (`total`), so that a row that went is noticed as well.
A sum is a CRC: it is here for disks and half-written files, not for enemies, who could as well change the program.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar
from zlib import crc32

T = TypeVar("T")
Row = tuple[Any, ...]

OF_THE_WORLD = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}
)
"""What SQLite says when the disk or somebody else is in the way: a new cache would not do better."""


_SORTS = {bytes: 1, int: 2, bool: 2, float: 3, type(None): 4}
"""The sorts of value that SQLite gives back, besides text: one bit may make one out of the other."""


class Damaged(sqlite3.DatabaseError):
    """What is read is not what was written."""


def summed(row: Row) -> int:
    """The sum of what stands in a row, and of its types; for two rows that differ by accident it is not the same."""
    cells = [each if type(each) is bytes else str(each).encode() for each in row]
    return crc32(b"\x1f".join(cells), crc32(bytes([_SORTS.get(type(each), 0) for each in row])))


def total(rows: Iterable[Row]) -> int:
    """The sum of rows, whatever their order."""
    return sum(map(summed, rows))


def with_sum(row: Row) -> Row:
    """A row as it is written, its sum at the end."""
    return (*row, summed(row))


def sound(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows as they were before `with_sum`.

    >>> list(sound([with_sum(("a", 1))]))
    [('a', 1)]
    """
    for *row, kept in rows:
        if summed(tuple(row)) != kept:
            raise Damaged(f"a row is not what was written: {row[0]!r}")
        yield tuple(row)


def is_damage(error: Exception) -> bool:
    """Whether the cache is to blame, so that it helps to throw it away."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in OF_THE_WORLD


def mended(work: Callable[[], T], forget: Callable[[], None], again: Callable[[], T]) -> T:
    """What `work` gives; where it meets damage, that is forgotten, and what `again` gives counts."""
    try:
        return work()
    except (sqlite3.Error, UnicodeDecodeError) as error:  # Python reads what SQLite says of a damaged text as text
        if not is_damage(error):
            raise
    forget()
    return again()
