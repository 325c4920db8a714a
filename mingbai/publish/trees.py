"""The two standing trees of a site, and what is known for certain about each.

`<out>/<site>` is a symlink to the live one of `.trees/<site>-a` and `-b`; the other one is the spare.
Beside each tree lie its record (`.state`: what every file and folder was when it was checked last) and, while it is
being changed, its marker (`.dirty`).
Rule 1: a file is sound when it has the bytes its manifest says, is 0644, and shares its inode with nobody.
Rule 2: what has the stat of the record need not be read again; anything else is, or counts as broken.
Rule 3: symlinks are never followed; what the manifest does not name is a stray.
"""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from mingbai.publish import manifest
from mingbai.publish.disk import FILE_MODE, FOLDER_MODE, Disk, Refused, WorldFault, content, shown, told
from mingbai.publish.manifest import Folder, Record, Row, of_file, of_folder, recall

HOME = ".trees"


class Tree(Struct, frozen=True, dict=True):
    """One of the two trees of a site, by where it lies."""

    out: str
    site: str
    letter: str

    @property
    def target(self) -> str:
        """What the site's symlink says when this tree is live."""
        return f"{HOME}/{self.site}-{self.letter}"

    @cached_property
    def path(self) -> str:
        """The tree's own folder."""
        return f"{self.out}/{self.target}"

    @property
    def record(self) -> str:
        """The file that says what every file of the tree was."""
        return f"{self.path}.state"

    @property
    def marker(self) -> str:
        """The file that is there while the tree is being changed."""
        return f"{self.path}.dirty"

    @property
    def is_dirty(self) -> bool:
        """Whether a change of the tree was begun and not finished."""
        return os.path.lexists(self.marker)

    def at(self, path: str) -> str:
        """Where a file or folder of the tree lies; `""` is the tree itself."""
        return f"{self.path}/{path}" if path else self.path

    @property
    def other(self) -> "Tree":
        """The site's other tree."""
        return Tree(self.out, self.site, "b" if self.letter == "a" else "a")


class Standing(Struct, frozen=True):
    """What a tree was found to hold: its sound files, its folders, what does not belong, and what is not sound."""

    files: dict[str, Row]
    folders: dict[str, Folder]
    strays: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the tree is its manifest: no more, no less."""
        return not self.strays and not self.missing


def live(out: Path, site: str) -> Tree | None:
    """The live tree, `None` before the first release; what else stands in the link's place is refused."""
    link = out / site
    if os.path.islink(link):
        for tree in (Tree(str(out), site, "a"), Tree(str(out), site, "b")):
            if os.readlink(link) == tree.target:
                return tree
        raise WorldFault(f"{site} 指向 {shown(os.readlink(link))}，不是明白建立的链接：请把它移走或改名，再重新生成")
    if os.path.lexists(link):
        raise WorldFault(f"{site} 的位置上已有别的文件或文件夹：请把它移走或改名，再重新生成（没有动它）")
    return None


def home(out: Path, disk: Disk) -> Path:
    """The folder of the trees, made where it is not there yet."""
    path = out / HOME
    if os.path.lexists(path) and not stat.S_ISDIR(os.lstat(path).st_mode):
        raise WorldFault(f"{HOME} 不是文件夹：请把它移走或改名，再重新生成")
    disk.mkdirs(str(path))
    return path


def switch(tree: Tree, disk: Disk) -> None:
    """Make this tree the live one, in one step; nothing that fails after it can undo it."""
    fresh = f"{tree.out}/{HOME}/{tree.site}.link"
    disk.clear(fresh)
    disk.symlink(tree.target, fresh)
    disk.move(fresh, f"{tree.out}/{tree.site}")
    with suppress(Refused):
        disk.sync([tree.out])


def settle(tree: Tree, disk: Disk) -> None:
    """Take the marker off the live tree: a kill just after the switch left it there."""
    if tree.is_dirty:
        disk.clear(tree.marker)


class Ground(Struct, frozen=True):
    """What is there before a release: the live tree (`None` before the first), the spare, and what each holds.

    `named` is what the live tree's manifest promises, `sound` the part of it whose bytes are there, in the spare or
    in the live tree: path → SHA-256. What the spare has need not be looked up in the live tree, since it is not read.
    """

    live: Tree | None
    spare: Tree
    standing: Standing
    named: Mapping[str, str]
    sound: Mapping[str, str]


