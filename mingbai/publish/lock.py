"""One build at a time for each output folder.

The lock is the system's (`flock`) and dies with the process that holds it; the file `.trees/.lock` only carries it, and
says who holds it since when, for the one who is refused. So a file left behind by a dead process is no obstacle.
A forked worker lets go of it at once, lest an orphan hold it after its parent was killed.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from mingbai.publish import trees
from mingbai.publish.disk import FILE_MODE, REAL, Disk, WorldFault, shown, told


@contextmanager
def lock(out: Path, disk: Disk = REAL) -> Iterator[None]:
    """Hold `out` alone, or be refused at once and told who holds it."""
    with told(out):
        path = str(trees.home(out, disk) / ".lock")
        held = [_opened(path, disk)]

    def let_go() -> None:
        while held:
            os.close(held.pop())

    os.register_at_fork(after_in_child=let_go)
    try:
        with told(out):
            _take(held[0], path, disk)
        yield
    finally:
        let_go()


def _opened(path: str, disk: Disk) -> int:
    opened: list[int] = []
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    disk.do("写入", path, lambda: opened.append(os.open(path, flags, FILE_MODE)))
    return opened[0]


def _take(descriptor: int, path: str, disk: Disk) -> None:
    """Take the lock and sign it; the refused one reads the signature."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        pid, _, since = shown(os.read(descriptor, 100).decode(errors="replace").strip()).partition(" ")
        who = f"进程 {pid}，自 {since} 起" if since else "进程号还没有写下"
        raise WorldFault(f"另一次生成正在进行（{who}）：请等它结束，再试一次") from error

    def sign() -> None:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {datetime.now():%Y-%m-%d %H:%M:%S}\n".encode())

    disk.do("写入", path, sign)
