"""The stamp of a live tree: a digest over its link and the stat of everything in it, for the first look.

Two equal stamps: nothing was added, removed or touched in between. It reads no file of the site, and imports next to
nothing, because a build that has nothing to do waits for it. The names come from the record beside the tree, as long as
no folder has changed since the record was made; else the tree is walked. `lstat` alone takes a third of a walk.
"""

import hashlib
import os
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from msgspec.json import decode, encode

Numbers = tuple[int, ...]
"""Of a file: size, mtime, ctime (both in nanoseconds), inode. Of a folder: mtime, ctime, inode."""


def stamp(out: os.PathLike[str], site: str) -> str:
    """The stamp of what is live now; empty when nothing is."""
    root = os.fspath(out)
    try:
        target = os.readlink(f"{root}/{site}")
        tree = os.path.join(root, target)
        return _recorded(target, tree) or _walked(target, tree)
    except OSError:
        return ""


def of_rows(target: str, folders: Iterable[Numbers], files: Iterable[Numbers]) -> str:
    """The stamp of a tree that was just looked at, in the order of its record; `target` is what the link says."""
    numbers = encode([*chain.from_iterable(chain(folders, files))])
    return hashlib.sha256(os.fsencode(target) + numbers).hexdigest()


def _recorded(target: str, tree: str) -> str | None:
    try:
        _, ((files, *_), (folders, *then)) = decode(Path(f"{tree}.state").read_bytes())
        rows = [_folder(os.lstat(f"{tree}/{path}")) for path in folders]
        if rows != [*zip(*then, strict=True)]:
            return None
        return of_rows(target, rows, [_file(os.lstat(f"{tree}/{path}")) for path in files])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _walked(target: str, tree: str) -> str:
    rows, folders, names = [_file(os.lstat(tree))], [tree], []
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                names.append(os.fsencode(entry.path))
                rows.append(_file(entry.stat(follow_symlinks=False)))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    return of_rows(target + os.fsdecode(b"\0".join(names)), (), rows)


def _file(status: os.stat_result) -> Numbers:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _folder(status: os.stat_result) -> Numbers:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_ino
