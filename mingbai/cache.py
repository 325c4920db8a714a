"""What the last build knew, in one SQLite file that can be deleted at any time.

Law: it is never trusted for correctness. A source is taken from here only where its content has the same digest,
and the digest only where size, times and inode say the file is the same and it was not touched later than two seconds
before the last build began to read (an edit within one tick of the file system's clock).
What is stored is text, never code. Whoever reads it may meet damage (`damage.py`): then all of it is forgotten.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from secrets import token_hex
from typing import Any, NamedTuple

from msgspec import Raw
from msgspec.json import decode, encode

from mingbai import remembered
from mingbai.build.before import Before, Known, before, bucket, read, written
from mingbai.damage import Damaged, Row, sound, total, with_sum
from mingbai.digest import of_bytes
from mingbai.exports.search import About
from mingbai.records.stored import Written
from mingbai.remembered import Remembered

TICK = 2_000_000_000
"""Two seconds, in nanoseconds."""
SCHEMA = f"""{remembered.SCHEMA}
create table if not exists fact (name text primary key, value text not null, sum integer);
create table if not exists version (
  path text, number integer, blob text, commit_name text, day text, home text, parsed text, primary key (path, number));
create table if not exists prose (digest text primary key, html blob not null, sum integer);
create table if not exists slot (
  seal text, number integer, pairs blob, sum integer, primary key (seal, number)) without rowid;
create table if not exists slots (seal text primary key, sums text, weights text, sum integer);
create table if not exists page (site text, bucket integer, known text, sum integer, primary key (site, bucket));
"""


class Kept(NamedTuple):
    """One committed version of a file, of which `number` says the order: git's name for it, what it parsed to."""

    path: str
    number: int
    blob: str
    commit: str
    day: str
    home: str
    parsed: str


