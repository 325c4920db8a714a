"""Until when a finding is put right: set with the feedback, made longer in time and with a yes, each once (R45).

Fields that belong to one step are refused at another: a day at the wrong step would move no limit.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import NEW_TERM, house_rules
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.problem import Problem, Severity
from mingbai.records.intranet.finding import FindingAction, Gravity
from mingbai.rules.finding_step import steps
from mingbai.rules.verification import VERDICTS

APPROVED = (FindingAction.EXTEND, FindingAction.DISMISS)
"""Steps that a member of the leading group has to approve."""
BELONG: Mapping[str, tuple[FindingAction, ...]] = {
    "to": (FindingAction.NOTIFY,),
    "cc": (FindingAction.NOTIFY,),
    "due": NEW_TERM,
    "approved_by": APPROVED,
}
"""The steps at which a field may stand."""


def terms_after_feedback(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nobody has to be done before being told."""
    for entry in corpus.findings.values():
        finding = entry.record
        told = next((event.on for event in finding.log if event.action is FindingAction.NOTIFY), None)
        begins = told or finding.registered_on
        if finding.due < begins:
            yield Problem(
                entry.place("due"),
                "finding/due-before-told",
                f"期限是 {finding.due}，可是 {begins} 才{'反馈' if told else '登记'}",
                f"改正 due，写 {begins} 或者以后的一天；期限没错的话，"
                + ("改正“反馈”那一项的 on" if told else "改正 registered_on"),
            )
    for step in steps(corpus, FindingAction.REOPEN):
        if step.event.due and step.event.due < step.event.on:
            yield Problem(
                step.place("due"),
                "finding/due-before-told",
                f"新的期限是 {step.event.due}，可是 {step.event.on} 才重新打开",
                f"改正 due，写 {step.event.on} 或者以后的一天",
            )


def terms_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Whoever makes the term longer or opens a finding anew says until when."""
    for step in steps(corpus, *NEW_TERM):
        if step.event.due is None:
            yield Problem(
                step.place(),
                "finding/due-missing",
                f"“{step.event.action}”没有写新的期限",
                "这一项里补上 due: 改到哪天",
            )


def extended_in_time(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A term is made longer before it is over, and not more often than the house allows (本局自定)."""
    for id, taken in groupby(steps(corpus, *NEW_TERM), key=lambda step: step.entry.id):
        due, times = corpus.findings[id].record.due, 0
        rules = house_rules(corpus.campaigns, id)
        most = rules.extensions if rules else None
        for step in taken:
            event = step.event
            if event.action is FindingAction.REOPEN:
                due, times = event.due or due, 0
                continue
            times += 1
            if most is not None and times > most:
                yield Problem(
                    step.place(),
                    "finding/extended-too-often",
                    f"这是第 {times} 次延期，本局自定最多 {most} 次",
                    "删掉这一项；改不完就照原来的期限算逾期，改完照样报请验收",
                )
            elif event.on > due:
                yield Problem(
                    step.place("on"),
                    "finding/extended-late",
                    f"{due} 已经到期，{event.on} 才延期",
                    "日期写错了就改；真过了期的，删掉这一项，照样算逾期",
                )
            elif event.due and event.due <= due:
                yield Problem(
                    step.place("due"),
                    "finding/extended-backwards",
                    f"期限原来就是 {due}，延到 {event.due} 没有延长",
                    f"改正 due，要晚于 {due}",
                )
            due = max(due, event.due or due)


def approved_by_the_group(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A longer term, and that a finding does not hold, is approved by a member of the leading group."""
    named = {member for campaign in corpus.campaigns.values() for member in campaign.record.group}
    whole = named <= corpus.members.keys()  # A name that nobody finds may be the one who approved.
    for step in steps(corpus, *APPROVED):
        group = {member.id: member.name for member in corpus.group_on(step.event.on)}
        approved = step.event.approved_by
        if approved in group or (approved and not (group and whole)):
            continue
        member = corpus.members.get(approved or "")
        told = f"{member.name if member else approved}那一天不是成员" if approved else "没有写谁批准的"
        whom = "、".join(group) or "批准的那位成员"
        yield Problem(
            step.place("approved_by"),
            "finding/not-approved",
            f"“{step.event.action}”要领导小组成员批准，{told}",
            f"写 approved_by: 批准的那一位，可以写 {whom}",
        )


def fields_at_their_step(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What belongs to one step does not stand at another."""
    for step in steps(corpus):
        own_case = step.finding.division == corpus.office and step.event.action in VERDICTS
        for field, actions in BELONG.items():
            if step.event.action in actions or (field == "approved_by" and own_case):
                continue
            if getattr(step.event, field):
                yield Problem(
                    step.place(field),
                    "finding/field-of-another-step",
                    f"“{step.event.action}”不写 {field}，写了也不起作用",
                    f"删掉 {field}；它只写在{'、'.join(f'“{action}”' for action in actions)}里",
                )


def terms_short(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The term is no longer than the house set itself, or it is said why (本局自定)."""
    for step in steps(corpus, FindingAction.NOTIFY):
        rules, severity = house_rules(corpus.campaigns, step.entry.id), step.finding.severity
        if rules is None or step.event.note:
            continue
        days = rules.severe_rectify_days if severity is Gravity.SEVERE else rules.rectify_days
        limit = corpus.public.workdays.due(step.event.on, days)
        if corpus.public.broken_calendar(limit.missing):
            continue
        last, counted = limit.day, f"（{PROVISIONAL}）" if limit.missing else ""
        if step.finding.due > last:
            yield Problem(
                step.entry.place("due"),
                "finding/term-too-long",
                f"期限是 {step.finding.due}；{severity}问题从反馈起 {days} 个工作日，最晚 {last}{counted}",
                f"改为 due: {last}；真要这么久，在“反馈”那一项里补上 note: 为什么",
                Severity.WARNING,
            )
