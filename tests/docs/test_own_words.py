"""The sample bureau reads as if people had written it: complete, and each unit in its own words."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.plan import Plan
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.division import Division, DivisionKind
from tests.sample import sample_corpus, sample_intranet

SENTENCE = re.compile(r"[^。；！？]+")
SIGNS = re.compile(r"[\s，、：“”（）《》—…·]")
SHORT = 8
"""Up to so many characters, a phrase is everybody's: 电话开着, 跑0次, 齐了当场受理."""
BLOCKS = ("functions", "policy", "content", "procedure", "time_limits")


def of_division(record: Division) -> Iterator[str]:
    for block in BLOCKS:
        yield from getattr(record, block)


def of_commitment(record: Commitment) -> Iterator[str | None]:
    """What a division writes of an item in its own words; limits, remedies and names are the law's."""
    yield from (record.plain_summary, record.quantity_limit, record.annual_check, record.no_materials)
    yield from (record.change_reason, record.comparison, *record.prohibitions, *record.excluded)
    yield from (each.text for each in record.conditions)
    yield from (each.text for each in record.reform)
    for material in record.materials:
        yield from (material.requirement, material.source_note, material.when, material.promise_substitute)
    for step in record.process:
        yield from (step.client_action, step.agency_action)
    for question in record.faq:
        yield from (question.question, question.answer)


def texts(corpus: PublicCorpus) -> Iterator[tuple[str, str | None]]:
    """Every text by the division that answers for it."""
    for id, division in corpus.divisions.items():
        yield from ((id, text) for text in of_division(division.record))
    for entry in corpus.commitments.values():
        yield from ((division_of(entry), text) for text in of_commitment(entry.record))
    for id, pledges in corpus.pledges.items():
        yield from ((id.split("/")[1], pledge.text) for pledge in pledges.record.pledges)


def of_plan(record: Plan) -> Iterator[str]:
    """What a unit writes of its year; whose opinions were asked and how is told alike by many."""
    yield from (*record.experience, *record.systems, *record.discipline)
    yield from (problem.text for problem in record.problems)
    yield from (pledge.text for pledge in record.internal_pledges)
    for measure in record.measures:
        yield from (measure.text, *(note.note for note in measure.progress))
    for report in record.reports:
        yield from report.text


def of_finding(record: Finding) -> Iterator[str | None]:
    """What was found in a unit, why, what it does about it, and what was seen when it had."""
    yield from (record.text, record.cause, *record.measures)
    for event in record.log:
        yield event.note
        yield from (each.text for each in event.evidence)


def of_appraisal(record: Appraisal) -> Iterator[str | None]:
    """What a unit says of its own year, and why it was scored as it was."""
    yield from record.self_text
    for score in (score for judgement in record.evidence for score in judgement.scores):
        yield from (score.note, *(each.note for each in score.earlier))


def inner_texts(corpus: IntranetCorpus) -> Iterator[tuple[str, str | None]]:
    """Every text that stays in, by the unit that wrote it."""
    for id, plan in corpus.plans.items():
        yield from ((id.split("/")[1], text) for text in of_plan(plan.record))
    for finding in corpus.findings.values():
        yield from ((finding.record.division, text) for text in of_finding(finding.record))
    for id, appraisal in corpus.appraisals.items():
        yield from ((id.split("/")[1], text) for text in of_appraisal(appraisal.record))
    for activity in corpus.activities.values():
        yield from ((said.division, said.text) for said in activity.record.contributions)


def shared(given: Iterator[tuple[str, str | None]]) -> dict[str, set[str]]:
    """The sentences that more than one division says, with those that do."""
    found: dict[str, set[str]] = {}
    for division, text in given:
        for sentence in SENTENCE.findall(text or ""):
            said = SIGNS.sub("", sentence)
            if len(said) > SHORT:
                found.setdefault(said, set()).add(division)
    return {said: divisions for said, divisions in found.items() if len(divisions) > 1}


def test_no_two_divisions_share_a_sentence() -> None:
    assert shared(texts(sample_corpus())) == {}


def test_no_two_units_share_a_sentence_in_what_stays_in() -> None:
    assert shared(inner_texts(sample_intranet())) == {}


def test_a_sentence_that_two_divisions_share_is_seen() -> None:
    same = "材料齐了当场受理，并且给您一张回执"

    assert shared(iter([("a", f"{same}。"), ("b", f"另外一句；{same}")])) == {SIGNS.sub("", same): {"a", "b"}}
    assert shared(iter([("a", same), ("a", same)])) == {}


def test_every_unit_of_the_bureau_is_there_and_promises_the_five_blocks() -> None:
    units = [entry.record for entry in sample_corpus().divisions.values()]

    assert Counter(unit.type for unit in units) >= Counter({DivisionKind.DIVISION: 13, DivisionKind.AFFILIATE: 8})
    assert all(getattr(unit, block) for unit in units for block in BLOCKS)


def test_every_leader_has_units_and_both_halves_of_the_double_duty() -> None:
    corpus = sample_corpus()
    leaders = {entry.record.supervising_leader for entry in corpus.divisions.values()}
    people = [entry.record for entry in corpus.people.values()]

    assert leaders == {id for id, entry in corpus.people.items() if not entry.record.division}
    assert all(person.duties and person.style_duties for person in people)


def test_two_dozen_items_are_complete() -> None:
    records = [entry.record for entry in sample_corpus().commitments.values()]

    assert len(records) >= 24
    for record in records:
        assert record.materials or record.no_materials
        assert all((record.conditions, record.process, record.channels, record.faq, record.reform, record.topics))
        assert record.query_url
        assert record.quantity_limit
        assert record.annual_check
