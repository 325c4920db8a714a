"""A release: artifacts come in one by one, and the site goes from entirely old to entirely new, or not at all.

1. Gather: each made artifact is scanned, where whoever made it has not, and written aside, unless it stands like that
   in the live tree. The spare is not touched yet, so what fails here (a scan, a full disk, the build) spoils not even
   `rollback`.
2. Fill: what the spare lacks is copied from the live tree, then the spare is marked dirty and brought up to date by
   renames and removals: its files, its manifest, its record.
3. Switch: the symlink is replaced in one step, then the mark is taken away.

What is made for the first release is also put into the other tree, which is the next one's spare (`second.py`).

Killed anywhere: the link shows a whole tree, and what was begun is marked, so the next release looks at it anew.
The two trees share no inode: what is in both is copied.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from mingbai.build.artifact import Made
from mingbai.problem import Problem
from mingbai.publish import manifest, trees
from mingbai.publish.disk import Disk, LiveChanged, Refused, content, told
from mingbai.publish.manifest import Record, Row, Sum, of_file, of_folder
from mingbai.publish.second import Second, Yielding
from mingbai.publish.stamp import of_record
from mingbai.publish.trees import Ground, Standing, Tree

Scan = Callable[[str, bytes], Iterable[Problem]]
"""What must not go out, looked for in the bytes of one artifact."""


class Released(Struct, frozen=True):
    """What a release did: files put into and removed from the spare (which lags one release), files of the site.

    `before` is how many it had; only a build says so.
    `stamp` is that of the tree that is live now; empty where it is not known for certain.
    """

    site: str
    written: int
    removed: int
    total: int
    switched: bool
    problems: tuple[Problem, ...] = ()
    stamp: str = ""
    before: int = 0


class _Aside(Struct, frozen=True):
    """The folder where new files wait; on the same disk, so that they move into the spare by a rename."""

    out: Path
    folder: str
    disk: Disk
    files: dict[str, tuple[str, Sum]] = field(default_factory=dict)

    def put(self, path: str, data: bytes, sha: str) -> None:
        """Write a file aside."""
        name = f"{self.folder}/{len(self.files)}"
        with told(self.out):
            self.disk.write(name, data)
        self.files[path] = name, Sum(len(data), sha)


def release(
    ground: Ground, made: Iterable[Made], kept: Mapping[str, str], *, scan: Scan, disk: Yielding | None = None
) -> Released:
    """Make the site exactly what was made and is kept; with a problem, or when nothing is new, nothing is switched.

    `kept` are files that stay as they stand in the live tree: path → SHA-256. `ground` is what `survey` saw, and the
    caller holds the lock since then. `disk` is that of all releases of a build.
    `WorldFault`: the world refused, and the old site is as it was.
    """
    live, spare, standing = ground.live, ground.spare, ground.standing
    out, site = Path(spare.out), spare.site
    disk = disk or Yielding()
    with told(out):
        aside = _Aside(out, f"{trees.home(out, disk)}/{site}.new", disk)
        if live:
            trees.settle(live, disk)
        disk.clear(aside.folder)
        disk.mkdir(aside.folder)
        also = disk.second(ground)
    try:
        wanted, problems = _gather(ground, made, kept, scan, aside, also)
        if problems:
            return Released(site, 0, 0, len(wanted), switched=False, problems=problems)
        with told(out):
            if live and not aside.files and wanted == ground.named and trees.examine(live).is_exact:
                return Released(site, 0, 0, len(wanted), switched=False)
            held = {path: row for path, row in standing.files.items() if wanted.get(path) == row[4]}
            _copy(ground, wanted, held, aside)
            digest, removed = _fill(spare, standing, held, aside)
            trees.switch(spare, disk)
            with suppress(Refused):
                disk.unlink(spare.marker)
        if also:
            also.finish()
        put = len(wanted) - len(held)
        return Released(site, put, removed, len(wanted), switched=True, stamp=of_record(spare.target, digest))
    finally:
        if also:
            also.end()
        with suppress(Refused, OSError):
            disk.clear(aside.folder)


def _gather(
    ground: Ground, made: Iterable[Made], kept: Mapping[str, str], scan: Scan, aside: _Aside, also: Second | None
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What the site shall be (path → SHA-256), with what is new in it written aside; and what the scan found."""
    wanted = dict(kept)
    if strange := [path for path in kept.keys() - ground.named.keys() if not manifest.is_proper(path)]:
        raise ValueError(f"an artifact cannot be called {strange[0]!r}")
    problems: list[Problem] = []
    for artifact in made:
        path = artifact.path
        if path in wanted or not (path in ground.named or manifest.is_proper(path)):
            raise ValueError(f"an artifact cannot be called {path!r}, or is called so twice")
        wanted[path] = sha = artifact.digest
        if artifact.misprint:
            problems.append(artifact.misprint)
        elif not artifact.passed:
            problems += scan(path, artifact.data)
        if not problems and not (ground.live and _has(ground.live, path, artifact.data)):
            aside.put(path, artifact.data, sha)
            if also:
                also.put(path, artifact.data, sha)
    if wanted.keys() != ground.named.keys() and (clash := manifest.clash(wanted)):
        raise ValueError(f"the artifact {clash!r} has the name of another one, or of a folder")
    return wanted, tuple(problems)


