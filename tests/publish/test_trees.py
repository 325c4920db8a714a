"""What is called sound is what the manifest says, to the byte; what is called the same stamp is untouched."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.publish import trees
from mingbai.publish.stamp import stamp
from tests.publish.sites import NEW, OLD, SITE, put, sha, tree

ALL = {path: sha(data) for path, data in OLD.items()}


def rewrite(path: Path, data: bytes) -> None:
    """Change bytes in place and forge the time back."""
    status = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    put(tmp_path, NEW)
    put(tmp_path, OLD)
    return tmp_path


def test_nothing_is_sound_before_the_first_release(tmp_path: Path) -> None:
    assert trees.survey(tmp_path, SITE).sound == {}
    assert stamp(tmp_path, SITE) == ""


TAMPERINGS: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "nothing": (lambda live: None, set()),
    "same size, same mtime": (lambda live: rewrite(live / "index.html", b"bad"), {"index.html"}),
    "longer": (lambda live: (live / "index.html").write_bytes(b"longer"), {"index.html"}),
    "gone": (lambda live: (live / "index.html").unlink(), {"index.html"}),
    "mode": (lambda live: (live / "index.html").chmod(0o600), {"index.html"}),
    "a second name": (lambda live: os.link(live / "index.html", live.parent / "other"), {"index.html"}),
    "a folder's mode": (lambda live: (live / "a").chmod(0o700), {"a/b/c.html"}),
    "a folder renamed": (lambda live: (live / "a").rename(live / "z"), {"a/b/c.html"}),
    "an alien": (lambda live: (live / "a/alien").write_bytes(b""), set()),
    "manifest gone": (lambda live: (live / "manifest.json").unlink(), set()),
    "touched": (lambda live: (live / "index.html").touch(), set()),
    "rewritten alike": (lambda live: (live / "index.html").write_bytes(b"old"), set()),
    "rewritten alike elsewhere": (lambda live: (live / "a/b/c.html").write_bytes(b"deep"), set()),
}


@pytest.mark.parametrize("name", TAMPERINGS)
@pytest.mark.parametrize("record", ["whole", "gone", "cut", "flipped", "empty", "a list", "deep", "a folder"])
def test_sound_is_what_has_the_bytes_the_manifest_says(out: Path, name: str, record: str) -> None:
    tamper, lost = TAMPERINGS[name]
    tamper(tree(out))
    path = out / ".trees" / f"{tree(out).name}.state"
    data = path.read_bytes()
    match record:
        case "gone":
            path.unlink()
        case "cut":
            path.write_bytes(data[:-100])
        case "flipped":
            path.write_bytes(data[:200] + bytes([data[200] ^ 1]) + data[201:])
        case "empty":
            path.write_bytes(b"")
        case "a list":
            path.write_bytes(b"[]")
        case "deep":
            path.write_bytes(b"[" * 100_000)
        case "a folder":
            path.unlink()
            path.mkdir()
    if name == "manifest gone" and record != "whole":
        lost = set(OLD)

    assert trees.survey(out, SITE).sound == {path: digest for path, digest in ALL.items() if path not in lost}


@pytest.mark.parametrize("name", [name for name in TAMPERINGS if name != "nothing"])
@pytest.mark.parametrize("record", ["whole", "gone", "deep"])
def test_the_stamp_changes_with_every_touch_and_only_then(out: Path, name: str, record: str) -> None:
    path = out / ".trees" / f"{tree(out).name}.state"
    if record == "gone":
        path.unlink()
    if record == "deep":
        path.write_bytes(b"[" * 100_000)
    before = stamp(out, SITE)
    again = stamp(out, SITE)

    TAMPERINGS[name][0](tree(out))

    assert before == again != stamp(out, SITE)


def test_the_stamp_sees_what_happens_to_an_alien_deep_below(out: Path) -> None:
    (tree(out) / "x/y").mkdir(parents=True)
    (tree(out) / "x/y/alien").write_bytes(b"1")
    before = stamp(out, SITE)

    (tree(out) / "x/y/alien").write_bytes(b"2")

    assert stamp(out, SITE) != before


def test_the_stamp_changes_when_another_tree_is_live(out: Path) -> None:
    before = stamp(out, SITE)

    put(out, NEW)

    assert stamp(out, SITE) != before


def test_a_copy_of_everything_is_sound_once_read_again(out: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("copy") / "site"
    os.system(f"cp -r {out} {other}")

    assert trees.survey(other, SITE).sound == ALL


def test_a_change_in_the_same_tick_as_the_release_is_seen(tmp_path: Path) -> None:
    put(tmp_path, {"a": b"old"})
    for number in range(20):
        put(tmp_path, {"a": b"%03d" % number})
        (tree(tmp_path) / "a").write_bytes(b"bad")
        assert trees.survey(tmp_path, SITE).sound == {}
