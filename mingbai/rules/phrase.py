"""How rules put things: the words and numbers that several subjects say in the same way."""

from decimal import Decimal

from mingbai.records.field import Value, fields_of
from mingbai.records.values import Limit, Unit

DIGITS = "一二三四五六七八九"
MEASURES = {Unit.WORKDAY: "个工作日", Unit.DAY: "日", Unit.HOUR: "小时", Unit.MONTH: "个月"}


def title(kind: type[Value], field: str) -> str:
    """The Chinese name of a field, as its record says it."""
    return fields_of(kind)[field].title or field


def chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese numerals, as headings and articles are counted.

    >>> chinese(3), chinese(10), chinese(13), chinese(20), chinese(105), chinese(112)
    ('三', '十', '十三', '二十', '一百零五', '一百一十二')
    """
    if number < 10:
        return DIGITS[number - 1]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else DIGITS[tens - 1]) + "十" + (DIGITS[ones - 1] if ones else "")
    hundreds, rest = divmod(number, 100)
    joint = "零" if 0 < rest < 10 else "一" if 10 <= rest < 20 else ""
    return DIGITS[hundreds - 1] + "百" + joint + (chinese(rest) if rest else "")


def length(limit: Limit) -> str:
    """How long a complete time limit is.

    >>> length(Limit(number=3, unit=Unit.WORKDAY)), length(Limit(instant=True))
    ('3 个工作日', '即时办结')
    """
    if limit.instant or limit.unit is None:
        return "即时办结"
    return f"{limit.number} {MEASURES[limit.unit]}"


def money(amount: Decimal | None, unit: str) -> str:
    """An amount in the unit a fee is counted in.

    >>> money(Decimal("14.00"), "元/户·月"), money(Decimal("3"), "%"), money(Decimal("0.0000001"), "元/枚")
    ('14.00 元/户·月', '3%', '0.0000001 元/枚')
    """
    said = "" if amount is None else f"{amount:f}"
    return f"{said}{unit}" if unit.startswith("%") else f"{said} {unit}"
