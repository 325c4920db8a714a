"""What is due in a year, and what is fixed to a day: each inside its phase (R31).

No deadline is moved: one on a day off is pointed out until the editor has said what happens to it (domain 1.6, T6).
"""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.campaign import Span, spans, year_of
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, PhaseName, Roll


def due_once(corpus: IntranetCorpus) -> Iterator[Problem]:
    """One thing is due on one day of the year (意见 四（一）)."""
    for entry in corpus.campaigns.values():
        whats = [deadline.what for deadline in entry.record.deadlines]
        for index, what in enumerate(whats):
            if what in whats[:index]:
                yield Problem(
                    entry.place("deadlines", index, "what"),
                    "campaign/deadline-twice",
                    f"“{what}”写了两个截止日期，第{whats.index(what) + 1}项已经有了",
                    "留一个，删掉另一个",
                )


def inside_phase(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A deadline and a milestone lie in the phase they are written under, and so in the year (意见 四)."""
    for entry in corpus.campaigns.values():
        for index, deadline in enumerate(entry.record.deadlines):
            outside = _outside(entry, deadline.phase, deadline.due)
            if outside:
                yield Problem(
                    entry.place("deadlines", index, "due"),
                    "campaign/deadline-outside-phase",
                    f"“{deadline.what}”{deadline.due} 截止，{outside}",
                    "核对日期和阶段，改掉写错的一个",
                )
        for index, milestone in enumerate(entry.record.milestones):
            outside = _outside(entry, milestone.phase, milestone.on)
            if outside:
                yield Problem(
                    entry.place("milestones", index, "on"),
                    "campaign/milestone-outside-phase",
                    f"“{milestone.title}”定在 {milestone.on}，{outside}",
                    "核对日期和阶段，改掉写错的一个",
                )


def _outside(entry: Entry[Campaign], phase: PhaseName, day: date) -> str:
    """Why a day is not in its phase; empty if it is, and while it is not clear which days the phase has."""
    named = [span for span in spans(entry) if span.phase is phase]
    if len(named) != 1 or named[0].last < named[0].first or day in named[0]:
        return ""
    return f"不在{phase}阶段里（{_days(named[0])}）"


def _days(span: Span) -> str:
    return f"{span.first} 到 {span.last}"


def days_off_decided(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A deadline on a day off says whether it stays or is put off (本局自定)."""
    workdays = corpus.public.workdays
    for entry in corpus.campaigns.values():
        told = False
        for index, deadline in enumerate(entry.record.deadlines):
            year = deadline.due.year
            guessed = year not in workdays.years
            if deadline.roll is not None or year != year_of(entry):
                continue
            if guessed and corpus.public.broken_calendar([year]):
                continue
            if not workdays.has(deadline.due):
                yield Problem(
                    entry.place("deadlines", index, "due"),
                    "campaign/deadline-on-day-off",
                    f"“{deadline.what}”{deadline.due} 截止，这一天休息{f'（{PROVISIONAL}）' if guessed else ''}；"
                    "没有说顺延，就还是这一天",
                    f"在这一项里写 roll: {Roll.STAYS}，或者 roll: {Roll.NEXT_WORKDAY}，就不再提醒",
                    Severity.WARNING,
                )
            elif guessed and deadline.due >= corpus.day and not told:
                told = True
                yield Problem(
                    entry.place("deadlines", index, "due"),
                    "calendar/year-missing",
                    f"没有{year}年的工作日历，截止那天放不放假，{PROVISIONAL}",
                    f"国务院办公厅公布放假安排以后，建好 content/public/calendar/{year}.yaml",
                    Severity.WARNING,
                )


def milestones_recorded(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Of a fixed day that is over there is a record: the activity, or minutes (意见 四（一）)."""
    for entry in corpus.campaigns.values():
        for index, milestone in enumerate(entry.record.milestones):
            if milestone.on < corpus.day and not any(
                _is_written(entry, index, field) for field in ("activity", "minutes")
            ):
                yield Problem(
                    entry.place("milestones", index),
                    "campaign/milestone-without-record",
                    f"“{milestone.title}”定在 {milestone.on}，日子过了，没有记录",
                    "写好 activities/ 里的活动记录，在这一项里补上 activity: 年份/文件名；"
                    "只有会议纪要的，写 minutes: 年份/文件名",
                    Severity.WARNING,
                )


def _is_written(entry: Entry[Campaign], index: int, field: str) -> bool:
    """Whether the file names a record, be it one that the day shown does not know yet."""
    return entry.place("milestones", index, field) != entry.place("milestones", index)
