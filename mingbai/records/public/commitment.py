"""Commitments: what the bureau does for people, what to bring, how long it takes, what it costs, by which law.

The fields are the union of the eight key elements (国办秘函〔2019〕19号), the licence guide layout and the
national platform's item tables. A commitment's division is the folder it lies in: commitments/<division>/<id>.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import field
from mingbai.records.machine import until
from mingbai.records.public.commitment_parts import (
    Channel,
    Condition,
    LifeAction,
    LifeEvent,
    Material,
    OnExpiry,
    Question,
    Reform,
    Remedy,
    Result,
    Step,
)
from mingbai.records.values import (
    Basis,
    CommitmentRef,
    Day,
    DivisionRef,
    FeeRef,
    Flag,
    Limit,
    Line,
    Lines,
    Number,
    Phone,
    Topics,
    Web,
)

TOLD_WITHIN = 5
"""Days in which who applies for a licence is told all that is lacking (行政许可法 第三十二条第四项)."""


class CommitmentKind(StrEnum):
    """The kinds of administrative power and service."""

    LICENCE = "行政许可"
    CONFIRMATION = "行政确认"
    FILING = "行政备案"
    GRANT = "行政给付"
    AWARD = "行政奖励"
    OTHER_POWER = "其他行政权力"
    PUBLIC_SERVICE = "公共服务"


class Authority(StrEnum):
    """By what right the city handles an item."""

    OWN = "法定本级"
    DELEGATED_DOWN = "上级下放"
    ENTRUSTED = "委托"
    PRE_REVIEW = "仅初审"


class Applicant(StrEnum):
    """Who may apply."""

    PERSON = "自然人"
    LEGAL_PERSON = "法人"
    OTHER = "其他组织"


class CommitmentStatus(StrEnum):
    """Where an item stands on a day; derived, never typed."""

    ACTIVE = "在办"
    SUSPENDED = "暂停"
    ABOLISHED = "不再办理"


class Commitment(Published):
    """One promise to the public."""

    kind: ClassVar[str] = "commitments"
    label: ClassVar[str] = "服务承诺事项"
    pattern: ClassVar[str] = "commitments/*/*.yaml"

    name: Line = field(title="事项名称")
    code_basic: Line | None = field(
        default=None, title="基本编码", description="12位，数字和大写字母", pattern=r"^[0-9A-Z]{12}$"
    )
    code_impl: Line | None = field(
        default=None, title="实施编码", description="31位，数字和大写字母", pattern=r"^[0-9A-Z]{31}$"
    )
    type: CommitmentKind = field(title="事项类型")
    authority: Authority = field(title="权力来源")
    partner_divisions: tuple[DivisionRef, ...] = field(default=(), title="联办处室")
    audience_of_service: tuple[Applicant, ...] = field(title="服务对象", min_length=1)
    topics: Topics = field(default=(), title="主题")
    plain_summary: Line = field(title="一句话说明", max_length=80)

    basis: tuple[Basis, ...] = field(default=(), title="设定依据")
    basis_impl: tuple[Basis, ...] = field(default=(), title="实施依据")
    supervision_basis: tuple[Basis, ...] = field(default=(), title="监管依据")

    conditions: tuple[Condition, ...] = field(default=(), title="申请条件")
    prohibitions: Lines = field(default=(), title="禁止性要求")
    quantity_limit: Line | None = field(default=None, title="数量限制")
    applicant_deadline: Limit | None = field(default=None, title="申请人的期限")
    annual_check: Line | None = field(default=None, title="年审年检")
    deficiency_notice_days: Number = field(default=TOLD_WITHIN, title="补正告知期限（工作日）")

    materials: tuple[Material, ...] = field(default=(), title="申请材料")
    no_materials: Line | None = field(default=None, title="不用带材料", description="没有材料时写明，如 不需要带材料")
    process: tuple[Step, ...] = field(default=(), title="办理流程")

    statutory: Limit = field(
        title="法定办结时限",
        description="如 {number: 3, unit: 日, clock: 受理, basis: {law: performances, articles: [第十三条]}}",
    )
    promised: Limit = field(
        title="承诺办结时限",
        description="如 {number: 1, unit: 工作日, clock: 受理, basis: {law: service-pledges, articles: [第五条]}}；"
        "当场办结的，如 {instant: true, basis: {law: service-pledges, articles: [第五条]}}",
    )
    comparison: Line | None = field(default=None, title="时限比较说明")
    excluded: Lines = field(default=(), title="不计入时限")
    on_expiry: OnExpiry = field(default=OnExpiry.NONE, title="逾期后果")

    free: Flag = field(default=False, title="不收费")
    fees: tuple[FeeRef, ...] = field(default=(), title="收费项目")

    next_stage: CommitmentRef | None = field(
        default=None, title="下一段", description="一件事分几段办，办完这一段接着办哪一项"
    )

    result: Result = field(title="办理结果")
    channels: tuple[Channel, ...] = field(default=(), title="办理渠道")
    consult_phone: Phone | None = field(default=None, title="咨询电话")
    complaint_phone: Phone = field(title="监督投诉电话")
    remedies: tuple[Remedy, ...] = field(default=(), title="救济途径")
    faq: tuple[Question, ...] = field(default=(), title="常见问题")
    query_url: Web | None = field(default=None, title="进度查询")

    effective_from: Day = field(title="承诺生效日期")
    effective_to: Day | None = field(default=None, title="承诺失效日期", description="有效的最后一天")
    reform: tuple[Reform, ...] = field(default=(), title="改革记录")
    events: tuple[LifeEvent, ...] = field(default=(), title="变动记录")
    change_reason: Line | None = field(default=None, title="改动原因")

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The folder names the division."""
        return (("divisions", id.split("/", maxsplit=1)[0]),)

    def at(self, day: date) -> Self | None:
        """A promise is there from its first day; later reforms and events are not known yet."""
        if self.published.date() > day or self.effective_from > day:
            return None
        reform, events = until(self.reform, day), until(self.events, day)
        if len(reform) == len(self.reform) and len(events) == len(self.events):
            return self
        return replace(self, reform=reform, events=events)

    def status(self, day: date) -> CommitmentStatus:
        """Where the item stands on `day`: the latest event decides, then the end of the promise."""
        latest = max((event for event in self.events if event.on <= day), key=lambda e: e.on, default=None)
        if latest and latest.action is LifeAction.SUSPEND:
            return CommitmentStatus.SUSPENDED
        if latest and latest.action is not LifeAction.RESUME:
            return CommitmentStatus.ABOLISHED
        if self.effective_to and self.effective_to < day:
            return CommitmentStatus.ABOLISHED
        return CommitmentStatus.ACTIVE
