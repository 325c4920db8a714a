"""Reviews from outside: deputies, members of the consultative conference, invited supervisors (意见 五（五）)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.values import Day, DivisionRef, Line, Number


class PanelCategory(StrEnum):
    """Whom the founding document wants to look at the bureau's work."""

    DEPUTY = "人大代表"
    CONSULTATIVE = "政协委员"
    SUPERVISOR = "特邀监督员"


class PanelShare(Value):
    """How many of one category came; their names are not stored."""

    category: PanelCategory = field(title="身份")
    count: Number = field(title="人数")


class Comment(Value):
    """What the panel said, of one unit or of all."""

    division: DivisionRef | None = field(default=None, title="说的是哪个单位", description="不写就是全局")
    text: Line = field(title="意见", description="照原话写")


class ExternalReview(Internal):
    """One review from outside, at reviews/<year>/<id>."""

    kind: ClassVar[str] = "reviews"
    label: ClassVar[str] = "视察点评"
    pattern: ClassVar[str] = "reviews/*/*.yaml"

    title: Line = field(title="标题")
    on: Day = field(title="日期")
    panel: tuple[PanelShare, ...] = field(title="来的人", min_length=1)
    divisions: tuple[DivisionRef, ...] = field(title="看了哪些单位", min_length=1)
    comments: tuple[Comment, ...] = field(default=(), title="点评")
    summary: Line = field(title="小结")

    def at(self, day: date) -> Self | None:
        """A review is there from its day."""
        return self if self.on <= day else None
