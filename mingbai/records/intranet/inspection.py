"""Inspections: when somebody went to see how people are served, where, what was good (意见 五（一）).

Who inspected is not stored: a field that does not exist cannot give away who comes unannounced.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.values import Count, Day, DivisionRef, ExemplarRef, Flag, Line, Lines, Number


class Method(StrEnum):
    """The four ways to inspect that the founding document names."""

    COVERT = "暗访"
    CALL = "走访"
    PATROL = "巡访"
    CHECK = "查访"


class GoodPoint(Value):
    """Something a unit does well; where it was written up, the exemplar."""

    division: DivisionRef = field(title="单位")
    text: Line = field(title="好在哪里")
    exemplar: ExemplarRef | None = field(default=None, title="写成的典型")


class Inspection(Internal):
    """One inspection, at inspections/<year>/<number>; its findings name it, so they are not listed here."""

    kind: ClassVar[str] = "inspections"
    label: ClassVar[str] = "察访"
    pattern: ClassVar[str] = "inspections/*/*.yaml"

    on: Day = field(title="日期")
    until: Day | None = field(default=None, title="到哪天", description="看了不止一天的才写")
    method: Method = field(title="方式")
    divisions: tuple[DivisionRef, ...] = field(title="看了哪些单位", min_length=1)
    places: Lines = field(default=(), title="地点")
    team_size: Number = field(title="去了几个人", description="只写人数，不写是谁")
    organiser: DivisionRef = field(title="谁组织的")
    items_seen: Lines = field(default=(), title="看了什么")
    people_asked: Count | None = field(default=None, title="问了几个办事的人")
    good_points: tuple[GoodPoint, ...] = field(default=(), title="好的地方")
    nothing_found: Flag = field(default=False, title="没有发现问题", description="一个问题也没有时写 true")
    summary: Line = field(title="小结")

    def at(self, day: date) -> Self | None:
        """An inspection is there when it is over; nobody is warned."""
        return self if (self.until or self.on) <= day else None
