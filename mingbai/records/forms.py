"""How single values are written: the shape of a day, a minute, a sum, and what is said of one that looks otherwise.

Each check takes what stands in the file and gives the value, or one of the errors that `read.py` puts into words.
"""

import re
from datetime import date, datetime
from typing import Any

from mingbai.source import telephone

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MINUTE = re.compile(rf"{DAY.pattern} [0-9]{{2}}:[0-9]{{2}}")
YEAR = re.compile(r"[\[［【（(〈<]([0-9]{4})[\]］】）)〉>](?= *第? *[0-9]+ *号)")
CLOCK = re.compile(r"(?<![0-9])(?<![0-9][:：])([0-9]{1,2})[:：]([0-9]{2})(?![0-9]|[:：][0-9])")
SPAN = re.compile(
    rf"(下午|傍晚|晚上?|夜[里间])?({CLOCK.pattern}) *[-–—－~～至到]+ *({CLOCK.pattern})(?! *[（(]?(?:次日|翌日|第二天))"
)
"""From one time to another with nothing between: 下午 or 次日 before the second says that it is another half or day.

次日 may stand behind it as well. What stands before the first says which half of the day that is.
"""
HALF, WHOLE = 12 * 60, 24 * 60
AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Laws in force began in 1949, and a paper cited may be a little older; nothing is promised beyond the next century."""
LAST_MINUTE = 59
NEVER = date.max
"""9999-12-31, which is how many programs write a day that never comes: no slip of the hand."""


def one_line(text: str) -> str:
    """Text on one line, without blanks around it."""
    if not text.strip():
        raise _wrong("blank", "blank")
    if "\n" in text.strip():
        raise _wrong("more_than_one_line", "more than one line")
    return text.strip()


def iso_day(value: object) -> object:
    """A day written 2026-01-30."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise _wrong("day_form", "not YYYY-MM-DD")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise _wrong("no_such_day", "no such day") from None
    if day != NEVER:
        _in_our_time(day)
    return day


def minute(value: object) -> object:
    """A minute written 2026-01-30 09:00."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not MINUTE.fullmatch(value):
        raise _wrong("minute_form", "not YYYY-MM-DD HH:MM")
    day = iso_day(value[:10])
    try:
        moment = datetime.fromisoformat(f"{day}{value[10:]}")
    except ValueError:
        raise _wrong("no_such_time", "no such time") from None
    _in_our_time(moment)
    return moment


def _in_our_time(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _wrong("far_year", "a year that cannot be")


def hours(text: str) -> str:
    """When a place is open, in free words: the times in it are such, and nothing ends before it begins."""
    for time in CLOCK.finditer(text):
        if int(time[2]) > LAST_MINUTE or _minutes(time[0]) > _minutes("24:00"):
            raise _wrong("no_such_hour", "no such time of day", {"time": time[0], "time_hint": _time_meant(time)})
    for span in SPAN.finditer(text):
        first, last = _minutes(span[2]), _minutes(span[5])
        if first >= last and (first or last):  # from 0:00 to 0:00 is the whole day
            how = "和开始一样" if first == last else "比开始早"
            facts = {
                "span": span[0].removeprefix(span[1] or ""),
                "how": how,
                "meant": _span_meant(span[1], first, last),
            }
            raise _wrong("hours_reversed", "ends before it begins", facts)
    return text


def _time_meant(time: re.Match[str]) -> str:
    """What may be meant by a time that there is not: one after midnight, counted on."""
    past_midnight = _minutes(time[0]) - _minutes("24:00")
    if int(time[2]) <= LAST_MINUTE and past_midnight < HALF:
        return f"过了半夜的写 次日{_clock(past_midnight)}；一天从 0:00 到 24:00"
    return "一天从 0:00 到 24:00，核对几点几分"


def _span_meant(half: str | None, first: int, last: int) -> str:
    """What may be meant by a span that ends before it begins: the other half of the day, the day after, or all day."""
    if first == WHOLE:
        return f"0:00–{_clock(last or WHOLE)}"
    if half and first < HALF:
        first += HALF
    if not last:
        return f"{_clock(first)}–24:00"
    if first == last:
        longer, overnight = "整天开的写", "0:00–24:00"
    else:
        longer, overnight = "开过半夜的写", f"{_clock(first)}–次日{_clock(last)}"
    if first < last + HALF <= WHOLE:
        return f"{_clock(first)}–{_clock(last + HALF)}；{longer} {overnight}"
    return overnight


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _minutes(time: str) -> int:
    hour, minute = re.split("[:：]", time)
    return int(hour) * 60 + int(minute)


def phone(number: str) -> str:
    """A telephone number; in an area it has seven or eight figures."""
    if (length := telephone.local_figures(number)) not in (0, 7, 8):
        raise _wrong("phone_length", "no such number in an area", {"figures": length})
    return number


def year_in_brackets(number: str) -> str:
    """The number of a document, whose year stands in six-cornered brackets if in any (GB/T 9704-2012)."""
    if YEAR.search(number):
        raise _wrong("year_brackets", "other brackets", {"right": YEAR.sub(r"〔\1〕", number)})
    return number


def exact(value: object) -> object:
    """A number as it was written, never rounded by a float."""
    if isinstance(value, bool | float) or (isinstance(value, str) and not AMOUNT.fullmatch(value)):
        raise _wrong("decimal_type", "not a number")
    return value


def _wrong(form: str, said: str, facts: dict[str, Any] | None = None) -> ValueError:
    from pydantic_core import PydanticCustomError  # only who reads what an editor wrote has it at hand

    return PydanticCustomError(form, said, facts)
