"""A small bureau in a folder of its own, to edit, build and look at."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from mingbai import program
from mingbai.boundary import Audience
from mingbai.make import Outcome, Wish, make
from mingbai.source.tree import scan
from tests import ROOT
from tests.repository import Repository

GOLDEN = ROOT / "tests" / "golden" / "content"
NOW = datetime(2026, 12, 28, 1, 0, tzinfo=UTC)
Files = dict[str, bytes]
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where to put projects that are built many times: a disk in memory has nothing to wait for when it is synced."""


def files(folder: Path) -> Files:
    """Every file below a folder, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def site(out: Path, audience: str) -> Files:
    """What a site consists of, as its visitors get it."""
    return files(out / audience) if (out / audience).exists() else {}


@cache
def _kept() -> Path:
    """What git keeps of the golden bureau, committed once: so there is a history to compare with."""
    root = Path(tempfile.mkdtemp(prefix="mingbai-kept-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    shutil.copytree(GOLDEN, root / "content")
    Repository(root).commit()
    shutil.rmtree(root / ".git" / "hooks", ignore_errors=True)
    return root / ".git"


@cache
def _begun() -> Path:
    """The golden bureau with both its sites, built once."""
    root = Path(tempfile.mkdtemp(prefix="mingbai-begun-", dir=IN_MEMORY))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    Workshop(root).build()
    return root


@contextmanager
def without_template(name: str) -> Iterator[None]:
    """The program, whose folder of templates lacks one, or one of the files that pages load."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        templates = Path(folder) / "templates"
        shutil.copytree(program.templates(), templates)
        (templates / name).unlink()
        patch.setattr(program, "templates", lambda: templates)
        yield


class Workshop:
    """A project folder with the golden bureau in it, committed to git, and an output folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "site"
        shutil.copytree(GOLDEN, root / "content")
        shutil.copytree(_kept(), root / ".git")

    def path(self, path: str) -> Path:
        """A file of the project."""
        return self.root / path

    def read(self, path: str) -> str:
        """What a file of the project says."""
        return self.path(path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the project, as an editor saves it: through a new file under another name."""
        target = self.path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(target.name + "~")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(target)

    def edit(self, path: str, old: str, new: str) -> None:
        """Put `new` in place of `old`, which must be there."""
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def move(self, path: str, to: str) -> None:
        """Move a file or folder of the project, as `git mv` does."""
        self.path(to).parent.mkdir(parents=True, exist_ok=True)
        self.path(path).rename(self.path(to))

    def build(
        self, *, clean: bool = False, as_of: date | None = None, out: Path | None = None, **more: object
    ) -> Outcome:
        """Build both sites, or those asked for."""
        wish = replace(Wish(self.root, out or self.out, as_of=as_of, clean=clean), **more)
        return make(wish, scan(self.root, "content", "templates"), NOW, lambda _site, _total: lambda: None)

    def publish(self) -> None:
        """Have what a first build of the golden bureau leaves behind; it is made once for all who ask."""
        for name in (".mingbai", "site"):
            shutil.copytree(_begun() / name, self.root / name, symlinks=True)

    def sites(self, out: Path | None = None) -> dict[str, Files]:
        """Both published sites."""
        return {audience: site(out or self.out, audience) for audience in Audience}
