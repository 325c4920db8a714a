"""Released figures: the only way a number about the intranet's records reaches the public, counted once and frozen."""

from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import Amount, Day, Line


class Figure(Value):
    """One number, its unit, and what it counts."""

    label: Line = field(title="数的是什么")
    number: Amount = field(title="数")
    unit: Line = field(title="单位")
    note: Line | None = field(default=None, title="说明")


class Figures(Published):
    """A set of numbers that somebody has counted and signed for; a build never counts them again."""

    kind: ClassVar[str] = "figures"
    label: ClassVar[str] = "公开数据"
    pattern: ClassVar[str] = "figures/*.yaml"

    title: Line = field(title="标题")
    on: Day = field(title="截止日期", description="数到哪一天")
    covers: Line = field(title="统计范围")
    reviewed_by: Line = field(title="核定单位")
    data: tuple[Figure, ...] = field(title="数据", min_length=1)
