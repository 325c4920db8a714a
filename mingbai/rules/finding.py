"""What a finding has to say: where it comes from, who raised it, and who answers for a grave one (R48, R49)."""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.intranet.finding import Finding, FindingAction, FindingKind, FindingSource, FindingState, Gravity
from mingbai.records.public.norms import Norms
from mingbai.rules.norms import PAIRS


def city_numbered(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What the city's centre found has the city's number and the day it came; nothing else has (意见 五（二）)."""
    for entry in corpus.findings.values():
        finding = entry.record
        given = {"external_ref": finding.external_ref, "received_on": finding.received_on}
        from_city = finding.source is FindingSource.CITY
        for field, example in (("external_ref", "市里的编号"), ("received_on", "收到的那一天")):
            if from_city and given[field] is None:
                yield Problem(
                    entry.place("source"),
                    "finding/city-number-missing",
                    f"市察访中心反馈的问题，没有写{example}",
                    f"补上 {field}: {example}",
                )
            if not from_city and given[field] is not None:
                yield Problem(
                    entry.place(field),
                    "finding/city-number-odd",
                    f"来源是“{finding.source}”，{field} 只写在市察访中心反馈的问题上",
                    f"删掉 {field}；真是市里反馈的，改为 source: {FindingSource.CITY}",
                )
        if finding.received_on and finding.received_on > finding.registered_on:
            yield Problem(
                entry.place("received_on"),
                "finding/registered-before-received",
                f"{finding.received_on} 才收到，{finding.registered_on} 就登记了",
                "核对这两个日期，改掉写错的一个",
            )


def severe_answered(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Before a grave finding is struck off, it is decided who answers for it (domain 4.7, R49)."""
    for entry in corpus.findings.values():
        closed, decided = _closed(entry.record, corpus.day), entry.record.accountability
        if entry.record.severity is not Gravity.SEVERE or closed is None:
            continue
        if decided is None:
            yield Problem(
                entry.place("severity"),
                "finding/accountability-missing",
                "突出问题已经销号，没有写责任追究",
                f"补上 accountability: {{on: {closed}, decision: 怎么处理的, by: 决定的单位的编号}}；"
                "决定不追究的，也写 decision: 不追究，为什么",
            )
        elif decided.on > closed:
            yield Problem(
                entry.place("accountability", "on"),
                "finding/accountability-late",
                f"{closed} 就销了号，{decided.on} 才决定责任追究",
                "核对这两个日期；突出问题先有决定，再销号",
            )


def seen_where(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What a visit or a review found names it, came to light on its day, and is about a unit it saw (意见 五（二）)."""
    written = {entry.path: entry.record for entry in corpus.written}
    for entry in corpus.findings.values():
        finding = entry.record
        asked = {FindingSource.VISIT: "inspection", FindingSource.REVIEW: "review"}.get(finding.source)
        # One that is named and still goes on is not shown yet.
        if asked and getattr(written[entry.path], asked) is None:
            yield Problem(
                entry.place("source"),
                "finding/visit-missing",
                f"来源是“{finding.source}”，没有写是哪一次",
                f"补上 {asked}: {'2026/03 这样的察访编号' if asked == 'inspection' else '2026/文件名'}",
            )
        for field, visit in (
            ("inspection", corpus.inspections.get(finding.inspection or "")),
            ("review", corpus.reviews.get(finding.review or "")),
        ):
            if visit and finding.division not in visit.record.divisions:
                yield Problem(
                    entry.place("division"),
                    "finding/unit-not-visited",
                    f"{visit.record.label} {visit.id} 没有看{corpus.unit_name(finding.division)}",
                    f"改正 division 或 {field}；真看了的，在那一份的 divisions 里补上 {finding.division}",
                )
            if visit and finding.registered_on < visit.record.on:
                yield Problem(
                    entry.place("registered_on"),
                    "finding/before-visit",
                    f"{finding.registered_on} 就登记了，可{visit.record.label} {visit.id} 是 {visit.record.on} 去的",
                    "核对这两个日期，改掉写错的一个",
                )


def hard_ones_raised_by(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Of something hard it is said who raised it, and only of that (意见 三（二）)."""
    for entry in corpus.findings.values():
        finding = entry.record
        hard = finding.type is FindingKind.HARD
        if hard and finding.raised_by is None:
            yield Problem(
                entry.place("type"),
                "finding/raised-by-missing",
                "难点问题没有写是谁提的",
                "补上 raised_by: 企业，或者 基层、群众",
            )
        if not hard and finding.raised_by is not None:
            yield Problem(
                entry.place("raised_by"),
                "finding/raised-by-odd",
                f"种类是“{finding.type}”，谁提的只写在难点问题上",
                f"删掉 raised_by；真是难点问题，写 type: {FindingKind.HARD}",
            )


def norms_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A norm that was broken is one of those that are shown (意见 三（四）)."""
    norms = corpus.public.norms.get(Norms.kind)
    there = [*PAIRS, *(ban.id for ban in norms.record.bans)] if norms else []
    for entry in corpus.findings.values():
        for index, number in enumerate(entry.record.norms):
            if norms and number not in there:
                yield Problem(
                    entry.place("norms", index),
                    "finding/no-such-norm",
                    f"norms.yaml 里没有 {number}",
                    f"改成违反的那一条的编号，可以写 {'、'.join(there)}",
                )


def _closed(finding: Finding, day: date) -> date | None:
    """The day on which it was struck off, of one that is."""
    if finding.state(day) is not FindingState.CLOSED:
        return None
    return max(event.on for event in finding.log if event.action is FindingAction.ACCEPT)
