"""What an inspector of government sites asks, and how it stands: one indicator, one answer (国办秘函〔2019〕19号).

Law: an indicator is a pure function of what is published on one day. It says which page and which date decide, and what
to do; where nothing here can tell, it says why and who can. Points are not printed: they differ between editions.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus.holdings import Piece


class Outcome(StrEnum):
    """How an indicator stands."""

    PASSED = "通过"
    FAILED = "不通过"
    UNKNOWN = "查不了"


class Group(StrEnum):
    """Where an indicator stands in the list: one veto is enough to fail a site, the others take points away."""

    VETO = "单项否决"
    PUBLISHING = "发布解读"
    SERVICES = "办事服务"
    TALKING = "互动交流"
    DESIGN = "功能设计"
    YEARLY = "年度报表"


class Indicator(Struct, frozen=True):
    """One indicator: what is asked, how it stands, what decides, and what to do.

    `on` is the date that decides and `days` how long ago that was; `route` is the page. `soon`: it holds today and will
    not for much longer.
    """

    id: str
    group: Group
    name: str
    asks: str
    outcome: Outcome
    found: str
    todo: str = ""
    route: str = ""
    on: date | None = None
    days: int | None = None
    soon: bool = False


class Asked(Struct, frozen=True):
    """An indicator without its answer."""

    id: str
    group: Group
    name: str
    asks: str

    def held(self, holds: object, found: str, todo: str, route: str = "") -> Indicator:
        """The answer: it holds, or it does not and this is what to do."""
        outcome = Outcome.PASSED if holds else Outcome.FAILED
        return Indicator(self.id, self.group, self.name, self.asks, outcome, found, "" if holds else todo, route)

    def unknown(self, why: str, who: str, route: str = "") -> Indicator:
        """That nothing here can tell: why, and who can."""
        return Indicator(self.id, self.group, self.name, self.asks, Outcome.UNKNOWN, why, who, route)

    def by(self, last: date, out: date | None, day: date, what: str, todo: str, route: str) -> Indicator:
        """Whether what is owed by a day was out by then; before that day it is only said that it is owed."""
        if out is None:
            answer = self.held(day <= last, f"{what}还没有公布，最晚{last.month}月{last.day}日", todo, route)
            return replace(answer, todo=todo, soon=day <= last)
        late = "，晚了" if out > last else ""
        answer = self.held(out <= last, f"{what}公布了{late}", f"下一年的{last.month}月{last.day}日以前公布", route)
        return replace(answer, on=out, days=(day - out).days)

    def fresh(self, newest: Piece | None, day: date, limit: int, todo: str, route: str, warn: int = 0) -> Indicator:
        """Whether the newest piece came within so many days; from `warn` days on it is said that it will not hold."""
        if newest is None:
            return self.held(None, "一条也没有", todo, route)
        days = (day - newest.on).days
        soon = bool(warn) and warn <= days < limit
        holds = days < limit if warn else days <= limit
        return Indicator(
            self.id,
            self.group,
            self.name,
            self.asks,
            Outcome.PASSED if holds else Outcome.FAILED,
            f"最新的是“{newest.title}”",
            todo if soon or not holds else "",
            route,
            newest.on,
            days,
            soon,
        )
