"""Working days: counted from the calendars of the years, and never in silence where a year's calendar is missing.

The day of the event is not counted. In a year whose arrangement is not known, Monday to Friday are worked, and what
was counted says so: wherever it shows, `PROVISIONAL` stands beside it.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from mingbai.records.base import Entry
from mingbai.records.public.calendar import Calendar
from mingbai.records.public.commitment import CommitmentKind
from mingbai.records.values import Limit, Unit

PROVISIONAL = "暂按周一至周五推算"
"""The label of what was counted without a calendar."""
SATURDAY = 5
ONE_DAY = timedelta(1)


class Due(Struct, frozen=True):
    """The last day of a period; `missing` are the years that had to be counted Monday to Friday."""

    day: date
    missing: tuple[int, ...]


class Count(Struct, frozen=True):
    """How many working days; `missing` are the years that had to be counted Monday to Friday."""

    days: int
    missing: tuple[int, ...]


class Workdays(Struct, frozen=True):
    """Which days are worked, as far as the calendars of `years` say; the other years by the day of the week."""

    off: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def has(self, day: date) -> bool:
        """Whether `day` is worked.

        >>> spring = Workdays(frozenset({date(2026, 2, 16)}), frozenset({date(2026, 2, 14)}), frozenset({2026}))
        >>> spring.has(date(2026, 2, 14)), spring.has(date(2026, 2, 16)), spring.has(date(2026, 2, 24))
        (True, False, True)
        """
        return day in self.make_up or (day.weekday() < SATURDAY and day not in self.off)

    def due(self, event: date, number: int) -> Due:
        """The `number`-th working day after the day of the event; the last day there is, where it would lie behind.

        >>> Workdays(years=frozenset({2026})).due(date(2026, 3, 6), 5)
        Due(day=datetime.date(2026, 3, 13), missing=())
        """
        day = event
        while number and day < date.max:
            day += ONE_DAY
            number -= self.has(day)
        return Due(day, self._missing(event, day))

    def between(self, event: date, last: date) -> Count:
        """How many working days there are after the day of the event, up to and with `last`.

        >>> Workdays().between(date(2027, 3, 6), date(2027, 3, 13))
        Count(days=5, missing=(2027,))
        """
        length = (last - event).days
        worked = sum(self.has(event + timedelta(n)) for n in range(1, length + 1))
        return Count(worked, self._missing(event, last))

    def _missing(self, event: date, last: date) -> tuple[int, ...]:
        """The years of the counted days that have no calendar; the day of the event is not among them."""
        first = min(event, date.max - ONE_DAY) + ONE_DAY
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.years)


def workdays(calendars: Mapping[str, Entry[Calendar]]) -> Workdays:
    """The working days that the calendars say, by id: the year. By a slip in a year, of which a rule tells, none."""
    every = (holiday for entry in calendars.values() for holiday in entry.record.holidays)
    holidays = [holiday for holiday in every if holiday.is_short]
    return Workdays(
        off=frozenset(day for holiday in holidays for day in holiday.days),
        make_up=frozenset(day for holiday in holidays for day in holiday.make_up),
        years=frozenset(int(id) for id in calendars if id.isdecimal()),
    )


def workdays_of(limit: Limit, kind: CommitmentKind) -> int | None:
    """A limit in working days, as those of a licence are counted (行政许可法 第八十二条); `None` if it is no such."""
    if limit.unset:
        return None
    if limit.instant:
        return 0
    counts = limit.unit is Unit.WORKDAY or (limit.unit is Unit.DAY and kind is CommitmentKind.LICENCE)
    return limit.number if counts else None
