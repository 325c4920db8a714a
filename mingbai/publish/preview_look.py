"""A look at what the preview is made from: which files there are, what they weigh, what is checked out, what day it is.

Law: two looks that found the same mean nothing has changed, unless a file was young at the first: an edit within one
tick of the file system's clock leaves no trace in its stat.
"""

import time
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from mingbai.publish.preview_fault import told
from mingbai.source.checkout import heads
from mingbai.source.tree import Stat, Tree, scan

TICK = 2_000_000_000
"""Two seconds, in nanoseconds."""
TRIES = 20
"""How often to look again when files go away while they are listed."""
PAUSE = 0.05
"""Seconds between such tries."""
NOTHING = Tree({}, ())
"""A tree without a file."""
NAMED = 3
"""So many files are named in a sentence; more are counted."""
SHORT = 10
"""So much of a commit's name tells which one it is."""


class Seen(Struct, frozen=True):
    """What a look found: the project's tree, the program's own templates, the day, the commits that are checked out.

    `young` says that a file may change without a trace, `fault` that nothing could be seen, and why.
    """

    tree: Tree
    shipped: Tree
    day: date
    young: bool
    fault: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)

    @property
    def found(self) -> tuple[object, ...]:
        """What tells two looks apart: everything but whether it can be trusted."""
        return (self.tree, self.shipped, self.day, self.fault, self.heads)

    @property
    def files(self) -> dict[str, Stat]:
        """All files by the path they are told by."""
        return {**self.tree.files, **self.shipped.files}

    def since(self, before: "Seen | None") -> str:
        """What has changed, in a sentence; empty when nothing that can be seen has."""
        if before is None:
            return "第一次"
        now, old = self.files, before.files
        parts = (
            ("改了", {path for path in now.keys() & old.keys() if now[path] != old[path]}),
            ("新增", now.keys() - old.keys()),
            ("删了", old.keys() - now.keys()),
            ("日期到了", {self.day.isoformat()} - {before.day.isoformat()}),
            ("git 到了", {head[:SHORT] for head in set(self.heads.values()) - set(before.heads.values())}),
        )
        return "，".join(f"{verb} {_some(found)}" for verb, found in parts if found)


def look(root: Path, shipped: Path | None, day: date, kept: Collection[str] = ()) -> Seen:
    """Look at the project, and at the folder of templates that the program ships with, where that is another one.

    Of the folders `kept`, what is checked out counts as well.
    """
    for attempt in range(TRIES):
        try:
            return _look(root, shipped, day, kept)
        except OSError as error:
            fault = told(error)
            if not isinstance(error, FileNotFoundError | NotADirectoryError):
                break
            time.sleep(PAUSE if attempt < TRIES - 1 else 0)
    return Seen(NOTHING, NOTHING, day, young=True, fault=fault)


def _look(root: Path, shipped: Path | None, day: date, kept: Collection[str]) -> Seen:
    now = time.time_ns()
    tree = scan(root, "content", "templates")
    found = scan(shipped.parent, shipped.name) if shipped else NOTHING
    outer = Tree({f"{shipped}/{path.partition('/')[2]}": stat for path, stat in found.files.items()}, found.problems)
    young = any(
        -TICK < now - max(stat.mtime, stat.ctime) < TICK for each in (tree, outer) for stat in each.files.values()
    )
    return Seen(tree, outer, day, young, heads=heads(root, kept))


def _some(paths: Iterable[str]) -> str:
    found = sorted(paths)
    named = "、".join(found[:NAMED])
    return f"{named} 等 {len(found)} 个文件" if len(found) > NAMED else named
