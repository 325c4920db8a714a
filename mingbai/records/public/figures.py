"""Released figures: the only way a number about the intranet's records reaches the public, counted once and frozen."""

from typing import ClassVar

from pydantic import Field

from mingbai.records.base import Published
from mingbai.records.values import Amount, Day, Line, Value


class Figure(Value):
    """One number, its unit, and what it counts."""

    label: Line = Field(title="数的是什么")
    number: Amount = Field(title="数")
    unit: Line = Field(title="单位")
    note: Line | None = Field(default=None, title="说明")


class Figures(Published):
    """A set of numbers that somebody has counted and signed for; a build never counts them again."""

    kind: ClassVar[str] = "figures"
    label: ClassVar[str] = "公开数据"
    pattern: ClassVar[str] = "figures/*.yaml"

    title: Line = Field(title="标题")
    on: Day = Field(title="截止日期", description="数到哪一天")
    covers: Line = Field(title="统计范围")
    reviewed_by: Line = Field(title="核定单位")
    data: tuple[Figure, ...] = Field(title="数据", min_length=1)
