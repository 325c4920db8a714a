"""The logs of plans, codes, findings, complaints and appraisals: each step where its machine allows it, none ahead.

The progress of a measure may go any way, but in the order of the days.

Where something stands follows from its log, so a wrong step is a wrong state (R34, R35, R41; domain 4.6). Of one log
the first slip is told: what comes after it can only be judged when it is mended. A day that lies ahead is such a slip:
on no day that is shown is the log whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Protocol, TypeVar

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import STAND_IN
from mingbai.problem import Problem
from mingbai.records.base import Entry, Record
from mingbai.records.intranet.appraisal import APPRAISAL
from mingbai.records.intranet.complaint import COMPLAINT
from mingbai.records.intranet.conduct import CONDUCT
from mingbai.records.intranet.finding import FINDING
from mingbai.records.intranet.plan import PLAN
from mingbai.records.machine import Action, Machine, State

R = TypeVar("R", bound=Record)
Action_co = TypeVar("Action_co", bound=StrEnum, covariant=True)


class Event(Protocol[Action_co]):
    """A step of a log: on which day, which one."""

    @property
    def on(self) -> date:
        """The day."""
        ...

    @property
    def action(self) -> Action_co:
        """Which step it is."""
        ...


def plans_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Opinions are asked, the plan handed in, reviewed, published, and revised only then (意见 三（三）、四（一）)."""
    for entry in _whole(corpus, corpus.plans):
        yield from _slip(entry, "events", entry.record.events, PLAN)


def progress_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """How far a measure came is noted in the order of the days (本局自定)."""
    for entry in _whole(corpus, corpus.plans):
        for number, measure in enumerate(entry.record.measures):
            if back := _back_in_time(entry, measure.progress, "measures", number, "progress"):
                yield back


def codes_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A code is handed in, published, and revised only then (意见 四（一）)."""
    for entry in _whole(corpus, corpus.conduct):
        yield from _slip(entry, "events", entry.record.events, CONDUCT)


def findings_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A finding is told, put right, shown, verified and struck off, in this order (意见 五（二）、（三）)."""
    for entry in _whole(corpus, corpus.findings):
        begins = "登记", entry.record.registered_on
        yield from _slip(entry, "log", entry.record.log, FINDING, begins)


def complaints_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A complaint is accepted, answered, closed and rated, or refused (意见 五（三）)."""
    for entry in _whole(corpus, corpus.complaints):
        begins = "收到", entry.record.received_on
        yield from _slip(entry, "log", entry.record.log, COMPLAINT, begins)


def appraisals_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """An appraisal is opened, scored, shown and confirmed (意见 五（五）)."""
    for entry in _whole(corpus, corpus.appraisals):
        yield from _slip(entry, "log", entry.record.log, APPRAISAL)


def _whole(corpus: IntranetCorpus, entries: Mapping[str, Entry[R]]) -> Iterator[Entry[R]]:
    """The entries of a kind without those in which a day has not come."""
    ahead = {entry.path for entry, _, _ in corpus.early}
    return (entry for entry in entries.values() if entry.path not in ahead)


def _slip(
    entry: AnyEntry,
    field: str,
    log: Sequence[Event[Action]],
    machine: Machine[State, Action],
    begins: tuple[str, date] | None = None,
) -> Iterator[Problem]:
    """The first slip in a log: a day before the one above it or before the beginning, a step that is not allowed."""
    if begins and log and log[0].on < begins[1]:
        yield Problem(
            entry.place(field, 0, "on"),
            "step/before-the-first-day",
            f"“{log[0].action}”{log[0].on}，可是 {begins[1]} 才{begins[0]}",
            "核对这两个日期，改掉写错的一个",
        )
        return
    if back := _back_in_time(entry, log, field):
        yield back
        return
    actions = [event.action for event in log]
    slip = machine.first_slip(actions)
    if slip is None:
        return
    index, state = slip
    action, needed = actions[index], machine.missing(state, actions[index])
    allowed = "或".join(f"“{step}”" for step in machine.allowed(state))
    otherwise = f"写错的改 action，这里可以写{allowed}" if allowed else f"到“{state}”就完了，后面不再写"
    if index and action is actions[index - 1]:
        yield Problem(
            entry.place(field, index, "action"),
            "step/twice",
            f"“{action}”接连写了两次",
            f"多写的一项删掉；{otherwise}",
        )
    elif needed:
        yield Problem(
            entry.place(field, index, "action"),
            "step/out-of-order",
            f"这时还是“{state}”，不能就“{action}”，中间缺{'、'.join(f'“{step}”' for step in needed)}",
            f"漏了的，在前面补上一项 action: {needed[0]}，写明日期；{otherwise}",
        )
    else:
        yield Problem(
            entry.place(field, index, "action"),
            "step/too-late",
            f"这时已经“{state}”，不能再“{action}”",
            f"多写的一项删掉；{otherwise}",
        )


def _back_in_time(entry: AnyEntry, log: Sequence[Event[Action]], *steps: str | int) -> Problem | None:
    """The first day in a log that lies before the one above it; `steps` say where the log stands."""
    for index, (before, event) in enumerate(pairwise(log), start=1):
        if event.on < before.on:
            return Problem(
                entry.place(*steps, index, "on"),
                "step/day-out-of-order",
                f"“{event.action}”{event.on}，写在“{before.action}”{before.on} 后面，日期却在它前面",
                "日期写错了就改；没写错，就按日期先后排好",
            )
    return None


def nothing_ahead(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A log tells of what was done, not of what is planned: no day in it lies ahead (domain 4.7, R34, R41).

    Where the bureau cannot be read its own day is not known; nothing is published then, and no day is called early.
    """
    if corpus.public.bureau is STAND_IN:
        return
    for entry, steps, day in corpus.early:
        yield Problem(
            entry.place(*steps),
            "step/ahead",
            f"{day} 还没到；这里只记做过的事",
            "日期写错了就改；真的还没做，删掉这一项，做了再写"
            if len(steps) > 1
            else "日期写错了就改；真的还没做，整个文件先放进 drafts/，做了再挪过来",
        )
