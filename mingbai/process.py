"""Whether this process may have children by forking, one that reckons something out meanwhile, a shelf.

Law: a child only looks and reckons; what it says is what `work` says. Where there can be no child, or it comes to
grief, this process does the work itself, so that whatever goes wrong goes wrong here. Where this process is killed, its
children end within a moment, and nothing of theirs stays on the disk.
"""

import os
import pickle
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

T = TypeVar("T")
PATIENCE = 10
"""How nice a child is that has time, as the system counts it: it gets a tenth where others want to run."""
MOMENT = 0.2
"""Seconds between two looks of a child whether its parent is still there."""


def can_fork() -> bool:
    """Forking is quickest, but unsafe on macOS and beside threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def tie() -> Callable[[], None]:
    """What a child of this process calls first, so that it ends soon after this one, however this one ends.

    The child looks, again and again, who its parent is. A pipe that closes would tell it at once; but every child that
    is born later holds the other end as well, and `prctl` is there on Linux alone.
    """
    return partial(_end_with, os.getpid())


def _end_with(parent: int) -> None:
    def look() -> None:
        while os.getppid() == parent:
            time.sleep(MOMENT)
        os._exit(1)

    threading.Thread(target=look, daemon=True).start()


@contextmanager
def whole_life() -> Iterator[None]:
    """All that a child does: whatever goes wrong in it, it ends, and never goes on as if it were its parent.

    What goes wrong is said by the parent, who then does the work itself.
    """
    try:
        yield
    finally:
        os._exit(0)


@contextmanager
def meanwhile(work: Callable[[], T], *, patient: bool = False) -> Iterator[Callable[[], T]]:
    """Have `work` done by a child while this process goes on; what is given waits for what came of it.

    Nobody need ask for it. It comes through a pipe from a child of our own, which gives way to the others if `patient`.
    """
    if not can_fork():
        yield cache(work)
        return
    reading, writing = os.pipe()
    tied = tie()
    child = os.fork()
    if child == 0:
        with whole_life():
            tied()
            os.nice(PATIENCE if patient else 0)
            os.close(reading)  # else the child would wait for itself to listen, when nobody else does
            with open(writing, "wb") as file:
                pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
    os.close(writing)
    with open(reading, "rb") as file:
        try:
            yield cache(partial(_heard, file, work))
        finally:
            file.close()
            os.waitpid(child, 0)


def _heard(answers: BinaryIO, work: Callable[[], T]) -> T:
    try:
        return pickle.load(answers)  # type: ignore[no-any-return]  # noqa: S301 - our own child wrote it
    except (EOFError, pickle.UnpicklingError):
        return work()


class Shared(NamedTuple):
    """What many children are given alike: in a file that each reads once, or pickled where there can be none."""

    path: str
    data: bytes = b""

    @property
    def value(self) -> Any:
        """What was put there."""
        data = Path(self.path).read_bytes() if self.path else self.data
        return pickle.loads(data)  # noqa: S301 - the process that bore this one wrote it


class Shelf:
    """Files in memory for what is shared: they lie in no folder, so nothing is left of them whoever is killed."""

    def __init__(self) -> None:
        self._files: list[int] = []

    def put(self, value: object) -> Shared:
        """Something that can be pickled, to be had by every child until the shelf is cleared."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        if sys.platform == "linux":
            with suppress(OSError):  # as full as a disk, or /proc is not there: then it travels with every task
                self._files.append(os.memfd_create("mingbai"))
                path = Path(f"/proc/{os.getpid()}/fd/{self._files[-1]}")
                path.write_bytes(data)
                return Shared(str(path))
        return Shared("", data)

    def clear(self) -> None:
        """Take away all that was put there."""
        while self._files:
            os.close(self._files.pop())
