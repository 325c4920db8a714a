"""One build at a time; the dead hold nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mingbai.publish.disk import WorldFault
from mingbai.publish.lock import lock
from tests.publish.sites import OLD, At, put, refuses

HOLDER = """
import multiprocessing, os, sys, time
from pathlib import Path
from mingbai.publish.lock import lock

def stay():
    print(os.getpid(), flush=True)
    time.sleep(60)

with lock(Path(sys.argv[1])):
    if "fork" in sys.argv:
        multiprocessing.get_context("fork").Process(target=stay).start()
        time.sleep(60)
    stay()
"""


def holder(out: Path, *more: str) -> tuple[subprocess.Popen[str], int]:
    """A process that holds the lock, and which process says so: itself or its forked child."""
    command = [sys.executable, "-c", HOLDER, str(out), *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    return process, int(process.stdout.readline())


def test_a_second_build_is_refused_at_once_and_told_who_holds_it(tmp_path: Path) -> None:
    process, _ = holder(tmp_path / "site")
    with process:
        begin = time.monotonic()
        with pytest.raises(WorldFault, match=rf"进程 {process.pid}，自 \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d 起"):
            lock(tmp_path / "site").__enter__()
        took = time.monotonic() - begin
        process.kill()

    assert took < 1


def test_the_lock_of_a_dead_process_is_no_obstacle(tmp_path: Path) -> None:
    process, _ = holder(tmp_path)
    with process:
        process.kill()

    with lock(tmp_path):
        assert (tmp_path / ".trees/.lock").read_text().startswith(f"{os.getpid()} ")


def test_a_worker_that_outlives_its_killed_parent_holds_nothing(tmp_path: Path) -> None:
    process, child = holder(tmp_path, "fork")
    process.kill()
    process.wait()
    try:
        os.kill(child, 0)
        with lock(tmp_path):
            pass
    finally:
        os.kill(child, signal.SIGKILL)
        assert process.stdout
        process.stdout.close()


def test_it_is_held_within_one_process_too_and_let_go_at_the_end(tmp_path: Path) -> None:
    with lock(tmp_path):
        with pytest.raises(WorldFault, match=f"进程 {os.getpid()}"):
            lock(tmp_path).__enter__()
        put(tmp_path, OLD)

    with lock(tmp_path):
        pass


def test_a_strangers_words_in_the_file_do_no_harm(tmp_path: Path) -> None:
    with lock(tmp_path):
        (tmp_path / ".trees/.lock").write_bytes(b"\xff\n\x1b[31m")
        with pytest.raises(WorldFault) as caught:
            lock(tmp_path).__enter__()

    assert str(caught.value).isprintable()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_full_disk_is_told(tmp_path: Path, number: int) -> None:
    with pytest.raises(WorldFault, match="磁盘满了"), lock(tmp_path / "site", At(number, refuses(28))):
        pass

    with lock(tmp_path / "site"):
        pass