def _has(live: Tree, path: str, data: bytes) -> bool:
    try:
        return content(live.at(path)) == data
    except OSError:
        return False


def _copy(ground: Ground, wanted: dict[str, str], held: dict[str, Row], aside: _Aside) -> None:
    """Write aside what the spare lacks and was not made now: it stands in the live tree, or the world has changed."""
    for path in sorted(wanted.keys() - held.keys() - aside.files.keys()):
        data, sha = None, wanted[path]
        if ground.live:  # also where its manifest is damaged, and nothing is known of it by name
            with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                data = content(ground.live.at(path))
        if data is None or hashlib.sha256(data).hexdigest() != sha:
            raise LiveChanged(f"线上网站的 {path} 在生成期间变了或不见了：请再生成一次（线上网站没有变动）")
        aside.put(path, data, sha)


def _fill(spare: Tree, standing: Standing, held: dict[str, Row], aside: _Aside) -> tuple[str, int]:
    """Make the spare what it holds rightly plus what waits aside, whole and recorded.

    What comes back is the digest of its record (`manifest.remember`), and how many files went.
    """
    disk = aside.disk
    fresh = {path: aside.files[path] for path in aside.files if path not in held}
    sums = {path: (row[0], row[4]) for path, row in held.items()} | {path: sum_ for path, (_, sum_) in fresh.items()}
    aside.put(manifest.NAME, data := manifest.encode(sums), hashlib.sha256(data).hexdigest())
    fresh[manifest.NAME] = aside.files[manifest.NAME]
    needed = manifest.folders(sums)
    gone = sorted({*standing.strays, *(standing.files.keys() - held.keys() - fresh.keys())})
    emptied = sorted(standing.folders.keys() - needed, reverse=True)
    added = sorted(needed - standing.folders.keys())

    if not spare.is_dirty:
        disk.write(spare.marker, b"")
    for path in gone:
        disk.clear(spare.at(path))
    for folder in emptied:
        disk.rmdir(spare.at(folder))
    for folder in added:
        disk.mkdir(spare.at(folder))
    for path, (waiting, _) in fresh.items():
        disk.move(waiting, spare.at(path))

    touched = {path.rpartition("/")[0] for path in [*gone, *emptied, *added, *fresh]} & needed | set(added)
    disk.sync([os.path.dirname(spare.path), *(spare.at(path) for path in [*fresh, *touched])])
    files = held | {path: (*of_file(os.lstat(spare.at(path))), sha) for path, (_, (_, sha)) in fresh.items()}
    folders = {path: standing.folders[path] for path in needed - touched}
    folders |= {path: of_folder(os.lstat(spare.at(path))) for path in touched}
    digest = manifest.remember(spare.record, Record(files, folders), spare.marker, disk)
    return digest, len(set(gone) - fresh.keys())
