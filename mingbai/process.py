"""Whether this process may have children by forking, and one kind of child: it reckons something out meanwhile.

Law: a child only looks and reckons; what it says is what `work` says. Where there can be no child, or it comes to
grief, this process does the work itself, so that whatever goes wrong goes wrong here.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def can_fork() -> bool:
    """Forking is quickest, but unsafe on macOS and beside threads."""
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def meanwhile(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Have `work` done by a child while this process goes on; what is given waits for what came of it.

    Nobody need ask for it. It comes through a pipe from a child of our own.
    """
    if not can_fork():
        yield cache(work)
        return
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)  # else the child would wait for itself to listen, when nobody else does
        report(work, writing)
    os.close(writing)
    with open(reading, "rb") as file:

        @cache
        def heard() -> T:
            try:
                return pickle.load(file)  # type: ignore[no-any-return]  # noqa: S301 - our own child wrote it
            except (EOFError, pickle.UnpicklingError):
                return work()

        try:
            yield heard
        finally:
            file.close()
            os.waitpid(child, 0)


def report(work: Callable[[], object], writing: int) -> None:
    """The child's whole life. What goes wrong in it is said by the parent, who then does the work itself."""
    try:
        with open(writing, "wb") as file:
            pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
