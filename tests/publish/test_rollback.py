"""One step back goes to a whole release or nowhere."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from mingbai.clock import SHANGHAI
from mingbai.publish.disk import WorldFault
from mingbai.publish.rollback import Shown, rollback
from tests.publish.sites import NEW, OLD, SITE, Dead, Killed, dies, live, put, tree


def test_twice_returns(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)

    rollback(tmp_path, SITE)
    once = live(tmp_path)
    rollback(tmp_path, SITE)

    assert (once, live(tmp_path)) == (OLD, NEW)


def test_it_says_what_is_live_now(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW | {"more": b""})
    for spare, moment in ((True, 1_000_000_000), (False, 1_000_000_060)):
        os.utime(tree(tmp_path, spare=spare) / "manifest.json", (moment, moment))

    back, forth = rollback(tmp_path, SITE), rollback(tmp_path, SITE)

    assert back == Shown(len(OLD), datetime(2001, 9, 9, 9, 46, 40, tzinfo=SHANGHAI), is_later=False)
    assert forth == Shown(len(NEW) + 1, datetime(2001, 9, 9, 9, 47, 40, tzinfo=SHANGHAI), is_later=True)


def test_what_replaces_a_ruined_site_is_the_one_before(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    (tree(tmp_path) / "manifest.json").unlink()

    assert not rollback(tmp_path, SITE).is_later


def test_a_release_after_it_is_a_release(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    rollback(tmp_path, SITE)

    put(tmp_path, NEW | {"n": b"n"})

    assert live(tmp_path) == NEW | {"n": b"n"}
    rollback(tmp_path, SITE)
    assert live(tmp_path) == OLD


@pytest.mark.parametrize("history", [[], [OLD]], ids=["never released", "released once"])
def test_there_is_nothing_to_go_back_to(tmp_path: Path, history: list[dict[str, bytes]]) -> None:
    for files in history:
        put(tmp_path, files)

    with pytest.raises(WorldFault, match="public 没有上一版可以退回"):
        rollback(tmp_path, SITE)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "dirty": (lambda spare: spare.with_name(f"{spare.name}.dirty").touch(), "没有做完"),
    "a file gone": (lambda spare: (spare / "index.html").unlink(), "index.html 不见了或被改过"),
    "a file changed": (lambda spare: (spare / "a/index.html").write_bytes(b"new a"), "a/index.html 不见了或被改过"),
    "no manifest": (lambda spare: (spare / "manifest.json").unlink(), "manifest.json 不见了或被改过"),
    "another manifest": (lambda spare: (spare / "manifest.json").write_bytes(b"{}"), "manifest.json 不见了或被改过"),
}


@pytest.mark.parametrize("name", SPOILT)
@pytest.mark.parametrize("recorded", [True, False])
def test_a_tree_that_is_not_what_was_released_is_refused(tmp_path: Path, name: str, recorded: bool) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    spoil, reason = SPOILT[name]
    spoil(tree(tmp_path, spare=True))
    if not recorded:
        os.unlink(tmp_path / ".trees/public-a.state")
        reason = "没有上一版可以退回" if name == "no manifest" else reason  # nothing says that it was ever released

    with pytest.raises(WorldFault, match=reason) as caught:
        rollback(tmp_path, SITE)

    assert "\n" not in str(caught.value)
    assert live(tmp_path) == NEW


def test_strangers_in_it_are_removed(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    (tree(tmp_path, spare=True) / "a/alien").mkdir()
    (tree(tmp_path, spare=True) / "a/alien/x").symlink_to(tmp_path)

    rollback(tmp_path, SITE)

    assert live(tmp_path) == OLD


def test_a_release_killed_half_way_leaves_no_way_back_but_one_killed_after_the_switch_does(tmp_path: Path) -> None:
    ways = set()
    for number in range(1, 100):
        out = tmp_path / str(number)
        put(out, OLD)
        put(out, NEW)
        disk = Dead(number, dies)
        try:
            put(out, OLD | {"n": b"n"}, disk)
        except Killed:
            was = "after" if live(out) != NEW else "begun" if (out / ".trees/public-a.dirty").exists() else "before"
        else:
            break
        ways.add(was)

        if was == "begun":
            with pytest.raises(WorldFault, match="没有做完"):
                rollback(out, SITE)
        else:
            rollback(out, SITE)
            assert live(out) == (NEW if was == "after" else OLD)
            rollback(out, SITE)
            assert live(out) == (OLD | {"n": b"n"} if was == "after" else NEW)

    assert ways == {"before", "begun", "after"}


def test_killed_at_any_change_it_is_done_or_not_done(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    shown = NEW
    for number in range(1, 100):
        (tree(tmp_path, spare=True) / "alien").touch()
        disk = Dead(number, dies)
        try:
            rollback(tmp_path, SITE, disk)
        except Killed:
            assert live(tmp_path) in (OLD, NEW)
        else:
            break
        shown = live(tmp_path)

    assert number > 4
    assert shown in (OLD, NEW)
