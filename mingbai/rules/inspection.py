"""Inspections: something is said of every visit, of units that were seen, and nobody who came unannounced is named."""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Method
from mingbai.rules.words import words


def something_said(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A visit has a good point, a finding, or says outright that it found nothing wrong (意见 五（一）)."""
    written = [entry for entry in corpus.written if isinstance(entry.record, Finding)]
    found = {entry.record.inspection for entry in written if isinstance(entry.record, Finding)}
    readable = {entry.id for entry in written}
    all_read = corpus.ids(Finding) <= readable
    for entry in corpus.inspections.values():
        visit = entry.record
        if visit.nothing_found and entry.id in found:
            yield Problem(
                entry.place("nothing_found"),
                "inspection/nothing-yet-something",
                "写了没有发现问题，台账里却有这一次察访的问题",
                "删掉 nothing_found；问题不是这一次看到的，改那个问题的 inspection",
            )
        elif not (visit.good_points or visit.nothing_found or entry.id in found) and all_read:
            yield Problem(
                entry.place(),
                "inspection/nothing-said",
                "没有好的地方，台账里也没有这一次的问题，看不出看到了什么",
                f"补上 good_points；有问题的登记到台账，写 inspection: {entry.id}；都没有，写 nothing_found: true",
            )


def good_points_of_units_seen(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What is praised was seen: the unit is among those visited."""
    for entry in corpus.inspections.values():
        for index, point in enumerate(entry.record.good_points):
            if point.division not in entry.record.divisions:
                yield Problem(
                    entry.place("good_points", index, "division"),
                    "inspection/unit-not-visited",
                    f"好的地方写的是{corpus.unit_name(point.division)}，divisions 里没有它",
                    f"改正单位；真看了的，在 divisions 里补上 {point.division}",
                )


def ends_after_it_begins(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A visit of several days ends after the day it begins; that none ends before is asked of all periods."""
    for entry in corpus.inspections.values():
        visit = entry.record
        if visit.until == visit.on:
            yield Problem(
                entry.place("until"),
                "inspection/until-not-later",
                f"{visit.on} 去的，又写着看到 {visit.until}，是同一天",
                "只看了一天的，删掉 until；不止一天的，改成最后一天",
            )


def covert_names_nobody(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What is told of a covert visit names nobody of the bureau: one name may tell who came (意见 五（一）)."""
    names = {member.name for member in corpus.members.values()}
    for entry in corpus.inspections.values():
        if entry.record.method is not Method.COVERT:
            continue
        for steps, text in words(entry.record):
            told = sorted(name for name in names if name in text)
            if told:
                yield Problem(
                    entry.place(*steps),
                    "inspection/somebody-named",
                    f"暗访里写了{'、'.join(told)}，去的人容易被认出来",
                    "写岗位，不写姓名",
                )