class Cache:
    """The tables of the cache. `program` is the digest of the program; another program's memory is forgotten."""

    def __init__(self, connection: sqlite3.Connection, program: str) -> None:
        self._db = connection
        self._opened = time.time_ns()
        self._asked: set[str] = set()
        self._db.executescript(SCHEMA)
        if self.fact("program") != program:
            for table in ("fact", "source", "version", "prose", "slot", "slots", "page"):
                self._db.execute(f"drop table {table}")
            self._db.executescript(SCHEMA)
            self.set_fact("program", program)
        self._mark = self.fact("mark")

    def fact(self, name: str) -> str | None:
        """One remembered value, or `None`."""
        found: dict[str, str] = dict(sound(self._db.execute("select * from fact where name = ?", (name,))))
        return found.get(name)

    def set_fact(self, name: str, value: str) -> None:
        """Remember one value."""
        self._db.execute("insert or replace into fact values (?, ?, ?)", with_sum((name, value)))

    def sources(self) -> Iterator[dict[str, Remembered[Written]]]:
        """Every remembered source file by path, some at a time.

        One that may have changed within a tick has an impossible stat.
        """
        return remembered.known(self._db, int(self.fact("written") or 0) - TICK)

    def digests(self, since: int) -> dict[str, str]:
        """The SHA-256 of every source file that changed after `since` (nanoseconds), as it was last read, by path."""
        return dict(remembered.since(self._db, since))

    def remember_sources(self, changed: Mapping[str, Remembered[Raw]], gone: Iterable[str]) -> None:
        """Add or replace what is known of some files, forget others."""
        remembered.keep(self._db, changed, gone)
        self.set_fact("written", str(self._opened))

    def settle(self, *, same: bool, whole: bool) -> None:
        """Say, while the sources are written, whether they are the `same` to the rules, and known as a `whole`.

        What the rules tell belongs to a mark, which the sources keep as long as they are. Where not all could be read,
        or another build came between, nothing that they tell is kept.
        """
        alone = self.fact("mark") == self._mark
        if not (same and whole and alone and self._mark):
            mark = token_hex(8)
            self.set_fact("mark", mark)
            self._mark = mark if whole and alone else None

    def told(self, question: str) -> dict[str, str]:
        """What was told, as text for each side, when the rules were asked the same about the same sources."""
        mark, asked, told = decode(self.fact("told") or '["", "", {}]', type=tuple[str, str, dict[str, str]])
        return told if (mark, asked) == (self._mark, question) else {}

    def remember_told(self, question: str, told: Mapping[str, str]) -> None:
        """Keep what the rules told, for as long as nothing changes that they can see."""
        if self._mark:
            self.set_fact("told", encode((self._mark, question, told)).decode())

    def committed(self) -> tuple[str | None, ...]:
        """By what the remembered commits are known."""
        return self.fact("heads"), self.fact("version total")

    def versions(self) -> list[Kept]:
        """Every committed version that is known, those of one file in their order."""
        return [Kept(*row) for row in sorted(self._whole("version"))]

    def remember_versions(self, versions: Iterable[Kept]) -> None:
        """Keep these committed versions, and no others."""
        self._db.execute("delete from version")
        self._db.executemany("insert into version values (?, ?, ?, ?, ?, ?, ?)", versions)
        self._sum_up("version")

    def prose(self, digests: Sequence[str]) -> dict[str, bytes]:
        """The HTML of some texts, by digest, in UTF-8; all of them were remembered."""
        found: dict[str, bytes] = {}
        for start in range(0, len(digests), 500):
            some = digests[start : start + 500]
            marks = ",".join("?" * len(some))
            found |= dict(sound(self._db.execute(f"select * from prose where digest in ({marks})", some)))  # noqa: S608
        _all_there(digests, found)
        return found

    def remember_prose(self, html: Mapping[str, bytes]) -> None:
        """Keep the HTML of some texts."""
        self._db.executemany("insert or replace into prose values (?, ?, ?)", map(with_sum, html.items()))

    def indexed(self, seals: Sequence[str]) -> dict[str, About]:
        """What is known of each group that is in the search index already, by its seal."""
        self._asked.update(seals)
        marks = ",".join("?" * len(seals))
        rows = sound(self._db.execute(f"select * from slots where seal in ({marks})", seals))  # noqa: S608
        return {seal: About(tuple(sums.split()), tuple(map(int, weights.split()))) for seal, sums, weights in rows}

    def slots(self, seals: Sequence[str], numbers: Sequence[int]) -> dict[tuple[str, int], bytes]:
        """Some slots of some groups as JSON, by seal and number; what results show is numbered on from the slots."""
        some, few = ",".join("?" * len(seals)), ",".join("?" * len(numbers))
        asked = f"select * from slot where seal in ({some}) and number in ({few})"  # noqa: S608
        rows = sound(self._db.execute(asked, (*seals, *numbers)))
        found = {(seal, number): pairs for seal, number, pairs in rows}
        _all_there(product(seals, numbers), found)
        return found

    def remember_slots(self, seal: str, slots: Sequence[bytes], shown: Sequence[bytes]) -> About:
        """Keep the slots of a group that was just indexed, and what results show of it."""
        every = (*slots, *shown)
        about = About(tuple([of_bytes(data)[:12] for data in every]), tuple(map(len, every)))
        rows = (with_sum((seal, number, data)) for number, data in enumerate(every))
        self._db.executemany("insert or replace into slot values (?, ?, ?, ?)", rows)
        row = with_sum((seal, " ".join(about.sums), " ".join(map(str, about.weights))))
        self._db.execute("insert or replace into slots values (?, ?, ?, ?)", row)
        return about

    def forget_slots(self) -> None:
        """Forget the slots of all groups that nobody has asked for since this was last called."""
        gone = [(seal,) for (seal,) in self._db.execute("select seal from slots") if seal not in self._asked]
        self._db.executemany("delete from slot where seal = ?", gone)
        self._db.executemany("delete from slots where seal = ?", gone)
        self._asked.clear()

    def pages(self, site: str) -> Before:
        """What is known of the artifacts last made for a site."""
        rows = sound(self._db.execute("select * from page where site = ?", (site,)))
        return before(known for _, _, known in rows)

    def remember_pages(self, site: str, made: Mapping[str, Known], gone: Iterable[str]) -> None:
        """Keep what is known of artifacts just made, and forget those that are gone."""
        buckets: dict[int, dict[str, Known | None]] = {}
        for path, known in chain(made.items(), ((path, None) for path in gone)):
            buckets.setdefault(bucket(path), {})[path] = known
        for number, changed in buckets.items():
            every = self._known(site, number) | changed
            text = written({path: known for path, known in every.items() if known})
            self._db.execute("insert or replace into page values (?, ?, ?, ?)", with_sum((site, number, text)))

    def made(self, site: str, path: str) -> Known | None:
        """What is known of one artifact."""
        return self._known(site, bucket(path)).get(path)

    def _known(self, site: str, number: int) -> dict[str, Known]:
        rows = sound(self._db.execute("select * from page where site = ? and bucket = ?", (site, number)))
        return next((read(known) for _, _, known in rows), {})

    def commit(self) -> None:
        """Write down what was remembered so far."""
        self._db.commit()

    def _sum_up(self, table: str) -> None:
        """Remember what all rows of a table come to."""
        self.set_fact(f"{table} total", str(total(self._db.execute(f"select * from {table}"))))  # noqa: S608

    def _whole(self, table: str) -> list[Row]:
        """All rows of a table."""
        rows = self._db.execute(f"select * from {table}").fetchall()  # noqa: S608
        if str(total(rows)) != (self.fact(f"{table} total") or "0"):
            raise Damaged(f"the rows of {table} are not those that were written")
        return rows


def _all_there(asked: Iterable[object], found: Mapping[Any, object]) -> None:
    if gone := next((each for each in asked if each not in found), None):
        raise Damaged(f"{gone!r} was remembered and is not there")
