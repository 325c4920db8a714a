"""The sample's visits, ledger, circulars and complaints of 2026: all there is to show, and the figures that follow."""

from collections import Counter

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.intranet.circular import CircularKind
from mingbai.records.intranet.complaint import ComplaintChannel, ComplaintKind, ComplaintState
from mingbai.records.intranet.finding import Finding, FindingAction, FindingKind, FindingSource, FindingState
from mingbai.records.intranet.inspection import Inspection, Method
from mingbai.records.intranet.plan import BUREAU
from tests.sample import sample_corpus, sample_intranet


def steps(corpus: IntranetCorpus, action: FindingAction) -> list[str]:
    """The findings in whose log a step stands, by id, once for each time."""
    return [id for id, entry in corpus.findings.items() for event in entry.record.log if event.action is action]


def test_the_year_was_inspected_in_all_four_ways_and_once_nothing_was_found() -> None:
    visits: list[Inspection] = [entry.record for entry in sample_intranet().inspections.values()]
    exemplars = {point.exemplar for visit in visits for point in visit.good_points if point.exemplar}

    assert len(visits) >= 14
    assert {visit.method for visit in visits} == set(Method)
    assert len({visit.organiser for visit in visits}) > 1
    assert [visit.nothing_found for visit in visits].count(True) == 1
    assert exemplars == {"2026/bulb-leaflet", "2026/bill-check", "2026/evening-hearing", "2026/send-books"}


def test_the_ledger_has_every_source_every_state_and_both_kinds() -> None:
    corpus = sample_intranet()
    findings: list[Finding] = [entry.record for entry in corpus.findings.values()]
    states = Counter(case.state for case in corpus.ledger.values())

    assert len(findings) >= 44
    assert {finding.source for finding in findings} == set(FindingSource)
    assert {finding.type for finding in findings} == set(FindingKind)
    assert set(states) == set(FindingState)
    assert states[FindingState.CLOSED] > len(findings) / 2
    assert len({finding.division for finding in findings}) >= 20


def test_one_finding_came_back_one_was_none_two_were_given_more_time_and_three_are_overdue() -> None:
    corpus = sample_intranet()

    assert steps(corpus, FindingAction.REOPEN) == ["2026/020"]
    assert corpus.ledger["2026/020"].state is FindingState.CLOSED
    assert steps(corpus, FindingAction.DISMISS) == ["2026/034"]
    assert steps(corpus, FindingAction.EXTEND) == ["2026/002", "2026/015"]
    assert {case.id: case.state for case in corpus.ledger.values() if case.is_overdue} == {
        "2026/045": FindingState.RECTIFYING,
        "2026/046": FindingState.RECTIFYING,
        "2026/047": FindingState.SUBMITTED,
    }


def test_what_the_plans_say_of_a_problem_leads_to_its_finding_and_that_to_the_same_unit() -> None:
    corpus = sample_intranet()
    problems = [(id, each) for id, plan in corpus.plans.items() for each in plan.record.problems if each.finding]
    units = {id.split("/")[1]: corpus.findings[each.finding].record.division for id, each in problems if each.finding}

    assert len(problems) == 10
    assert {unit: division for unit, division in units.items() if unit != division} == {BUREAU: "office"}


def test_a_visit_is_told_of_in_circulars_and_so_are_the_honours() -> None:
    circulars = [entry.record for entry in sample_intranet().circulars.values()]

    assert Counter(circular.type for circular in circulars) == {CircularKind.VISIT: 11, CircularKind.COMMENDATION: 1}
    assert [each.doc_no for each in circulars] == [f"示例作风办〔2026〕{no}号" for no in range(1, 13)]
    assert [honour.no for circular in circulars for honour in circular.honours] == [1, 2, 3, 4, 5]


def test_complaints_came_by_every_way_and_stand_in_every_state() -> None:
    corpus = sample_intranet()
    complaints = [entry.record for entry in corpus.complaints.values()]

    assert len(complaints) >= 16
    assert {each.channel for each in complaints} == set(ComplaintChannel)
    assert Counter(each.type for each in complaints)[ComplaintKind.REPORT] == 2
    assert {each.type for each in complaints} == set(ComplaintKind)
    assert {docket.state for docket in corpus.dockets.values()} == set(ComplaintState)
    assert [each.finding for each in complaints if each.finding] == ["2026/009", "2026/031", "2026/034"]


def test_the_figures_of_the_visits_that_the_public_was_told_are_those_of_the_ledger() -> None:
    record = sample_corpus().figures["visits-2026"].record
    corpus = sample_intranet(record.on.isoformat())
    states = Counter(case.state for case in corpus.ledger.values())

    assert [item.number for item in record.data] == [
        len(corpus.inspections),
        len(corpus.ledger),
        states[FindingState.CLOSED],
        states[FindingState.DISMISSED],
        sum(case.is_open for case in corpus.ledger.values()),
    ]
    assert not any(case.is_overdue for case in corpus.ledger.values())
