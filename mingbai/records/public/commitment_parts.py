"""The parts of a commitment: conditions, materials, steps, channels, remedies, what changed."""

from enum import StrEnum

from mingbai.records.field import Value, field
from mingbai.records.values import (
    Aim,
    Basis,
    CommitmentRef,
    Count,
    Day,
    DivisionRef,
    DocumentCited,
    FileRef,
    Flag,
    Hours,
    Line,
    Lines,
    LocalId,
    Number,
    Web,
)


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


class Burden(StrEnum):
    """What a reform makes less of."""

    ITEM = "事项"
    STEP = "环节"
    MATERIAL = "材料"
    WORKDAY = "工作日"
    VISIT = "次数"


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


class Condition(Value):
    """One thing that must hold; its id is the same on the page and on the one-time notice."""

    id: LocalId = field(title="编号")
    text: Line = field(title="条件")
    basis: Basis | None = field(default=None, title="依据")


class Material(Value):
    """One thing to bring (行政许可法 第三十条: the full list)."""

    id: LocalId = field(title="编号")
    name: Line = field(title="材料名称")
    form: MaterialForm | None = field(default=None, title="材料形式")
    copies: Number | None = field(default=None, title="份数")
    need: MaterialNeed | None = field(default=None, title="必要性")
    when: Line | None = field(default=None, title="什么情况要交")
    source: MaterialSource | None = field(default=None, title="来源渠道")
    source_note: Line | None = field(default=None, title="到哪里取得")
    requirement: Line | None = field(default=None, title="填写要求")
    basis: Basis | None = field(default=None, title="依据")
    blank_form: FileRef | None = field(default=None, title="空白表")
    sample: FileRef | None = field(default=None, title="填写样例")
    promise_substitute: Line | None = field(default=None, title="告知承诺", description="可用承诺代替时写明办法")


class Step(Value):
    """One step: what the client does, what the agency does, how many working days it takes (0 = 当场)."""

    step: Line = field(title="步骤")
    client_action: Line = field(title="您做")
    agency_action: Line = field(title="我们做")
    division: DivisionRef | None = field(default=None, title="承办处室")
    days: Count | None = field(default=None, title="工作日", description="当场写 0；不计时的不写")
    person_role: Line | None = field(default=None, title="岗位")
    online: Flag = field(default=False, title="可网上办")


class Result(Value):
    """What the applicant gets in the end."""

    name: Line = field(title="结果名称")
    form: Line | None = field(default=None, title="结果形式")
    validity: Line | None = field(default=None, title="有效期")
    sample: FileRef | None = field(default=None, title="结果样本")
    delivery: Lines = field(default=(), title="送达方式")


class Channel(Value):
    """A way to reach the service, and how often one must come in person."""

    kind: ChannelKind = field(title="渠道")
    address: Line | None = field(default=None, title="地点")
    hours: Hours = field(default=(), title="时间")
    url: Web | None = field(default=None, title="网址")
    depth: OnlineDepth | None = field(default=None, title="网办深度")
    visits: Count = field(title="到现场次数")


class Remedy(Value):
    """How to object to a decision, where, and within what time."""

    kind: RemedyKind = field(title="途径")
    organ: Line = field(title="受理机关")
    period: Line = field(title="期限")


class Question(Value):
    """A question people ask, and its answer."""

    question: Line = field(title="问")
    answer: Line = field(title="答")


class Counted(Value):
    """A reform in figures: what there was of it before, and what there is after."""

    what: Burden = field(title="减什么", description="次数是要跑的次数，材料是要您交的样数")
    before: Count = field(title="改之前")
    after: Count = field(title="改之后")

    @property
    def saved(self) -> int:
        """So much less."""
        return self.before - self.after


class Reform(Value):
    """One step that made the item lighter, under one of the five aims."""

    on: Day = field(title="日期")
    aim: Aim = field(title="五字目标")
    action: ReformAction = field(title="做法")
    text: Line = field(title="内容")
    counted: Counted | None = field(default=None, title="前后对比")
    document: DocumentCited | None = field(default=None, title="文件")


class LifeEvent(Value):
    """One step in an item's life after release; the log is only ever added to."""

    on: Day = field(title="日期")
    action: LifeAction = field(title="变动")
    reason: Line = field(title="原因")
    document: DocumentCited | None = field(default=None, title="文件")
    successor: CommitmentRef | None = field(default=None, title="替代事项")
