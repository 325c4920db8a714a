"""Leaders of the bureau and heads of divisions, whose names must be public (政府信息公开条例 第二十条第二项)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import field
from mingbai.records.values import ComingDivisionRef, Day, Line, Lines, Phone


class Role(StrEnum):
    """Where a person stands in the chain of responsibility (意见 三（一）)."""

    FIRST_RESPONSIBLE = "一把手"
    LEADER = "班子成员"
    HEAD = "主要负责人"


class Person(Published):
    """A leader or a head: name, post, office phone and both halves of 一岗双责. Staff are intranet records."""

    kind: ClassVar[str] = "people"
    label: ClassVar[str] = "局领导和主要负责人"
    pattern: ClassVar[str] = "people/*.yaml"

    display_name: Line = field(title="姓名")
    post: Line = field(title="职务")
    role: Role = field(title="责任层级")
    # A division names its head and the head the division: one of the two has to be released first.
    division: ComingDivisionRef | None = field(default=None, title="所在处室")
    duties: Lines = field(default=(), title="业务分工")
    style_duties: Lines = field(default=(), title="作风建设职责")
    work_no: Line | None = field(default=None, title="工号")
    office_phone: Phone = field(title="办公电话")
    in_post_from: Day = field(title="任职日期")
    in_post_to: Day | None = field(default=None, title="离任日期")

    def at(self, day: date) -> Self | None:
        """Nobody is there before taking up the post; a leaving day in the future is not known yet."""
        if self.published.date() > day or self.in_post_from > day:
            return None
        if self.in_post_to and self.in_post_to > day:
            return replace(self, in_post_to=None)
        return self
