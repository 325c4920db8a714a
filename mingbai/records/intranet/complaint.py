"""Complaints and how they are dealt with (意见 五（三）); who complained has no field here, and never will.

Of a report against somebody (举报) only number and days are kept: to tell its target of it is punishable
(行政机关公务员处分条例 第二十五条第二项).
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.machine import Machine, until
from mingbai.records.values import Day, DivisionRef, FindingRef, Line


class ComplaintChannel(StrEnum):
    """The way it came."""

    PHONE = "电话"
    WEB = "网上"
    LETTER = "来信"
    VISIT = "来访"
    FORWARDED = "转来"


class ComplaintKind(StrEnum):
    """What is wanted."""

    COMPLAINT = "投诉"
    REPORT = "举报"
    REQUEST = "求助"
    SUGGESTION = "建议"


class ComplaintAction(StrEnum):
    """The steps of a complaint."""

    ACCEPT = "受理"
    REFUSE = "不受理"
    REPLY = "答复"
    CLOSE = "办结"
    RATE = "评价"


class ComplaintState(StrEnum):
    """Where a complaint stands on a day; derived from its log."""

    RECEIVED = "已收到"
    ACCEPTED = "已受理"
    REFUSED = "没有受理"
    REPLIED = "已答复"
    CLOSED = "已办结"
    RATED = "已评价"


COMPLAINT = Machine(
    ComplaintState.RECEIVED,
    {
        (ComplaintState.RECEIVED, ComplaintAction.ACCEPT): ComplaintState.ACCEPTED,
        (ComplaintState.RECEIVED, ComplaintAction.REFUSE): ComplaintState.REFUSED,
        (ComplaintState.ACCEPTED, ComplaintAction.REPLY): ComplaintState.REPLIED,
        (ComplaintState.REPLIED, ComplaintAction.CLOSE): ComplaintState.CLOSED,
        (ComplaintState.CLOSED, ComplaintAction.RATE): ComplaintState.RATED,
    },
)
"""Domain 4.6."""


class Stance(StrEnum):
    """Whether it was as the complaint says."""

    TRUE = "属实"
    PARTLY = "部分属实"
    UNTRUE = "不属实"
    UNKNOWN = "查不清"


class Satisfaction(StrEnum):
    """The five grades of 好差评."""

    VERY_SATISFIED = "非常满意"
    SATISFIED = "满意"
    FAIRLY_SATISFIED = "基本满意"
    DISSATISFIED = "不满意"
    VERY_DISSATISFIED = "非常不满意"


class ComplaintEvent(Value):
    """One step of a complaint; the log is only ever added to."""

    on: Day = field(title="日期")
    action: ComplaintAction = field(title="环节")
    note: Line | None = field(default=None, title="说明", description="不受理的写为什么、该去哪里")
    stance: Stance | None = field(default=None, title="查实情况", description="答复投诉时写")
    satisfaction: Satisfaction | None = field(default=None, title="满意不满意", description="“评价”才写")


class Complaint(Internal):
    """One case, at complaints/<year>/<number>; privacy of those who complain is the reason it stays in."""

    kind: ClassVar[str] = "complaints"
    label: ClassVar[str] = "投诉"
    pattern: ClassVar[str] = "complaints/*/*.yaml"
    exempt_basis: ClassVar[int] = 15

    received_on: Day = field(title="收到日期")
    channel: ComplaintChannel = field(title="怎么来的")
    type: ComplaintKind = field(title="种类")
    division: DivisionRef | None = field(default=None, title="说的是哪个单位", description="举报不写")
    subject: Line | None = field(default=None, title="什么事", description="举报不写；别的写事情，不写是谁说的")
    result: Line | None = field(default=None, title="结果", description="举报不写")
    finding: FindingRef | None = field(default=None, title="登记成的问题", description="举报不写")
    log: tuple[ComplaintEvent, ...] = field(default=(), title="办理记录", description="按日期先后，只往后面加")

    def at(self, day: date) -> Self | None:
        """The case with the steps up to `day`; the result is not known before it is closed."""
        if self.received_on > day:
            return None
        log = until(self.log, day)
        if len(log) == len(self.log):
            return self
        closed = any(event.action is ComplaintAction.CLOSE for event in log)
        return replace(self, log=log, result=self.result if closed else None)

    def state(self, day: date) -> ComplaintState:
        """Where the case stands on `day`."""
        return COMPLAINT.on(self.log, day)
