"""旬: the thirds of a month in which offices plan. The last one runs to the end of the month, 28, 29, 30 or 31."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from mingbai.records.field import field
from mingbai.records.values import Line

PARTS = {"上旬": 0, "中旬": 1, "下旬": 2, "底": 2}
FORM = re.compile(rf"^(1[0-2]|[1-9])月({'|'.join(PARTS)})$")
Xun = Annotated[Line, field(pattern=FORM.pattern, description="如 1月上旬、2月下旬、9月底")]
"""A third of a month, as the founding document writes it."""


def first_day(xun: str, year: int) -> date:
    """The first day of a 旬.

    >>> first_day("3月上旬", 2026), first_day("2月下旬", 2026)
    (datetime.date(2026, 3, 1), datetime.date(2026, 2, 21))
    """
    month, part = _split(xun)
    return date(year, month, 1 + 10 * part)


def last_day(xun: str, year: int) -> date:
    """The last day of a 旬: the end of February is computed.

    >>> last_day("2月下旬", 2008), last_day("2月下旬", 2026), last_day("9月底", 2026)
    (datetime.date(2008, 2, 29), datetime.date(2026, 2, 28), datetime.date(2026, 9, 30))
    """
    month, part = _split(xun)
    return date(year, month, monthrange(year, month)[1] if part == PARTS["底"] else 10 * (part + 1))


def part_of_month(day: date) -> int:
    """Which 旬 of its month a day lies in: 0, 1 or 2."""
    return min(2, (day.day - 1) // 10)


def xun_of(day: date) -> str:
    """The 旬 a day lies in, as it is said.

    >>> xun_of(date(2026, 2, 6)), xun_of(date(2026, 1, 31))
    ('2月上旬', '1月下旬')
    """
    return f"{day.month}月{tuple(PARTS)[part_of_month(day)]}"


def _split(xun: str) -> tuple[int, int]:
    found = FORM.match(xun)
    assert found, xun
    return int(found[1]), PARTS[found[2]]
