"""Activities of the campaign: the meeting that starts it, the great discussion, the exchange (意见 四)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field

from mingbai.records.intranet.base import Internal
from mingbai.records.public.document import Attachment
from mingbai.records.values import Count, Day, DivisionRef, Line, Lines, Value


class ActivityKind(StrEnum):
    """What kind of activity it was."""

    MOBILISATION = "动员会"
    DISCUSSION = "大讨论"
    EXCHANGE = "交流会"
    STUDY = "学习"
    LOOKBACK = "回头看"


class Contribution(Value):
    """What one unit said, in a sentence."""

    division: DivisionRef = Field(title="单位")
    text: Line = Field(title="发言要点")


class Activity(Internal):
    """One activity, at activities/<year>/<id>.md: its facts at the head, what happened as prose."""

    kind: ClassVar[str] = "activities"
    label: ClassVar[str] = "活动"
    pattern: ClassVar[str] = "activities/*/*.md"

    title: Line = Field(title="标题")
    type: ActivityKind = Field(title="类别")
    on: Day = Field(title="日期")
    until: Day | None = Field(default=None, title="到哪天", description="开了不止一天的才写")
    place: Line = Field(title="地点")
    organiser: DivisionRef = Field(title="组织单位")
    host: Line | None = Field(default=None, title="主持", description="写职务，不写姓名")
    participants: Count | None = Field(default=None, title="参加人数")
    divisions: tuple[DivisionRef, ...] = Field(default=(), title="参加单位", description="不写就是全体")
    theme: Line | None = Field(default=None, title="主题", description="照原文写，如“我为提升文广新局形象做什么”")
    agenda: Lines = Field(default=(), title="议程")
    contributions: tuple[Contribution, ...] = Field(default=(), title="发言")
    decisions: Lines = Field(default=(), title="议定事项")
    attachments: tuple[Attachment, ...] = Field(default=(), title="附件")

    def at(self, day: date) -> Self | None:
        """An activity is there from its first day; before, it is a milestone of the campaign."""
        return self if self.on <= day else None
