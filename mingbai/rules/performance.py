"""Which quarters are told of, and of which items: no quarter is left out, and no item when its numbers are bad (R75).

Which quarters there are is asked of the files, broken ones included: a broken quarter is no gap.
"""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment, CommitmentStatus
from mingbai.records.public.performance import Cases, Performance, Quarter

Told = tuple[Quarter, Entry[Performance]]


def cases(corpus: PublicCorpus) -> Iterator[tuple[Told, int, Cases]]:
    """Every item's cases with their quarter and their place in the file."""
    for told in corpus.quarters:
        for index, each in enumerate(told[1].record.items):
            yield told, index, each


def name_of(corpus: PublicCorpus, id: str) -> str:
    """What an item is called; its id while its file is broken."""
    entry = corpus.commitments.get(id)
    return entry.record.name if entry else id


def _filed(corpus: PublicCorpus) -> list[Quarter]:
    """All quarters there is a file for, in order."""
    return sorted(quarter for quarter in map(Quarter.of, corpus.ids(Performance)) if quarter)


def named_after_quarter(corpus: PublicCorpus) -> Iterator[Problem]:
    """A file is called after the quarter it is about, so that the name says which days are counted."""
    for id, entry in corpus.performance.items():
        if Quarter.of(id) is None:
            yield Problem(
                entry.place(),
                "performance/not-a-quarter",
                f"办件统计一个季度一个文件，文件名写年份和季度，这里是 {id}.yaml",
                "把文件改名，例如 2026-q1.yaml 就是2026年第一季度",
            )


def quarters_without_gaps(corpus: PublicCorpus) -> Iterator[Problem]:
    """From the first quarter told of to the last, none is left out."""
    filed = _filed(corpus)
    for quarter, entry in corpus.quarters:
        earlier = [other for other in filed if other < quarter]
        if earlier and earlier[-1].next != quarter:
            missing = earlier[-1].next.id
            yield Problem(
                entry.place(),
                "performance/quarter-missing",
                f"有 {earlier[-1].id}，有 {quarter.id}，中间缺 {missing}；好看不好看，每个季度都要公布",
                f"补上 performance/{missing}.yaml",
            )


def counted_within_quarter(corpus: PublicCorpus) -> Iterator[Problem]:
    """A count that stops early stops within its quarter, and is made whole before the next quarter is told of."""
    told = corpus.quarters
    for quarter, entry in told:
        until = entry.record.counted_to
        if until is None:
            continue
        if not quarter.first <= until <= quarter.last:
            yield Problem(
                entry.place("counted_to"),
                "performance/counted-outside",
                f"这是 {quarter.first} 到 {quarter.last} 的统计，“统计到”却写着 {until}",
                f"改成这个季度里的一天；整个季度都统计了的，删掉这一行；文件名写错了的，改名为 {_within(until)}.yaml",
            )
        elif until < quarter.last and told[-1][0] > quarter:
            yield Problem(
                entry.place("counted_to"),
                "performance/left-unfinished",
                f"后一个季度的都有了，这个季度还只统计到 {until}，{quarter.last} 以前的办件没有下落",
                "补齐整个季度的数，删掉 counted_to 这一行",
            )


def _within(day: date) -> str:
    return Quarter(day.year, (day.month + 2) // 3).id


def items_once(corpus: PublicCorpus) -> Iterator[Problem]:
    """An item is counted once in a quarter."""
    for (_, entry), index, each in cases(corpus):
        if each.commitment in [other.commitment for other in entry.record.items[:index]]:
            yield Problem(
                entry.place("items", index, "commitment"),
                "performance/item-twice",
                f"“{name_of(corpus, each.commitment)}”在这一季度写了两次",
                "两处的数合在一起，删掉一处；写错了事项的，改正 commitment",
            )


def items_were_there(corpus: PublicCorpus) -> Iterator[Problem]:
    """No item is counted in a quarter that was over before there was such an item."""
    for (quarter, entry), index, each in cases(corpus):
        item = corpus.commitments.get(each.commitment)
        if item and begun(item.record) > quarter.last:
            yield Problem(
                entry.place("items", index, "commitment"),
                "performance/before-the-item",
                f"“{item.record.name}”{begun(item.record)} 才有，{quarter.id} 里不会有它的办件",
                "删掉这一项；事项的日期写错了的，改事项的 effective_from",
            )


def items_all_there(corpus: PublicCorpus) -> Iterator[Problem]:
    """Every item that was handled throughout a quarter, or had open cases, is counted in it, the bad ones too."""
    told = corpus.quarters
    for number, (quarter, entry) in enumerate(told):
        if misnamed(corpus, entry):
            continue  # The item that seems to be missing may be the one whose name is written wrongly.
        left = left_open(corpus, told[number - 1], quarter) if number else {}
        there = {each.commitment for each in entry.record.items}
        for id, item in corpus.commitments.items():
            if id in there:
                continue
            rest = "received: 0, accepted: 0, completed: 0, on_time: 0"
            hint = f"补上 - {{commitment: {id}, carried_in: {left.get(id, 0)}, {rest}}}，0 换成实际的数"
            name = item.record.name
            if left.get(id, 0) > 0:
                message = f"“{name}”上一季度还有 {left[id]} 件没有办完，这一季度没有它的下落"
                yield Problem(entry.place("items"), "performance/open-cases-lost", message, hint)
            elif _handled(item.record, quarter):
                message = f"“{name}”这一季度一直在办，统计里没有它"
                yield Problem(entry.place("items"), "performance/item-missing", message, hint, Severity.WARNING)


def misnamed(corpus: PublicCorpus, entry: Entry[Performance]) -> bool:
    """Whether a quarter counts the cases of an item there is not; that is told where references are checked."""
    return any((Commitment.kind, each.commitment) not in corpus.known for each in entry.record.items)


def left_open(corpus: PublicCorpus, told: Told, follower: Quarter) -> dict[str, int]:
    """What a quarter leaves open, by item, for its follower; nothing where that cannot be said.

    That a quarter is missing, not whole, or names an item wrongly, is told by other rules.
    """
    quarter, entry = told
    if quarter.next != follower or entry.record.counted_to or misnamed(corpus, entry):
        return {}
    return {each.commitment: each.left_open for each in entry.record.items}


def _handled(item: Commitment, quarter: Quarter) -> bool:
    """Whether the item was there from the quarter's first day, and handled at both ends."""
    ends = (quarter.first, quarter.last)
    return begun(item) <= quarter.first and all(item.status(day) is CommitmentStatus.ACTIVE for day in ends)


def begun(item: Commitment) -> date:
    """The earliest day the item itself speaks of: a new version of a promise has a later day, but is no new item."""
    reforms = [reform.on for reform in item.reform]
    return min([item.effective_from, *reforms, *(event.on for event in item.events)])
