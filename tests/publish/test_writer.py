"""A release makes the site exactly what it was given, whatever stood there before."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mingbai.build.artifact import Made
from mingbai.problem import Place, Problem
from mingbai.publish import trees
from mingbai.publish.disk import Disk, LiveChanged, WorldFault
from mingbai.publish.manifest import of_file, of_folder, recall
from mingbai.publish.rollback import rollback
from mingbai.publish.stamp import stamp
from mingbai.publish.writer import Released, release
from tests.publish.sites import NEW, OLD, SITE, fine, live, made, put, sha, tree


def test_the_first_release_makes_the_site(tmp_path: Path) -> None:
    done = release(trees.survey(tmp_path / "site", SITE), made(OLD), {}, scan=fine)

    seen = stamp(tmp_path / "site", SITE)
    assert seen
    assert done == Released(SITE, written=5, removed=0, total=5, switched=True, stamp=seen)
    assert live(tmp_path / "site") == OLD
    assert os.readlink(tmp_path / "site" / SITE) == ".trees/public-a"


def test_an_empty_site_is_a_site(tmp_path: Path) -> None:
    put(tmp_path, {})

    assert live(tmp_path) == {}


def test_a_release_switches_to_the_other_tree_and_says_what_it_did(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, OLD | {"more.html": b"more"})

    done = put(tmp_path, NEW)

    assert done == Released(SITE, written=4, removed=3, total=5, switched=True, stamp=stamp(tmp_path, SITE))
    assert live(tmp_path) == NEW


def test_the_two_sites_know_nothing_of_each_other(tmp_path: Path) -> None:
    release(trees.survey(tmp_path, "public"), made(OLD), {}, scan=fine)
    release(trees.survey(tmp_path, "intranet"), made(NEW), {}, scan=fine)

    assert live(tmp_path, "public") == OLD
    assert live(tmp_path, "intranet") == NEW


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        put(tmp_path / "site", OLD)
    finally:
        os.umask(before)

    assert live(tmp_path / "site") == OLD  # which proves modes
    assert (tmp_path / "site" / ".trees").stat().st_mode & 0o777 == 0o755


def test_the_manifest_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    put(tmp_path / "one", OLD)
    put(tmp_path / "one", NEW)
    release(trees.survey(tmp_path / "two", SITE), reversed(made(NEW)), {}, scan=fine)

    assert (tree(tmp_path / "one") / "manifest.json").read_bytes() == (
        tree(tmp_path / "two") / "manifest.json"
    ).read_bytes()


def test_nothing_new_switches_nothing_and_keeps_the_way_back(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    link = os.readlink(tmp_path / SITE)

    kept = put(tmp_path, NEW)
    clean = release(trees.survey(tmp_path, SITE), made(NEW), {}, scan=fine)

    assert kept == clean == Released(SITE, written=0, removed=0, total=5, switched=False)
    assert os.readlink(tmp_path / SITE) == link
    rollback(tmp_path, SITE)
    assert live(tmp_path) == OLD


def test_work_is_as_much_as_the_change(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    put(tmp_path, NEW | {"n.txt": b"once"})
    inode = (tree(tmp_path, spare=True) / "a/index.html").stat().st_ino

    done = put(tmp_path, NEW | {"n.txt": b"twice"})

    assert done.written == 1
    assert (tree(tmp_path) / "a/index.html").stat().st_ino == inode


def test_a_live_tree_that_was_tampered_with_is_released_anew(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tree(tmp_path) / "alien.html").write_bytes(b"alien")

    done = put(tmp_path, OLD)

    assert done.switched
    assert live(tmp_path) == OLD


def test_a_problem_stops_the_release_and_all_are_told(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)

    def scan(path: str, data: bytes) -> list[Problem]:
        return [Problem(Place(path), "scan/phone", "手机号")] if b"1" in data else []

    bad = {"a.html": b"1", "b.html": b"2", "c.html": b"1"}
    done = release(trees.survey(tmp_path, SITE), made(bad), {}, scan=scan)

    assert [str(problem.place) for problem in done.problems] == ["a.html:1:1", "c.html:1:1"]
    assert (done.switched, done.written, done.removed) == (False, 0, 0)
    assert live(tmp_path) == NEW
    rollback(tmp_path, SITE)  # the spare was not touched either
    assert live(tmp_path) == OLD


def test_what_is_kept_is_not_scanned_again(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    seen: list[str] = []

    def scan(path: str, data: bytes) -> list[Problem]:
        seen.append(path)
        return []

    kept = {path: sha(data) for path, data in OLD.items()}
    release(trees.survey(tmp_path, SITE), [Made("n.html", b"n")], kept, scan=scan)

    assert seen == ["n.html"]
    assert live(tmp_path) == OLD | {"n.html": b"n"}


def test_a_build_that_breaks_off_leaves_both_trees_as_they_were(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)

    def artifacts() -> Iterator[Made]:
        yield Made("a.html", b"1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        release(trees.survey(tmp_path, SITE), artifacts(), {}, scan=fine)

    assert live(tmp_path) == NEW
    rollback(tmp_path, SITE)
    assert live(tmp_path) == OLD
    assert sorted(path.name for path in (tmp_path / ".trees").iterdir()) == [
        "public-a", "public-a.state", "public-b", "public-b.state"
    ]  # fmt: skip


def test_what_is_kept_lies_nowhere_but_in_the_tree(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / ".trees/beside").write_bytes(b"1")

    with pytest.raises(ValueError, match="cannot be called"):
        release(trees.survey(tmp_path, SITE), [], {"../beside": sha(b"1")}, scan=fine)

    assert live(tmp_path) == OLD


@pytest.mark.parametrize(("path", "data"), [("a", b"other"), ("b", b"1")], ids=["changed", "gone"])
def test_what_is_kept_and_does_not_stand_in_the_live_tree_is_the_worlds_fault(
    tmp_path: Path, path: str, data: bytes
) -> None:
    put(tmp_path, {"a": b"1"})

    with pytest.raises(LiveChanged, match=f"线上网站的 {path} 在生成期间变了或不见了"):
        release(trees.survey(tmp_path, SITE), [], {path: sha(data)}, scan=fine)

    assert live(tmp_path) == {"a": b"1"}


def test_what_is_kept_before_the_first_release_is_the_worlds_fault(tmp_path: Path) -> None:
    with pytest.raises(LiveChanged):
        release(trees.survey(tmp_path, SITE), [], {"empty": sha(b"")}, scan=fine)

    assert not (tmp_path / SITE).exists()


WRONG = [
    ["../x"], ["a/../x"], ["/x"], ["a//b"], ["./a"], ["a/."], ["a/"], [""], ["a\\b"], ["a\0"], ["a\nb"], ["\udc80"],
    ["manifest.json"], ["Manifest.JSON"], ["a", "a"], ["A", "a"], ["a", "a/b"], ["a/B", "A/b"], ["A", "a/b"],
]  # fmt: skip


@pytest.mark.parametrize("paths", WRONG, ids=repr)
def test_a_path_that_cannot_stand_is_a_developers_mistake(tmp_path: Path, paths: list[str]) -> None:
    put(tmp_path, OLD)

    with pytest.raises(ValueError, match="artifact"):
        release(trees.survey(tmp_path, SITE), [Made(path, b"") for path in paths], {}, scan=fine)

    assert live(tmp_path) == OLD


def test_a_manifest_below_is_a_file_like_any_other_and_names_may_be_chinese(tmp_path: Path) -> None:
    files = {"a/manifest.json": b"{}", "公告/…/三 月.html": b"x", '"quoted".txt': b"y"}

    put(tmp_path, files)
    put(tmp_path, files | {"n": b""})

    assert live(tmp_path) == files | {"n": b""}


@pytest.mark.parametrize("foreign", ["folder", "file", "link", "dangling"])
def test_a_stranger_in_the_sites_place_is_refused_and_not_touched(tmp_path: Path, foreign: str) -> None:
    place = tmp_path / "out" / SITE
    (tmp_path / "elsewhere").mkdir()
    place.parent.mkdir()
    match foreign:
        case "folder":
            place.mkdir()
            (place / "index.html").write_text("by hand")
        case "file":
            place.write_text("by hand")
        case "link":
            place.symlink_to(tmp_path / "elsewhere")
        case _:
            place.symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))

    for deed in (put, lambda out, _: trees.survey(out, SITE).sound):
        with pytest.raises(WorldFault, match=r"public .*请把它移走或改名，再重新生成"):
            deed(place.parent, OLD)

    assert sorted(tmp_path.rglob("*")) == before


def test_trees_that_are_a_link_elsewhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".trees").symlink_to("elsewhere")

    with pytest.raises(WorldFault, match=r"\.trees 不是文件夹"):
        put(tmp_path, OLD)

    assert not any((tmp_path / "elsewhere").iterdir())


def test_strangers_in_the_spare_go_and_no_link_is_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "sub").mkdir(parents=True)
    (outside / "sub/precious").write_text("precious")
    out = tmp_path / "out"
    put(out, OLD)
    put(out, NEW)
    spare = tree(out, spare=True)
    (spare / "alien").mkdir()
    (spare / "alien/link").symlink_to(outside)
    (spare / "file-link").symlink_to(outside / "sub/precious")
    os.mkfifo(spare / "pipe")
    (spare / "bytes-\udcff").write_text("x")
    (spare / "a/b/c.html").unlink()
    (spare / "a/b/c.html").symlink_to(outside / "sub/precious")
    (spare / "empty/empty").mkdir(parents=True)

    put(out, OLD)

    assert live(out) == OLD
    assert (outside / "sub/precious").read_text() == "precious"
    assert [path.name for path in outside.iterdir()] == ["sub"]


def test_a_folder_moved_away_and_linked_back_is_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(out, OLD)
    put(out, NEW)
    for folder in (tree(out) / "a", tree(out, spare=True) / "a"):
        away = tmp_path / folder.parent.name
        folder.rename(away)
        folder.symlink_to(away)

    assert "a/index.html" not in trees.survey(out, SITE).sound
    put(out, OLD)

    assert live(out) == OLD
    assert (tmp_path / "public-a/index.html").read_bytes() == b"old a"


def test_the_spare_itself_may_be_a_strangers_link(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put(out, OLD)
    put(out, NEW)
    spare = tree(out, spare=True)
    spare.rename(tmp_path / "away")
    spare.symlink_to(tmp_path / "away")

    put(out, OLD | {"index.html": b"newest"})

    assert live(out)["index.html"] == b"newest"
    assert not spare.is_symlink()
    assert (tmp_path / "away/index.html").read_bytes() == b"old"


def test_the_trees_share_no_inode_even_when_a_stranger_made_them(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    (tree(tmp_path, spare=True) / "a/index.html").unlink()
    os.link(tree(tmp_path) / "a/index.html", tree(tmp_path, spare=True) / "a/index.html")

    put(tmp_path, OLD)

    assert live(tmp_path) == OLD  # which proves one link each


class Watched(Disk):
    """A disk that remembers in which order it was changed."""

    def __init__(self) -> None:
        self.deeds: list[tuple[str, str]] = []

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        self.deeds.append((deed, path))
        effect()


def test_the_order_is_mark_change_sync_switch_unmark(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    put(tmp_path, NEW)
    disk = Watched()
    spare, marker, link = f"{tmp_path}/.trees/public-a/", f"{tmp_path}/.trees/public-a.dirty", f"{tmp_path}/{SITE}"

    put(tmp_path, OLD | {"n": b"n"}, disk)

    paths = [path for _, path in disk.deeds]
    inside = [number for number, path in enumerate(paths) if path.startswith(spare)]
    switched = paths.index(link)
    assert paths.index(marker) < inside[0] < inside[-1] < switched < len(paths) - 1 - paths[::-1].index(marker)
    assert all(paths.count(f"{spare}{path}") == 2 for path in ("n", "manifest.json")), "moved, then synced"


def test_after_a_release_the_record_knows_every_stat(tmp_path: Path) -> None:
    for files in (OLD, NEW, OLD, NEW):
        put(tmp_path, files)
        folder = tree(tmp_path)

        record = recall(f"{folder}.state")

        assert record
        assert all(row == (*of_file(os.lstat(folder / path)), row[4]) for path, row in record.files.items())
        assert all(row == of_folder(os.lstat(folder / path)) for path, row in record.folders.items())


def test_the_record_is_json(tmp_path: Path) -> None:
    put(tmp_path, OLD)

    digest, (files, folders) = json.loads((tmp_path / ".trees/public-a.state").read_bytes())

    assert len(digest) == 64
    assert sorted(files[0]) == sorted([*OLD, "manifest.json"])
    assert sorted(folders[0]) == ["", "a", "a/b"]
