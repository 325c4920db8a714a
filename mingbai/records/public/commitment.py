"""Commitments: what the bureau does for people, what to bring, how long it takes, what it costs, by which law.

The fields are the union of the eight key elements (国办秘函〔2019〕19号), the licence guide layout and the
national platform's item tables. A commitment's division is the folder it lies in: commitments/<division>/<id>.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field

from mingbai.records.base import Published
from mingbai.records.values import (
    Aim,
    Basis,
    CommitmentRef,
    Count,
    Day,
    DivisionRef,
    DocumentCited,
    FeeRef,
    FileRef,
    Flag,
    Limit,
    Line,
    Lines,
    LocalId,
    Number,
    Value,
)


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


class MaterialForm(StrEnum):
    """In what form a material is handed in."""

    ORIGINAL = "原件"
    COPY = "复印件"
    ELECTRONIC = "电子"


class MaterialNeed(StrEnum):
    """Whether a material must be there from the start."""

    REQUIRED = "必要"
    OPTIONAL = "非必要"
    DEFERRABLE = "容缺"


class MaterialSource(StrEnum):
    """Where a material comes from."""

    APPLICANT = "申请人自备"
    GOVERNMENT = "政府核发"
    SHARED = "数据共享（免交）"
    OTHER = "其他"


class ChannelKind(StrEnum):
    """How people reach the service."""

    WINDOW = "窗口"
    ONLINE = "网上"
    POST = "邮寄"
    PHONE = "电话"


class OnlineDepth(StrEnum):
    """How far an item can be handled online, from information only to from start to end."""

    I = "I"  # noqa: E741 - the national platform's own numerals
    II = "II"
    III = "III"
    IV = "IV"


class OnExpiry(StrEnum):
    """What the law says when the limit passes without a decision."""

    NONE = "无"
    DEEMED_APPROVED = "视为同意"


class ReformAction(StrEnum):
    """What was done to make an item lighter."""

    CANCEL = "取消"
    DELEGATE = "下放"
    MERGE = "合并"
    SHORTEN = "压时限"
    FEWER_MATERIALS = "减材料"
    ONLINE = "网上办"


class RemedyKind(StrEnum):
    """What someone can do who disagrees with a decision."""

    REVIEW = "行政复议"
    LITIGATION = "行政诉讼"


class LifeAction(StrEnum):
    """What may happen to an item after its release; the last three end it."""

    SUSPEND = "暂停"
    RESUME = "恢复"
    CANCEL = "取消"
    DELEGATE = "下放"
    MERGE = "合并"


class CommitmentStatus(StrEnum):
    """Where an item stands on a day; derived, never typed."""

    ACTIVE = "在办"
    SUSPENDED = "暂停"
    ABOLISHED = "不再办理"


class Condition(Value):
    """One thing that must hold; its id is the same on the page and on the one-time notice."""

    id: LocalId = Field(title="编号")
    text: Line = Field(title="条件")
    basis: Basis | None = Field(default=None, title="依据")


class Material(Value):
    """One thing to bring (行政许可法 第三十条: the full list)."""

    id: LocalId = Field(title="编号")
    name: Line = Field(title="材料名称")
    form: MaterialForm | None = Field(default=None, title="材料形式")
    copies: Number | None = Field(default=None, title="份数")
    need: MaterialNeed | None = Field(default=None, title="必要性")
    when: Line | None = Field(default=None, title="什么情况要交")
    source: MaterialSource | None = Field(default=None, title="来源渠道")
    source_note: Line | None = Field(default=None, title="到哪里取得")
    requirement: Line | None = Field(default=None, title="填写要求")
    basis: Basis | None = Field(default=None, title="依据")
    blank_form: FileRef | None = Field(default=None, title="空白表")
    sample: FileRef | None = Field(default=None, title="填写样例")
    promise_substitute: Line | None = Field(default=None, title="告知承诺", description="可用承诺代替时写明办法")


class Step(Value):
    """One step: what the client does, what the agency does, how many working days it takes (0 = 当场)."""

    step: Line = Field(title="步骤")
    client_action: Line = Field(title="您做")
    agency_action: Line = Field(title="我们做")
    division: DivisionRef | None = Field(default=None, title="承办处室")
    days: Count | None = Field(default=None, title="工作日", description="当场写 0；不计时的不写")
    person_role: Line | None = Field(default=None, title="岗位")
    online: Flag = Field(default=False, title="可网上办")


class Result(Value):
    """What the applicant gets in the end."""

    name: Line = Field(title="结果名称")
    form: Line | None = Field(default=None, title="结果形式")
    validity: Line | None = Field(default=None, title="有效期")
    sample: FileRef | None = Field(default=None, title="结果样本")
    delivery: Lines = Field(default=(), title="送达方式")


class Channel(Value):
    """A way to reach the service, and how often one must come in person."""

    kind: ChannelKind = Field(title="渠道")
    address: Line | None = Field(default=None, title="地点")
    hours: Lines = Field(default=(), title="时间")
    url: Line | None = Field(default=None, title="网址", pattern=r"^https://")
    depth: OnlineDepth | None = Field(default=None, title="网办深度")
    visits: Count = Field(title="到现场次数")


class Remedy(Value):
    """How to object to a decision, where, and within what time."""

    kind: RemedyKind = Field(title="途径")
    organ: Line = Field(title="受理机关")
    period: Line = Field(title="期限")


class Question(Value):
    """A question people ask, and its answer."""

    question: Line = Field(title="问")
    answer: Line = Field(title="答")


class Reform(Value):
    """One step that made the item lighter, under one of the five aims."""

    on: Day = Field(title="日期")
    aim: Aim = Field(title="五字目标")
    action: ReformAction = Field(title="做法")
    text: Line = Field(title="内容")
    document: DocumentCited | None = Field(default=None, title="文件")


class LifeEvent(Value):
    """One step in an item's life after release; the log is only ever added to."""

    on: Day = Field(title="日期")
    action: LifeAction = Field(title="变动")
    reason: Line = Field(title="原因")
    document: DocumentCited | None = Field(default=None, title="文件")
    successor: CommitmentRef | None = Field(default=None, title="替代事项")


