"""The year as a row of ten-day cells, and days whose year is known.

A 旬 is a third of a month; the phases of a campaign are written in them, so a cell is the least a phase can be long.
"""

from datetime import date, timedelta

from mingbai.corpus.campaign import Span
from mingbai.pages import phrase
from mingbai.pages.public.part import Day
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


def in_full(day: date) -> Day:
    """A day with its year and its day of the week.

    >>> in_full(date(2026, 2, 6)).text
    '2026年2月6日，星期五'
    """
    return Day(f"{phrase.day(day)}，星期{weekday(day)}", day.isoformat())


def in_year(day: date) -> Day:
    """A day whose year is known, with its day of the week.

    >>> in_year(date(2026, 2, 6)).text
    '2月6日 周五'
    """
    return Day(f"{short(day)} 周{weekday(day)}", day.isoformat())


def dated(day: date) -> Day:
    """A day for reading and for machines."""
    return Day(phrase.day(day), day.isoformat())


def narrow(day: date, now: date) -> Day:
    """A day in a narrow column: with its year only where that is another than the one that is shown.

    >>> narrow(date(2026, 2, 6), date(2026, 12, 28)).text, narrow(date(2025, 2, 6), date(2026, 12, 28)).text
    ('2月6日', '2025年2月6日')
    """
    return Day(short(day), day.isoformat()) if day.year == now.year else dated(day)


def until(day: date, now: date) -> str:
    """How far a last day is from the day that is shown; it is itself in time.

    >>> until(date(2026, 1, 30), date(2026, 1, 26)), until(date(2026, 1, 30), date(2026, 1, 30))
    ('还剩4天', '今天截止')
    >>> until(date(2026, 1, 30), date(2026, 2, 6))
    '过了7天'
    """
    left = (day - now).days
    return f"还剩{left}天" if left > 0 else f"过了{-left}天" if left else "今天截止"


def ahead(day: date, now: date) -> str:
    """How far off a fixed day of the year is; nothing once it is over.

    >>> ahead(date(2026, 1, 9), date(2026, 1, 7)), ahead(date(2026, 1, 9), date(2026, 1, 9))
    ('还有2天', '就是今天')
    """
    left = (day - now).days
    return f"还有{left}天" if left > 0 else "" if left else "就是今天"


def _xun(day: date) -> tuple[int, int, int]:
    return day.year, day.month, part_of_month(day)
