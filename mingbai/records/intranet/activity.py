"""Activities of the campaign: the meeting that starts it, the great discussion, the exchange (意见 四)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.public.document import Attachment
from mingbai.records.values import Count, Day, DivisionRef, Line, Lines


class ActivityKind(StrEnum):
    """What kind of activity it was."""

    MOBILISATION = "动员会"
    DISCUSSION = "大讨论"
    EXCHANGE = "交流会"
    STUDY = "学习"
    LOOKBACK = "回头看"


class Contribution(Value):
    """What one unit said, in a sentence."""

    division: DivisionRef = field(title="单位")
    text: Line = field(title="发言要点")


class Activity(Internal):
    """One activity, at activities/<year>/<id>.md: its facts at the head, what happened as prose."""

    kind: ClassVar[str] = "activities"
    label: ClassVar[str] = "活动"
    pattern: ClassVar[str] = "activities/*/*.md"

    title: Line = field(title="标题")
    type: ActivityKind = field(title="类别")
    on: Day = field(title="日期")
    until: Day | None = field(default=None, title="到哪天", description="开了不止一天的才写")
    place: Line = field(title="地点")
    organiser: DivisionRef = field(title="组织单位")
    host: Line | None = field(default=None, title="主持", description="写职务，不写姓名")
    participants: Count | None = field(default=None, title="参加人数")
    divisions: tuple[DivisionRef, ...] = field(default=(), title="参加单位", description="不写就是全体")
    theme: Line | None = field(default=None, title="主题", description="照原文写，如“我为提升文广新局形象做什么”")
    agenda: Lines = field(default=(), title="议程")
    contributions: tuple[Contribution, ...] = field(default=(), title="发言")
    decisions: Lines = field(default=(), title="议定事项")
    attachments: tuple[Attachment, ...] = field(default=(), title="附件")

    def at(self, day: date) -> Self | None:
        """An activity is there from its first day; before, it is a milestone of the campaign."""
        return self if self.on <= day else None
