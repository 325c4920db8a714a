"""Whether this process may have children by forking, two kinds of child that reckon something out meanwhile, a shelf.

Law: a child only looks and reckons; what it says is what `work` says. Where there can be no child, or it comes to
grief, this process does the work itself, so that whatever goes wrong goes wrong here.
"""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

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
        try:
            yield cache(partial(_heard, file, work))
        finally:
            file.close()
            os.waitpid(child, 0)


Aside = Callable[[Callable[[], T]], Callable[[], T]]
"""Takes some work; what it gives waits for what came of it."""


def at_once(work: Callable[[], T]) -> Callable[[], T]:
    """Nobody is there to help: the work is done here, when it is asked for."""
    return cache(work)


@contextmanager
def attended() -> Iterator[Aside[object]]:
    """A child that waits for one piece of work, which can be pickled; a second piece is done here.

    It is born while this process is small and stays small: one born later holds on to all there is then, and the
    first touch of anything on either side costs a copy. A child born later lets go of its pipes at once: whoever holds
    the other end keeps it waiting.
    """
    if not can_fork():
        yield at_once
        return
    asked, asking = os.pipe()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(asking)
        os.close(reading)
        report(partial(_given, asked), writing)
    os.close(asked)
    os.close(writing)
    with open(asking, "wb") as to, open(reading, "rb") as answers:

        def give(work: Callable[[], T]) -> Callable[[], T]:
            if to.closed:
                return at_once(work)
            try:
                with to:
                    pickle.dump(work, to, pickle.HIGHEST_PROTOCOL)
            except BrokenPipeError:
                return at_once(work)
            return cache(partial(_heard, answers, work))

        def let_go() -> None:
            to.close()
            answers.close()

        os.register_at_fork(after_in_child=let_go)
        try:
            yield give
        finally:
            let_go()
            os.waitpid(child, 0)


def _given(asked: int) -> object:
    with open(asked, "rb") as file:
        return pickle.load(file)()  # noqa: S301 - the process that bore this one wrote it


def _heard(answers: BinaryIO, work: Callable[[], T]) -> T:
    try:
        return pickle.load(answers)  # type: ignore[no-any-return]  # noqa: S301 - our own child wrote it
    except (EOFError, pickle.UnpicklingError):
        return work()


def report(work: Callable[[], object], writing: int) -> None:
    """The child's whole life. What goes wrong in it is said by the parent, who then does the work itself."""
    try:
        with open(writing, "wb") as file:
            pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


class Shared(NamedTuple):
    """What many children are given alike: in a file that each reads once, or pickled where none can be written."""

    path: str
    data: bytes = b""

    @property
    def value(self) -> Any:
        """What was put there."""
        data = Path(self.path).read_bytes() if self.path else self.data
        return pickle.loads(data)  # noqa: S301 - the process that bore this one wrote it


class Shelf:
    """A folder for what is shared, made when there is first something to share."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def put(self, value: object) -> Shared:
        """Something that can be pickled, to be had by every child until the shelf is cleared."""
        from tempfile import (
            TemporaryDirectory,
            mkstemp,
        )  # most builds share nothing, and this costs them 10 milliseconds

        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        try:
            self._folder = self._folder or TemporaryDirectory(prefix="mingbai-", ignore_cleanup_errors=True)
            descriptor, path = mkstemp(dir=self._folder.name)
            with open(descriptor, "wb") as file:
                file.write(data)
        except OSError:
            return Shared("", data)
        return Shared(path)

    def clear(self) -> None:
        """Take away all that was put there."""
        if self._folder:
            self._folder.cleanup()
