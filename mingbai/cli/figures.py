"""`mingbai figures`: numbers of the intranet, counted for release. It writes a draft; people release it."""

import sys
from datetime import date
from pathlib import Path

import click

from mingbai.cli import content, drafts, options, say


@click.command(short_help="数出台账、投诉的数，起草一份公开数据")
@options.source
@options.as_of
@click.argument("what", type=click.Choice(["ledger", "complaints"]), metavar="ledger|complaints")
def figures(source: Path, as_of: date | None, what: str) -> None:
    """数出这一年的整改台账（ledger）或者投诉（complaints）到某一天的数，起草一份公开数据。

    例如 figures ledger --as-of 2026-11-30。公众网从来不自己数：只显示有人核定、审查过的这一份。
    草稿写进 content/intranet/drafts/，不检查，也不显示；核过了，挪进 content/public/figures/ 才公开。
    """
    from mingbai.draft.figures import complaints_draft, ledger_draft

    corpus = content.read(source, as_of)
    draft = ledger_draft(corpus) if what == "ledger" else complaints_draft(corpus)
    if draft is None:
        empty = "台账还是空的" if what == "ledger" else "投诉一件也没有登记"
        say.fault(f"{corpus.day}，{corpus.day.year}年的{empty}，没有数可以数。没有写文件。")
        sys.exit(options.USAGE)
    drafts.write(source, [draft])
    click.echo(f"\n接下来：\n  对着记录核一遍，填好两行，挪到 {draft.home}。")
