"""Newsletters that stay in, and what was handed in for any of them and is in none.

A submission that is taken moves into the folder of its issue, on either side; what stays here waits or was sent back.
"""

import datetime
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.public.bulletin import Article, Issue
from mingbai.records.values import Day, DivisionRef, Line


class InternalBulletin(Issue, Internal):
    """An issue of the intranet, at bulletins/<year>/<no>; its numbers are a series of their own."""

    kind: ClassVar[str] = "internal-bulletins"
    label: ClassVar[str] = "内部简报"
    pattern: ClassVar[str] = "bulletins/*/*/issue.yaml"

    def at(self, day: datetime.date) -> Self | None:
        """An issue is there from its date on."""
        return self if self.date <= day else None


class InternalArticle(Article, Internal):
    """A piece in an issue of the intranet."""

    kind: ClassVar[str] = "internal-articles"
    label: ClassVar[str] = "内部稿件"
    pattern: ClassVar[str] = "bulletins/*/*/*.md"

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The folder is the issue."""
        return (("internal-bulletins", id.rsplit("/", 1)[0]),)


class Verdict(StrEnum):
    """What the editors decided."""

    ACCEPTED = "采用"
    DECLINED = "退回"


class Decision(Value):
    """The editors' decision on a piece; one that is sent back says why."""

    on: Day = field(title="日期")
    verdict: Verdict = field(title="结果")
    reason: Line | None = field(default=None, title="原因", description="退回的要写，让人知道怎么改")


class Submission(Internal):
    """A piece handed in for a newsletter and in none yet, at submissions/<year>/<id>.md."""

    kind: ClassVar[str] = "submissions"
    label: ClassVar[str] = "来稿"
    pattern: ClassVar[str] = "submissions/*/*.md"

    title: Line = field(title="标题")
    division: DivisionRef = field(title="供稿单位")
    byline: Line | None = field(default=None, title="署名")
    submitted_on: Day = field(title="投稿日期")
    decision: Decision | None = field(default=None, title="处理")

    def at(self, day: datetime.date) -> Self | None:
        """A piece is there from the day it was handed in, the decision from its own day on."""
        if self.submitted_on > day:
            return None
        if self.decision and self.decision.on > day:
            return replace(self, decision=None)
        return self
