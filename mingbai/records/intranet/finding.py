"""The ledger: what was found wrong, from the day it was registered until it is struck off (意见 五（三）: 整改销号).

The text is what was said on the spot and is never reworded. Where a finding stands follows from its log alone.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.digest import of_bytes
from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.intranet.conduct import NormNumber
from mingbai.records.machine import Machine, until
from mingbai.records.values import (
    ComingInspectionRef,
    Day,
    DivisionRef,
    Evidence,
    ExternalReviewRef,
    Line,
    Lines,
    PersonRef,
)


class FindingSource(StrEnum):
    """How it came to light: 自己找、群众提、领导帮 and the rest (意见 四（一）、五（二）)."""

    SELF = "自己找"
    PUBLIC = "群众提"
    LEADER = "领导帮"
    VISIT = "察访"
    CITY = "市察访中心"
    COMPLAINT = "投诉"
    REVIEW = "视察点评"
    APPRAISAL = "考评"
    LOOKBACK = "回头看"


class FindingKind(StrEnum):
    """What kind it is: something wrong, or something hard that nobody could solve so far."""

    PROBLEM = "问题"
    HARD = "难点问题"


class RaisedBy(StrEnum):
    """Who raised a hard one (意见 三（二）: 企业、基层、群众反映的难点问题)."""

    BUSINESS = "企业"
    GRASSROOTS = "基层"
    PUBLIC = "群众"


class Gravity(StrEnum):
    """How grave it is; the time to put it right depends on it."""

    ORDINARY = "一般"
    SEVERE = "突出"


class FindingAction(StrEnum):
    """The steps of a finding."""

    NOTIFY = "反馈"
    PLAN = "定措施"
    EXTEND = "延期"
    SUBMIT = "报请验收"
    ACCEPT = "验收通过"
    RETURN = "验收退回"
    REOPEN = "重新打开"
    DISMISS = "不成立"


class FindingState(StrEnum):
    """Where a finding stands on a day; derived from its log."""

    REGISTERED = "已登记"
    NOTIFIED = "已反馈"
    RECTIFYING = "整改中"
    SUBMITTED = "待验收"
    CLOSED = "已销号"
    DISMISSED = "不成立"


FINDING = Machine(
    FindingState.REGISTERED,
    {
        (FindingState.REGISTERED, FindingAction.NOTIFY): FindingState.NOTIFIED,
        (FindingState.REGISTERED, FindingAction.DISMISS): FindingState.DISMISSED,
        (FindingState.NOTIFIED, FindingAction.PLAN): FindingState.RECTIFYING,
        (FindingState.NOTIFIED, FindingAction.EXTEND): FindingState.NOTIFIED,
        (FindingState.NOTIFIED, FindingAction.DISMISS): FindingState.DISMISSED,
        (FindingState.RECTIFYING, FindingAction.EXTEND): FindingState.RECTIFYING,
        (FindingState.RECTIFYING, FindingAction.SUBMIT): FindingState.SUBMITTED,
        (FindingState.SUBMITTED, FindingAction.ACCEPT): FindingState.CLOSED,
        (FindingState.SUBMITTED, FindingAction.RETURN): FindingState.RECTIFYING,
        (FindingState.CLOSED, FindingAction.REOPEN): FindingState.RECTIFYING,
    },
)
"""Domain 4.6; besides, a unit that has been told may show that it is not so."""


class FindingEvent(Value):
    """One step of a finding; the log is only ever added to."""

    on: Day = field(title="日期")
    action: FindingAction = field(title="环节")
    by: DivisionRef = field(title="经办单位")
    to: PersonRef | None = field(default=None, title="反馈给谁", description="“反馈”才写：这个单位那一天的主要负责人")
    cc: tuple[PersonRef, ...] = field(default=(), title="通报给谁", description="“反馈”才写：领导小组全体成员")
    due: Day | None = field(default=None, title="改到哪天", description="“延期”和“重新打开”才写新的期限")
    approved_by: PersonRef | None = field(
        default=None, title="谁批准", description="“延期”“不成立”才写，办公室验收自己的问题也写：领导小组成员"
    )
    note: Line | None = field(default=None, title="说明")
    evidence: tuple[Evidence, ...] = field(default=(), title="佐证")


class Accountability(Value):
    """What was decided about who answers for it, also when that is: nothing further."""

    on: Day = field(title="日期")
    decision: Line = field(title="处理决定", description="写到岗位为止，不写姓名")
    by: DivisionRef = field(title="谁决定的")


class Finding(Internal):
    """One finding, at findings/<year>/<number>, such as findings/2026/007: number 2026-007, for good."""

    kind: ClassVar[str] = "findings"
    label: ClassVar[str] = "台账问题"
    pattern: ClassVar[str] = "findings/*/*.yaml"

    registered_on: Day = field(title="登记日期")
    source: FindingSource = field(title="来源")
    external_ref: Line | None = field(default=None, title="市察访中心编号")
    received_on: Day | None = field(default=None, title="收到日期", description="市察访中心反馈的，写哪天收到")
    inspection: ComingInspectionRef | None = field(default=None, title="哪次察访", description="如 2026/03")
    review: ExternalReviewRef | None = field(default=None, title="哪次视察点评")
    division: DivisionRef = field(title="责任单位")
    type: FindingKind = field(default=FindingKind.PROBLEM, title="种类")
    raised_by: RaisedBy | None = field(default=None, title="谁提的", description="难点问题才写")
    text: Line = field(title="问题", description="照当场说的写，登记以后一个字也不改")
    norms: tuple[NormNumber, ...] = field(default=(), title="违反哪一条")
    severity: Gravity = field(default=Gravity.ORDINARY, title="轻重")
    due: Day = field(title="整改期限", description="这一天改完算按时")
    cause: Line | None = field(default=None, title="根源", description="定措施时写")
    measures: Lines = field(default=(), title="整改措施", description="定措施时写")
    accountability: Accountability | None = field(default=None, title="责任追究")
    log: tuple[FindingEvent, ...] = field(default=(), title="办理记录", description="按日期先后，只往后面加")

    @property
    def sha256(self) -> str:
        """What proves that a circular quotes the text as it was registered."""
        return of_bytes(self.text.encode())

    def at(self, day: date) -> Self | None:
        """The finding with the steps up to `day`; cause and measures are not known before they are set."""
        if self.registered_on > day:
            return None
        log = until(self.log, day)
        decided = self.accountability if self.accountability and self.accountability.on <= day else None
        if len(log) == len(self.log) and decided is self.accountability:
            return self
        changes: dict[str, object] = {"log": log, "accountability": decided}
        if not any(event.action is FindingAction.PLAN for event in log) and len(log) < len(self.log):
            changes |= {"cause": None, "measures": ()}
        return replace(self, **changes)

    def state(self, day: date) -> FindingState:
        """Where the finding stands on `day`."""
        return FINDING.on(self.log, day)
