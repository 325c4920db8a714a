"""The laws everything rests on: versions, and of each version the articles that are cited."""

import re
from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import CitedNumber, Day, Line

ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?")


class LawLevel(StrEnum):
    """The rank of a law; a licence may cost money only where one of the first two says so (行政许可法 第五十八条)."""

    STATUTE = "法律"
    REGULATION = "行政法规"
    RULE = "部门规章"
    LOCAL = "地方性法规"
    NORMATIVE = "规范性文件"
    PRICE = "价格文件"


class LawVersion(Value):
    """One version of a law with the gist of the articles that are cited, in our own words.

    A day that is not known for sure is left out: no page says what nobody has looked up.
    """

    doc_no: CitedNumber = field(title="文号")
    passed_on: Day | None = field(default=None, title="通过日期")
    effective_from: Day | None = field(default=None, title="施行日期", description="没有查实就不写，按通过日期算")
    effective_to: Day | None = field(default=None, title="失效日期", description="有效的最后一天")
    articles: dict[Line, Line] = field(title="条文", description="如 {第五条: 要旨}", min_length=1)
    note: Line | None = field(default=None, title="版本说明")

    @property
    def since(self) -> date:
        """From when it counts: the day it took effect, else the day it was passed, else always."""
        return self.effective_from or self.passed_on or date.min

    def ends_within(self, day: date, days: int) -> bool:
        """Whether this version lapses within `days` days of `day`."""
        return self.effective_to is not None and 0 <= (self.effective_to - day).days <= days


class Law(Published):
    """A law, regulation, rule or document that services, fees and fines are based on."""

    kind: ClassVar[str] = "laws"
    label: ClassVar[str] = "法规依据"
    pattern: ClassVar[str] = "laws/*.yaml"

    title: Line = field(title="法规名称")
    level: LawLevel = field(title="效力级别")
    issuer: Line = field(title="制定机关")
    versions: tuple[LawVersion, ...] = field(title="版本", min_length=1)

    def at(self, day: date) -> Self | None:
        """A version is known from the day it was passed, or else from the day it took effect.

        Where that is true of none, nothing is cut: what is published before it was passed is a mistake to be told.
        """
        if self.published.date() > day:
            return None
        known = tuple(v for v in self.versions if (v.passed_on or v.since) <= day)
        return replace(self, versions=known) if 0 < len(known) < len(self.versions) else self

    def version(self, doc_no: str | None, day: date) -> LawVersion | None:
        """The version with that number, or the one in force on `day`; `None` if there is no such one."""
        if doc_no is not None:
            return next((v for v in self.versions if v.doc_no == doc_no), None)
        return next((v for v in self.versions if self.held(v, day, day)), None)

    def held(self, version: LawVersion, first: date, last: date) -> bool:
        """Whether a version held on any day from `first` to `last`; it ends with its last day or with the next one."""
        replaced = any(version.since < other.since <= first for other in self.versions)
        begun, ended = version.since <= last, version.effective_to is not None and version.effective_to < first
        return begun and not ended and not replaced


def article_key(citation: str) -> str | None:
    """The article a citation is about, without paragraph and item.

    >>> article_key("第四十四条第一款"), article_key("附则")
    ('第四十四条', None)
    """
    match = ARTICLE.match(citation)
    return match.group() if match else None
