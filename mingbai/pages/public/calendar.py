"""The working calendar: when we are closed, and on which weekends we work; the newest year first."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import CALENDAR, column_head
from mingbai.pages.public.part import Day, Stamp, stamp
from mingbai.records.base import Entry
from mingbai.records.public.calendar import Calendar, Holiday

WEEKDAYS = "一二三四五六日"


class HolidayRow(Struct, frozen=True):
    """A holiday: when we are closed, how long, and when we work instead."""

    name: str
    first: Day
    last: Day | None
    length: str
    make_up: tuple[Day, ...]


class CalendarYear(Struct, frozen=True):
    """The arrangement of one year; `anchor` is its id on the page."""

    anchor: str
    title: str
    arrangement: str
    note: str
    holidays: tuple[HolidayRow, ...]
    stamp: Stamp


class CalendarView(View, frozen=True, kw_only=True):
    """All years, and what is done for a year that is not among them."""

    years: tuple[CalendarYear, ...]
    provisional: str


def calendar_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All years on one page, /calendar/."""
    newest_first = sorted(corpus.calendars.values(), key=lambda entry: entry.id, reverse=True)
    view = CalendarView(
        head=column_head(corpus, CALENDAR),
        years=tuple(_year(corpus, entry) for entry in newest_first),
        provisional=PROVISIONAL,
    )
    yield Page(CALENDAR.route, "public/calendar.html", view)


def _year(corpus: PublicCorpus, entry: Entry[Calendar]) -> CalendarYear:
    record = entry.record
    return CalendarYear(
        anchor=entry.id,
        title=f"{entry.id}年",
        arrangement=phrase.document(record.arrangement),
        note=record.note or "",
        holidays=tuple(_row(holiday) for holiday in sorted(record.holidays, key=lambda h: h.begins)),
        stamp=stamp(record, corpus.bureau.record.name),
    )


def _row(holiday: Holiday) -> HolidayRow:
    length = (holiday.ends - holiday.begins).days + 1
    return HolidayRow(
        name=holiday.name,
        first=_day(holiday.begins),
        last=_day(holiday.ends) if holiday.ends != holiday.begins else None,
        length=f"{length}天",
        make_up=tuple(_day(day) for day in holiday.make_up),
    )


def _day(day: date) -> Day:
    """A day within its year, with the day of the week, which is what one looks for."""
    return Day(f"{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）", day.isoformat())
