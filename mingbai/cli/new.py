"""`mingbai new`: drafts of what a new year needs. It writes among the drafts alone, and never over a file."""

import sys
from datetime import date
from pathlib import Path

import click

from mingbai.cli import content, drafts, options, say

YEARS = click.IntRange(2000, 2099)


@click.command(short_help="起草下一年的年度活动，或者工作日历")
@options.source
@options.as_of
@click.argument("what", type=click.Choice(["campaign", "calendar"]), metavar="campaign|calendar")
@click.argument("year", type=YEARS, metavar="年份")
def new(source: Path, as_of: date | None, what: str, year: int) -> None:
    """起草一年的年度活动（campaign）或者工作日历（calendar），例如 new campaign 2027。

    年度活动照最近一年的框架，日子推到新的一年；还没做完的措施抄进各单位新方案的草稿。
    工作日历的放假日子从 chinesecalendar 里来。
    草稿写进 content/intranet/drafts/，不检查，也不显示；已经有的文件不覆盖。
    """
    if what == "campaign":
        _campaign(source, as_of, year)
    elif as_of:
        raise click.UsageError("--as-of 只和 campaign 一起写")
    else:
        _calendar(source, year)


def _campaign(source: Path, as_of: date | None, year: int) -> None:
    corpus = content.read(source, as_of)
    from mingbai.draft.campaign import campaign_drafts, latest

    model = latest(corpus, year)
    if model is None:
        say.fault(f"{year}年以前没有年度活动可以照抄；第一年的照编辑手册写 content/intranet/campaigns/{year}.yaml。")
        sys.exit(options.USAGE)
    found = campaign_drafts(corpus, model, year)
    drafts.write(source, found.files)
    for title, lines in (
        ("要留心：", found.remarks),
        ("接下来：", _after_campaign(found.files[0].home, model.id, year, len(found.files) > 1)),
    ):
        if lines:
            click.echo("\n" + "\n".join([title, *(f"  {line}" for line in lines)]))


def _after_campaign(home: str, old: str, year: int, carried: bool) -> tuple[str, ...]:
    """What is left to do, in order."""
    first = f"定下每一个日子，填好部署日期 issued_on，挪到 {home}。"
    if not carried:
        return (f"1. {first}", f"{old}年的措施都有了结果，没有要接着做的。")
    return (
        f"1. {first}",
        f"2. 方案的草稿交给各单位：定期限，写齐别的部分，挪到 content/intranet/plans/{year}/。",
        f"3. 新方案交了以后，在{old}年的方案里给抄走的每一条记上“取消”，写明转到{year}年第几条；不记，它一直算逾期。",
    )


def _calendar(source: Path, year: int) -> None:
    with say.world_faults():
        content.project(source)
    from importlib.metadata import version

    from mingbai.draft.calendar import LIBRARY, calendar_draft, days, holidays

    known = days()
    found = holidays(year, known)
    release = version(LIBRARY)
    if not found:
        say.fault(f"{LIBRARY} {release} 里没有{year}年的放假安排，它到{known.last_year}年为止。没有写文件。")
        if year > known.last_year:
            click.echo(
                f"多半是安排还没有公布。已经公布了，就更新它再试：\n  {sys.executable} -m pip install -U {LIBRARY}",
                err=True,
            )
        sys.exit(options.WORLD)
    draft = calendar_draft(year, found, release)
    drafts.write(source, [draft])
    click.echo(f"\n接下来：\n  对着放假通知核对，填好三行，挪到 {draft.home}。")
