"""The public half of a plan: solemn promises to those outside (意见 三（三）)."""

from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import Aim, Line, Number


class Pledge(Value):
    """One promise; `measure_no` names the plan's measure behind it, as a plain number."""

    text: Line = field(title="承诺")
    aim: Aim | None = field(default=None, title="五字目标")
    measure_no: Number | None = field(default=None, title="对应措施")


class Pledges(Published):
    """The public pledges of one division for one year, at pledges/<year>/<division>."""

    kind: ClassVar[str] = "pledges"
    label: ClassVar[str] = "庄严承诺"
    pattern: ClassVar[str] = "pledges/*/*.yaml"

    title: Line = field(title="标题")
    pledges: tuple[Pledge, ...] = field(title="承诺事项", min_length=1)

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The file's name names the division."""
        return (("divisions", id.split("/")[1]),)
