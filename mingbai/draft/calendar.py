"""The working calendar of a year, drafted from the library `chinesecalendar`: it knows the days, not the document."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from mingbai.draft.draft import Draft
from mingbai.draft.text import Left, document
from mingbai.records.field import said
from mingbai.records.public.calendar import Holiday

LIBRARY = "chinesecalendar"
NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
"""How the arrangement calls some holidays."""
ONE_DAY = timedelta(1)


class Days(Struct, frozen=True):
    """What the library says: the days off and the weekend days worked, each with the name of its holiday."""

    off: dict[date, str]
    worked: dict[date, str]

    @property
    def last_year(self) -> int:
        """The latest year it knows."""
        return max(day.year for day in self.off)


def days() -> Days:
    """The days of all years that the installed library knows."""
    from chinese_calendar import constants

    def named(table: dict[date, str]) -> dict[date, str]:
        return {day: _name(constants.Holiday(name).chinese) for day, name in table.items()}

    return Days(named(constants.holidays), named(constants.workdays))


def _name(chinese: str) -> str:
    return NAMES.get(chinese, chinese)


def holidays(year: int, known: Days) -> tuple[Holiday, ...]:
    """The holidays that end in a year; New Year may begin in the December before. Empty where none is known."""
    spans = tuple(_spans(sorted(known.off)))
    make_up: dict[tuple[date, ...], list[date]] = {span: [] for span in spans}
    for day, name in sorted(known.worked.items()):
        own = [span for span in spans if name in {known.off[each] for each in span}]
        make_up[min(own, key=lambda span: abs(span[0] - day))].append(day)
    return tuple(
        Holiday(
            name="、".join(dict.fromkeys(known.off[day] for day in span)),
            begins=span[0],
            ends=span[-1],
            make_up=tuple(make_up[span]),
        )
        for span in spans
        if span[-1].year == year
    )


def calendar_draft(year: int, found: tuple[Holiday, ...], version: str) -> Draft:
    """The draft of a year's calendar; document, review and release are left open."""
    home = f"content/public/calendar/{year}.yaml"
    title = f"国务院办公厅关于{year}年部分节假日安排的通知"
    text = document(
        {
            "arrangement": Left(f"{{title: {title}, number: 文号, on: 成文日期}}"),
            "holidays": [said(holiday) for holiday in found],
            "review": Left("{by: 办公室, on: 审查日期, result: 同意公开}"),
            "published": Left("发布日期 09:00"),
        },
        (
            f"草稿：{year}年的工作日历。日子抄自 {LIBRARY} {version}，它不知道文号。",
            "对着放假通知的原文一天一天核对，填好 arrangement、review、published 三行，去掉行首的井号，",
            f"再挪到 {home}。",
        ),
    )
    return Draft(f"calendar/{year}.yaml", home, f"{year}年的工作日历", text)


def _spans(off: list[date]) -> Iterator[tuple[date, ...]]:
    """Days off that follow one another."""
    span: list[date] = []
    for day in off:
        if span and day - span[-1] != ONE_DAY:
            yield tuple(span)
            span = []
        span.append(day)
    if span:
        yield tuple(span)
