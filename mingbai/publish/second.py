"""The other tree of a site that is released for the first time, filled as its files are made.

So the first edit takes no longer than any other: its release finds a spare that lacks only what changed.

Law: it is never needed, and gives way to what is. Where the world refuses a write to a site, every second tree that
this build began is taken away, and the write is tried once more; the next release fills a spare from the live tree.
It is marked until it is whole; whole, it has every file but no manifest, since it was never released.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec

from mingbai.publish import manifest
from mingbai.publish.disk import REAL, Disk, Refused
from mingbai.publish.manifest import Record, of_file, of_folder
from mingbai.publish.trees import Ground, Tree

P = ParamSpec("P")


class Yielding(Disk):
    """A disk on which second trees stand, and give way."""

    def __init__(self, disk: Disk = REAL) -> None:
        self._disk = disk
        self._seconds: list[Second] = []

    def second(self, ground: Ground) -> "Second | None":
        """Begin a second tree, if this is the first release and nothing stands in its place."""
        if ground.live or os.path.lexists(ground.spare.other.path):
            return None
        self._seconds.append(Second(ground.spare.other, self._disk))
        return self._seconds[-1]

    def attempt(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        """Make one change; if it is refused, once more with the room that second trees took."""
        try:
            self._disk.attempt(deed, path, effect)
        except OSError:
            made_room = [second.give_up() for second in self._seconds]
            if not any(made_room):
                raise
            self._disk.attempt(deed, path, effect)


class Second:
    """A second tree; given up, and taken away, as soon as anything is in the way."""

    def __init__(self, tree: Tree, disk: Disk) -> None:
        self._tree = tree
        self._disk = disk
        self._sums: dict[str, str] = {}
        self._folders: set[str] = set()
        self._stands = True
        self._is_whole = False
        self._try(self._begin)

    def put(self, path: str, data: bytes, sha: str) -> None:
        """Write a file of the site here as well."""
        self._try(self._write, path, data, sha)

    def finish(self) -> None:
        """Record all that was put here: it is whole."""
        self._try(self._record)

    def end(self) -> None:
        """Take it away if it is not whole."""
        if not self._is_whole:
            self.give_up()

    def give_up(self) -> bool:
        """Take it away, whole or not; whether it was there."""
        stood, self._stands = self._stands, False
        if stood and self._folders:
            with suppress(Refused, OSError):
                for path in (self._tree.record, f"{self._tree.record}.new", self._tree.path, self._tree.marker):
                    self._disk.clear(path)
        return stood

    def _try(self, work: Callable[P, None], *given: P.args, **more: P.kwargs) -> None:
        if self._stands:
            try:
                work(*given, **more)
            except (Refused, OSError):
                self.give_up()

    def _begin(self) -> None:
        self._disk.mkdir(self._tree.path)
        self._folders.add("")
        self._disk.clear(self._tree.marker)
        self._disk.write(self._tree.marker, b"")

    def _write(self, path: str, data: bytes, sha: str) -> None:
        if path.rpartition("/")[0] not in self._folders:
            for folder in sorted(manifest.folders([path]) - self._folders):
                self._disk.mkdir(self._tree.at(folder))
                self._folders.add(folder)
        self._disk.write(self._tree.at(path), data)
        self._sums[path] = sha

    def _record(self) -> None:
        tree, disk = self._tree, self._disk
        disk.sync([os.path.dirname(tree.path), *map(tree.at, (*self._folders, *self._sums))])
        files = {path: (*of_file(os.lstat(tree.at(path))), sha) for path, sha in self._sums.items()}
        folders = {path: of_folder(os.lstat(tree.at(path))) for path in self._folders}
        manifest.remember(tree.record, Record(files, folders), tree.marker, disk)
        disk.unlink(tree.marker)
        self._is_whole = True
