"""Whoever kills the program, `kill -9` and without warning, finds nothing of it left: no process, no file elsewhere."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests import ROOT
from tests.workshop import Workshop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
GENEROUS = 300
"""Seconds; a test that waits so long has failed."""
SOON = 10
"""Seconds in which everybody is gone, on a machine that has much else to do."""
POOLED = """
import sys
from mingbai import cli, load
from mingbai.build import pool

pool.WORTH_A_POOL = load.WORTH_A_POOL = 1
pool.CHUNK = load.CHUNK = 4
cli.main(sys.argv[1:])
"""
"""The program, for whom even a small bureau is worth workers."""
BUILD = ("build", "--clean", "-j", "2")
SERVE = ("serve", "-p", "0", "-j", "2")
CHECK = ("check", "-j", "2")


def begin(workshop: Workshop, *words: str) -> subprocess.Popen[bytes]:
    """The program at work in a session of its own, with a folder of its own for what is temporary."""
    workshop.path("tmp").mkdir(exist_ok=True)
    env = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(workshop.path("tmp"))}
    command = [sys.executable, "-P", "-c", POOLED, *words, "-s", str(workshop.root)]
    silent = subprocess.DEVNULL
    return subprocess.Popen(command, env=env, stdout=silent, stderr=silent, start_new_session=True)


def alive(session: int) -> dict[int, str]:
    """The processes of a session that still run."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _parent, _group, its, *_ = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(its) == session and state not in "ZX":
                found[int(folder.name)] = (folder / "cmdline").read_text()[:200]
        except (OSError, ValueError):  # it went meanwhile
            continue
    return found


def until_alone(session: int, seconds: float) -> dict[int, str]:
    """Who is still there after so many seconds, if not all have gone before."""
    end = time.monotonic() + seconds
    while (found := alive(session)) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def with_children(session: int, count: int) -> bool:
    """Wait until so many children are at work beside the program; whether that was before it ended."""
    end = time.monotonic() + GENEROUS
    while time.monotonic() < end and (found := alive(session)):
        if len(found) > count:
            return True
        time.sleep(0.002)
    return False


@pytest.mark.parametrize(
    ("words", "count", "delay"),
    [
        (BUILD, 1, 0),
        (BUILD, 2, 0),
        (BUILD, 3, 0),
        (BUILD, 3, 0.3),
        (BUILD, 3, 0.1),
        (BUILD, 3, 0.6),
        (BUILD, 3, 1),
        (CHECK, 2, 0.1),
        (SERVE, 2, 0.1),
        (SERVE, 2, 1),
    ],
)
def test_nobody_outlives_a_program_that_is_killed(
    workshop: Workshop, words: tuple[str], count: int, delay: float
) -> None:
    process = begin(workshop, *words)
    try:
        assert with_children(process.pid, count)
        time.sleep(delay)
        process.kill()
        process.wait()

        assert until_alone(process.pid, SOON) == {}
        assert list(workshop.path("tmp").iterdir()) == []
    finally:
        process.kill()
        process.wait()
        for pid in alive(process.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def test_the_next_build_works_without_help(workshop: Workshop) -> None:
    process = begin(workshop, *BUILD)
    assert with_children(process.pid, 3)
    process.kill()
    process.wait()

    assert begin(workshop, *BUILD).wait(GENEROUS) == 0
    assert workshop.sites()["public"]