def survey(out: Path, site: str) -> Ground:
    """Look at both trees of a site; whoever goes on to a release holds the lock."""
    with told(out):
        alive = live(out, site)
        spare = alive.other if alive else Tree(str(out), site, "a")
        standing = examine(spare, trusting=not spare.is_dirty)
        rows = expected(alive).files if alive else {}
        rows.pop(manifest.NAME, None)
        held = {path: row[4] for path, row in standing.files.items() if path in rows and rows[path][4] == row[4]}
        rest = {path: row for path, row in rows.items() if path not in held}
        named = held | {path: row[4] for path, row in rest.items()}  # in the spare's own words, which travel once
        lost = rest.keys() - set(_lying(alive, rest)) if alive else set()
        sound = {path: sha for path, sha in named.items() if path not in lost} if lost else named
        return Ground(alive, spare, standing, named, sound)


def _lying(tree: Tree, rows: Mapping[str, Row]) -> Iterator[str]:
    """Those of some files that are in the tree as their rows say, in folders that are folders."""
    barred = {folder for folder in manifest.folders(rows) if not _is_open(tree.at(folder))}
    for path, row in rows.items():
        if barred.isdisjoint(manifest.folders([path])):
            with suppress(OSError):
                if _verified(tree.at(path), os.lstat(tree.at(path)), row):
                    yield path


def _is_open(path: str) -> bool:
    try:
        return _is_folder(os.lstat(path))
    except OSError:
        return False


def expected(tree: Tree, *, trusting: bool = True) -> Record:
    """What the tree should hold: by its record, else (or when that is not to be trusted) by its manifest."""
    record = recall(tree.record) if trusting else None
    if record is not None:
        return record
    try:
        data = content(f"{tree.path}/{manifest.NAME}")
    except OSError:
        data = b""
    named = manifest.decode(data)
    files = {path: (size, 0, 0, 0, sha) for path, (size, sha) in (named or {}).items()}
    itself = (len(data), 0, 0, 0, "" if named is None else hashlib.sha256(data).hexdigest())
    return Record({**files, manifest.NAME: itself}, {})


def examine(tree: Tree, *, trusting: bool = True) -> Standing:
    """Find out what the tree holds, reading only files whose stat the record does not know."""
    record = expected(tree, trusting=trusting)
    if _unmoved(tree.path, record):
        return Standing(record.files, record.folders, (), ())
    stats, folders, strays = _walked(tree.path, record)
    files = {}
    for path, status in stats.items():
        if row := _verified(f"{tree.path}/{path}", status, record.files[path]):
            files[path] = row
        else:
            strays.append(path)
    missing = () if len(files) == len(record.files) else tuple(sorted(record.files.keys() - files.keys()))
    return Standing(files, folders, tuple(sorted(strays)), missing)


_Found = tuple[dict[str, os.stat_result], dict[str, Folder], list[str]]


def _unmoved(root: str, record: Record) -> bool:
    """Whether every folder and file has the stat that was recorded: most trees, in a third of a walk's time."""
    within, rows = f"{root}/".__add__, record.files.values()
    try:
        folders = [*map(of_folder, map(os.lstat, map(within, record.folders)))]
        if not folders or folders != [*record.folders.values()]:
            return False
        return [*map(of_file, map(os.lstat, map(within, record.files)))] == [row[:4] for row in rows]
    except OSError:
        return False


def _walked(root: str, record: Record) -> _Found:
    needed = manifest.folders(record.files)
    stats: dict[str, os.stat_result] = {}
    folders: dict[str, Folder] = {}
    strays: list[str] = []
    rest = [("", os.lstat(root))] if os.path.lexists(root) else []
    while rest:
        folder, status = rest.pop()
        if not _is_folder(status):
            strays.append(folder)
            continue
        folders[folder] = of_folder(status)
        with os.scandir(f"{root}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                status = entry.stat(follow_symlinks=False)
                if path in needed:
                    rest.append((path, status))
                elif path in record.files:
                    stats[path] = status
                else:
                    strays.append(path)
    return stats, folders, strays


def _verified(path: str, status: os.stat_result, row: Row) -> Row | None:
    """The file's row with its stat of now, when it is what `row` says; `None` when it is not."""
    now, size, sha = of_file(status), row[0], row[4]
    if now == row[:4]:
        return row
    if not _is_file(status) or status.st_size != size or hashlib.sha256(content(path)).hexdigest() != sha:
        return None
    return *now, sha


def _is_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and status.st_mode & 0o777 == FILE_MODE and status.st_nlink == 1


def _is_folder(status: os.stat_result) -> bool:
    return stat.S_ISDIR(status.st_mode) and status.st_mode & 0o777 == FOLDER_MODE
