"""Fees: what one service costs, and the law that allows it.

Law: what is charged stands beside its legal standard; a range is charged at its lower end (意见 二（五）).
A fee that has ended stays on show with its date and document. Money is a Decimal, never a float.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.machine import until
from mingbai.records.values import (
    Amount,
    Basis,
    Count,
    Day,
    DivisionRef,
    DocumentCited,
    Flag,
    Line,
    Lines,
    Number,
    Phone,
)

ZERO = Decimal(0)


class FeeNature(StrEnum):
    """Why the money is taken."""

    ADMINISTRATIVE = "行政性"
    INSTITUTIONAL = "事业性"
    REGULATED_PRICE = "政府定价经营服务性"
    COST = "成本列支"


class Account(StrEnum):
    """Where the money goes (收支两条线)."""

    TREASURY = "国库"
    SPECIAL_ACCOUNT = "财政专户"


class FeeStatus(StrEnum):
    """Where a fee stands on a day; derived from its dates and events, never typed."""

    CHARGING = "在收"
    WAIVED = "免征"
    SUSPENDED = "停征"
    CANCELLED = "取消"
    EXPIRED = "期满"


class Fixed(Value):
    """One price for all."""

    amount: Amount = field(title="金额")


class Range(Value):
    """A lower and an upper limit in yuan; without a lower one it is 0."""

    min: Amount = field(default=ZERO, title="下限")
    max: Amount = field(title="上限")


class Rate(Value):
    """A percentage of something: one figure, or a lower and an upper limit."""

    percent: Amount | None = field(default=None, title="费率（%）")
    min: Amount | None = field(default=None, title="费率下限（%）")
    max: Amount | None = field(default=None, title="费率上限（%）")
    base: Line = field(title="计费基数", description="如 发掘费")


class Tier(Value):
    """One step of a tiered price: from the `first` to the `last` piece."""

    first: Count = field(title="起")
    last: Number | None = field(default=None, title="止", description="最高一档不写")
    counted: Line = field(title="计数单位", description="如 件、页")
    amount: Amount = field(title="金额")
    note: Line | None = field(default=None, title="说明")


class Standard(Value):
    """What the law allows: exactly one of fixed, range, rate and tiers."""

    fixed: Fixed | None = field(default=None, title="固定标准")
    range: Range | None = field(default=None, title="幅度标准")
    rate: Rate | None = field(default=None, title="按比例")
    tiers: tuple[Tier, ...] = field(default=(), title="分档标准")

    @property
    def given(self) -> tuple[str, ...]:
        """Which of the four forms are filled in."""
        forms = {"fixed": self.fixed, "range": self.range, "rate": self.rate, "tiers": self.tiers}
        return tuple(name for name, value in forms.items() if value)

    @property
    def minimum(self) -> Decimal | None:
        """The lower limit: yuan, or per cent for a rate; `None` where the price has tiers."""
        if self.fixed:
            return self.fixed.amount
        if self.range:
            return self.range.min
        if self.rate:
            return self.rate.percent if self.rate.percent is not None else self.rate.min or ZERO
        return None

    @property
    def maximum(self) -> Decimal | None:
        """The upper limit, in the unit of `minimum`."""
        if self.range:
            return self.range.max
        if self.rate and self.rate.percent is None:
            return self.rate.max
        return self.minimum


class FeeAction(StrEnum):
    """What may happen to a fee after it came in; 取消 is final."""

    WAIVE = "免征"
    RESUME = "恢复"
    SUSPEND = "停征"
    CANCEL = "取消"
    LOWER = "降低"


class FeeEvent(Value):
    """One step in a fee's life; the log is only ever added to. A lowering says from how much to how much."""

    on: Day = field(title="日期")
    action: FeeAction = field(title="变动")
    before: Amount | None = field(default=None, title="原来收", description="只有降低才写，单位同计费单位")
    after: Amount | None = field(default=None, title="降到", description="只有降低才写，单位同计费单位")
    document: DocumentCited | None = field(default=None, title="文件")
    reason: Line | None = field(default=None, title="原因")


class Decision(StrEnum):
    """What a review of a fee or a fine decided."""

    KEEP = "保留"
    MERGE = "合并"
    LOWER = "降低"
    CANCEL = "取消"


class Clearing(Value):
    """The yearly clearing of fees and fines (意见 二（五）): what was decided, by which document."""

    year: Number = field(title="清理年度")
    decision: Decision = field(title="清理结论")
    document: DocumentCited | None = field(
        default=None, title="清理文件", description="如 {number: 示例文广新〔2026〕4号, on: 2026-01-23}"
    )


class FeeClearing(Clearing):
    """Of a fee it is also asked whether it may be dropped."""

    discretionary: Flag = field(title="可收可不收")


class Fee(Published):
    """A charge: what, who pays, by which standard, what is charged, and whether it still is."""

    kind: ClassVar[str] = "fees"
    label: ClassVar[str] = "收费项目"
    pattern: ClassVar[str] = "fees/*.yaml"

    name: Line = field(title="收费项目")
    nature: FeeNature = field(title="收费性质")
    division: DivisionRef | None = field(default=None, title="负责单位")
    payer: Line = field(title="交费人")
    scope: Line = field(title="收费范围")
    unit: Line = field(title="计费单位", description="如 元/本、元/户·月、%、元/枚")
    standard: Standard = field(
        title="法定标准",
        description="如 {range: {min: 14.00, max: 16.00}}；只有一个价的，如 {fixed: {amount: 14.00}}",
    )
    charged: Amount | None = field(default=None, title="实收", description="单位同计费单位；分档收费不写")
    basis_item: tuple[Basis, ...] = field(default=(), title="立项依据")
    basis_standard: tuple[Basis, ...] = field(default=(), title="标准依据")
    catalogue_no: Line | None = field(default=None, title="目录清单编号")
    remission: Lines = field(default=(), title="减免规定")
    payee_account: Account | None = field(default=None, title="资金去向")
    invoice: Line | None = field(default=None, title="票据")
    complaint_phone: Phone = field(title="价格投诉电话")
    valid_from: Day = field(title="起收日期")
    valid_until: Day | None = field(default=None, title="有效期至", description="有效的最后一天")
    events: tuple[FeeEvent, ...] = field(default=(), title="变动记录")
    clearing: FeeClearing = field(title="年度清理")

    def at(self, day: date) -> Self | None:
        """A fee is there from its first day; what happens to it later, and what is charged then, is not known yet."""
        if self.published.date() > day or self.valid_from > day:
            return None
        past = until(self.events, day)
        if len(past) == len(self.events):
            return self
        later = min((event for event in self.lowerings if event.on > day), key=lambda event: event.on, default=None)
        return replace(self, events=past, charged=later.before if later else self.charged)

    @property
    def turns(self) -> tuple[FeeEvent, ...]:
        """Each time it was decided whether the fee is charged at all."""
        return tuple(event for event in self.events if event.action is not FeeAction.LOWER)

    @property
    def lowerings(self) -> tuple[FeeEvent, ...]:
        """Each time less was charged than before."""
        return tuple(event for event in self.events if event.action is FeeAction.LOWER)

    def status(self, day: date) -> FeeStatus:
        """Where the fee stands on `day`: the latest event decides, then the end of validity."""
        latest = max((event for event in self.turns if event.on <= day), key=lambda event: event.on, default=None)
        if latest and latest.action is not FeeAction.RESUME:
            return FeeStatus(latest.action.value)
        if self.valid_until and self.valid_until < day:
            return FeeStatus.EXPIRED
        return FeeStatus.CHARGING
