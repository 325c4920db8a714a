"""Divisions and affiliates: who does what, where, and the five blocks every outward one promises."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import field
from mingbai.records.values import Count, Day, Email, Hours, Line, Lines, PersonRef, Phone


class DivisionKind(StrEnum):
    """The kinds of unit the founding document addresses; plans are due from the first two."""

    DIVISION = "机关处室"
    AFFILIATE = "直属单位"
    TEAM = "领导小组"
    OFFICE = "领导小组办公室"


class Division(Published):
    """A unit of the bureau. The five blocks are what 意见 二（四） wants promised in public."""

    kind: ClassVar[str] = "divisions"
    label: ClassVar[str] = "处室和单位"
    pattern: ClassVar[str] = "divisions/*.yaml"

    name: Line = field(title="全称")
    short_name: Line = field(title="简称")
    type: DivisionKind = field(title="类别")
    order: Count = field(title="排序")
    head: PersonRef = field(title="主要负责人")
    supervising_leader: PersonRef = field(title="分管领导")
    functions: Lines = field(default=(), title="工作职能")
    policy: Lines = field(default=(), title="服务政策")
    content: Lines = field(default=(), title="服务内容")
    procedure: Lines = field(default=(), title="工作程序")
    time_limits: Lines = field(default=(), title="工作时限")
    address: Line = field(title="办公地址")
    hours: Hours = field(title="办公时间", min_length=1)
    phone: Phone = field(title="办公电话")
    complaint_phone: Phone = field(title="投诉电话")
    email: Email | None = field(default=None, title="电子邮箱")
    established_on: Day | None = field(default=None, title="设立日期")
    closed_on: Day | None = field(default=None, title="撤销日期")

    def at(self, day: date) -> Self | None:
        """A unit is there from its release until it is closed; a closing in the future is not known yet."""
        if self.published.date() > day or (self.established_on and self.established_on > day):
            return None
        if self.closed_on and self.closed_on > day:
            return replace(self, closed_on=None)
        return self
