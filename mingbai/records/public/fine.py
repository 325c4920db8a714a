"""Fines: which conduct costs how much, by which article, and who decides.

Law: a fine has a basis and a range; that a range is charged at its lower end holds for fees alone (意见 二（五） speaks
of 收费). Where the law knows several cases, such as with and without illegal gains, each is a branch of its own.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.public.commitment_parts import Remedy
from mingbai.records.public.fee import Account, Clearing, Fixed, Range
from mingbai.records.values import Amount, Basis, Day, DivisionRef, DocumentCited, Flag, Line, Lines, Phone


class FineStatus(StrEnum):
    """Whether a fine can still be imposed; derived from its dates, never typed."""

    IN_USE = "在用"
    CANCELLED = "取消"
    EXPIRED = "期满"


class Times(Value):
    """So many times an amount; without a lower limit there is only an upper one."""

    min: Amount | None = field(default=None, title="倍数下限")
    max: Amount = field(title="倍数上限")
    base: Line = field(title="按什么算", description="如 违法所得")


class Branch(Value):
    """One case the law distinguishes, and what it costs: exactly one of fixed, range and times."""

    when: Line | None = field(default=None, title="情形", description="只有一种情形的不写")
    fixed: Fixed | None = field(default=None, title="固定数额")
    range: Range | None = field(default=None, title="幅度", description="只有上限的，只写 max")
    times: Times | None = field(default=None, title="倍数")
    optional: Flag = field(default=False, title="可以并处", description="可以罚也可以不罚的写 true")
    beside: Lines = field(default=(), title="同时给的处罚", description="如 没收违法所得")

    @property
    def given(self) -> tuple[str, ...]:
        """Which of the three forms are filled in."""
        forms = {"fixed": self.fixed, "range": self.range, "times": self.times}
        return tuple(name for name, value in forms.items() if value)


class Fine(Published):
    """A fine: for what, on whom, how much, by which law, decided by whom."""

    kind: ClassVar[str] = "fines"
    label: ClassVar[str] = "罚款项目"
    pattern: ClassVar[str] = "fines/*.yaml"

    name: Line = field(title="罚款项目")
    conduct: Line = field(title="违法行为")
    payer: Line = field(title="罚谁")
    scope: Line | None = field(default=None, title="适用范围")
    standard: tuple[Branch, ...] = field(
        title="罚款标准", min_length=1, description="如 {range: {min: 50000, max: 100000}}"
    )
    basis_item: tuple[Basis, ...] = field(default=(), title="处罚依据")
    basis_standard: tuple[Basis, ...] = field(default=(), title="标准依据")
    decided_by: DivisionRef = field(title="谁来决定")
    catalogue_no: Line | None = field(default=None, title="权责清单编号")
    remission: Lines = field(default=(), title="从轻和不罚")
    payee_account: Account = field(default=Account.TREASURY, title="资金去向")
    invoice: Line | None = field(default=None, title="票据")
    remedies: tuple[Remedy, ...] = field(default=(), title="救济途径")
    complaint_phone: Phone = field(title="监督投诉电话")
    valid_from: Day = field(title="起用日期")
    valid_until: Day | None = field(default=None, title="有效期至", description="有效的最后一天")
    cancelled_on: Day | None = field(default=None, title="取消日期")
    cancelled_by: DocumentCited | None = field(default=None, title="取消文件")
    clearing: Clearing = field(title="年度清理")

    def at(self, day: date) -> Self | None:
        """A fine is there from its first day; that it will be cancelled is not known yet."""
        if self.published.date() > day or self.valid_from > day:
            return None
        if self.cancelled_on and self.cancelled_on > day:
            return replace(self, cancelled_on=None, cancelled_by=None)
        return self

    def status(self, day: date) -> FineStatus:
        """Where the fine stands on `day`: a cancellation decides, then the end of validity."""
        if self.cancelled_on and self.cancelled_on <= day:
            return FineStatus.CANCELLED
        if self.valid_until and self.valid_until < day:
            return FineStatus.EXPIRED
        return FineStatus.IN_USE
