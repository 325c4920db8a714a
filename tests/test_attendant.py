"""A child that waits does what it is given, and is no loss when it is gone."""

import operator
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest

from mingbai import attendant
from mingbai.attendant import attended
from tests.test_process import HERE, never, only_here, somewhere_else


def much() -> bytes:
    """More than a pipe holds."""
    return bytes(1 << 20)


def much_more(data: bytes) -> bytes:
    return data + b"."


def children() -> list[int]:
    """The processes that this one has borne and that still live."""
    said = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(child) for child in said.split()]


def is_gone(child: int) -> bool:
    """Whether a child of ours has ended."""
    return Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def wait_for(it: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not it():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def sibling(seconds: float) -> Iterator[int]:
    """Another child, born later and busy with something of its own, as a worker is."""
    child = os.fork()
    if child == 0:
        time.sleep(seconds)
        os._exit(0)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a test before this one has left a thread behind."""
    if sys.platform != "linux":
        pytest.skip("nothing forks here")
    monkeypatch.setattr(attendant, "can_fork", lambda: True)


def test_a_child_that_waits_does_one_piece_of_work_after_the_other(forking: None) -> None:
    with attended() as aside:
        first, second = aside(somewhere_else), aside(somewhere_else)

        assert first() == first() == second() != HERE


def test_answers_are_told_in_whatever_order_they_are_asked_for(forking: None) -> None:
    with attended() as aside:
        told = [aside(partial(str, number)) for number in range(5)]

        assert [told[number]() for number in (3, 0, 4, 1, 2)] == ["3", "0", "4", "1", "2"]


def test_much_work_and_long_answers_keep_nobody_waiting_for_ever(forking: None) -> None:
    """A pipe is full at 64 kB: whoever only writes, while the other one does, would never end."""
    with attended() as aside:
        told = [aside(partial(much_more, much())) for _ in range(4)]

        assert [len(each()) for each in told] == [len(much()) + 1] * 4


def test_after_so_many_pieces_it_goes_and_more_is_done_here(forking: None) -> None:
    before = children()
    with attended(pieces=2) as aside:
        assert aside(somewhere_else)() == aside(somewhere_else)() != HERE
        assert aside(somewhere_else)() == HERE
        (child,) = set(children()) - set(before)
        wait_for(lambda: is_gone(child))


PREPARE = partial(operator.setitem, os.environ, "MINGBAI_PREPARED", "yes")
PREPARED = partial(os.getenv, "MINGBAI_PREPARED")


def test_it_prepares_itself_while_there_is_nothing_to_do(forking: None) -> None:
    with attended([PREPARE]) as aside:
        wait_for(lambda: aside(PREPARED)() == "yes")
    assert PREPARED() is None


def test_what_is_to_do_does_not_wait_for_all_that_it_might_learn(forking: None) -> None:
    with attended([partial(time.sleep, 1), PREPARE]) as aside:
        assert aside(PREPARED)() is None
        wait_for(lambda: aside(PREPARED)() == "yes")


def test_what_a_child_dies_of_leaves_all_that_it_still_had_to_do_here(forking: None) -> None:
    with attended() as aside:
        first, second = aside(only_here), aside(somewhere_else)

        assert (first(), second()) == (HERE, HERE)


def test_a_child_that_waits_goes_away_when_nobody_asks_it(forking: None) -> None:
    before = children()
    with attended():
        assert len(children()) == len(before) + 1

    assert children() == before


def test_a_child_that_waits_is_not_kept_by_what_nobody_asks_for(forking: None) -> None:
    before = children()
    with attended() as aside:
        aside(much)

    assert children() == before


def test_nobody_born_later_keeps_a_waiting_child(forking: None) -> None:
    """Whoever holds an end of its pipes would: a worker does, which outlives a build that was killed."""
    with ExitStack() as later:
        with attended():
            began = time.monotonic()
            later.enter_context(sibling(20))

        assert time.monotonic() - began < 10


def test_a_waiting_child_that_is_gone_is_no_loss(forking: None) -> None:
    before = children()
    with attended() as aside:
        (child,) = set(children()) - set(before)
        os.kill(child, signal.SIGKILL)
        wait_for(lambda: is_gone(child))
        assert aside(somewhere_else)() == HERE


def test_what_a_waiting_child_dies_of_is_done_here(forking: None) -> None:
    with attended() as aside:
        assert aside(only_here)() == HERE


def test_what_goes_wrong_in_a_waiting_child_goes_wrong_here(forking: None) -> None:
    with attended() as aside, pytest.raises(ValueError, match="gone wrong"):
        aside(never)()


def test_a_child_that_cannot_even_begin_does_not_go_on_as_its_parent(
    forking: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(attendant, "tie", lambda: never)
    told = []
    try:
        with attended() as aside:
            told.append(aside(somewhere_else)())
    finally:
        if os.getpid() != HERE:
            (tmp_path / "went on").touch()
            os._exit(1)

    assert told == [HERE]
    assert not list(tmp_path.iterdir())


def test_where_there_can_be_no_child_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attendant, "can_fork", lambda: False)

    with attended() as aside:
        assert aside(somewhere_else)() == HERE
