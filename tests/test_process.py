"""What a child reckons out is what the work says, whatever becomes of the child."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from mingbai import process
from mingbai.process import attended, meanwhile

HERE = os.getpid()


def somewhere_else() -> int:
    return os.getpid()


def only_here() -> int:
    """Work that a child dies of."""
    if os.getpid() != HERE:
        os._exit(9)
    return HERE


def much() -> bytes:
    """More than a pipe holds."""
    return bytes(1 << 20)


def never() -> int:
    raise ValueError("gone wrong")


def children() -> list[int]:
    """The processes that this one has borne and that still live."""
    said = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(child) for child in said.split()]


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


def test_a_child_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a test before this one has left a thread behind, beside which the program would not fork."""
    monkeypatch.setattr(process, "can_fork", lambda: True)

    with meanwhile(somewhere_else) as told:
        assert told() != HERE
        assert told() == told()


def test_a_child_that_dies_is_no_loss() -> None:
    with meanwhile(only_here) as told:
        assert told() == HERE


def test_what_goes_wrong_in_a_child_goes_wrong_here() -> None:
    with meanwhile(never) as told, pytest.raises(ValueError, match="gone wrong"):
        told()


def test_what_nobody_asks_for_goes_wrong_unseen() -> None:
    with meanwhile(never):
        pass


def test_where_there_can_be_no_child_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_fork", lambda: False)

    with meanwhile(somewhere_else) as told:
        assert told() == HERE


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a test before this one has left a thread behind."""
    if sys.platform != "linux":
        pytest.skip("nothing forks here")
    monkeypatch.setattr(process, "can_fork", lambda: True)


def test_a_child_that_waits_does_the_first_piece_of_work_and_no_second(forking: None) -> None:
    with attended() as aside:
        first, second = aside(somewhere_else), aside(somewhere_else)
        assert first() == first() != HERE
        assert second() == HERE


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
        while Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z":
            time.sleep(0.01)
        assert aside(somewhere_else)() == HERE


def test_what_a_waiting_child_dies_of_is_done_here(forking: None) -> None:
    with attended() as aside:
        assert aside(only_here)() == HERE


def test_what_goes_wrong_in_a_waiting_child_goes_wrong_here(forking: None) -> None:
    with attended() as aside, pytest.raises(ValueError, match="gone wrong"):
        aside(never)()


def test_where_there_can_be_no_child_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_fork", lambda: False)

    with attended() as aside:
        assert aside(somewhere_else)() == HERE
