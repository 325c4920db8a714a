"""What a child reckons out is what the work says, whatever becomes of the child."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from mingbai import process
from mingbai.process import PATIENCE, meanwhile

HERE = os.getpid()


def somewhere_else() -> int:
    return os.getpid()


def only_here() -> int:
    """Work that a child dies of."""
    if os.getpid() != HERE:
        os._exit(9)
    return HERE


def never() -> int:
    raise ValueError("gone wrong")


def test_a_child_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a test before this one has left a thread behind, beside which the program would not fork."""
    monkeypatch.setattr(process, "can_fork", lambda: True)

    with meanwhile(somewhere_else) as told:
        assert told() != HERE
        assert told() == told()


@pytest.mark.skipif(sys.platform != "linux", reason="nothing forks here")
def test_a_child_that_has_time_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_fork", lambda: True)

    with meanwhile(partial(os.nice, 0)) as told, meanwhile(partial(os.nice, 0), patient=True) as told_later:
        assert told() == os.nice(0)
        assert told_later() == min(19, os.nice(0) + PATIENCE)


def test_a_child_that_dies_is_no_loss() -> None:
    with meanwhile(only_here) as told:
        assert told() == HERE


def test_what_goes_wrong_in_a_child_goes_wrong_here() -> None:
    with meanwhile(never) as told, pytest.raises(ValueError, match="gone wrong"):
        told()


def test_what_nobody_asks_for_goes_wrong_unseen() -> None:
    with meanwhile(never):
        pass


def test_a_child_that_cannot_even_begin_does_not_go_on_as_its_parent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It would let go of the lock, and say everything twice."""
    monkeypatch.setattr(process, "can_fork", lambda: True)
    monkeypatch.setattr(process, "tie", lambda: never)
    told = []
    try:
        with meanwhile(somewhere_else) as ask:
            told.append(ask())
    finally:
        if os.getpid() != HERE:
            (tmp_path / "went on").touch()
            os._exit(1)

    assert told == [HERE]
    assert not list(tmp_path.iterdir())


def test_where_there_can_be_no_child_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_fork", lambda: False)

    with meanwhile(somewhere_else) as told:
        assert told() == HERE
