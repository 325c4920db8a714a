"""The steps of plans and codes, in one table: each after the one it needs, none before its day (R34, R35; domain 4.6).

Where a plan or a code stands follows from its steps, so a wrong step is a wrong state. Of one log the first slip is
told: what comes after it can only be judged when it is mended. A day that lies ahead is such a slip: on no day that is
shown is the log whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.conduct import Conduct, ConductAction, ConductEvent
from mingbai.records.intranet.plan import Plan, PlanAction, PlanEvent
from mingbai.records.values import Value
from mingbai.rules.parts import parts
from mingbai.source.located import Steps

Table = Mapping[StrEnum | None, tuple[StrEnum, ...]]
"""Which steps may follow which; `None` is the draft."""
PLAN: Table = {
    None: (PlanAction.CONSULT,),
    PlanAction.CONSULT: (PlanAction.CONSULT, PlanAction.SUBMIT),
    PlanAction.SUBMIT: (PlanAction.REVIEW,),
    PlanAction.REVIEW: (PlanAction.PUBLISH,),
    PlanAction.PUBLISH: (PlanAction.REVISE,),
    PlanAction.REVISE: (PlanAction.REVISE, PlanAction.PUBLISH),
}
"""Opinions may be asked more than once, and what is published may be revised any number of times."""
CONDUCT: Table = {
    None: (ConductAction.SUBMIT,),
    ConductAction.SUBMIT: (ConductAction.PUBLISH,),
    ConductAction.PUBLISH: (ConductAction.REVISE,),
    ConductAction.REVISE: (ConductAction.REVISE, ConductAction.PUBLISH),
}


def plans_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Opinions are asked, the plan handed in, reviewed, published, and revised only then (意见 三（三）、四（一）)."""
    ahead = {entry.path for entry, _, _ in _ahead(corpus)}
    for entry in corpus.plans.values():
        if entry.path not in ahead:
            yield from _log(entry, entry.record.events, PLAN)


def codes_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code is handed in, published, and revised only then (意见 四（一）)."""
    ahead = {entry.path for entry, _, _ in _ahead(corpus)}
    for entry in corpus.conduct.values():
        if entry.path not in ahead:
            yield from _log(entry, entry.record.events, CONDUCT)


def _log(
    entry: Entry[Plan] | Entry[Conduct], events: Sequence[PlanEvent | ConductEvent], table: Table
) -> Iterator[Problem]:
    for index, (before, event) in enumerate(pairwise(events), start=1):
        if event.on < before.on:
            yield Problem(
                entry.place("events", index, "on"),
                "step/day-out-of-order",
                f"“{event.action}”{event.on}，写在“{before.action}”{before.on} 后面，日期却在它前面",
                "日期写错了就改；没写错，就按日期先后排好",
            )
            return
    actions: list[StrEnum] = [event.action for event in events]
    for index, action in enumerate(actions):
        previous = actions[index - 1] if index else None
        if action in table[previous]:
            continue
        needed = next(step for step, after in table.items() if action in after)
        order = "、".join(filter(None, table))
        if needed is None:
            yield Problem(
                entry.place("events", index, "action"),
                "step/too-late",
                f"“{action}”写在“{previous}”后面，太晚了；顺序是{order}",
                "日期和环节都没写错的，删掉这一项",
            )
        elif action in actions[:index]:
            yield Problem(
                entry.place("events", index, "action"),
                "step/twice",
                f"“{action}”写了两次，第{actions.index(action) + 1}项已经有了",
                f"多写的删掉；发布以后又改过的，写 action: {PlanAction.REVISE}",
            )
        else:
            yield Problem(
                entry.place("events", index, "action"),
                "step/out-of-order",
                f"“{action}”前面要先有“{needed}”，这里{f'是“{previous}”' if previous else '什么也没有'}；顺序是{order}",
                f"漏了的，在前面补一行 - {{on: 日期, action: {needed}, by: 经办}}；写错的，改 action",
            )
        return


def nothing_ahead(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A log tells of what was done, not of what is planned: no day in it lies ahead (domain 4.7, R34)."""
    for entry, steps, on in _ahead(corpus):
        yield Problem(
            entry.place(*steps, "on"),
            "step/ahead",
            f"{on} 还没到；这里只记做过的事",
            "日期写错了就改；真的还没做，删掉这一项，做了再写",
        )


def _ahead(corpus: IntranetCorpus) -> Iterator[tuple[AnyEntry, Steps, date]]:
    """Each day in a plan or a code that has not come: in which file, of which group."""
    for entry in corpus.written:
        if isinstance(entry.record, Plan | Conduct):
            for steps, group in parts(entry.record, Value):
                on = getattr(group, "on", None)
                if on and on > corpus.clock.today:
                    yield entry, steps, on
