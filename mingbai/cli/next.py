"""`mingbai list next`: when the sites would be others by themselves, and why. It writes nothing."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli import options, say, table
from mingbai.source.tree import scan

if TYPE_CHECKING:
    from mingbai.ahead import Ahead, Turn
    from mingbai.boundary import Audience

FEW = 3
"""So many of a long list are named; JSON has them all."""


def next_(source: Path, as_of: date | None, days: int | None, shape: str) -> None:
    """Say of each site on which day it will be another one, what changes, and from when it cannot be made."""
    say.refuse_elsewhere(source)
    from mingbai.ahead import ahead
    from mingbai.boundary import Audience
    from mingbai.corpus.agenda import SOON
    from mingbai.make import Wish

    with say.world_faults():
        tree = scan(source, "content")
        inside = any(path.startswith("content/intranet/") for path in tree.files)
        wanted = tuple(Audience) if inside else (Audience.PUBLIC,)
        wish = Wish(source, source / "site", wanted, as_of, history=True, jobs=options.cores())
        found = ahead(wish, tree, options.now(), SOON if days is None else days)
    errors = [problem for problem in found.shown.all_problems if problem.is_error]
    if errors:
        say.problems(errors, source, "text")
        sys.exit(options.PROBLEMS)
    if shape == "json":
        click.echo(json.dumps([_facts(found, site) for site in wanted], ensure_ascii=False, indent=2))
        return
    rows = [
        (say.NAMES[site], str(found.turns[site].day), str(len(found.turns[site].files)), _why(found.turns[site]))
        for site in wanted
        if site in found.turns
    ]
    if rows:
        click.echo(table.aligned(("网站", "哪天", "文件", "变的是"), rows, table.terminal()) + "\n")
    for site, stop in found.stops.items():
        click.echo(f"内容不改，{stop.day} 起{say.NAMES[site]}做不成，有 {len(stop.problems)} 个错误：")
        for problem in stop.problems[:FEW]:
            click.echo(f"  {problem.place.path}:{problem.place.line}: {problem.message}")
    click.echo("，".join([str(found.shown.clock.as_of), *(_said(found, site) for site in wanted)]) + "。")
    assert found.shown.public
    if as_of is None and found.shown.public.bureau.record.sample_day:
        click.echo("bureau.yaml 里写了 sample_day，日子停在那一天：不写 --as-of，哪天做都一样。")


def _said(found: "Ahead", site: "Audience") -> str:
    name = say.NAMES[site]
    if site in found.turns:
        return f"{name}下一次会变是 {found.turns[site].day}"
    if site in found.stops:
        return f"{name}到 {found.stops[site].day} 以前不会自己变"
    return f"{name}到 {found.until} 为止不会自己变"


def _why(turn: "Turn") -> str:
    """What becomes visible, what changes in it; where neither does, the pages that count days."""
    parts = [
        _few("出现", turn.came, "个"),
        _few("到了写着的日子：", turn.changed, "个"),
        _few("" if turn.came or turn.changed else "日子和天数：", turn.files, "个"),
    ]
    return "；".join(part for part in parts if part)


def _few(head: str, paths: tuple[str, ...], unit: str) -> str:
    named = "、".join(path.removesuffix("index.html") or "首页" for path in paths[:FEW])
    more = f"等{len(paths)}{unit}" if len(paths) > FEW else ""
    return f"{head}{named}{more}" if paths else ""


def _facts(found: "Ahead", site: "Audience") -> dict[str, object]:
    """One site for programs; docs/operators.zh-CN.md says what each key means, and none is renamed."""
    turn, stop = found.turns.get(site), found.stops.get(site)
    return {
        "site": str(site),
        "as_of": str(found.shown.clock.as_of),
        "until": str(found.until),
        "next": str(turn.day) if turn else None,
        "files": list(turn.files) if turn else [],
        "came": list(turn.came) if turn else [],
        "changed": list(turn.changed) if turn else [],
        "refused_from": str(stop.day) if stop else None,
        "errors": [f"{p.place.path}:{p.place.line}: {p.code}: {p.message}" for p in stop.problems] if stop else [],
    }
