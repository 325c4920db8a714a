"""The year of the founding document: three phases, thirty-six ten-day 旬, and the day plans are due.

The document says 1月上旬至2月下旬, 3月上旬至9月底, 10月上旬至12月底, and plans 在1月30日前 (意见 四).
House rule: that day is included, and it does not move when it is a holiday.
"""

from calendar import monthrange
from datetime import date
from enum import StrEnum

WEEKDAYS = "一二三四五六日"
PARTS = ("上旬", "中旬", "下旬")


class Phase(StrEnum):
    """The phases of a year, in order."""

    MOBILISE = "动员"
    IMPLEMENT = "实施"
    SUMMARISE = "总结"


MONTHS = {Phase.MOBILISE: range(1, 3), Phase.IMPLEMENT: range(3, 10), Phase.SUMMARISE: range(10, 13)}


def plan_due(year: int) -> date:
    """The last day on which a plan is in time."""
    return date(year, 1, 30)


def phase_of(day: date) -> Phase:
    """The phase a day lies in; there is always one."""
    return next(phase for phase in Phase if day.month in MONTHS[phase])


def first_day(phase: Phase, year: int) -> date:
    """The first day of a phase."""
    return date(year, MONTHS[phase].start, 1)


def last_day(phase: Phase, year: int) -> date:
    """The last day of a phase, by the calendar: the end of February is computed.

    >>> last_day(Phase.MOBILISE, 2026), last_day(Phase.SUMMARISE, 2026)
    (datetime.date(2026, 2, 28), datetime.date(2026, 12, 31))
    """
    month = MONTHS[phase][-1]
    return date(year, month, monthrange(year, month)[1])


def part_of_month(day: date) -> int:
    """Which 旬 of its month a day lies in: 0, 1 or 2; the last one runs to the month's end."""
    return min(2, (day.day - 1) // 10)


def xun(day: date) -> str:
    """The 旬 a day lies in, as it is said.

    >>> xun(date(2026, 2, 6)), xun(date(2026, 1, 31))
    ('2月上旬', '1月下旬')
    """
    return f"{day.month}月{PARTS[part_of_month(day)]}"


def cells(phase: Phase, day: date) -> tuple[str, ...]:
    """A cell for each 旬 of a phase in the year of `day`: filled what is past, framed where `day` lies.

    >>> cells(Phase.MOBILISE, date(2026, 2, 6))
    ('on', 'on', 'on', 'now', '', '')
    """
    now = (day.month, part_of_month(day))
    every = ((month, part) for month in MONTHS[phase] for part in range(3))
    return tuple("on" if each < now else "now" if each == now else "" for each in every)


def short(day: date) -> str:
    """A day whose year is known.

    >>> short(date(2026, 1, 30))
    '1月30日'
    """
    return f"{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """The day of the week.

    >>> weekday(date(2026, 2, 6))
    '五'
    """
    return WEEKDAYS[day.weekday()]
