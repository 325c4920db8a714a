"""What is no file of the project is neither read nor shown."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from mingbai.problem import Place
from mingbai.process import meanwhile
from mingbai.source import tree
from tests.cli.shell import mingbai
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    secret = path.parents[4] / "secret.txt"
    secret.write_text("别处的秘密")
    path.symlink_to(secret)


@pytest.mark.parametrize(("odd", "code"), [(pipe, "file/not-a-file"), (link, "file/symlink")], ids=["pipe", "link"])
def test_a_build_tells_of_it_and_neither_waits_for_it_nor_prints_what_it_leads_to(
    tmp_path: Path, odd: object, code: str
) -> None:
    workshop = Workshop(tmp_path / "project")
    assert callable(odd)
    odd(workshop.path("content/public/fees/odd.yaml"))

    said = mingbai("build", "-s", workshop.root)

    assert (said.code, f"odd.yaml:1:1: error {code}" in said.err) == (1, True)
    assert "别处的秘密" not in said.all


@pytest.mark.parametrize("odd", [pipe, link], ids=["pipe", "link"])
def test_what_becomes_one_after_it_was_listed_is_not_read(tmp_path: Path, odd: object) -> None:
    workshop = Workshop(tmp_path / "project")
    workshop.path(FEE).unlink()
    assert callable(odd)
    odd(workshop.path(FEE))

    with pytest.raises(OSError):
        tree.read(workshop.root, FEE)
    assert tree.line(workshop.root, Place(FEE)) is None


def test_a_line_is_counted_as_editors_count_and_shown_without_what_moves_the_cursor(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeff一\u2028行\r\n二\x0c行\r三\u202e行\n".encode())

    assert [tree.line(tmp_path, Place("a.yaml", number)) for number in (1, 2, 3, 9)] == ["一 行", "二 行", "三 行", ""]


@contextmanager
def nobody() -> Iterator[None]:
    """Who may do everything is somebody meanwhile who may not; anybody else is that already."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(own)


@pytest.mark.parametrize("held", [(), ("a.md", "b.md"), ("a/b.md",), (".git", "a.md")], ids=" ".join)
def test_a_folder_that_shows_names_and_no_more_counts_as_one_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: tuple[str, ...]
) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    for name in held:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    tmp_path.chmod(0o755)
    folder.chmod(0o444)
    monkeypatch.chdir(tmp_path)

    with nobody():
        found = tree.scan(Path(), "content")
    folder.chmod(0o755)

    assert found == tree.Tree({}, (tree.closed("content"),))


def test_a_file_that_goes_while_its_folder_is_listed_is_told_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listing(path: str) -> list[os.DirEntry[str]]:
        found = sorted(scandir(path), key=lambda entry: entry.name)
        (tmp_path / "content" / "a.md").unlink()
        return found

    for name in ("a.md", "b.md"):
        (tmp_path / "content" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "content" / name).write_text(name)
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", listing)

    found = tree.scan(tmp_path, "content")

    assert ([*found.files], found.problems) == (["content/b.md"], (tree.unreadable("content/a.md"),))


def test_another_process_hands_the_list_on_as_it_found_it(tmp_path: Path) -> None:
    """Names that are no text and odd files included, in the same order."""
    for name in (b"b.md", b"\xb8\xc4.md", "放.md".encode()):
        (tmp_path / "content" / os.fsdecode(name)).parent.mkdir(exist_ok=True)
        (tmp_path / "content" / os.fsdecode(name)).write_bytes(name)
    (tmp_path / "content" / "a.md").symlink_to("b.md")
    with meanwhile(partial(tree.listed, tmp_path, "content")) as heard:
        told = tree.told(*heard())
    found = tree.scan(tmp_path, "content")
    assert told == found
    assert [*told.files] == [*found.files]
    assert len(told.files) == 3
    assert len(told.problems) == 1
