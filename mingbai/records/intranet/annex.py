"""Annexes: what only the office knows about a public record, at annexes/<kind>/<id of the record>."""

from typing import ClassVar

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Kept
from mingbai.records.values import Amount, Count, Day, Limit, Line, Lines, Number


class Annex(Kept):
    """Internal notes on one public record; `subject` is the kind of that record."""

    subject: ClassVar[str]

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """An annex has the path of the record it is about."""
        return ((cls.subject, id),)


class CommitmentAnnex(Annex):
    """What the office knows of a commitment: risks, handling notes, a stricter target of its own."""

    kind: ClassVar[str] = "annexes/commitments"
    label: ClassVar[str] = "事项内部附注"
    pattern: ClassVar[str] = "annexes/commitments/*/*.yaml"
    subject: ClassVar[str] = "commitments"

    risk_points: Lines = field(default=(), title="廉政风险点")
    handling_notes: Lines = field(default=(), title="经办说明")
    internal_contact: Line | None = field(default=None, title="内部联系人")
    internal_limit: Limit | None = field(default=None, title="内部控制时限")


class FeeAnnex(Annex):
    """What the office knows of a fee: refunds and revenue."""

    kind: ClassVar[str] = "annexes/fees"
    label: ClassVar[str] = "收费内部附注"
    pattern: ClassVar[str] = "annexes/fees/*.yaml"
    subject: ClassVar[str] = "fees"

    refund_notes: Lines = field(default=(), title="退费说明")
    revenue: Amount | None = field(default=None, title="上年收入（元）")


class FineAnnex(Annex):
    """What the office knows of a fine: what was paid back, and what came in."""

    kind: ClassVar[str] = "annexes/fines"
    label: ClassVar[str] = "罚款内部附注"
    pattern: ClassVar[str] = "annexes/fines/*.yaml"
    subject: ClassVar[str] = "fines"

    refund_notes: Lines = field(default=(), title="退还说明")
    revenue: Amount | None = field(default=None, title="上年罚没（元）")


class DivisionAnnex(Annex):
    """What the office knows of a division."""

    kind: ClassVar[str] = "annexes/divisions"
    label: ClassVar[str] = "处室内部附注"
    pattern: ClassVar[str] = "annexes/divisions/*.yaml"
    subject: ClassVar[str] = "divisions"

    members_count: Count | None = field(default=None, title="在岗人数")
    notes: Lines = field(default=(), title="备注")


class PersonAnnex(Annex):
    """What the office knows of a leader or head."""

    kind: ClassVar[str] = "annexes/people"
    label: ClassVar[str] = "人员内部附注"
    pattern: ClassVar[str] = "annexes/people/*.yaml"
    subject: ClassVar[str] = "people"

    staff_since: Day | None = field(default=None, title="入职日期")


class Holder(Value):
    """Who holds the honour with that number."""

    no: Number = field(title="序号", description="公开的表彰里的序号")
    name: Line = field(title="姓名")


class HonoursAnnex(Annex):
    """Who the people are that a year's honours name by their post alone."""

    kind: ClassVar[str] = "annexes/honours"
    label: ClassVar[str] = "表彰内部附注"
    pattern: ClassVar[str] = "annexes/honours/*.yaml"
    subject: ClassVar[str] = "honours"

    holders: tuple[Holder, ...] = field(title="受表彰的人", min_length=1)
