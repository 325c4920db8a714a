"""What is known of the source files: a row for a hundred or so, read and written as a whole.

An edit needs to know of all 20,000 and changes one. As rows of their own they cost SQLite and Python more than what
is in them; as JSON of a hundred kilobytes each, msgspec makes values of them at once. A row holds the paths from its
first up to that of the next, so that what is read lies in memory in the order in which everybody goes through it: in
any other order, all that looks at every record takes twice as long. A row carries the sum of its text, for damage that
SQLite does not see.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar
from zlib import crc32

from msgspec import Raw, Struct
from msgspec.json import Decoder, encode
from msgspec.structs import replace

from mingbai.damage import Damaged
from mingbai.records import stored
from mingbai.records.stored import Written
from mingbai.source.tree import Stat

ROW = 100
"""Files in a row when it is first written; one that has come to hold twice as many is split."""
SCHEMA = """
create table if not exists source (first text primary key, latest integer, known text not null, sum integer);
"""
READ = "select first, latest, cast(known as blob), sum from source"
NOWHERE = Stat(-1, -1, -1, -1)
T = TypeVar("T")


class Remembered(Struct, Generic[T], frozen=True, array_like=True, gc=False):
    """What was known of one source file: what the file system said, the digest of its bytes, what it parsed to.

    `seen` is what was seen in it that may have to stay out, as text; most often nothing.
    """

    stat: Stat
    digest: str
    parsed: T
    seen: str = ""


_read: Callable[[bytes], dict[str, Remembered[Written]]] = Decoder(dict[str, Remembered[stored.ANY]]).decode
_as_it_is = Decoder(dict[str, Remembered[Raw]]).decode


def known(db: sqlite3.Connection, trusted: int) -> Iterator[dict[str, Remembered[Written]]]:
    """Every file by path, row by row; one that changed at `trusted` or later has an impossible stat."""
    for latest, text in _sound(db.execute(f"{READ} order by first")):
        some = _read(text)
        if latest >= trusted:
            young = {path: each for path, each in some.items() if _touched(each) >= trusted}
            some |= {path: replace(each, stat=NOWHERE) for path, each in young.items()}
        yield some


def since(db: sqlite3.Connection, moment: int) -> Iterator[tuple[str, str]]:
    """The files that changed at that moment (nanoseconds) or later, each with the digest of its bytes."""
    for _, text in _sound(db.execute(f"{READ} where latest >= ?", (moment,))):
        yield from ((path, each.digest) for path, each in _as_it_is(text).items() if _touched(each) >= moment)


def keep(db: sqlite3.Connection, changed: Mapping[str, Remembered[Raw]], gone: Iterable[str]) -> None:
    """Add or replace what is known of some files, forget others."""
    firsts = [first for (first,) in db.execute("select first from source order by first")] or [""]
    new: dict[str, dict[str, Remembered[Raw] | None]] = {}
    for path, remembered in (*((path, None) for path in gone), *changed.items()):
        new.setdefault(firsts[max(bisect_right(firsts, path) - 1, 0)], {})[path] = remembered
    for first, some in new.items():
        old = next((_as_it_is(text) for _, text in _sound(db.execute(f"{READ} where first = ?", (first,)))), {})
        left = [(path, each) for path, each in sorted((old | some).items()) if each]
        size = ROW if len(left) > 2 * ROW else 2 * ROW
        pieces = [dict(left[start : start + size]) for start in range(0, len(left), size)]
        db.execute("delete from source where first = ?", (first,))
        db.executemany("insert into source values (?, ?, cast(? as text), ?)", map(_row, pieces))


def _row(piece: Mapping[str, Remembered[Raw]]) -> tuple[str, int, bytes, int]:
    first, latest, text = min(piece), max(map(_touched, piece.values())), encode(piece)
    return first, latest, text, _sum(first, latest, text)


def _touched(remembered: Remembered[Any]) -> int:
    return max(remembered.stat.mtime, remembered.stat.ctime)


def _sum(first: str, latest: int, text: bytes) -> int:
    return crc32(text, crc32(f"{first} {latest}".encode()))


def _sound(rows: Iterable[tuple[str, int, bytes, int]]) -> Iterator[tuple[int, bytes]]:
    for first, latest, text, sum in rows:
        if _sum(first, latest, text) != sum:
            raise Damaged(f"what is known of {first} and the next is not what was written")
        yield latest, text
