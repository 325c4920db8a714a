"""Who takes a step of a finding: the office looks whether it is put right, never the unit itself (R43, R44).

Where the office is the unit, nobody stands beside it; so a member of the leading group who does not head it says yes.
"""

from collections.abc import Iterator, Mapping

from mingbai.corpus.chain import Chain
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.intranet.finding import FindingAction
from mingbai.records.public.division import Division, DivisionKind
from mingbai.rules.finding_step import steps

OF_THE_OFFICE = (FindingAction.NOTIFY, FindingAction.ACCEPT, FindingAction.RETURN, FindingAction.REOPEN)
OF_THE_UNIT = (FindingAction.PLAN, FindingAction.SUBMIT)
VERDICTS = (FindingAction.ACCEPT, FindingAction.RETURN)
"""What the office says when it has looked."""
EXPLAINED: Mapping[FindingAction, str] = {
    FindingAction.RETURN: "看到了什么、差在哪里",
    FindingAction.REOPEN: "又看到了什么",
    FindingAction.DISMISS: "查到了什么、为什么不成立",
}
"""Steps that ask why, and what answers that."""


def one_office(corpus: IntranetCorpus) -> Iterator[Problem]:
    """There is one office of the leading group, and it keeps the ledger (意见 五)."""
    offices = [e for e in corpus.public.divisions.values() if e.record.type is DivisionKind.OFFICE]
    whole = corpus.public.ids(Division) <= corpus.public.divisions.keys()
    if not offices and whole and corpus.findings:
        yield Problem(
            min(corpus.findings.values(), key=lambda entry: entry.id).place(),
            "finding/no-office",
            "台账里有问题，却没有领导小组办公室来反馈、验收",
            "在管台账的那个处室的文件里写 type: 领导小组办公室",
        )
    for entry in offices[1:]:
        yield Problem(
            entry.place("type"),
            "finding/two-offices",
            f"{offices[0].record.short_name}和{entry.record.short_name}都是领导小组办公室，分不清由谁验收",
            "只留一个，另一个改为 type: 机关处室",
        )


def by_whose_turn_it_is(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The office tells and verifies, the unit sets measures and reports (意见 五（二）、（三）).

    Whom nobody finds is told where it is named, and may be the one that is meant.
    """
    office, there = corpus.unit_name(corpus.office), corpus.public.divisions.keys()
    for step in steps(corpus, *OF_THE_OFFICE):
        by, unit = step.event.by, step.finding.division
        if corpus.office and by != corpus.office and by in there:
            yield Problem(
                step.place("by"),
                "finding/not-by-the-office",
                f"“{step.event.action}”由{office}办，"
                + ("责任单位不能办自己的" if by == unit else f"不由{corpus.unit_name(by)}办"),
                f"改为 by: {corpus.office}；真不是{office}办的，删掉这一项，等它办了再写",
            )
    for step in steps(corpus, *OF_THE_UNIT):
        by, unit = step.event.by, step.finding.division
        if by != unit and {by, unit} <= there:
            yield Problem(
                step.place("by"),
                "finding/not-by-the-unit",
                f"“{step.event.action}”由责任单位{corpus.unit_name(unit)}办，不由{corpus.unit_name(by)}办",
                f"改为 by: {unit}",
            )


def closed_with_evidence(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nothing is struck off without something to show for it (意见 五（三）: 整改销号)."""
    for step in steps(corpus, FindingAction.ACCEPT):
        if not step.event.evidence:
            yield Problem(
                step.place(),
                "finding/closed-without-evidence",
                "没有佐证就销了号",
                f"这一项里补上 evidence: [{{kind: 记录, text: 怎么验的、看到了什么, on: {step.event.on}}}]",
            )


def evidence_shows_something(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Evidence has words or a file, and was there when the step was taken (意见 五（三）: 整改销号)."""
    for step in steps(corpus):
        for index, evidence in enumerate(step.event.evidence):
            where = ("log", step.row, "evidence", index)
            if evidence.text is None and evidence.file is None:
                yield Problem(
                    step.entry.place(*where),
                    "finding/evidence-empty",
                    f"“{step.event.action}”的佐证是空的，看不出凭什么",
                    "在这一项佐证里补上 text: 内容；有附件的写 file: 它在 files/ 里的路径",
                )
            if evidence.on > step.event.on:
                yield Problem(
                    step.entry.place(*where, "on"),
                    "finding/evidence-later",
                    f"{step.event.on} 就“{step.event.action}”，佐证却是 {evidence.on} 的",
                    "核对这两个日期，改掉写错的一个",
                )


def own_cases_approved(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Whether the office put its own house in order is approved by a member of the group who does not head it."""
    for step in steps(corpus, *VERDICTS):
        event = step.event
        if step.finding.division != corpus.office:
            continue
        head = Chain(corpus.public.divisions, corpus.members, event.on).head(corpus.office)
        group = corpus.group_on(event.on)
        others = [member.id for member in group if member != head] or [member.id for member in group]
        if others and event.approved_by not in others:
            yield Problem(
                step.place("approved_by"),
                "finding/own-case",
                f"{corpus.unit_name(corpus.office)}验收自己的问题，没有另一位领导小组成员批准",
                f"补上 approved_by: 批准的那一位，可以写 {'、'.join(others)}",
            )


def reasons_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Whoever sends something back, opens it anew or drops it says why."""
    for step in steps(corpus, *EXPLAINED):
        if not step.event.note:
            yield Problem(
                step.place(),
                "finding/reason-missing",
                f"“{step.event.action}”没有说为什么",
                f"这一项里补上 note: {EXPLAINED[step.event.action]}",
            )


def causes_and_measures(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Cause and measures are there when they are set, and so before the unit reports (意见 六（三）)."""
    told: set[str] = set()
    for step in steps(corpus, *OF_THE_UNIT):
        finding = step.finding
        parts = (("根源", "cause: 根子在哪里", finding.cause), ("整改措施", "measures: [怎么改]", finding.measures))
        missing = [(name, line) for name, line, said in parts if not said]
        if missing and step.entry.id not in told:
            told.add(step.entry.id)
            yield Problem(
                step.place(),
                "finding/measures-missing",
                f"写了“{step.event.action}”，却没有写{'和'.join(name for name, _ in missing)}",
                f"在 log 上面补上 {'，'.join(line for _, line in missing)}",
            )
