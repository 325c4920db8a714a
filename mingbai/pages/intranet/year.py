"""The year as a row of ten-day cells, and days whose year is known.

A 旬 is a third of a month; the phases of a campaign are written in them, so a cell is the least a phase can be long.
"""

from datetime import date, timedelta

from mingbai.corpus.campaign import Span
from mingbai.records.xun import part_of_month

WEEKDAYS = "一二三四五六日"


def cells(span: Span, day: date) -> tuple[str, ...]:
    """A cell for each 旬 of a phase: filled what is past on `day`, framed where `day` lies.

    >>> from mingbai.records.intranet.campaign import PhaseName
    >>> cells(Span(PhaseName.MOBILISE, date(2026, 1, 1), date(2026, 2, 28)), date(2026, 2, 6))
    ('on', 'on', 'on', 'now', '', '')
    """
    days = (span.first + timedelta(n) for n in range((span.last - span.first).days + 1))
    now = _xun(day)
    return tuple("on" if each < now else "now" if each == now else "" for each in dict.fromkeys(map(_xun, days)))


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


def _xun(day: date) -> tuple[int, int, int]:
    return day.year, day.month, part_of_month(day)
