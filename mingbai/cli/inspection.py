"""`mingbai check --inspection`: what inspectors of government sites ask, told on paper or to programs."""

import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

from mingbai.cli.table import columns

if TYPE_CHECKING:
    from mingbai.flow import Checked
    from mingbai.rules.indicator import Indicator

LEADS = {"通过": "", "不通过": "要做", "查不了": "谁查"}
WIDE = 8
"""So many columns hold the longest result, with a gap."""


def tell(checked: "Checked", shape: str) -> bool:
    """Print every indicator; whether no veto fails the site."""
    from mingbai.rules.indicator import Group, Outcome
    from mingbai.rules.inspected import inspected, verdict

    if checked.public is None:
        return False
    found = inspected(checked.public, checked.intranet)
    day = checked.public.day
    if shape == "json":
        facts = {"day": str(day), "verdict": verdict(found), "indicators": [_facts(each) for each in found]}
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        click.echo(f"{day}，{checked.public.bureau.record.name}公众网，照政府网站检查指标自查。")
        for group, each in groupby(found, key=lambda indicator: indicator.group):
            click.echo(f"\n{group}")
            click.echo("\n".join(line for indicator in each for line in _lines(indicator)))
        click.echo(f"\n{verdict(found)}")
    return not any(each.group is Group.VETO and each.outcome is Outcome.FAILED for each in found)


def _lines(each: "Indicator") -> list[str]:
    """One indicator: result and name, what decides, what to do."""
    indent = " " * (WIDE + 2)
    outcome = each.outcome + " " * (WIDE - columns(each.outcome))
    number = f"{each.id} " if each.id.startswith("V") else ""
    when = f"，{each.on}，{_ago(each.days)}" if each.on and each.days is not None else ""
    lines = [f"  {outcome}{number}{each.name}：{each.found}{when}。" + (f"看 {each.route}" if each.route else "")]
    lines += [f"{indent}要求：{each.asks}"] if each.outcome == "不通过" else []
    lead = "快到期了，要做" if each.soon else LEADS[each.outcome]
    return lines + ([f"{indent}{lead}：{each.todo}"] if each.todo else [])


def _ago(days: int) -> str:
    return f"{days}天以前" if days else "今天"


def _facts(each: "Indicator") -> dict[str, str | int | bool | None]:
    """One indicator for programs; none of these keys is renamed."""
    return {
        "id": each.id,
        "group": each.group.value,
        "name": each.name,
        "asks": each.asks,
        "outcome": each.outcome.value,
        "soon": each.soon,
        "found": each.found,
        "route": each.route or None,
        "on": str(each.on) if each.on else None,
        "days": each.days,
        "todo": each.todo or None,
    }
