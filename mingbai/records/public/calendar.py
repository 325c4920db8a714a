"""The working calendar of one year: the days off, and the weekend days worked instead."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import Day, DocumentCited, Line

DECEMBER = 12


class Holiday(Value):
    """A holiday: from which day to which the office is closed, and which weekend days are worked for it."""

    name: Line = field(title="节日")
    begins: Day = field(title="放假第一天")
    ends: Day = field(title="放假最后一天", description="这一天也放假")
    make_up: tuple[Day, ...] = field(default=(), title="补班", description="周末照常上班的日子")

    @property
    def days(self) -> Iterator[date]:
        """The days off, weekends among them."""
        return (self.begins + timedelta(n) for n in range((self.ends - self.begins).days + 1))

    @property
    def is_short(self) -> bool:
        """Whether it begins in the year in which it ends, or in the December before: one of years is a slip."""
        return belongs(self.begins, self.ends.year)


def belongs(day: date, year: int) -> bool:
    """Whether a day may stand in the calendar of that year: New Year is sometimes prepared in the December before."""
    return day.year == year or (day.year, day.month) == (year - 1, DECEMBER)


class Calendar(Published):
    """The arrangement of one year, at calendar/<year>: what is neither named here nor a weekend is a working day."""

    kind: ClassVar[str] = "calendar"
    label: ClassVar[str] = "工作日历"
    pattern: ClassVar[str] = "calendar/*.yaml"

    arrangement: DocumentCited = field(
        title="放假安排", description="如 {title: 国务院办公厅关于2026年部分节假日安排的通知, on: 2025-11-04}"
    )
    holidays: tuple[Holiday, ...] = field(title="放假", min_length=1)
    note: Line | None = field(default=None, title="办公说明")
