"""How verbs write drafts: among the drafts alone, all of them or none, and never over a file."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli import content, options, say, table

if TYPE_CHECKING:
    from mingbai.draft.draft import Draft


def write(source: Path, drafts: Sequence["Draft"]) -> None:
    """Write the drafts, and say which; where one is in the way of a file, stop with exit code 2."""
    from mingbai.draft.draft import FOLDER, in_the_way

    with say.world_faults():
        blocked = in_the_way(drafts, content.project(source).files)
        if blocked:
            say.fault("已经有了，不覆盖：" + "、".join(blocked) + "。什么也没有写。")
            sys.exit(options.USAGE)
        for draft in drafts:
            path = source / draft.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(path, "x", encoding="utf-8") as file:
                file.write(draft.text)
    click.echo(f"写好 {len(drafts)} 个草稿，在 {FOLDER}，不检查，也不显示：")
    rows = [(f"  {draft.name}", draft.about) for draft in drafts]
    click.echo("\n".join(table.aligned(("", ""), rows, None).splitlines()[1:]))
