"""`mingbai new`: drafts of what a new year or a case needs. It writes among the drafts alone, never over a file."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli import content, drafts, options, say

if TYPE_CHECKING:
    from mingbai.corpus.intranet import IntranetCorpus

YEARS = click.IntRange(2000, 2099)


WHAT = ("campaign", "calendar", "site-report", "finding", "circular")
OF_A_UNIT = ("finding", "circular")
"""What is drafted for one unit, and not for a year."""
ASKED = {
    "finding": "问题写是哪个单位的，不写年份：new finding --division library",
    "circular": "通报写哪次察访、发给谁，不写年份：new circular --inspection 2026/03 --division library",
}


@click.command(short_help="起草年度活动、工作日历、网站年度报表，一个台账问题，或者一份察访通报")
@options.source
@options.as_of
@click.option("--inspection", metavar="编号", help="哪次察访，如 2026/03；只和 finding、circular 一起写。")
@click.option("--division", metavar="编号", help="哪个单位，如 library；只和 finding、circular 一起写。")
@click.argument("what", type=click.Choice(WHAT), metavar="|".join(WHAT))
@click.argument("year", type=YEARS, metavar="[年份]", required=False)
def new(
    source: Path, as_of: date | None, inspection: str | None, division: str | None, what: str, year: int | None
) -> None:
    """起草年度活动 campaign、工作日历 calendar、网站年度报表 site-report、台账问题 finding、察访通报 circular。

    例如 new campaign 2027，new finding --division library，new circular --inspection 2026/03 --division library。

    年度活动照最近一年的框架，日子推到新的一年；没做完的措施、没销号的问题抄进各单位新方案的草稿。
    工作日历的放假日子从 chinesecalendar 里来。
    网站年度报表数好发了多少、办了多少，数不出来的写成一句问话，没有填完的不能公布。
    台账问题取下一个号，写好期限最晚到哪天、反馈给谁；问题的原话自己写。
    察访通报把那次在那个单位看到的问题一个不漏地列上，算好原文的指纹。
    草稿写进 content/intranet/drafts/，不检查，也不显示；已经有的文件不覆盖。
    """
    if what in OF_A_UNIT:
        if year or not division or (what == "circular" and not inspection):
            raise click.UsageError(ASKED[what])
        corpus = content.read(source, as_of)
        _refuse_unknown(corpus, inspection, division)
        if inspection and what == "circular":
            _circular(source, corpus, inspection, division)
        else:
            _finding(source, corpus, inspection, division)
        return
    if inspection or division:
        raise click.UsageError("--inspection 和 --division 只和 finding、circular 一起写")
    if year is None:
        raise click.UsageError(f"少写了年份，例如 new {what} {2026 if what == 'site-report' else 2027}")
    if what == "campaign":
        _campaign(source, as_of, year)
    elif what == "site-report":
        _site_report(source, as_of, year)
    elif as_of:
        raise click.UsageError("--as-of 不和 calendar 一起写")
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


def _site_report(source: Path, as_of: date | None, year: int) -> None:
    corpus = content.read(source, as_of)
    from mingbai.draft.site_report import site_report_draft
    from mingbai.rules.openness import site_report

    if corpus.day.year < year:
        say.fault(f"{corpus.day}，{year}年还没有到，没有数可以数。没有写文件。")
        sys.exit(options.USAGE)
    out = site_report(corpus.public, year)
    if out:
        say.fault(f"{year}年的报表已经有了：{out.path}。没有写文件。")
        sys.exit(options.USAGE)
    draft = site_report_draft(corpus, year)
    drafts.write(source, [draft])
    click.echo(f"\n接下来：\n  对着记录核一遍，答完写着“填”的，挪到 {draft.home}，{year + 1}年1月31日以前公布。")


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


def _refuse_unknown(corpus: "IntranetCorpus", inspection: str | None, division: str) -> None:
    """Stop with exit code 2 where there is no such visit or unit, or it was not visited; say which there are."""
    units = sorted(corpus.public.divisions)
    if inspection:
        visit = corpus.inspections.get(inspection)
        if visit is None:
            there = "、".join(corpus.inspections) or "一次也没有"
            say.fault(f"没有察访 {inspection}；有的是：{there}。")
            sys.exit(options.USAGE)
        if division not in visit.record.divisions:
            say.fault(f"察访 {inspection} 没有看 {division}；看了的是：{'、'.join(visit.record.divisions)}。")
            sys.exit(options.USAGE)
    elif division not in units:
        say.fault(f"没有 {division} 这个单位；有的是：{'、'.join(units)}。")
        sys.exit(options.USAGE)


def _finding(source: Path, corpus: "IntranetCorpus", inspection: str | None, division: str) -> None:
    from mingbai.draft.finding import finding_draft

    draft = finding_draft(corpus, division, inspection, content.project(source).files)
    drafts.write(source, [draft])
    click.echo(f"\n接下来：\n  照当场说的写 text，填好日期和期限，挪到 {draft.home}；登记以后 text 一个字也不改。")


def _circular(source: Path, corpus: "IntranetCorpus", inspection: str, division: str) -> None:
    from mingbai.draft.circular import circular_draft, sent

    visit = corpus.inspections[inspection]
    draft = circular_draft(corpus, visit, division, content.project(source).files)
    drafts.write(source, [draft])
    before = sent(corpus, inspection, division)
    if before:
        click.echo(f"\n要留心：\n  已经发过 {'、'.join(before)}；这一份是更正的话，写上 corrects: {before[-1]}。")
    click.echo(f"\n接下来：\n  填好成文日期和要求，核对完，挪到 {draft.home}。")


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
