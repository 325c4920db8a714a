"""Complaints: what each kind and each step has to say, within which days; of a 举报 nothing but number and days.

The clocks are those of 信访工作条例（2022） 第二十二条、第三十四条. To tell the target of a report against somebody is
punishable (行政机关公务员处分条例 第二十五条第二项), so what would tell it is refused here.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from mingbai.corpus.complaints import ACCEPT_WITHIN, FINISH_WITHIN
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.complaint import Complaint, ComplaintAction, ComplaintEvent, ComplaintKind

WITHHELD = ("division", "subject", "result", "finding")
"""What is not written of a 举报."""
WITHHELD_AT_A_STEP = ("note", "stance", "satisfaction")
"""What is not written of a step of a 举报."""
OWED: Mapping[ComplaintAction, tuple[str, str, str]] = {
    ComplaintAction.REFUSE: ("note", "为什么不受理", "为什么不受理，该去哪里"),
    ComplaintAction.REPLY: ("stance", "查实情况", "属实，或者 部分属实、不属实、查不清"),
    ComplaintAction.RATE: ("satisfaction", "满意不满意", "满意，或者五档里的另一档"),
}
"""What a step has to say: the field, what it is called, what to write."""
ALONE: Mapping[str, ComplaintAction] = {"stance": ComplaintAction.REPLY, "satisfaction": ComplaintAction.RATE}
"""Fields that stand at one step only."""


def reports_say_nothing(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Of a 举报 only number, days and steps are written (行政机关公务员处分条例 第二十五条第二项)."""
    for entry in _cases(corpus, report=True):
        for field in WITHHELD:
            if getattr(entry.record, field) is not None:
                yield Problem(
                    entry.place(field),
                    "complaint/report-told",
                    f"举报写了 {field}，会让人知道举报的是谁、什么事",
                    f"删掉 {field}；举报只留编号、日期和环节，别的记在纸质案卷里",
                )
        for index, event in enumerate(entry.record.log):
            for field in WITHHELD_AT_A_STEP:
                if getattr(event, field) is not None:
                    yield Problem(
                        entry.place("log", index, field),
                        "complaint/report-told",
                        f"举报的“{event.action}”写了 {field}，会让人知道查的是什么",
                        f"删掉 {field}；这里只写 on 和 action",
                    )


def case_described(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Any other case says what it is about, and once accepted about which unit (意见 五（三）)."""
    for entry in _cases(corpus):
        if entry.record.subject is None:
            yield Problem(
                entry.place(),
                "complaint/subject-missing",
                f"{entry.record.type}没有写什么事",
                "补上 subject: 什么事；只写事情，不写是谁说的",
            )
        accepted = [index for index, event in enumerate(entry.record.log) if event.action is ComplaintAction.ACCEPT]
        if accepted and entry.record.division is None:
            yield Problem(
                entry.place("log", accepted[0], "action"),
                "complaint/division-missing",
                "受理了，没有写说的是哪个单位",
                "在 log 上面补上 division: 单位的编号",
            )


def steps_say_what_they_owe(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A refusal says why, the reply to a 投诉 whether it was so, a rating how satisfied; no other step says that."""
    for entry in _cases(corpus):
        for index, event in enumerate(entry.record.log):
            field, title, example = OWED.get(event.action, ("action", "", ""))
            is_owed = field != "stance" or entry.record.type is ComplaintKind.COMPLAINT
            if is_owed and getattr(event, field) is None:
                yield Problem(
                    entry.place("log", index, "action"),
                    "complaint/step-says-too-little",
                    f"“{event.action}”没有写{title}",
                    f"这一项里补上 {field}: {example}",
                )
            for other, action in ALONE.items():
                if event.action is not action and getattr(event, other) is not None:
                    yield Problem(
                        entry.place("log", index, other),
                        "complaint/field-of-another-step",
                        f"“{event.action}”不写 {other}",
                        f"删掉 {other}；它只写在“{action}”里",
                    )


def closed_with_a_result(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What is closed says what came of it."""
    for entry in _cases(corpus):
        closed = [index for index, event in enumerate(entry.record.log) if event.action is ComplaintAction.CLOSE]
        if closed and entry.record.result is None:
            yield Problem(
                entry.place("log", closed[0], "action"),
                "complaint/result-missing",
                "办结了，没有写结果",
                "在 log 上面补上 result: 怎么办的、办成什么样",
            )


def finding_of_the_same_unit(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The finding that a complaint became is one of the unit that the complaint is about."""
    for entry in _cases(corpus):
        unit, finding = entry.record.division, corpus.findings.get(entry.record.finding or "")
        if unit and finding and finding.record.division != unit:
            other = finding.record.division
            yield Problem(
                entry.place("finding"),
                "complaint/finding-of-another-unit",
                f"{number(finding.id)} 是{corpus.unit_name(other)}的问题，投诉说的是{corpus.unit_name(unit)}",
                f"编号写错了就改；查下来是{corpus.unit_name(other)}的事，写 division: {other}",
            )


def within_the_clocks(corpus: IntranetCorpus) -> Iterator[Problem]:
    """It is said within 15 days whether a case is accepted, and it is closed within 60 more, or it is said why not."""
    for entry in _cases(corpus):
        until, begun = entry.record.received_on + ACCEPT_WITHIN, "收到"
        for index, event in enumerate(entry.record.log):
            if event.action in (ComplaintAction.ACCEPT, ComplaintAction.REFUSE):
                yield from _late(entry, index, event, until, begun)
                until, begun = event.on + FINISH_WITHIN, str(event.action)
            elif event.action is ComplaintAction.CLOSE:
                yield from _late(entry, index, event, until, begun)


def _late(entry: Entry[Complaint], index: int, event: ComplaintEvent, until: date, begun: str) -> Iterator[Problem]:
    if event.on > until and not event.note:
        days = ACCEPT_WITHIN if begun == "收到" else FINISH_WITHIN
        yield Problem(
            entry.place("log", index, "on"),
            "complaint/late",
            f"{event.on} 才{event.action}；从{begun}起 {days.days} 日，最晚 {until}",
            "日期写错了就改；真晚了，在这一项里补上 note: 为什么晚了",
            Severity.WARNING,
        )


def _cases(corpus: IntranetCorpus, *, report: bool = False) -> Iterator[Entry[Complaint]]:
    """The reports, or everything else."""
    for entry in corpus.complaints.values():
        if (entry.record.type is ComplaintKind.REPORT) is report:
            yield entry
