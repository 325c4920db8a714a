"""The stamp of a live tree: which tree it is, and what everything in it was when it was recorded, for the first look.

Two equal stamps: nothing was added, removed or touched in between. It reads no file of the site, and imports next to
nothing, because a build that has nothing to do waits for it. As long as everything is as the record beside the tree
says, the record's own digest stands for all of it; else the tree is walked. `lstat` alone takes a third of a walk.
"""

import hashlib
import os
from pathlib import Path

from msgspec.json import decode, encode

from mingbai.publish.manifest import of_file, of_folder


def stamp(out: os.PathLike[str], site: str) -> str:
    """The stamp of what is live now; empty when nothing is."""
    root = os.fspath(out)
    try:
        target = os.readlink(f"{root}/{site}")
        tree = os.path.join(root, target)
        return of_record(target, _recorded(tree)) or _walked(target, tree)
    except OSError:
        return ""


def of_record(target: str, digest: str) -> str:
    """The stamp of a tree that is as its record says; `target` is what the link says. Empty without a digest."""
    return digest and hashlib.sha256(os.fsencode(f"{target}\n{digest}")).hexdigest()


def _recorded(tree: str) -> str:
    """The digest of the record of a tree in which nothing has changed since; empty where that is not certain."""
    within = f"{tree}/".__add__
    try:
        digest, ((files, *numbers, _), (folders, *then)) = decode(Path(f"{tree}.state").read_bytes())
        same = [*map(of_folder, map(os.lstat, map(within, folders)))] == [*zip(*then, strict=True)] and [
            *map(of_file, map(os.lstat, map(within, files)))
        ] == [*zip(*numbers, strict=True)]
        return digest if same else ""
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ""


def _walked(target: str, tree: str) -> str:
    rows, folders, names = [of_file(os.lstat(tree))], [tree], [target]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                names.append(entry.path)
                rows.append(of_file(entry.stat(follow_symlinks=False)))
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
    return hashlib.sha256(os.fsencode("\0".join(names)) + encode(rows)).hexdigest()
