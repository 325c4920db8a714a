"""One step back: the tree that was live before becomes live again, as long as it is whole.

Rolling back twice returns. Further back there is nothing to switch to: `git revert`, and build.
"""

import os
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mingbai.clock import SHANGHAI
from mingbai.publish import manifest, trees
from mingbai.publish.disk import REAL, Disk, WorldFault, shown, told
from mingbai.publish.manifest import recall
from mingbai.publish.trees import Tree

INSTEAD = "请用 git revert 恢复内容，再重新生成"


class Shown(Struct, frozen=True):
    """The release that is live now: how many files it has, when it was made, whether it is the later one of the two."""

    files: int
    at: datetime
    is_later: bool


def rollback(out: Path, site: str, disk: Disk = REAL) -> Shown:
    """Switch to the other tree; refused, with the reason, when it is not what was released. Needs the lock."""
    with told(out):
        live = trees.live(out, site)
        if live is None or not _was_released(live.other):
            raise WorldFault(f"{site} 没有上一版可以退回")
        trees.settle(live, disk)
        before = live.other
        if before.is_dirty:
            raise WorldFault(f"{site} 的上一版已被一次没有做完的生成改动，不能退回：{INSTEAD}")
        standing = trees.examine(before)
        if standing.missing:
            lost = shown(standing.missing[0])
            raise WorldFault(f"{site} 的上一版不完整（{lost} 不见了或被改过），不能退回：{INSTEAD}")
        for stray in standing.strays:
            disk.clear(before.at(stray))
        made, replaced = _made(before), _made(live)
        trees.switch(before, disk)
        at = datetime.fromtimestamp(made // 10**9, SHANGHAI)
        return Shown(len(standing.files) - 1, at, 0 < replaced < made)  # the manifest does not name itself


def _was_released(tree: Tree) -> bool:
    """Whether the tree was ever live: what is only filled with a first release has no manifest (`second.py`)."""
    record = None if tree.is_dirty else recall(tree.record)
    return manifest.NAME in record.files if record else os.path.lexists(tree.at(manifest.NAME))


def _made(tree: Tree) -> int:
    """When a tree was released, in nanoseconds: its manifest is written anew each time; 0 where it is gone."""
    try:
        return os.lstat(tree.at(manifest.NAME)).st_mtime_ns
    except OSError:
        return 0
