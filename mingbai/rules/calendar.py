"""Calendars: each in its own year, and only weekend days are worked instead of others.

A slip here moves every deadline, and nobody would notice. That a day off may be a Saturday is no slip: holidays are
told from the first day to the last.
"""

from collections.abc import Iterator
from datetime import date

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import SATURDAY
from mingbai.problem import Problem
from mingbai.records.public.calendar import Calendar, belongs
from mingbai.source.located import Steps


def year_by_file(corpus: PublicCorpus) -> Iterator[Problem]:
    """A calendar's file is named by its year, and its days lie in it, or in the December before (domain 2.9)."""
    for id, entry in corpus.calendars.items():
        if not (id.isdecimal() and len(id) == len("2026")):
            yield Problem(
                entry.place(),
                "calendar/not-a-year",
                f"工作日历的文件名应是年份，这里是 {id}",
                "改名为年份，例如 calendar/2026.yaml",
            )
            continue
        for steps, day, latest in _days(entry.record):
            if not (day.year == int(id) if latest else belongs(day, int(id))):
                yield Problem(
                    entry.place(*steps),
                    "calendar/other-year",
                    f"{day} 不在{id}年，写不进{id}年的日历",
                    f"核对年份；是别的年份，就写进 calendar/{day.year}.yaml",
                )


def _days(calendar: Calendar) -> Iterator[tuple[Steps, date, bool]]:
    """The days that say to which year a calendar belongs, and whether each is the last of a holiday."""
    for index, holiday in enumerate(calendar.holidays):
        yield ("holidays", index, "ends"), holiday.ends, True
        if not holiday.is_short and holiday.begins < holiday.ends:
            yield ("holidays", index, "begins"), holiday.begins, False
        for n, day in enumerate(holiday.make_up):
            yield ("holidays", index, "make_up", n), day, False


def make_up_on_weekends(corpus: PublicCorpus) -> Iterator[Problem]:
    """A day worked instead is a Saturday or Sunday, and not itself a day off (domain 2.9)."""
    for entry in corpus.calendars.values():
        off = {day for holiday in entry.record.holidays if holiday.is_short for day in holiday.days}
        for index, holiday in enumerate(entry.record.holidays):
            for n, day in enumerate(holiday.make_up):
                place = entry.place("holidays", index, "make_up", n)
                if day in off:
                    yield Problem(
                        place,
                        "calendar/off-and-worked",
                        f"{day} 又放假又补班",
                        "核对放假安排，改掉写错的一个",
                    )
                elif day.weekday() < SATURDAY:
                    yield Problem(
                        place,
                        "calendar/make-up-on-weekday",
                        f"{day} 是星期{'一二三四五'[day.weekday()]}，本来就上班，不用补",
                        "补班的日子是星期六或星期日，核对放假安排",
                    )
