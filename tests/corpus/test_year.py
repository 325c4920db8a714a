"""A year as it stood on each of its days: the phase, who owed what, what was due, and what did not exist yet."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.agenda import Sort, Task, agenda, cases, every
from mingbai.corpus.campaign import span_on, spans
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.records.intranet.campaign import HandIn
from tests.factories import changed, content, intranet_corpus, problems_of, raw, without

FRAME = "intranet/campaigns/2026.yaml"
PLAN = "intranet/plans/2026/market.yaml"
STAFF = "intranet/staff/bing.yaml"
CODE = "intranet/conduct/2026/bing.yaml"
HANDED_IN = "{on: 2026-01-28, action: 提交, by: 市场处}"
WHAT = tuple(HandIn)
YEAR = {
    "2026-01-05": ("动员", 0, 0, 0, 0),
    "2026-01-30": ("动员", 0, 0, 0, 0),
    "2026-01-31": ("动员", 1, 0, 0, 0),
    "2026-02-05": ("动员", 1, 0, 0, 0),
    "2026-02-10": ("动员", 1, 0, 0, 0),
    "2026-02-11": ("动员", 1, 2, 0, 0),
    "2026-02-28": ("动员", 1, 2, 0, 0),
    "2026-03-01": ("实施", 1, 2, 0, 0),
    "2026-07-10": ("实施", 1, 2, 0, 0),
    "2026-07-11": ("实施", 1, 2, 2, 0),
    "2026-09-30": ("实施", 1, 2, 2, 0),
    "2026-10-01": ("总结", 1, 2, 2, 0),
    "2026-12-31": ("总结", 1, 2, 2, 2),
    "2027-01-01": (None, 1, 2, 2, 2),
}
"""The days on which something turns: the phase, and how much is missing of `WHAT`.

