"""`mingbai list`: what falls due, is overdue, open, or was not handed in. It reads the agenda and writes nothing.

`next` is another question, about the sites themselves: `cli/next.py` answers it.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli import options, say, table

if TYPE_CHECKING:
    from mingbai.corpus.agenda import Task
    from mingbai.corpus.intranet import IntranetCorpus

WHAT = ("due", "overdue", "open", "missing", "next")
TIME = {"due": "还有", "overdue": "晚了", "open": "还有", "missing": "晚了"}
SORTS = ("提交", "措施", "整改", "督办", "投诉", "大事")
"""What `--only` takes: the values of `Sort`, which is not loaded to say them."""


@click.command("list", short_help="列出快到期的、过了期限的、没了结的、该交没交的，和网站下一次会变的日子")
@options.source
@options.as_of
@click.option("--division", metavar="编号", help="只看一个单位，例如 library；局里自己的写 bureau。")
@click.option("--only", metavar="|".join(SORTS), type=click.Choice(SORTS), help="只看一类，例如 整改。")
@click.option("--days", metavar="天数", type=click.IntRange(0), help="due 和 next 往后看几天，默认14天；due 今天也算。")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="给人看，还是给程序读。")
@click.argument("what", type=click.Choice(WHAT), metavar="|".join(WHAT))
def list_(
    source: Path, as_of: date | None, division: str | None, only: str | None, days: int | None, shape: str, what: str
) -> None:
    """列出快到期的（due）、过了期限还没做完的（overdue）、还没了结的（open）、该交没交的（missing）。

    提交是要交的方案和规范，措施是方案里的，整改是台账上等单位改的，督办是等领导小组办公室反馈和验收的，
    投诉是等受理和办结的。

    next 说网站下一次自己会变是哪天（到了公开的日子、过了期限），变的是什么，内容不改哪天起做不成。

    没有也是一种结果，退出码是 0。往年没做完的也在里面，直到做完、取消或者交了为止。
    """
    if days is not None and what not in ("due", "next"):
        raise click.UsageError("--days 只和 due、next 一起写")
    if what == "next":
        if division or only:
            raise click.UsageError("next 说的是整个网站，不写 --division 和 --only")
        from mingbai.cli.next import next_

        next_(source, as_of, days, shape)
        return
    from mingbai.cli import content
    from mingbai.corpus.agenda import SOON, every

    corpus = content.read(source, as_of)
    if division:
        _refuse_unknown(corpus, division)
    within = SOON if days is None else days
    tasks = [
        task
        for task in every(corpus)
        if division in (None, task.unit) and only in (None, task.sort) and _is_asked(task, what, within)
    ]
    if shape == "json":
        click.echo(json.dumps([_facts(corpus, task) for task in tasks], ensure_ascii=False, indent=2))
        return
    if tasks:
        titles = ("期限", TIME[what], "单位", "责任", "事项")
        rows = [(str(task.due), _time(what, task), _unit(corpus, task), _owner(task), _what(task)) for task in tasks]
        click.echo(table.aligned(titles, rows, table.terminal()) + "\n")
    of = _known(corpus).get(division, division) if division else ""
    click.echo(f"{corpus.day}，{of}{_summary(what, tasks, within)}")


def _is_asked(task: "Task", what: str, within: int) -> bool:
    """Whether a task is among those asked for."""
    from mingbai.corpus.agenda import Sort

    if what == "due":
        return task.is_due(within)
    if what == "open":
        return task.is_open and task.sort is not Sort.MILESTONE
    return task.is_overdue and (what == "overdue" or task.sort is Sort.HAND_IN)


def _known(corpus: "IntranetCorpus") -> dict[str, str]:
    """The units that may be asked about, by id, in the bureau's own order: how each is called."""
    from mingbai.records.intranet.plan import BUREAU

    units = sorted(corpus.public.divisions.values(), key=lambda entry: (entry.record.order, entry.id))
    return {BUREAU: corpus.public.bureau.record.short_name, **{unit.id: unit.record.short_name for unit in units}}


def _refuse_unknown(corpus: "IntranetCorpus", division: str) -> None:
    """Stop with exit code 2 where there is no such unit, and say which there are."""
    known = _known(corpus)
    if division in known or ("divisions", division) in corpus.public.known:
        return
    from mingbai.near import near

    named = [id for id, name in known.items() if division in name]
    close = near(division, known)
    meant = named or ([close] if close else [])
    say.fault(f"没有 {division} 这个单位。" + (f"是不是 {'、'.join(meant)}？" if meant else ""))
    click.echo("可以写：\n" + table.aligned(("编号", "单位"), list(known.items()), None), err=True)
    sys.exit(options.USAGE)


def _unit(corpus: "IntranetCorpus", task: "Task") -> str:
    """Whose it is, in words."""
    from mingbai.corpus.agenda import Sort

    everybody = "局领导" if task.sort is Sort.HAND_IN else "全局"
    return _known(corpus).get(task.unit, task.unit) or everybody


def _owner(task: "Task") -> str:
    """Who in the unit; what has to be handed in names the person itself."""
    from mingbai.corpus.agenda import Sort

    return task.owner if task.sort is Sort.MEASURE else ""


def _what(task: "Task") -> str:
    """What it is, and that its day was counted without a calendar, if it was."""
    from mingbai.corpus.workdays import PROVISIONAL

    return f"{task.what}（期限{PROVISIONAL}）" if task.provisional else task.what


def _time(what: str, task: "Task") -> str:
    if not task.days_late:
        return "今天"
    late = "晚了" if what == "open" and task.is_overdue else ""
    return f"{late}{abs(task.days_late)}天"


def _summary(what: str, tasks: Sequence["Task"], within: int) -> str:
    """How many there are of each sort, in one sentence."""
    if what == "missing":
        sorts = Counter(task.what.partition("（")[0] for task in tasks)
        return f"{len(tasks)}份该交没交：{_counted(sorts, '份')}。" if tasks else "没有该交没交的。"
    sorts = Counter(task.sort.value for task in tasks)
    if what == "due":
        span = f"{within}天里" if within else "今天"
        return f"{span}{len(tasks)}件到期：{_counted(sorts, '件')}。" if tasks else f"{span}没有到期的事。"
    if what == "open":
        late = sum(task.is_overdue for task in tasks)
        return f"{len(tasks)}件没了结：{_counted(sorts, '件')}。过了期限的{late}件。" if tasks else "没有没了结的事。"
    if not tasks:
        return "没有过了期限还没做完的事。"
    return f"{len(tasks)}件过了期限：{_counted(sorts, '件')}。最久的晚了{max(task.days_late for task in tasks)}天。"


def _counted(sorts: Counter[str], unit: str) -> str:
    return "，".join(f"{sort}{number}{unit}" for sort, number in sorts.items())


def _facts(corpus: "IntranetCorpus", task: "Task") -> dict[str, str | int | bool | None]:
    """One task for programs; the handbook says what each key means, and none is renamed."""
    return {
        "due": str(task.due),
        "days_late": task.days_late,
        "sort": task.sort.value,
        "division": task.unit or None,
        "division_name": _unit(corpus, task),
        "owner": task.owner,
        "what": task.what,
        "route": task.route,
        "path": task.path,
        "state": "逾期" if task.is_overdue else "未到期" if task.days_late else "今天到期",
        "provisional": task.provisional,
    }
