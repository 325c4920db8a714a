"""A first release fills the other tree as well, so that the first edit is as quick as any; nobody need rely on it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.build.artifact import Made
from mingbai.problem import Place, Problem
from mingbai.publish import trees
from mingbai.publish.disk import Disk, WorldFault
from mingbai.publish.rollback import rollback
from mingbai.publish.second import Yielding
from mingbai.publish.writer import release
from tests.publish.sites import NEW, OLD, SITE, Dead, Killed, dies, everything, fine, live, made, put, tree


class Refusing(Disk):
    """A disk that refuses the n-th change below the second tree, and all after it."""

    def __init__(self, number: int) -> None:
        self.left = number

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        if "/.trees/public-b" in path and deed != "删除":
            self.left -= 1
            if self.left <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().attempt(deed, path, effect)


def test_the_first_edit_writes_only_what_changed(tmp_path: Path) -> None:
    put(tmp_path, OLD)

    done = put(tmp_path, OLD | {"index.html": b"edited"})

    assert done.written == 1
    assert live(tmp_path) == OLD | {"index.html": b"edited"}


def test_the_trees_share_no_file(tmp_path: Path) -> None:
    put(tmp_path, OLD)

    assert everything(tree(tmp_path, spare=True)) == OLD  # which looks at the number of links


def test_it_was_never_released_so_there_is_no_way_back_to_it(tmp_path: Path) -> None:
    put(tmp_path, OLD)

    with pytest.raises(WorldFault, match="没有上一版可以退回"):
        rollback(tmp_path, SITE)

    put(tmp_path, NEW)
    rollback(tmp_path, SITE)
    assert live(tmp_path) == OLD


@pytest.mark.parametrize("number", range(1, 24))
def test_where_the_disk_is_full_there_is_none_and_the_site_stands(tmp_path: Path, number: int) -> None:
    done = put(tmp_path, OLD, Refusing(number))

    assert done.switched
    assert live(tmp_path) == OLD
    left = sorted(path.name for path in (tmp_path / ".trees").iterdir() if path.name.startswith("public-b"))
    assert left in ([], ["public-b", "public-b.state"])
    put(tmp_path, NEW)
    assert live(tmp_path) == NEW


def test_it_is_written_to_the_end_where_nothing_is_in_the_way(tmp_path: Path) -> None:
    """The control of the test above: the last numbers reach beyond the last change."""
    put(tmp_path, OLD, disk := Refusing(24))

    assert disk.left > 0
    assert tree(tmp_path, spare=True).with_name("public-b.state").exists()


DIGITS = 200
"""Bytes by which a record may be longer than another one of the same files, since its numbers have more digits."""


class Room(Disk):
    """A disk with room for so many bytes below a folder."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        effect()
        if weight(self.folder) > self.most:
            os.unlink(path)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def test_what_fits_on_the_disk_without_it_fits_on_the_disk(tmp_path: Path) -> None:
    """Also where the second tree of one site takes the room that the other site needs."""
    files = {f"{number}/index.html": b"%d" % number * 500 for number in range(9)}
    for site in ("public", "intranet"):
        (tmp_path / "without/.trees").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"without/.trees/{site}-b").write_bytes(b"")
        release(trees.survey(tmp_path / "without", site), made(files), {}, scan=fine)
    most = weight(tmp_path / "without") + DIGITS

    disk = Yielding(Room(tmp_path / "with", most))
    (tmp_path / "with").mkdir()
    done = [
        release(trees.survey(tmp_path / "with", site), made(files), {}, scan=fine, disk=disk)
        for site in ("public", "intranet")
    ]

    assert all(each.switched for each in done)
    assert live(tmp_path / "with", "public") == live(tmp_path / "with", "intranet") == files
    assert sorted(path.name for path in (tmp_path / "with/.trees").iterdir()) == sorted(
        f"{site}-a{ending}" for site in ("public", "intranet") for ending in ("", ".state")
    )


def test_a_release_that_a_problem_stops_leaves_none(tmp_path: Path) -> None:
    problem = Problem(Place("a"), "page/x", "不行", "改")

    done = release(
        trees.survey(tmp_path, SITE),
        [*made(OLD), Made("z", b"")],
        {},
        scan=lambda path, _: (problem,) if path == "z" else fine(path, b""),
    )

    assert done.problems
    assert [path.name for path in (tmp_path / ".trees").iterdir()] == []


def test_what_stands_in_its_place_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / ".trees").mkdir()
    (tmp_path / ".trees/public-b").write_bytes(b"somebody's")

    put(tmp_path, OLD)

    assert live(tmp_path) == OLD
    assert (tmp_path / ".trees/public-b").read_bytes() == b"somebody's"


def test_what_a_stranger_puts_there_in_that_moment_is_not_touched(tmp_path: Path) -> None:
    class Hasty(Disk):
        """A disk on which a stranger is quicker."""

        def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
            if path.endswith("/public-b"):
                (tmp_path / ".trees/public-b").mkdir()
                (tmp_path / ".trees/public-b/theirs").write_bytes(b"somebody's")
            super().attempt(deed, path, effect)

    put(tmp_path, OLD, Hasty())

    assert live(tmp_path) == OLD
    assert (tmp_path / ".trees/public-b/theirs").read_bytes() == b"somebody's"


def test_killed_while_it_is_filled_there_is_no_way_back_either(tmp_path: Path) -> None:
    reached = 0
    for number in range(1, 200):
        out = tmp_path / str(number)
        try:
            put(out, OLD, Dead(number, dies))
        except Killed:
            if (out / SITE).is_symlink():
                reached += 1
                with pytest.raises(WorldFault, match="没有上一版可以退回"):
                    rollback(out, SITE)
        else:
            break

    assert reached > 1
