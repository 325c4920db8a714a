"""The cache as a file in the project's folder: opened for a build, consulted by who only asks, thrown away."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from mingbai.cache import Cache
from mingbai.damage import mended

T = TypeVar("T")
NAME = "cache.sqlite"


@contextmanager
def opened(folder: Path | None, program: str) -> Iterator[Cache]:
    """The cache in `folder`, made when missing; in memory only for `None`."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / NAME if folder else ":memory:")
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        yield Cache(connection, program)
        connection.commit()
    finally:
        connection.close()


def consulted(folder: Path, program: str, work: Callable[[Cache], T]) -> T:
    """What `work` gives with a copy of the cache in `folder`, or with an empty one where there is none that is sound.

    The copy is in memory, and the cache itself stays as it is. It is opened as a builder opens it, because SQLite reads
    it by means of files beside it, which one who may only read would leave there.
    """

    def with_copy() -> T:
        with closing(sqlite3.connect(":memory:")) as copy:
            if (folder / NAME).is_file():
                with closing(sqlite3.connect(folder / NAME)) as kept:
                    kept.backup(copy)
            return work(Cache(copy, program))

    def without() -> T:
        with opened(None, program) as empty:
            return work(empty)

    return mended(with_copy, lambda: None, without)


def forget(folder: Path) -> None:
    """Throw away the cache in `folder`."""
    for ending in ("", "-wal", "-shm"):
        (folder / f"{NAME}{ending}").unlink(missing_ok=True)
