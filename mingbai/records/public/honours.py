"""Honours: who was commended in a year, by unit and post; the person's name stands in the annex (意见 四（三）)."""

from enum import StrEnum
from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import DivisionRef, DocumentCited, Line, Number


class Level(StrEnum):
    """Who commends: the city or the bureau."""

    CITY = "市级"
    BUREAU = "局级"


class Honour(Value):
    """One honour and its holder: a unit, or a post in it."""

    no: Number = field(title="序号")
    title: Line = field(title="称号")
    level: Level = field(title="级别")
    division: DivisionRef = field(title="单位")
    post: Line | None = field(default=None, title="岗位", description="表彰个人的写岗位，不写姓名")
    reason: Line = field(title="事迹")
    document: DocumentCited | None = field(default=None, title="表彰文件")

    @property
    def is_ten_best(self) -> bool:
        """Whether it is one of the city's titles that the founding document rewards (意见 五（五）)."""
        return self.level is Level.CITY and "十佳" in self.title


class Honours(Published):
    """The honours of one year, at honours/<year>."""

    kind: ClassVar[str] = "honours"
    label: ClassVar[str] = "表彰"
    pattern: ClassVar[str] = "honours/*.yaml"

    title: Line = field(title="标题")
    honours: tuple[Honour, ...] = field(title="获得表彰的", min_length=1)
