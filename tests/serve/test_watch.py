"""Hints and looks: nothing that happens in the folders is missed, and our own reading is no hint."""

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mingbai.publish.preview_look import Seen, look
from mingbai.publish.preview_watch import Watch
from tests.serve.studio import GENEROUS

DAY = date(2026, 12, 28)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content"
    made.mkdir()
    return made


def calm(watch: Watch) -> None:
    """Take in the hints there are."""
    watch.renew()
    watch.wait(0.5)
    assert not watch.hinted


def seen(root: Path) -> Seen:
    return look(root, None, DAY)


@pytest.mark.parametrize("poll", [None, 0.1])
def test_whatever_happens_is_a_hint(folder: Path, poll: float | None) -> None:
    (folder / "old.yaml").write_text("1")
    (folder / "deep").mkdir()
    deeds: dict[str, Callable[[], object]] = {
        "new": lambda: (folder / "new.yaml").write_text("1"),
        "edit": lambda: (folder / "old.yaml").write_text("22"),
        "rename": lambda: (folder / "old.yaml").rename(folder / "other.yaml"),
        "atomic": lambda: ((folder / "x~").write_text("333"), (folder / "x~").replace(folder / "other.yaml")),
        "folder": (folder / "deep" / "er").mkdir,
        "inside": lambda: (folder / "deep" / "er" / "a.yaml").write_text("1"),
        "delete": (folder / "deep" / "er" / "a.yaml").unlink,
        "remove": lambda: shutil.rmtree(folder / "deep"),
    }
    with Watch([folder], poll) as watch:
        for name, deed in deeds.items():
            calm(watch)
            deed()
            began = time.monotonic()
            watch.wait(GENEROUS)
            assert time.monotonic() - began < GENEROUS, name


def test_a_folder_that_went_and_came_back_is_not_warned_of(folder: Path, recwarn: pytest.WarningsRecorder) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    with Watch([folder]) as watch:
        calm(watch)
        for there, then in [("content/deep", "deep"), ("deep", "content/deep")]:
            (folder.parent / there).rename(folder.parent / then)
            watch.wait(GENEROUS)
            calm(watch)
        (folder / "deep" / "er" / "a.yaml").write_text("1")
        began = time.monotonic()
        watch.wait(GENEROUS)

    assert time.monotonic() - began < GENEROUS
    assert [str(each.message) for each in recwarn] == []


def test_our_own_look_is_no_hint(folder: Path) -> None:
    (folder / "a.yaml").write_text("1")
    with Watch([folder]) as watch:
        calm(watch)
        seen(folder.parent)
        (folder / "a.yaml").read_bytes()
        time.sleep(0.3)

        assert not watch.hinted


def test_a_folder_that_comes_later_is_watched(tmp_path: Path) -> None:
    with Watch([tmp_path / "templates"]) as watch:
        watch.renew()
        (tmp_path / "templates").mkdir()
        calm(watch)
        (tmp_path / "templates" / "a.html").write_text("1")
        began = time.monotonic()
        watch.wait(GENEROUS)

        assert time.monotonic() - began < GENEROUS


@pytest.mark.parametrize("aside", [True, False])
def test_a_folder_that_was_replaced_is_watched_again(folder: Path, aside: bool) -> None:
    with Watch([folder]) as watch:
        calm(watch)
        folder.rename(folder.with_name("aside")) if aside else shutil.rmtree(folder)
        folder.mkdir()
        time.sleep(0.3)
        calm(watch)
        (folder / "a.yaml").write_text("1")
        began = time.monotonic()
        watch.wait(GENEROUS)

        assert time.monotonic() - began < GENEROUS


def test_two_looks_at_the_same_are_equal_and_a_change_is_named(folder: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text("1")
    first = seen(folder.parent)
    again = seen(folder.parent)
    (folder / "a.yaml").write_text("22")
    (folder / "b.yaml").rename(folder / "c.yaml")
    last = seen(folder.parent)

    assert first == again and first.since(None) == "第一次"
    assert last.since(first) == "改了 content/a.yaml，新增 content/c.yaml，删了 content/b.yaml"


def test_many_changes_are_counted(folder: Path) -> None:
    before = seen(folder.parent)
    for number in range(5):
        (folder / f"{number}.yaml").write_text("1")

    expected = "新增 content/0.yaml、content/1.yaml、content/2.yaml 等 5 个文件"
    assert seen(folder.parent).since(before) == expected


def test_a_new_day_is_a_change(folder: Path) -> None:
    before = seen(folder.parent)
    after = look(folder.parent, None, date(2026, 12, 29))

    assert after != before and after.since(before) == "日期到了 2026-12-29"


def test_a_file_just_touched_may_change_without_a_trace(folder: Path) -> None:
    (folder / "a.yaml").write_text("1")
    young = seen(folder.parent).young
    time.sleep(2.1)

    assert young and not seen(folder.parent).young


def test_where_nothing_can_be_seen_it_says_why(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr("mingbai.publish.preview_look.scan", refuse)
    found = seen(folder.parent)

    assert not found.files and found.young
    assert found.fault == f"读不到 {folder}：Permission denied"
