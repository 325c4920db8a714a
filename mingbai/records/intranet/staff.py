"""Staff: everyone of the bureau who is neither a leader nor a head; those are public records (Person).

There is no field for what must not be stored: identity numbers, home addresses, private telephones, bank accounts.
"""

from datetime import date
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import field
from mingbai.records.intranet.base import Kept
from mingbai.records.values import ComingDivisionRef, Day, Line, Lines, Phone


class Staff(Kept):
    """One member of the staff, at staff/<id>."""

    kind: ClassVar[str] = "staff"
    label: ClassVar[str] = "工作人员"
    pattern: ClassVar[str] = "staff/*.yaml"

    display_name: Line = field(title="姓名")
    division: ComingDivisionRef = field(title="所在处室")
    post: Line = field(title="岗位")
    duties: Lines = field(default=(), title="岗位职责")
    work_no: Line | None = field(default=None, title="工号")
    office_phone: Phone | None = field(default=None, title="办公电话")
    since: Day = field(title="到岗日期")
    until: Day | None = field(default=None, title="离岗日期", description="在岗的最后一天")

    def at(self, day: date) -> Self | None:
        """Nobody is there before the first day at work; a leaving day in the future is not known yet."""
        if self.since > day:
            return None
        if self.until and self.until > day:
            return replace(self, until=None)
        return self
