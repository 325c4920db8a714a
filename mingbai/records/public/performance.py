"""What was promised and what was done: the cases of one quarter, item by item.

Law: counts are typed, shares are not. Every case that was finished was on time or late, those that were early are among
those on time, and what is not finished goes on into the next quarter. A late case is explained to the public
(优化营商环境条例 第三十六条).
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, ClassVar, NamedTuple

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import Amount, Count, Day, Line, RecordId, Refers

NAME = re.compile(r"((?:19|20)[0-9]{2})-q([1-4])")


class Quarter(NamedTuple):
    """A quarter of a year, in the order of time."""

    year: int
    number: int

    @classmethod
    def of(cls, id: str) -> "Quarter | None":
        """The quarter that a record's id names; `None` if it names none.

        >>> Quarter.of("2026-q3"), Quarter.of("2026-07")
        (Quarter(year=2026, number=3), None)
        """
        match = NAME.fullmatch(id)
        return cls(int(match[1]), int(match[2])) if match else None

    @property
    def id(self) -> str:
        """The name of this quarter's file.

        >>> Quarter(2026, 3).id
        '2026-q3'
        """
        return f"{self.year}-q{self.number}"

    @property
    def next(self) -> "Quarter":
        """The quarter that comes after this one.

        >>> Quarter(2026, 4).next
        Quarter(year=2027, number=1)
        """
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def first(self) -> date:
        """The quarter's first day.

        >>> Quarter(2026, 2).first
        datetime.date(2026, 4, 1)
        """
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """The quarter's last day.

        >>> Quarter(2026, 4).last
        datetime.date(2026, 12, 31)
        """
        return self.next.first - timedelta(days=1)


class Rating(Value):
    """What applicants said of it, in the five grades of 好差评."""

    very_satisfied: Count = field(default=0, title="非常满意")
    satisfied: Count = field(default=0, title="满意")
    fairly_satisfied: Count = field(default=0, title="基本满意")
    dissatisfied: Count = field(default=0, title="不满意")
    very_dissatisfied: Count = field(default=0, title="非常不满意")

    @property
    def total(self) -> int:
        """How many said something."""
        good = self.very_satisfied + self.satisfied + self.fairly_satisfied
        return good + self.dissatisfied + self.very_dissatisfied


class Cases(Value):
    """The cases of one item in one quarter."""

    commitment: Annotated[RecordId, Refers("commitments", "arts/perf-domestic")] = field(
        title="事项", description="如 arts/perf-domestic"
    )
    carried_in: Count = field(title="上季度结转", description="上一季度受理了、没有办完的")
    received: Count = field(title="收到", description="这一季度收到的申请")
    accepted: Count = field(title="受理", description="这一季度收到的里面受理了的")
    rejected: Count = field(default=0, title="不受理", description="这一季度收到的里面没有受理的")
    completed: Count = field(title="办结")
    early: Count = field(default=0, title="提前办结", description="按时办结里面，比承诺的还早的")
    on_time: Count = field(title="按时办结", description="承诺时限以内办结的，提前的也在里面")
    late: Count = field(default=0, title="超期办结")
    late_explanation: Line | None = field(default=None, title="超期原因", description="公开说明：为什么晚、怎么补救")
    mean_days: Amount | None = field(default=None, title="平均用时（工作日）", description="当场办的写 0")
    satisfied: Rating | None = field(default=None, title="好差评")

    @property
    def at_hand(self) -> int:
        """All that could have been finished: carried in or accepted."""
        return self.carried_in + self.accepted

    @property
    def left_open(self) -> int:
        """What goes on into the next quarter."""
        return self.at_hand - self.completed


class Performance(Published):
    """What came of the promises in one quarter, at performance/<year>-q<number>; derived shares are never typed."""

    kind: ClassVar[str] = "performance"
    label: ClassVar[str] = "办件统计"
    pattern: ClassVar[str] = "performance/*.yaml"

    counted_to: Day | None = field(default=None, title="统计到", description="季度没过完就公布的写；过完了不写")
    note: Line | None = field(default=None, title="统计说明")
    items: tuple[Cases, ...] = field(title="各事项办件", min_length=1)


def share(part: int, whole: int) -> Decimal | None:
    """One number as a share of another, in per cent to one decimal, cut and never rounded up; `None` of nothing.

    A single late case among ten thousand must not read 100 %.

    >>> share(422, 423), share(5, 5), share(19_999, 20_000), share(0, 0)
    (Decimal('99.7'), Decimal('100'), Decimal('99.9'), None)
    """
    if not whole:
        return None
    return Decimal(100) if part == whole else Decimal(1000 * part // whole) / 10
