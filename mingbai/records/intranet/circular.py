"""Circulars: what a visit found, told to the unit in the very words, and commendations (意见 五（四）: 原汁原味)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.values import (
    CircularRef,
    Day,
    DivisionRef,
    DocumentNumber,
    FindingRef,
    HonoursRef,
    InspectionRef,
    Line,
    Lines,
    Number,
)

Digest = Annotated[Line, field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a text, in hex."""


class CircularKind(StrEnum):
    """What a circular is about."""

    VISIT = "察访通报"
    COMMENDATION = "表彰通报"


class Quoted(Value):
    """A finding as it is quoted: the digest of its text proves that not a word was changed since."""

    finding: FindingRef = field(title="问题编号", description="如 2026/007")
    sha256: Digest = field(title="原文指纹", description="build.py new circular 会算好")


class Commended(Value):
    """An honour that the circular makes known: of which year, which number."""

    year: HonoursRef = field(title="哪一年的表彰")
    no: Number = field(title="序号")


class Circular(Internal):
    """One circular, at circulars/<year>/<number>; a mistake is put right by a new one that cites the old."""

    kind: ClassVar[str] = "circulars"
    label: ClassVar[str] = "通报"
    pattern: ClassVar[str] = "circulars/*/*.yaml"

    type: CircularKind = field(title="种类")
    doc_no: DocumentNumber | None = field(default=None, title="发文字号")
    title: Line = field(title="标题")
    on: Day = field(title="成文日期")
    to: tuple[DivisionRef, ...] = field(title="主送单位", min_length=1)
    cc: Lines = field(default=(), title="抄送")
    inspection: InspectionRef | None = field(default=None, title="哪次察访", description="察访通报才写")
    opening: Lines = field(default=(), title="开头的话")
    findings: tuple[Quoted, ...] = field(default=(), title="问题", description="察访通报才写；那次看到的一个也不能少")
    honours: tuple[Commended, ...] = field(default=(), title="表彰", description="表彰通报才写")
    closing: Lines = field(default=(), title="要求")
    corrects: CircularRef | None = field(default=None, title="更正哪一份")
    issuer: DivisionRef = field(title="发文单位")

    def at(self, day: date) -> Self | None:
        """A circular is there from its day."""
        return self if self.on <= day else None
