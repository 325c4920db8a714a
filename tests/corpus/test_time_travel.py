"""The corpus of a day is what was known on that day, and it holds together on every day."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.cache_file import opened
from mingbai.clock import Clock
from mingbai.corpus.gather import keys
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.load import Side, load
from mingbai.records.intranet.plan import MeasureStatus, PlanStatus
from mingbai.records.public.commitment import CommitmentStatus
from mingbai.records.public.fee import FeeStatus
from mingbai.source.tree import scan
from tests.factories import GOLDEN, changed, checked, content, intranet_corpus, problems_of, public_corpus, raw

TODAY = date(2026, 12, 28)
DAYS = sorted(
    {
        date.fromisoformat(found) + timedelta(days=shift)
        for text in content().values()
        for found in re.findall(r"\d{4}-\d\d-\d\d", text)
        for shift in (-1, 0)
    }
)
"""Each day named in the golden bureau, and the day before it."""
STANDS = date(2027, 1, 1)
"""From then on something is missing that only a new year asks for, as it should."""


def on(day: str) -> Clock:
    return Clock(TODAY, date.fromisoformat(day))


def public(day: str, files: Mapping[str, str] | None = None) -> PublicCorpus:
    return public_corpus(files, on(day))


def intranet(day: str, files: Mapping[str, str] | None = None) -> IntranetCorpus:
    return intranet_corpus(files, on(day))


@pytest.fixture(scope="module")
def sides() -> Mapping[Audience, Side]:
    """The golden bureau, read once."""
    with opened(None, "") as cache:
        return load(GOLDEN, scan(GOLDEN, "content"), tuple(Audience), cache)


def histories(sides: Mapping[Audience, Side]) -> Iterator[flow.Checked]:
    """What is found on each of the days, from the first to the last."""
    for day in DAYS:
        yield flow.check(sides, Clock(max(TODAY, day), day))


def test_the_golden_bureau_holds_together_on_every_day(sides: Mapping[Audience, Side]) -> None:
    """Cutting at a day leaves no reference that leads nowhere and no rule that is broken."""
    assert len(DAYS) > 50
    problems = {found.clock.as_of: found.all_problems for found in histories(sides) if found.clock.as_of < STANDS}
    assert {day: told for day, told in problems.items() if told} == {}


def test_what_was_there_stays_there(sides: Mapping[Audience, Side]) -> None:
    """Nothing that ends is forgotten: from day to day records only come."""
    known = [keys(found.public.entries) for found in histories(sides) if found.public]

    assert all(before <= after for before, after in pairwise(known))
    assert len(known[0]) < len(known[-1])


@pytest.mark.parametrize(
    ("before", "from_then_on", "kind"),
    [
        ("2026-01-06", "2026-01-07", "people"),
        ("2026-01-08", "2026-01-09", "divisions"),
        ("2026-01-11", "2026-01-12", "laws"),
        ("2026-01-25", "2026-01-26", "fees"),
        ("2026-01-31", "2026-02-01", "commitments"),
        ("2026-02-02", "2026-02-03", "pledges"),
        ("2026-03-01", "2026-03-02", "bulletins"),
    ],
)
def test_a_record_is_there_from_its_first_day_on(before: str, from_then_on: str, kind: str) -> None:
    """From the day of its release; a promise and a fee also not before they begin."""
    assert not getattr(public(before), kind)
    assert getattr(public(from_then_on), kind)


def test_an_article_comes_with_its_issue() -> None:
    """Handed in on 25 February, it is on no page before 2 March."""
    assert public("2026-03-01").articles == {}
    assert list(public("2026-03-02").articles) == ["2026/01/less-paper", "2026/01/one-notice"]


def test_a_fee_that_will_be_cancelled_is_still_charged() -> None:
    event = "valid_from: 2005-03-01\nevents:\n  - {on: 2026-06-01, action: 取消, document: {number: 一号}}\n"
    files = changed("public/fees/catv.yaml", "valid_from: 2005-03-01\n", event)

    assert [public(day, files).fees["catv"].record.status(date.fromisoformat(day)) for day in DAYS_OF_JUNE] == [
        FeeStatus.CHARGING,
        FeeStatus.CANCELLED,
    ]
    assert public("2026-05-31", files).fees["catv"].record.events == ()


DAYS_OF_JUNE = ("2026-05-31", "2026-06-01")


def test_a_fee_that_begins_later_is_not_there_yet() -> None:
    files = changed("public/fees/culture-card.yaml", "valid_from: 2017-01-01", "valid_from: 2026-06-01")

    assert ["culture-card" in public(day, files).fees for day in DAYS_OF_JUNE] == [False, True]


def test_a_law_is_known_from_the_day_it_is_passed() -> None:
    """Before it takes effect, so that people can prepare; before it is passed nobody knows it."""
    files = changed(
        "public/laws/service-pledges.yaml",
        "review:",
        "  - doc_no: 第二版\n    passed_on: 2026-06-01\n    effective_from: 2027-01-01\n"
        "    articles: {第五条: 再短一点。}\nreview:",
    )

    versions = [
        [version.doc_no for version in public(day, files).laws["service-pledges"].record.versions]
        for day in DAYS_OF_JUNE
    ]

    assert versions == [["示例文广新〔2026〕2号"], ["示例文广新〔2026〕2号", "第二版"]]


def test_an_item_that_will_be_suspended_is_still_handled() -> None:
    guide = "public/commitments/market/catv.yaml"
    files = changed(
        guide, "effective_from:", "events:\n  - {on: 2026-06-01, action: 暂停, reason: 线路改造}\neffective_from:"
    )

    found = [
        public(day, files).commitments["market/catv"].record.status(date.fromisoformat(day)) for day in DAYS_OF_JUNE
    ]

    assert found == [CommitmentStatus.ACTIVE, CommitmentStatus.SUSPENDED]


def test_a_reform_is_not_told_before_it_happened() -> None:
    files = changed("public/commitments/market/perf-domestic.yaml", "  - on: 2026-02-01", "  - on: 2026-06-01")

    found = [len(public(day, files).commitments["market/perf-domestic"].record.reform) for day in DAYS_OF_JUNE]

    assert found == [0, 1]


def test_who_will_leave_and_what_will_close_is_not_told_before() -> None:
    files = changed(
        "public/people/yi.yaml", "in_post_from: 2024-05-10", "in_post_from: 2024-05-10\nin_post_to: 2026-06-01"
    )
    files = changed("public/divisions/market.yaml", "established_on:", "closed_on: 2026-06-01\nestablished_on:", files)

    corpora = [public(day, files) for day in DAYS_OF_JUNE]

    assert [c.people["yi"].record.in_post_to for c in corpora] == [None, date(2026, 6, 1)]
    assert [c.divisions["market"].record.closed_on for c in corpora] == [None, date(2026, 6, 1)]


def test_a_plan_is_what_had_happened_by_that_day() -> None:
    """Its state, the state of its measures and the proof of them follow from their logs."""
    before, later = (intranet(day).plans["2026/market"].record for day in ("2026-02-05", "2026-06-20"))

    assert (before.status(date(2026, 2, 5)), later.status(date(2026, 6, 20))) == (
        PlanStatus.REVIEWED,
        PlanStatus.PUBLISHED,
    )
    assert before.measures[0].status(date(2026, 2, 5)) is MeasureStatus.NOT_STARTED
    assert later.measures[0].status(date(2026, 6, 20)) is MeasureStatus.DONE
    assert (len(before.measures[0].evidence), len(later.measures[0].evidence)) == (0, 1)
    assert intranet("2026-01-14").plans == {}


def test_an_annex_comes_with_what_it_is_about() -> None:
    before, later = intranet("2026-01-31"), intranet("2026-02-01")

    assert ("commitments", "market/perf-domestic") not in before.annexes
    assert ("commitments", "market/perf-domestic") in later.annexes


def test_what_lies_in_the_folder_of_a_division_waits_for_it() -> None:
    files = changed("public/divisions/market.yaml", "established_on: 2004-12-20", "established_on: 2026-06-01")

    before, later = (checked(raw(files), on(day)) for day in DAYS_OF_JUNE)

    assert before.public and later.public
    assert (len(before.public.commitments), len(later.public.commitments)) == (0, 2)
    assert not later.all_problems


def test_the_public_corpus_is_the_same_whether_or_not_the_intranet_is_there() -> None:
    alone = {path: text for path, text in content().items() if path.startswith("content/public/")}

    assert public_corpus(alone) == public_corpus()
    assert problems_of(raw(alone)) == ()
