"""Errands: what people come for, in their own words, and the items it takes, in the order in which they are needed.

An item is what the law cuts out; an errand is what somebody wants: 开一家网吧 is two items and a business licence.
"""

from typing import Annotated, ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import Line, Lines, RecordId, Refers, Words


class ErrandStep(Value):
    """One item on the way, and when it is its turn."""

    commitment: Annotated[RecordId, Refers("commitments", "arts/perf-domestic")] = field(
        title="事项", description="如 arts/perf-domestic"
    )
    when: Line | None = field(default=None, title="什么时候办", description="如 拿到营业执照以后20日内")


class Errand(Published):
    """Something people want to get done."""

    kind: ClassVar[str] = "errands"
    label: ClassVar[str] = "要办的事"
    pattern: ClassVar[str] = "errands/*.yaml"

    name: Line = field(title="叫什么", description="照大家的说法，如 开网吧", max_length=12)
    words: Words = field(
        default=(), title="还有人说", description="别的叫法，搜索时用，一项写一个，不用逗号、顿号，如 网咖"
    )
    plain_summary: Line = field(title="一句话说明", max_length=80)
    steps: tuple[ErrandStep, ...] = field(title="要办哪几项", description="按先后写", min_length=1)
    elsewhere: Lines = field(default=(), title="还要找别人办的", description="不归我们的，写明找谁")
