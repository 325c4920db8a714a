"""A child that waits, and does one piece of work after the other while this process goes on.

Law: it only looks and reckons; what it says is what the work says. Where there can be none, or it comes to grief, this
process does the work itself, so that whatever goes wrong goes wrong here.
"""

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from itertools import islice
from queue import SimpleQueue
from typing import Any, BinaryIO, TypeVar

from mingbai.process import can_fork, tie, whole_life

T = TypeVar("T")
SIZE = 8
"""Bytes that say how long a piece of work is, which follows them."""

Aside = Callable[[Callable[[], T]], Callable[[], T]]
"""Takes some work; what it gives waits for what came of it."""


def at_once(work: Callable[[], T]) -> Callable[[], T]:
    """Nobody is there to help: the work is done here, when it is asked for."""
    return cache(work)


@contextmanager
def attended(prepare: Iterable[Callable[[], object]] = (), *, pieces: int | None = None) -> Iterator[Aside[Any]]:
    """A child to which work can be given, as long as it can be pickled; while there is none it prepares itself.

    It does so step by step, and work does not wait for the next one. After so many `pieces` it goes, with all that it
    has come to hold; more is done here.

    It is born while this process is small and stays small: one born later holds on to all there is then, and the
    first touch of anything on either side costs a copy. A child born later lets go of its pipes at once: whoever holds
    the other end keeps it waiting.
    """
    if not can_fork():
        yield at_once
        return
    asked, asking = os.pipe()
    reading, writing = os.pipe()
    tied = tie()
    child = os.fork()
    if child == 0:
        with whole_life():
            tied()
            os.close(asking)
            os.close(reading)
            _attend(prepare, pieces, asked, writing)
    os.close(asked)
    os.close(writing)
    attendant = _Attendant(open(asking, "wb"), open(reading, "rb"), pieces)  # noqa: SIM115 - `let_go` closes them
    os.register_at_fork(after_in_child=attendant.let_go)
    try:
        yield attendant.give
    finally:
        attendant.let_go()
        os.waitpid(child, 0)


class _Attendant:
    """This process's end: the child answers in the order in which it was given work."""

    def __init__(self, to: BinaryIO, answers: BinaryIO, pieces: int | None) -> None:
        self._to = to
        self._answers = answers
        self._pieces = pieces
        self._given = 0
        self._heard = 0
        self._waiting: dict[int, object] = {}

    def give(self, work: Callable[[], T]) -> Callable[[], T]:
        """Hand over a piece of work, if the child is still there."""
        if self._given == self._pieces:
            return at_once(work)
        data = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
        try:
            self._to.write(len(data).to_bytes(SIZE, "big") + data)
            self._to.flush()
        except (BrokenPipeError, ValueError):  # it is gone, or was let go
            return at_once(work)
        self._given += 1
        return cache(partial(self._answer, self._given, work))

    def _answer(self, number: int, work: Callable[[], T]) -> T:
        try:
            while number not in self._waiting:
                answer = pickle.load(self._answers)  # noqa: S301 - our own child wrote it
                self._heard += 1
                self._waiting[self._heard] = answer
        except (EOFError, ValueError, pickle.UnpicklingError):
            return work()
        return self._waiting.pop(number)  # type: ignore[return-value]

    def let_go(self) -> None:
        """Have no more to do with the child, which then ends."""
        with suppress(BrokenPipeError):  # what it did not live to hear
            self._to.close()
        self._answers.close()


def _attend(prepare: Iterable[Callable[[], object]], most: int | None, asked: int, writing: int) -> None:
    """What the child does. It takes in what it is asked at once, so that nobody waits for it to be through."""
    pieces: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_take_in, args=(asked, pieces), daemon=True).start()
    steps = iter(prepare)
    with open(writing, "wb") as answers:
        for piece in islice(iter(partial(_next, pieces, steps), b""), most):
            pickle.dump(pickle.loads(piece)(), answers, pickle.HIGHEST_PROTOCOL)  # noqa: S301 - our parent wrote it
            answers.flush()


def _next(pieces: "SimpleQueue[bytes]", steps: Iterator[Callable[[], object]]) -> bytes:
    """The next piece of work; until it is there, one step after the other."""
    while pieces.empty() and (step := next(steps, None)):
        step()
    return pieces.get()


def _take_in(asked: int, pieces: "SimpleQueue[bytes]") -> None:
    """Pass on each piece of work; an empty one when there are no more."""
    with open(asked, "rb") as file, suppress(OSError):
        while size := file.read(SIZE):
            pieces.put(file.read(int.from_bytes(size, "big")))
    pieces.put(b"")