The golden bureau has two that owe a plan, of which one handed it in, and three people, of whom one has a code.
"""


def on(day: str, files: Mapping[str, str] | None = None) -> IntranetCorpus:
    as_of = date.fromisoformat(day)
    return intranet_corpus(files, Clock(as_of, as_of))


def phase(corpus: IntranetCorpus) -> str | None:
    span = span_on(spans(corpus.campaigns["2026"]), corpus.day)
    return span.phase.value if span else None


def of_market(day: str, what: HandIn, files: Mapping[str, str] | None = None) -> Duty:
    return next(duty for duty in on(day, files).duties(2026, what) if duty.unit == "market")


def code_of(member: str, day: str, files: Mapping[str, str] | None = None) -> Duty | None:
    return next((duty for duty in on(day, files).duties(2026, HandIn.CONDUCT) if duty.id == f"2026/{member}"), None)


def handed_in(day: str) -> dict[str, str]:
    return changed(PLAN, HANDED_IN, HANDED_IN.replace("2026-01-28", day))


def tasks(day: str, sort: Sort, files: Mapping[str, str] | None = None) -> list[Task]:
    return [task for task in agenda(on(day, files), 2026) if task.sort is sort]


@pytest.mark.parametrize(("day", "expected"), YEAR.items())
def test_each_day_has_its_phase_and_its_gaps(day: str, expected: tuple[object, ...]) -> None:
    """A due day itself is in time; what is owed from one phase is owed in the next, and after the year too."""
    corpus = on(day)
    gaps = [sum(duty.missing for duty in corpus.duties(2026, what)) for what in WHAT]

    assert (phase(corpus), *gaps) == expected
    assert sum(task.is_overdue for task in tasks(day, Sort.HAND_IN)) == sum(gaps)


def test_before_it_is_announced_there_is_no_campaign() -> None:
    for day in ("2026-01-01", "2026-01-04"):
        corpus = on(day)

        assert corpus.campaigns == {}
        assert (corpus.duties(2026), agenda(corpus, 2026)) == ((), ())


def test_the_new_year_begins_with_nothing_owed() -> None:
    corpus = on("2027-01-01")

    assert (corpus.duties(2027), agenda(corpus, 2027)) == ((), ())
    assert corpus.duties(2026)


def test_a_phase_that_ends_with_february_ends_on_its_last_day_in_a_leap_year_too() -> None:
    frame = f"content/{FRAME}"
    files = {**without(FRAME), frame.replace("2026", "2028"): content()[frame]}

    first = spans(on("2028-01-10", files).campaigns["2028"])[0]

    assert (first.first, first.last) == (date(2028, 1, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("came", "day", "state"),
    [
        ("2026-01-30", "2026-01-29", (False, False, -1)),
        ("2026-01-30", "2026-01-30", (False, False, 0)),
        ("2026-02-02", "2026-01-30", (False, False, 0)),
        ("2026-02-02", "2026-01-31", (True, False, 1)),
        ("2026-02-02", "2026-02-02", (False, True, 3)),
        ("2026-02-02", "2026-12-31", (False, True, 3)),
    ],
)
def test_a_plan_is_missing_until_it_comes_and_late_ever_after(
    came: str, day: str, state: tuple[bool, bool, int]
) -> None:
    """Missing, late, days late."""
    duty = of_market(day, HandIn.PLAN, handed_in(came))

    assert (duty.missing, duty.was_late, duty.days_late) == state


@pytest.mark.parametrize(
    ("roll", "due", "day", "missing"),
    [
        ("", "2026-02-18", "2026-02-18", False),
        ("", "2026-02-18", "2026-02-19", True),
        (", roll: 不顺延", "2026-02-18", "2026-02-19", True),
        (", roll: 顺延到下一个工作日", "2026-02-24", "2026-02-24", False),
        (", roll: 顺延到下一个工作日", "2026-02-24", "2026-02-25", True),
    ],
)
def test_a_deadline_in_the_holidays_stays_unless_the_campaign_moves_it(
    roll: str, due: str, day: str, missing: bool
) -> None:
    """Spring Festival lasts until the 23rd of February."""
    files = changed(FRAME, "due: 2026-01-30}", f"due: 2026-02-18{roll}}}", handed_in("2026-03-03"))
    duty = of_market(day, HandIn.PLAN, files)

    assert (duty.due, duty.missing) == (date.fromisoformat(due), missing)


@pytest.mark.parametrize(
    ("spell", "owes"),
    [
        ("since: 2026-02-10", True),
        ("since: 2026-02-11", False),
        ("since: 2024-06-03\nuntil: 2026-02-10", True),
        ("since: 2024-06-03\nuntil: 2026-02-09", False),
    ],
)
def test_a_code_is_owed_by_who_was_there_on_the_due_day(spell: str, owes: bool) -> None:
    files = changed(STAFF, "since: 2024-06-03", spell, without(CODE))

    assert (code_of("bing", "2026-02-28", files) is not None) is owes


def test_reports_are_counted_from_the_day_they_came() -> None:
    report = "reports:\n  - {what: 半年小结, on: 2026-07-13, text: [做了一半]}\nevents:"
    files = changed(PLAN, "events:", report)

    assert of_market("2026-07-12", HandIn.HALF_YEAR, files).missing
    assert of_market("2026-07-13", HandIn.HALF_YEAR, files).was_late
    assert of_market("2026-12-19", HandIn.SUMMARY, files).missing


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("2026-01-05", lambda corpus: corpus.campaigns),
        ("2026-01-09", lambda corpus: corpus.activities),
        ("2026-01-15", lambda corpus: corpus.plans),
        ("2026-01-28", lambda corpus: [e for e in corpus.plans.values() if e.record.submitted_on]),
        ("2026-02-06", lambda corpus: corpus.plans["2026/market"].record.events[3:]),
        ("2026-02-09", lambda corpus: corpus.conduct),
        ("2026-02-12", lambda corpus: corpus.conduct["2026/bing"].record.events[1:]),
        ("2026-03-02", lambda corpus: corpus.bulletins),
        ("2026-03-02", lambda corpus: corpus.articles),
        ("2026-04-08", lambda corpus: corpus.submissions),
        ("2026-04-10", lambda corpus: corpus.submissions["2026/queue"].record.decision),
        ("2026-06-20", lambda corpus: corpus.plans["2026/market"].record.measures[0].progress),
        ("2026-06-20", lambda corpus: corpus.plans["2026/market"].record.measures[0].evidence),
    ],
)
def test_what_is_dated_later_does_not_exist_yet(first: str, found: Callable[[IntranetCorpus], object]) -> None:
    before = date.fromordinal(date.fromisoformat(first).toordinal() - 1).isoformat()

    assert not found(on(before))
    assert found(on(first))


def test_opinions_that_are_asked_in_several_rounds_are_there_round_by_round() -> None:
    """A plan is there from its first step on; what was asked later was not known on that day, and is not missed."""
    second = "  - {on: 2026-01-20, who: 书店, form: 走访, count: 3, adopted: 3}\nmeasures:\n"
    files = changed(PLAN, "measures:\n", second)
    first_later = changed(PLAN, "- on: 2026-01-15", "- on: 2026-01-20")

    rounds = [on(day, files).plans["2026/market"].record.consultation for day in ("2026-01-19", "2026-01-20")]

    assert [len(each) for each in rounds] == [1, 2]
    assert problems_of(raw(first_later), Clock(date(2026, 12, 28), date(2026, 1, 16))) == ()


def test_what_shows_that_a_measure_is_done_may_come_after_the_note() -> None:
    files = changed(PLAN, "text: 委托书, on: 2026-06-20", "text: 委托书, on: 2026-06-25")

    assert problems_of(raw(files), Clock(date(2026, 12, 28), date(2026, 6, 22))) == ()


@pytest.mark.parametrize(
    ("notes", "settled"),
    [
        (["{on: 2026-07-09, action: 完成, note: 回头看，还管用}"], date(2026, 6, 20)),
        (
            ["{on: 2026-07-02, action: 进行中, note: 又退回来了}", "{on: 2026-07-09, action: 完成, note: 重办好了}"],
            date(2026, 7, 9),
        ),
        (["{on: 2026-06-19, action: 完成, note: 补记}"], date(2026, 6, 19)),
    ],
    ids=["a-later-note", "taken-up-again", "written-later"],
)
def test_a_measure_is_settled_since_the_first_note_that_says_so_and_was_not_taken_back(
    notes: list[str], settled: date
) -> None:
    files = changed(PLAN, "note: 委托书已签}\n", "note: 委托书已签}\n" + "".join(f"      - {note}\n" for note in notes))
    task = next(task for task in tasks("2026-12-28", Sort.MEASURE, files) if task.route.endswith("#m1"))

    assert task.settled_on == settled


def test_the_agenda_holds_everything_from_the_first_day_and_settles_it_day_by_day() -> None:
    """A measure is a task once its plan is in; it is settled on the day of the note that says so."""
    assert tasks("2026-01-27", Sort.MEASURE) == []
    assert [task.settled_on for task in tasks("2026-06-19", Sort.MEASURE)] == [None] * 4
    assert [task.settled_on for task in tasks("2026-06-20", Sort.MEASURE) if not task.is_open] == [date(2026, 6, 20)]


@pytest.mark.parametrize(
    ("day", "due", "overdue"),
    [
        ("2026-03-16", False, False),
        ("2026-03-17", True, False),
        ("2026-03-31", True, False),
        ("2026-04-01", False, True),
        ("2026-12-31", False, True),
    ],
)
def test_a_task_is_due_for_two_weeks_up_to_its_day_and_overdue_from_the_next(
    day: str, due: bool, overdue: bool
) -> None:
    task = next(task for task in tasks(day, Sort.MEASURE) if task.due == date(2026, 3, 31))

    assert (task.is_due(), task.is_overdue) == (due, overdue)


def test_a_day_of_the_year_is_announced_until_it_is_over_and_is_never_overdue() -> None:
    """On the day before and on the day itself it is ahead; the day after it has been kept."""
    states = [
        (task.is_due(), task.is_open, task.is_overdue)
        for day in ("2026-01-08", "2026-01-09", "2026-01-10")
        for task in tasks(day, Sort.MILESTONE)
    ]

    assert states == [(True, True, False), (True, True, False), (False, False, False)]


def test_a_measure_that_is_dropped_is_nobodys_task_any_more() -> None:
    dropped = "due: 2026-09-30\n    progress: [{on: 2026-05-06, action: 取消, note: 不做了}]\n"
    files = changed(PLAN, "due: 2026-09-30\n", dropped)

    task = next(task for task in tasks("2026-12-31", Sort.MEASURE, files) if task.due == date(2026, 9, 30))

    assert (task.settled_on, task.is_overdue) == (date(2026, 5, 6), False)


def with_a_finding_of_january() -> dict[str, str]:
    """The golden bureau with a finding registered on 4 January 2027, of which nobody has been told."""
    finding = content()["content/intranet/findings/2026/002.yaml"].partition("log:")[0]
    for day in ("2026-11-20", "2026-11-19"):
        finding = finding.replace(day, "2027-01-04")
    return {**content(), "content/intranet/findings/2027/001.yaml": finding}


def test_what_comes_up_before_the_years_campaign_is_announced_falls_due_by_the_rules_of_the_last_one() -> None:
    corpus = on("2027-01-11", with_a_finding_of_january())
    (told,) = [task for task in every(corpus) if task.route == "/ledger/2027/001/"]

    assert (told.sort, told.due, told.is_overdue) == (Sort.OFFICE, date(2027, 1, 7), True)
    assert told in cases(corpus)
