"""What follows from honours and ranks: rewards and penalties, each by its rule (意见 五（五）)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.values import (
    CityRankingRef,
    ComingInternalDocumentRef,
    Day,
    DivisionRef,
    DocumentCited,
    FindingRef,
    HonoursRef,
    Line,
    Number,
)


class RewardKind(StrEnum):
    """For better or worse."""

    REWARD = "奖励"
    PENALTY = "惩罚"


class RewardBasis(StrEnum):
    """The three rules of the founding document: a title of the city's ten best; the first three; the last three."""

    TEN_BEST = "市级十佳称号"
    TOP_THREE = "市级考评前3名"
    BOTTOM_THREE = "市级考评最后3位"


class HonourCited(Value):
    """An honour: of which year, which number."""

    year: HonoursRef = field(title="哪一年的表彰")
    no: Number = field(title="序号")


class Reward(Internal):
    """One reward or penalty, at rewards/<year>/<id>; a person is named by the post."""

    kind: ClassVar[str] = "rewards"
    label: ClassVar[str] = "奖惩"
    pattern: ClassVar[str] = "rewards/*/*.yaml"

    on: Day = field(title="决定日期")
    type: RewardKind = field(title="奖励还是惩罚")
    basis: RewardBasis = field(title="依据哪一条")
    division: DivisionRef | None = field(default=None, title="单位", description="不写就是全局")
    post: Line | None = field(default=None, title="岗位", description="写岗位，不写姓名")
    honour: HonourCited | None = field(default=None, title="凭哪个称号")
    ranking: CityRankingRef | None = field(default=None, title="凭哪一年的市级名次")
    finding: FindingRef | None = field(default=None, title="因哪个问题", description="惩罚才写")
    measure: Line = field(title="怎么奖惩")
    document: DocumentCited | None = field(default=None, title="决定文件")
    paper: ComingInternalDocumentRef | None = field(default=None, title="文件库里的文件")

    def at(self, day: date) -> Self | None:
        """A reward is there from the day it was decided."""
        return self if self.on <= day else None


class Cause(Value):
    """What pulled the bureau down: the finding, why it weighed, and since when that is known."""

    on: Day = field(title="查明日期", description="查明是它的那一天，不早于公布日期")
    finding: FindingRef = field(title="问题编号")
    text: Line = field(title="怎么影响名次")


class CityRanking(Internal):
    """Where the bureau stands in the city's appraisal of a year, at city-rankings/<year>."""

    kind: ClassVar[str] = "city-rankings"
    label: ClassVar[str] = "市级名次"
    pattern: ClassVar[str] = "city-rankings/*.yaml"

    on: Day = field(title="公布日期")
    participants: Number = field(title="参加考评的单位数")
    rank: Number = field(title="名次")
    score: Line | None = field(default=None, title="得分", description="照市里公布的写")
    document: DocumentCited | None = field(default=None, title="公布文件")
    causes: tuple[Cause, ...] = field(default=(), title="原因", description="列在最后3位时写")
    note: Line | None = field(default=None, title="说明")

    def at(self, day: date) -> Self | None:
        """A rank is there from the day it was made known, each cause from the day it was found."""
        if self.on > day:
            return None
        known = tuple(cause for cause in self.causes if cause.on <= day)
        return self if known == self.causes else replace(self, causes=known)
