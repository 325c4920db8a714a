"""The other tree of a site that is released for the first time, filled as its files are made.

So the first edit takes no longer than any other: its release finds a spare that lacks only what changed.

Law: it is never needed. Where the world refuses a write, there is no second tree, and the next release fills one from
the live tree. It is marked until it is whole; whole, it has every file but no manifest, since it was never released.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec

from mingbai.publish import manifest
from mingbai.publish.disk import Disk, Refused
from mingbai.publish.manifest import Record, file_row, folder_row
from mingbai.publish.trees import Ground, Tree

P = ParamSpec("P")


def second(ground: Ground, disk: Disk) -> "Second | None":
    """A second tree to be filled, if this is the first release and nothing stands in its place."""
    first = ground.live is None and not os.path.lexists(ground.spare.other.path)
    return Second(ground.spare.other, disk) if first else None


class Second:
    """A second tree that is being filled; given up, and taken away, as soon as anything is in the way."""

    def __init__(self, tree: Tree, disk: Disk) -> None:
        self._tree = tree
        self._disk = disk
        self._sums: dict[str, str] = {}
        self._folders = {""}
        self._is_filling = True
        self._try(self._begin)

    def put(self, path: str, data: bytes, sha: str) -> None:
        """Write a file of the site here as well."""
        self._try(self._write, path, data)
        self._sums[path] = sha

    def finish(self) -> None:
        """Record all that was put here: it is whole."""
        self._try(self._record)
        self._is_filling = False

    def give_up(self) -> None:
        """Take away what is not whole."""
        if self._is_filling:
            self._is_filling = False
            with suppress(Refused, OSError):
                for path in (self._tree.path, f"{self._tree.record}.new", self._tree.record, self._tree.marker):
                    self._disk.clear(path)

    def _try(self, work: Callable[P, None], *given: P.args, **more: P.kwargs) -> None:
        if self._is_filling:
            try:
                work(*given, **more)
            except (Refused, OSError):
                self.give_up()

    def _begin(self) -> None:
        self._disk.clear(self._tree.marker)
        self._disk.write(self._tree.marker, b"")
        self._disk.mkdir(self._tree.path)

    def _write(self, path: str, data: bytes) -> None:
        if path.rpartition("/")[0] not in self._folders:
            for folder in sorted(manifest.folders([path]) - self._folders):
                self._disk.mkdir(self._tree.at(folder))
                self._folders.add(folder)
        self._disk.write(self._tree.at(path), data)

    def _record(self) -> None:
        tree, disk = self._tree, self._disk
        disk.sync([os.path.dirname(tree.path), *map(tree.at, (*self._folders, *self._sums))])
        files = {path: file_row(os.lstat(tree.at(path)), sha) for path, sha in self._sums.items()}
        folders = {path: folder_row(os.lstat(tree.at(path))) for path in self._folders}
        manifest.remember(tree.record, Record(files, folders), tree.marker, disk)
        disk.unlink(tree.marker)
