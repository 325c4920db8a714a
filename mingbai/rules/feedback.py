"""Feedback: a finding is told in time, to who heads the unit on that day, and to the whole leading group (R42)."""

from collections.abc import Iterator

from mingbai.corpus.chain import Chain
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.member import Member
from mingbai.problem import Problem, Severity
from mingbai.records.intranet.finding import FindingAction
from mingbai.rules.finding_step import Taken, steps


def told_to_the_head(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A finding is told to who heads the unit on that day (意见 五（二）)."""
    for step in steps(corpus, FindingAction.NOTIFY):
        head, event, unit = _head(corpus, step), step.event, corpus.unit_name(step.finding.division)
        if event.to is None:
            yield Problem(
                step.place(),
                "finding/told-nobody",
                f"“反馈”没有写反馈给谁；要反馈给{unit}的主要负责人",
                f"补上 to: {head.id if head else '那个人在 people/ 里的编号'}",
            )
        elif head and event.to != head.id and (told := corpus.members.get(event.to)):
            yield Problem(
                step.place("to"),
                "finding/told-another",
                f"反馈给了{told.name}，可{unit}在 {event.on} 的主要负责人是{head.name}",
                f"改为 to: {head.id}",
            )


def told_to_the_group(corpus: IntranetCorpus) -> Iterator[Problem]:
    """All members of the leading group of that day learn of it (意见 五（二）)."""
    for step in steps(corpus, FindingAction.NOTIFY):
        event = step.event
        untold = [member for member in corpus.group_on(event.on) if member.id not in (*event.cc, event.to)]
        if untold:
            names = ", ".join(member.id for member in untold)
            yield Problem(
                step.place("cc"),
                "finding/group-not-told",
                f"没有通报给领导小组成员{'、'.join(member.name for member in untold)}",
                f"cc 里补上 {names}" if event.cc else f"补上 cc: [{names}]",
            )


def told_in_time(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A finding is told within the limit that the house set itself, or it is said why not (意见 五（二）: 及时)."""
    for step in steps(corpus, FindingAction.NOTIFY):
        event, limit = step.event, corpus.ledger[step.entry.id].notify_by
        if limit is None or corpus.public.broken_calendar(limit.missing):
            continue
        if event.on > limit.day and not event.note:
            yield Problem(
                step.place("on"),
                "finding/told-late",
                f"{step.finding.registered_on} 登记，{event.on} 才反馈；本局自定最晚 {limit.day} 反馈",
                "日期写错了就改；真晚了，在这一项里补上 note: 为什么晚了",
                Severity.WARNING,
            )


def _head(corpus: IntranetCorpus, step: Taken) -> Member | None:
    """Who heads the unit on that day; nobody where one of the files is broken or nobody does, of which others tell."""
    division = corpus.public.divisions.get(step.finding.division)
    if division is None or division.record.head not in corpus.members:
        return None
    return Chain(corpus.public.divisions, corpus.members, step.event.on).head(division.id)
