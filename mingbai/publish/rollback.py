"""One step back: the tree that was live before becomes live again, as long as it is whole.

Rolling back twice returns. Further back there is nothing to switch to: `git revert`, and build.
"""

import os
from pathlib import Path

from mingbai.publish import manifest, trees
from mingbai.publish.disk import REAL, Disk, WorldFault, shown, told
from mingbai.publish.manifest import recall
from mingbai.publish.trees import Tree

INSTEAD = "请用 git revert 恢复内容，再重新生成"


def rollback(out: Path, site: str, disk: Disk = REAL) -> None:
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
        trees.switch(before, disk)


def _was_released(tree: Tree) -> bool:
    """Whether the tree was ever live: what is only filled with a first release has no manifest (`second.py`)."""
    record = None if tree.is_dirty else recall(tree.record)
    return manifest.NAME in record.files if record else os.path.lexists(tree.at(manifest.NAME))
