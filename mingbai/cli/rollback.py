"""`mingbai rollback`: show the site as it was before the last release."""

from pathlib import Path

import click

from mingbai.cli import options, say


@click.command(short_help="退回上一次发布的样子")
@options.source
@options.output
@click.argument("site", type=options.SITE, metavar="public|intranet")
def rollback(source: Path, output: Path | None, site: str) -> None:
    """把一个网站退回上一次发布的样子；再退一次就换回来。

    更早的样子：在内容库里 git revert，再 build。
    """
    out = output or source / "site"
    if output is None:
        say.refuse_elsewhere(source)
    elif say.is_project(source):
        say.refuse_among_sources(source, out)
    from mingbai.publish.disk import Disk
    from mingbai.publish.lock import lock
    from mingbai.publish.rollback import rollback as switch_back

    with say.world_faults(), lock(out):
        shown = switch_back(out, site, Disk())
    what, again = ("换回了后一次", "又是前一次的") if shown.is_later else ("退回了前一次", "就换回后一次的")
    now = f"{shown.at:%Y-%m-%d %H:%M} 发布的，{shown.files} 个文件"
    say.result(f"{say.NAMES[site]}{what}发布的样子：{now}。再退一次，{again}；再生成一次，就又是现在的内容。")
