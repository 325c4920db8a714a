"""Codes of conduct: what one person undertakes, for the post that person has (意见 三（三）)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.machine import Machine, first, until
from mingbai.records.public.norms import NUMBER
from mingbai.records.values import Day, Line, Lines

NormNumber = Annotated[Line, field(pattern=NUMBER, description="六倡导六不准 N1 到 N6，廉洁禁令从 N7 起")]
"""The number of a pair (N1 to N6) or of a ban (from N7)."""


class ConductAction(StrEnum):
    """The steps of a code, in order; 修订 may follow 发布 any number of times."""

    SUBMIT = "提交"
    PUBLISH = "发布"
    REVISE = "修订"


class ConductStatus(StrEnum):
    """Where a code stands on a day; derived from its events."""

    DRAFT = "起草"
    SUBMITTED = "已提交"
    PUBLISHED = "已发布"
    REVISED = "已修订"


CONDUCT = Machine(
    ConductStatus.DRAFT,
    {
        (ConductStatus.DRAFT, ConductAction.SUBMIT): ConductStatus.SUBMITTED,
        (ConductStatus.SUBMITTED, ConductAction.PUBLISH): ConductStatus.PUBLISHED,
        (ConductStatus.PUBLISHED, ConductAction.REVISE): ConductStatus.REVISED,
        (ConductStatus.REVISED, ConductAction.REVISE): ConductStatus.REVISED,
        (ConductStatus.REVISED, ConductAction.PUBLISH): ConductStatus.PUBLISHED,
    },
)
"""Domain 4.6; what is published may be revised any number of times."""


class ConductEvent(Value):
    """One step of the code; the log is only ever added to."""

    on: Day = field(title="日期")
    action: ConductAction = field(title="环节")
    by: Line = field(title="经办")
    note: Line | None = field(default=None, title="说明")


class Conduct(Internal):
    """One person's code for one year, at conduct/<year>/<id of the person in staff/ or people/>."""

    kind: ClassVar[str] = "conduct"
    label: ClassVar[str] = "行为规范"
    pattern: ClassVar[str] = "conduct/*/*.yaml"

    post: Line = field(title="岗位")
    work_features: Lines = field(title="工作特点", min_length=1)
    commitments: Lines = field(title="本人承诺", min_length=1)
    norms_accepted: tuple[NormNumber, ...] = field(
        default=(), title="遵守的规范", description="六倡导六不准的编号，N1 到 N6 都要写；廉洁禁令从 N7 起"
    )
    events: tuple[ConductEvent, ...] = field(default=(), title="环节记录")

    def at(self, day: date) -> Self | None:
        """The code with the events up to `day`; `None` before its first event."""
        events = until(self.events, day)
        if self.events and not events:
            return None
        return replace(self, events=events) if len(events) < len(self.events) else self

    def status(self, day: date) -> ConductStatus:
        """Where the code stands on `day`."""
        return CONDUCT.on(self.events, day)

    @property
    def submitted_on(self) -> date | None:
        """When the code was handed in, or `None`."""
        return first(self.events, ConductAction.SUBMIT)
