"""What became of each document, derived from the documents that did it: written once, shown on both."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from mingbai.records.base import Entry
from mingbai.records.public.document import Call, Paper

Papers = Mapping[str, Entry[Paper]]


class Validity(StrEnum):
    """Whether a document holds on a day; derived, never typed."""

    IN_FORCE = "有效"
    NOT_YET = "还没施行"
    AMENDED = "已修订"
    REPEALED = "已废止"
    LAPSED = "已失效"


class Turn(Struct, frozen=True):
    """What a later document, `by`, did to an earlier one, and from when on."""

    on: date
    by: str


class Lives(Struct, frozen=True):
    """The turns in the lives of documents, by the id of the one they happened to, the earliest first."""

    repealed: Mapping[str, tuple[Turn, ...]]
    amended: Mapping[str, tuple[Turn, ...]]

    def validity(self, id: str, paper: Paper, day: date) -> Validity:
        """Whether the document holds on `day`."""
        ends = [turn.on for turn in self.repealed.get(id, ())] + [paper.repealed_on or date.max]
        if min(ends) <= day:
            return Validity.REPEALED
        if paper.effective_to and paper.effective_to < day:
            return Validity.LAPSED
        if paper.starts_on > day:
            return Validity.NOT_YET
        changed = any(turn.on <= day for turn in self.amended.get(id, ()))
        return Validity.AMENDED if changed else Validity.IN_FORCE


def lives(papers: Papers) -> Lives:
    """What the documents say of each other."""
    return Lives(_turns(papers, lambda paper: paper.repeals), _turns(papers, lambda paper: paper.amends))


def _turns(papers: Papers, told: Callable[[Paper], tuple[str, ...]]) -> Mapping[str, tuple[Turn, ...]]:
    found: dict[str, list[Turn]] = {}
    for id, entry in papers.items():
        for earlier in told(entry.record):
            found.setdefault(earlier, []).append(Turn(entry.record.starts_on, id))
    return {id: tuple(sorted(turns, key=lambda turn: (turn.on, turn.by))) for id, turns in found.items()}


RESULT_WITHIN = 20
"""So many working days after a call closes its result is out (本局自定)."""


class CallState(StrEnum):
    """Where a call for opinions stands on a day."""

    AHEAD = "还没开始"
    OPEN = "正在征集"
    CLOSED = "已经截止"
    ANSWERED = "结果公布了"


def call_state(call: Call, day: date) -> CallState:
    """Where the call stands on `day`."""
    if call.result:
        return CallState.ANSWERED
    if day < call.opens_on:
        return CallState.AHEAD
    return CallState.OPEN if day <= call.closes_on else CallState.CLOSED
