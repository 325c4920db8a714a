"""Killed or refused at any point, the live site is entirely old or entirely new, and the next release needs no help."""

import errno
import os
from pathlib import Path

import pytest

from mingbai.publish.disk import WorldFault
from mingbai.publish.rollback import rollback
from tests.publish.sites import NEW, OLD, At, Dead, Files, exits, live, put, refuses

OLDER = {"index.html": b"older", "a/index.html": b"old a", "only/older.html": b"older", "d": b"a file"}
HISTORIES = [[], [OLD], [OLDER, OLD]]
MANY = 500


def killed(out: Path, files: Files, number: int, *, after: bool) -> bool:
    """Release in a process that dies at the n-th change; whether it died."""
    child = os.fork()
    if not child:
        try:
            put(out, files, At(number, exits, after=after))
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 77}
    return code == 77


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("history", HISTORIES, ids=len)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_kill_at_any_change_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, history: list[Files], after: bool
) -> None:
    for number in range(1, MANY):
        out = tmp_path / str(number)
        for files in history:
            put(out, files)
        before = history[-1] if history else None

        died = killed(out, NEW, number, after=after)

        shown = live(out) if (out / "public").is_symlink() else None
        assert shown in ([before, NEW] if died else [NEW])
        put(out, NEW)
        assert live(out) == NEW
        put(out, OLDER)
        assert live(out) == OLDER
        put(out, NEW)
        assert live(out) == NEW
        if not died:
            break

    assert 20 < number < MANY - 1


@pytest.mark.parametrize("history", HISTORIES, ids=len)
@pytest.mark.parametrize("disk", [At, Dead], ids=["once", "from then on"])
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EACCES, "没有写权限"),
        (errno.EROFS, "只读文件系统"),
        (errno.EIO, "磁盘读写出错"),
    ],
    ids=["ENOSPC", "EACCES", "EROFS", "EIO"],
)
def test_what_the_system_refuses_is_told_in_one_line_and_the_old_site_stays(
    tmp_path: Path, history: list[Files], disk: type[At], error: int, reason: str
) -> None:
    for number in range(1, MANY):
        out = tmp_path / str(number)
        for files in history:
            put(out, files)
        failing = disk(number, refuses(error))

        try:
            put(out, NEW, failing)
        except WorldFault as fault:
            assert reason in str(fault)
            assert "\n" not in str(fault)
            assert str(tmp_path) not in str(fault).replace(f"新建 {out} ", "")  # the output itself is named in full
            assert (live(out) == history[-1]) if history else not (out / "public").is_symlink()
        else:
            assert live(out) == NEW

        put(out, NEW)
        assert live(out) == NEW
        if failing.count < number:
            break

    assert 20 < number < MANY - 1


def test_a_kill_just_after_the_switch_does_not_cost_the_way_back(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    (tmp_path / ".trees/public-b.dirty").touch()  # what a kill between switch and unmark leaves

    put(tmp_path, OLDER)

    assert live(tmp_path) == OLDER
    rollback(tmp_path, "public")
    assert live(tmp_path) == NEW
