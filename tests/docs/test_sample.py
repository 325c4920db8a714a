"""The sample bureau is large enough to look at, and careful: nothing real, nothing said twice, no Sunday signings."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from mingbai.cache_file import opened
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.make import Means, Wish, checked
from mingbai.materials import materials
from mingbai.records.base import Published, Record
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.bulletin import Bulletin
from mingbai.records.public.division import Division
from mingbai.records.public.person import Person
from mingbai.source.tree import scan
from tests import ROOT
from tests.sample import sample_corpus, sample_intranet

TEXTS = sorted(path for path in (ROOT / "content").rglob("*") if path.suffix in (".md", ".yaml"))
TELEPHONE = re.compile(r"(?<![\d-])\d{3,4}-\d{7,8}(?!\d)")
LEAST = {"divisions": 22, "commitments": 24, "fees": 12, "fines": 6, "bulletins": 7, "articles": 24, "documents": 25}
OUR_PAPER = re.compile(r"示例文广新\w{0,2}〔202[4-6]〕\d+号")
"""A paper of ours by its number, from the years whose papers the sample holds."""
PAPER_HERE = re.compile(rf"^doc_no: ({OUR_PAPER.pattern})$", re.M)
DAYS = (
    "2025-12-31",
    "2026-01-27",
    "2026-02-05",
    "2026-02-11",
    "2026-06-30",
    "2026-08-20",
    "2026-10-08",
    "2026-12-31",
    "2027-01-01",
)
SENTENCE_ENDS = re.compile(r"[。；！？]")


@pytest.fixture(scope="module")
def corpus() -> PublicCorpus:
    return sample_corpus()


@pytest.fixture(scope="module")
def intranet() -> IntranetCorpus:
    return sample_intranet()


def sentences(unit: Division) -> Iterator[str]:
    """What a unit says of itself, sentence by sentence."""
    for block in (unit.functions, unit.policy, unit.content, unit.procedure, unit.time_limits):
        for line in block:
            yield from filter(None, SENTENCE_ENDS.split(line))


@pytest.mark.parametrize(("kind", "least"), LEAST.items())
def test_there_is_enough_to_look_at(kind: str, least: int, corpus: PublicCorpus) -> None:
    assert len(getattr(corpus, kind)) >= least


def test_no_two_units_share_a_sentence(corpus: PublicCorpus) -> None:
    said = Counter(sentence for entry in corpus.divisions.values() for sentence in set(sentences(entry.record)))

    assert [sentence for sentence, times in said.items() if times > 1] == []


def test_each_unit_has_a_telephone_of_its_own(corpus: PublicCorpus) -> None:
    said = Counter(entry.record.phone for entry in corpus.divisions.values())

    assert [phone for phone, times in said.items() if times > 1] == []


def test_no_telephone_and_no_name_is_real(corpus: PublicCorpus) -> None:
    numbers = {number for path in TEXTS for number in TELEPHONE.findall(path.read_text("utf-8"))}

    assert [number for number in sorted(numbers) if not number.startswith("0000-")] == []
    assert [entry.id for entry in corpus.people.values() if not entry.record.display_name.startswith("示例")] == []


def test_every_paper_of_ours_that_is_cited_can_be_read() -> None:
    texts = [path.read_text("utf-8") for path in TEXTS]
    cited = {number for text in texts for number in OUR_PAPER.findall(text)}
    here = {number for text in texts for number in PAPER_HERE.findall(text)}

    assert sorted(cited - here) == []


def test_nobody_signs_on_a_day_off(corpus: PublicCorpus) -> None:
    """Neither is a record reviewed for release on one, nor published, nor is an issue dated on one."""
    off = {
        f"{entry.path}: {day}"
        for entry in corpus.entries
        for day in signed(entry.record)
        if day.year in corpus.workdays.years and not corpus.workdays.has(day)
    }

    assert sorted(off) == []


def signed(record: Record) -> Iterator[date]:
    """The days on which the bureau put its hand to a record."""
    if isinstance(record, Published):
        yield record.published.date()
        if record.review:
            yield record.review.on
    if isinstance(record, Bulletin):
        yield record.date


def test_at_least_thirty_of_the_staff_have_a_code_and_every_unit_has_staff(intranet: IntranetCorpus) -> None:
    staff = {f"2026/{id}" for id in intranet.staff}

    assert len(staff & intranet.conduct.keys()) >= 30
    assert {entry.record.division for entry in intranet.staff.values()} == intranet.public.divisions.keys()


def test_no_two_codes_share_a_promise_or_a_feature_of_the_work(intranet: IntranetCorpus) -> None:
    codes = [entry.record for entry in intranet.conduct.values()]
    said = Counter(line for code in codes for line in (*code.commitments, *code.work_features))

    assert [line for line, times in said.items() if times > 1] == []


def test_three_codes_were_late_and_two_are_still_owed_one_of_them_drafted(intranet: IntranetCorpus) -> None:
    owed = intranet.duties(2026, HandIn.CONDUCT)

    assert sum(duty.was_late for duty in owed) == 3
    assert sorted(duty.drafted for duty in owed if duty.missing) == [False, True]


def test_the_staff_are_nobody_real_and_nobody_else(intranet: IntranetCorpus) -> None:
    people: list[Staff | Person] = [entry.record for entry in intranet.staff.values()]
    people += [entry.record for entry in intranet.public.people.values()]

    for said in ("display_name", "work_no", "office_phone"):
        assert len({getattr(person, said) for person in people}) == len(people)
    assert [person.display_name for person in people if not person.display_name.startswith("示例")] == []


def test_codes_go_from_hand_to_hand_on_working_days(intranet: IntranetCorpus) -> None:
    worked = intranet.public.workdays
    days = {event.on for entry in intranet.conduct.values() for event in entry.record.events}

    assert [day for day in sorted(days) if not worked.has(day)] == []


@pytest.mark.slow
def test_on_each_day_of_its_year_it_stands_without_a_mistake() -> None:
    """Nothing is cited before it was there, nothing counts as done by proof that came later."""
    mistakes: list[str] = []
    with opened(None, "") as cache:  # what was read for one day need not be read for the next
        for day in DAYS:
            wish = Wish(ROOT, ROOT / "site", as_of=date.fromisoformat(day), history=True)
            found = checked(wish, scan(ROOT, "content", "templates"), materials(ROOT), Means(cache), datetime.now(UTC))
            mistakes += [f"{day}: {problem}" for problem in found.all_problems if problem.is_error]

    assert mistakes == []
