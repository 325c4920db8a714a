"""What the tests of `publish` share: builds that know what changed, a reader that believes nothing, disks that fail."""

import hashlib
import json
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from mingbai.build.artifact import Made
from mingbai.problem import Problem
from mingbai.publish import trees
from mingbai.publish.disk import REAL, Disk
from mingbai.publish.second import Yielding
from mingbai.publish.writer import Released, release

SITE = "public"
Files = Mapping[str, bytes]

OLD = {"index.html": b"old", "a/index.html": b"old a", "a/b/c.html": b"deep", "gone.html": b"gone", "swap": b"a file"}
NEW = {"index.html": b"new", "a/index.html": b"old a", "d/e.html": b"fresh", "swap/x.html": b"a folder", "n.txt": b"n"}


def fine(path: str, data: bytes) -> tuple[Problem, ...]:
    """A scan that finds nothing."""
    return ()


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def made(files: Files) -> list[Made]:
    """Everything rendered now, as a clean build does."""
    return [Made(path, data) for path, data in sorted(files.items())]


def put(out: Path, files: Files, disk: Disk = REAL) -> Released:
    """Release as an incremental build does: what stands soundly in the live tree is kept, the rest made."""
    ground = trees.survey(out, SITE)
    kept = {path: sha(data) for path, data in files.items() if ground.sound.get(path) == sha(data)}
    rest = {path: data for path, data in files.items() if path not in kept}
    return release(ground, made(rest), kept, scan=fine, disk=Yielding(disk))


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and a mark for everything else; modes must be right."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        name = str(path.relative_to(folder))
        if stat.S_ISDIR(status.st_mode):
            assert stat.S_IMODE(status.st_mode) & 0o777 == 0o755, name
            assert any(path.iterdir()), f"{name} is empty"
        elif stat.S_ISREG(status.st_mode):
            assert (stat.S_IMODE(status.st_mode), status.st_nlink) == (0o644, 1), name
            found[name] = path.read_bytes()
        else:
            found[name] = b"neither file nor folder"
    return found


def live(out: Path, site: str = SITE) -> dict[str, bytes]:
    """What the live site holds, after proof that it is its manifest: no more, no less."""
    link = out / site
    assert link.is_symlink()
    found = everything(link.resolve())
    manifest = json.loads(found.pop("manifest.json"))
    lines = [{"path": path, "size": len(data), "sha256": sha(data)} for path, data in sorted(found.items())]
    assert manifest == {"files": lines}
    return found


def tree(out: Path, *, spare: bool = False) -> Path:
    """The folder of the live tree, or of the spare."""
    path = (out / SITE).resolve()
    return path.with_name(f"{SITE}-{'b' if path.name.endswith('a') else 'a'}") if spare else path


class Killed(BaseException):
    """The process is dead: nothing catches this."""


class At(Disk):
    """A disk where something happens at the n-th change: before it or after it."""

    def __init__(self, number: int, deed: Callable[[], None], *, after: bool = False) -> None:
        self.number, self.deed, self.after = number, deed, after
        self.count = 0
        self.last = ("", "")

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        if self.last == (deed, path) and path.endswith(
            ".dirty"
        ):  # asking the clock once more: how often depends on the clock
            effect()
            return
        self.last = (deed, path)
        self.count += 1
        if self.count == self.number and not self.after:
            self.deed()
        effect()
        if self.count == self.number and self.after:
            self.deed()


class Dead(At):
    """A disk that, from the n-th change on, does nothing for anybody."""

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        if self.count >= self.number:
            self.deed()
        super().attempt(deed, path, effect)


def dies() -> None:
    """Die within the process, for many quick deaths."""
    raise Killed


def exits() -> None:
    """Die as a process does."""
    os._exit(77)


def refuses(error: int) -> Callable[[], None]:
    """Be refused by the system."""

    def deed() -> None:
        raise OSError(error, os.strerror(error))

    return deed
