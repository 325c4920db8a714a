"""Draw the machines: `python -m tests.docs.states` writes docs/states.md from the tables beside the records."""

from collections.abc import Iterator
from typing import Any

from mingbai.records.intranet.appraisal import APPRAISAL
from mingbai.records.intranet.complaint import COMPLAINT
from mingbai.records.intranet.conduct import CONDUCT
from mingbai.records.intranet.finding import FINDING
from mingbai.records.intranet.plan import PLAN
from mingbai.records.machine import Machine
from tests import ROOT

FILE = ROOT / "docs" / "states.md"
OPENING = """# 走到哪一步

一件事走到哪一步，谁也不用写：程序照办理记录里的环节（`action`）一步一步推出来。方框是走到哪一步，箭头是环节。图上没有的箭头，程序不让走。

这一页是 `python -m tests.docs.states` 照程序里的表画的，不要手改。
"""
CHARTS: tuple[tuple[str, str, Machine[Any, Any]], ...] = (
    ("行动方案", "plans", PLAN),
    ("行为规范", "conduct", CONDUCT),
    ("台账问题", "findings", FINDING),
    ("投诉", "complaints", COMPLAINT),
    ("考评", "appraisals", APPRAISAL),
)


def drawn() -> str:
    """The whole page."""
    parts = (f"\n## {title} {kind}\n\n```mermaid\n{_diagram(machine)}```\n" for title, kind, machine in CHARTS)
    return OPENING + "".join(parts)


def _diagram(machine: Machine[Any, Any]) -> str:
    return "".join(f"{line}\n" for line in ("stateDiagram-v2", *(f"    {line}" for line in _lines(machine))))


def _lines(machine: Machine[Any, Any]) -> Iterator[str]:
    states = type(machine.start)
    yield from (f'state "{state}" as {state.name.lower()}' for state in states)
    yield f"[*] --> {machine.start.name.lower()}"
    for (before, action), after in machine.steps.items():
        yield f"{before.name.lower()} --> {after.name.lower()}: {action}"
    yield from (f"{state.name.lower()} --> [*]" for state in states if not machine.allowed(state))


if __name__ == "__main__":
    FILE.write_text(drawn(), encoding="utf-8")
