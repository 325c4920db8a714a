"""Whatever happened before, in whatever order, a release ends with the live site being what was wanted."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from mingbai.build.artifact import Made
from mingbai.problem import Place, Problem
from mingbai.publish import trees
from mingbai.publish.disk import WorldFault
from mingbai.publish.manifest import clash
from mingbai.publish.rollback import rollback
from mingbai.publish.stamp import stamp
from mingbai.publish.writer import release
from tests.publish.sites import SITE, At, Dead, Files, Killed, dies, fine, live, made, put, refuses, tree

NAMES = st.sampled_from(["a", "b", "c"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
BYTES = st.sampled_from([b"", b"1", b"2", b"3", b"twenty bytes or more"])


def can_stand(files: Mapping[str, bytes]) -> bool:
    return clash(sorted(files)) is None


FILES = st.dictionaries(PATHS, BYTES, max_size=6).filter(can_stand)
CHANGES = st.integers(1, 60)
PICK = st.integers(0, 100)


class Publishing(RuleBasedStateMachine):
    """Releases, deaths and refusals; strangers who tamper with both trees and with what lies beside them."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.out = self.root / "out"
        self.outside = self.root / "outside"
        (self.outside / "a").mkdir(parents=True)
        (self.outside / "a/b").write_bytes(b"1")
        self.shown: Files | None = None
        self.tampered = False

    def teardown(self) -> None:
        if hasattr(self, "root"):
            assert (self.outside / "a/b").read_bytes() == b"1"
            shutil.rmtree(self.root)

    def check(self, files: Files) -> None:
        """The live site is this, and it is so to the byte."""
        assert live(self.out) == files
        self.shown = files
        self.tampered = False
        assert stamp(self.out, SITE) == stamp(self.out, SITE)

    @rule(files=FILES)
    def build(self, files: Files) -> None:
        put(self.out, files)
        self.check(files)

    @rule(files=FILES)
    def build_all(self, files: Files) -> None:
        release(trees.survey(self.out, SITE), made(files), {}, scan=fine)
        self.check(files)

    @rule(files=FILES, number=CHANGES, after=st.booleans())
    def die(self, files: Files, number: int, after: bool) -> None:
        disk = Dead(number + after, dies)
        with suppress(Killed):
            put(self.out, files, disk)
        self.old_or_new(files)

    @rule(files=FILES, number=CHANGES, error=st.sampled_from([errno.ENOSPC, errno.EACCES]), once=st.booleans())
    def be_refused(self, files: Files, number: int, error: int, once: bool) -> None:
        with suppress(WorldFault):
            put(self.out, files, (At if once else Dead)(number, refuses(error)))
        self.old_or_new(files)

    def old_or_new(self, files: Files) -> None:
        if self.tampered or not (self.out / SITE).is_symlink():
            return
        found = live(self.out)
        assert found in (self.shown, files)
        self.shown = found

    @rule(files=FILES)
    def fail_the_scan(self, files: Files) -> None:
        before = os.path.lexists(self.out / SITE) and os.readlink(self.out / SITE)
        bad = sorted([*made(files), Made("zzz", b"")], key=lambda artifact: artifact.path)

        def scan(path: str, data: bytes) -> list[Problem]:
            return [Problem(Place(path), "scan/bad", "")] if path == "zzz" else []

        assert release(trees.survey(self.out, SITE), bad, {}, scan=scan).problems
        assert (os.path.lexists(self.out / SITE) and os.readlink(self.out / SITE)) == before

    @rule()
    def go_back(self) -> None:
        before = self.link()
        try:
            rollback(self.out, SITE)
        except WorldFault:
            assert self.link() == before
        else:
            assert self.link() != before
            self.check(live(self.out))

    def link(self) -> str | None:
        return os.readlink(self.out / SITE) if os.path.lexists(self.out / SITE) else None

    def victim(self, spare: bool, pick: int) -> Path | None:
        """A path somewhere in a tree, where there is one."""
        if not self.link():
            return None
        self.tampered = self.tampered or not spare
        folder = tree(self.out, spare=spare)
        found = sorted(folder.rglob("*")) if folder.is_dir() else []
        return found[pick % len(found)] if found else None

    @rule(spare=st.booleans(), pick=PICK, data=BYTES, forge=st.booleans())
    def rewrite(self, spare: bool, pick: int, data: bytes, forge: bool) -> None:
        path = self.victim(spare, pick)
        if path and path.is_file() and not path.is_symlink():
            status = path.stat()
            path.write_bytes(data[: status.st_size].ljust(status.st_size, b"?") if forge else data)
            if forge:
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    @rule(spare=st.booleans(), pick=PICK)
    def remove(self, spare: bool, pick: int) -> None:
        if path := self.victim(spare, pick):
            shutil.rmtree(path) if stat.S_ISDIR(path.lstat().st_mode) else path.unlink()

    @rule(spare=st.booleans(), pick=PICK, kind=st.sampled_from(["file", "folder", "link", "pipe", "hard link"]))
    def add(self, spare: bool, pick: int, kind: str) -> None:
        place = self.victim(spare, pick)
        other = self.victim(not spare, pick)
        alien = place.with_name(f"alien-{kind}") if place else None
        if not alien or os.path.lexists(alien):
            return
        match kind:
            case "file":
                alien.write_bytes(b"1")
            case "folder":
                (alien / "deep").mkdir(parents=True)
            case "link":
                alien.symlink_to(self.outside)
            case "pipe":
                os.mkfifo(alien)
            case _:
                if other and other.is_file():
                    os.link(other, alien)

    @rule(spare=st.booleans(), pick=PICK, how=st.sampled_from(["away", "outside", "hard link", "mode"]))
    def replace(self, spare: bool, pick: int, how: str) -> None:
        path = self.victim(spare, pick)
        twin = self.victim(not spare, pick)
        if not path or path.is_symlink():
            return
        away = self.root / f"away-{len(list(self.root.iterdir()))}"
        match how:
            case "away":
                path.rename(away)
                path.symlink_to(away)
            case "outside" if path.is_dir():
                path.rename(away)
                path.symlink_to(self.outside / "a")
            case "hard link" if twin and path.is_file() and stat.S_ISREG(twin.lstat().st_mode):
                path.unlink()
                os.link(twin, path)
            case "mode":
                path.chmod(0o700)

    @rule(pick=PICK, how=st.sampled_from(["delete", "cut", "make dirty"]))
    def beside(self, pick: int, how: str) -> None:
        if not self.link():
            return
        found = sorted(path for path in (self.out / ".trees").iterdir() if path.suffix)
        if how == "make dirty":
            (self.out / f".trees/{SITE}-{'ab'[pick % 2]}.dirty").touch()
        elif found:
            path = found[pick % len(found)]
            if path.is_dir():
                shutil.rmtree(path)
            elif how == "delete" or path.is_symlink():
                path.unlink()
            else:
                path.write_bytes(path.read_bytes()[: pick - 100])

    @rule(which=st.sampled_from(["live", "spare", "link"]))
    def lose(self, which: str) -> None:
        if not self.link():
            return
        self.tampered = True
        path = self.out / SITE if which == "link" else tree(self.out, spare=which == "spare")
        if path.is_symlink():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)


TestPublishing = Publishing.TestCase
TestPublishing.settings = settings(max_examples=100, stateful_step_count=25)