class Commitment(Published):
    """One promise to the public."""

    kind: ClassVar[str] = "commitments"
    label: ClassVar[str] = "服务承诺事项"
    pattern: ClassVar[str] = "commitments/*/*.yaml"

    name: Line = Field(title="事项名称")
    code_basic: Line | None = Field(default=None, title="基本编码", pattern=r"^[0-9A-Z]{12}$")
    code_impl: Line | None = Field(default=None, title="实施编码", pattern=r"^[0-9A-Z]{31}$")
    type: CommitmentKind = Field(title="事项类型")
    authority: Authority = Field(title="权力来源")
    partner_divisions: tuple[DivisionRef, ...] = Field(default=(), title="联办处室")
    audience_of_service: tuple[Applicant, ...] = Field(title="服务对象", min_length=1)
    topics: Lines = Field(default=(), title="主题")
    plain_summary: Line = Field(title="一句话说明", max_length=80)

    basis: tuple[Basis, ...] = Field(default=(), title="设定依据")
    basis_impl: tuple[Basis, ...] = Field(default=(), title="实施依据")
    supervision_basis: tuple[Basis, ...] = Field(default=(), title="监管依据")

    conditions: tuple[Condition, ...] = Field(default=(), title="申请条件")
    prohibitions: Lines = Field(default=(), title="禁止性要求")
    quantity_limit: Line | None = Field(default=None, title="数量限制")
    applicant_deadline: Limit | None = Field(default=None, title="申请人的期限")
    annual_check: Line | None = Field(default=None, title="年审年检")
    deficiency_notice_days: Number = Field(default=5, title="补正告知期限（日）")

    materials: tuple[Material, ...] = Field(default=(), title="申请材料")
    no_materials: Line | None = Field(default=None, title="不用带材料", description="没有材料时写明，如 不需要带材料")
    process: tuple[Step, ...] = Field(default=(), title="办理流程")

    statutory: Limit = Field(title="法定办结时限")
    promised: Limit = Field(title="承诺办结时限")
    comparison: Line | None = Field(default=None, title="时限比较说明")
    excluded: Lines = Field(default=(), title="不计入时限")
    on_expiry: OnExpiry = Field(default=OnExpiry.NONE, title="逾期后果")

    free: Flag = Field(default=False, title="不收费")
    fees: tuple[FeeRef, ...] = Field(default=(), title="收费项目")

    result: Result = Field(title="办理结果")
    channels: tuple[Channel, ...] = Field(default=(), title="办理渠道")
    consult_phone: Line | None = Field(default=None, title="咨询电话")
    complaint_phone: Line = Field(title="监督投诉电话")
    remedies: tuple[Remedy, ...] = Field(default=(), title="救济途径")
    faq: tuple[Question, ...] = Field(default=(), title="常见问题")
    query_url: Line | None = Field(default=None, title="进度查询", pattern=r"^https://")

    effective_from: Day = Field(title="承诺生效日期")
    effective_to: Day | None = Field(default=None, title="承诺失效日期", description="有效的最后一天")
    reform: tuple[Reform, ...] = Field(default=(), title="改革记录")
    events: tuple[LifeEvent, ...] = Field(default=(), title="变动记录")
    change_reason: Line | None = Field(default=None, title="改动原因")

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The folder names the division."""
        return (("divisions", id.split("/", maxsplit=1)[0]),)

    def at(self, day: date) -> Self | None:
        """A promise is there from its first day; later reforms and events are not known yet."""
        if self.published.date() > day or self.effective_from > day:
            return None
        return self.model_copy(
            update={
                "reform": tuple(reform for reform in self.reform if reform.on <= day),
                "events": tuple(event for event in self.events if event.on <= day),
            }
        )

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
