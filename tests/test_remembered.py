"""What is known of the sources comes back in the order of paths, however it came to be known."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from mingbai import remembered
from mingbai.damage import Damaged
from mingbai.records import stored
from mingbai.records.parsed import Parsed
from mingbai.remembered import ROW, Remembered
from mingbai.source.tree import Stat

NOTHING = Raw(stored.dump(Parsed(None, ())))
NUMBERS = st.builds(range, st.integers(0, 4 * ROW), st.integers(0, 4 * ROW), st.integers(1, 9))


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(_opened()) as connection:
        yield connection


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5))
def test_what_is_kept_is_what_was_told_last_in_the_order_of_paths(changes: list[tuple[range, range]]) -> None:
    expected: dict[int, int] = {}
    with closing(_opened()) as db:
        for round, (changed, gone) in enumerate(changes, 1):
            _keep(db, changed, at=round, gone={*gone} - {*changed})
            expected = {number: at for number, at in expected.items() if number not in gone}
            expected |= dict.fromkeys(changed, round)

        assert _known(db) == [(_path(number), at) for number, at in sorted(expected.items())]
        assert all(len(some) <= 2 * ROW for some in remembered.known(db, 99))


def test_an_edit_writes_one_row(db: sqlite3.Connection) -> None:
    _keep(db, range(10 * ROW), at=1)
    before = set(db.execute("select * from source"))

    _keep(db, [3 * ROW], at=2)

    assert (len(before), len(set(db.execute("select * from source")) - before)) == (10, 1)


def test_only_what_changed_lately_is_not_trusted(db: sqlite3.Connection) -> None:
    _keep(db, range(ROW), at=1)
    _keep(db, [7], at=5)

    stats = {path: each.stat for some in remembered.known(db, 5) for path, each in some.items()}

    assert [path for path, stat in stats.items() if stat.size < 0] == [_path(7)] == [*dict(remembered.since(db, 5))]


@pytest.mark.parametrize("spoilt", ["known = replace(known, 'd', 'e')", "latest = latest + 1", "first = first || 'a'"])
def test_a_row_that_is_not_what_was_written_is_noticed(db: sqlite3.Connection, spoilt: str) -> None:
    _keep(db, range(3 * ROW), at=1)
    db.execute(f"update source set {spoilt} where first = (select max(first) from source)")

    with pytest.raises(Damaged):
        _known(db)


def _opened() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(remembered.SCHEMA)
    return connection


def _path(number: int) -> str:
    return f"content/public/{number:05}.yaml"


def _keep(db: sqlite3.Connection, changed: Iterable[int], *, at: int, gone: Iterable[int] = ()) -> None:
    news = {_path(number): Remembered(Stat(1, at, at, number), f"digest {at}", NOTHING) for number in changed}
    remembered.keep(db, news, map(_path, gone))


def _known(db: sqlite3.Connection) -> list[tuple[str, int]]:
    return [(path, each.stat.mtime) for some in remembered.known(db, 99) for path, each in some.items()]
