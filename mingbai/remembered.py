"""What is known of the source files: a row for a few dozen of them, read and written as a whole.

An edit needs to know of all 20,000 and changes one. As rows of their own they cost SQLite and Python more than what
is in them; as JSON of some ten kilobytes each, msgspec makes values of them at once. Which row a file is in is decided
by its path alone, neighbours share one. A row carries the sum of its text, for damage that SQLite does not see.
"""

import sqlite3
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

ROWS = 256
SCHEMA = """
create table if not exists source (number integer primary key, latest integer, known text not null, sum integer);
"""
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
    for latest, text in _sound(db.execute("select number, latest, cast(known as blob), sum from source")):
        some = _read(text)
        if latest >= trusted:
            young = {path: each for path, each in some.items() if _touched(each) >= trusted}
            some |= {path: replace(each, stat=NOWHERE) for path, each in young.items()}
        yield some


def since(db: sqlite3.Connection, moment: int) -> Iterator[tuple[str, str]]:
    """The files that changed at that moment (nanoseconds) or later, each with the digest of its bytes."""
    asked = "select number, latest, cast(known as blob), sum from source where latest >= ?"
    for _, text in _sound(db.execute(asked, (moment,))):
        yield from ((path, each.digest) for path, each in _as_it_is(text).items() if _touched(each) >= moment)


def keep(db: sqlite3.Connection, changed: Mapping[str, Remembered[Raw]], gone: Iterable[str]) -> None:
    """Add or replace what is known of some files, forget others."""
    new: dict[int, dict[str, Remembered[Raw] | None]] = {}
    for path, remembered in (*((path, None) for path in gone), *changed.items()):
        new.setdefault(_row(path), {})[path] = remembered
    for number, some in new.items():
        asked = "select number, latest, cast(known as blob), sum from source where number = ?"
        old = next((_as_it_is(text) for _, text in _sound(db.execute(asked, (number,)))), {})
        left = {path: each for path, each in (old | some).items() if each}
        latest, text = max(map(_touched, left.values()), default=0), encode(left)
        row = (number, latest, text, _sum(number, latest, text))
        db.execute("insert or replace into source values (?, ?, cast(? as text), ?)", row)


def _row(path: str) -> int:
    """The row a file is in: that of its neighbours, which are made and asked for one after the other."""
    return crc32(path.rpartition("/")[0][:-1].encode()) % ROWS


def _touched(remembered: Remembered[Any]) -> int:
    return max(remembered.stat.mtime, remembered.stat.ctime)


def _sum(number: int, latest: int, text: bytes) -> int:
    return crc32(text, crc32(f"{number} {latest}".encode()))


def _sound(rows: Iterable[tuple[int, int, bytes, int]]) -> Iterator[tuple[int, bytes]]:
    for number, latest, text, sum in rows:
        if _sum(number, latest, text) != sum:
            raise Damaged(f"row {number} of the sources is not what was written")
        yield latest, text
