"""Exemplars: good practice of our own, released so that others may take it over (意见 四（三）、六（二）)."""

from enum import StrEnum
from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import field
from mingbai.records.values import Day, DivisionRef, Line, Lines


class ExemplarKind(StrEnum):
    """What there is to learn from: a unit, a post, a way of doing things, or one that nobody had tried."""

    UNIT = "先进集体"
    POST = "先进岗位"
    PRACTICE = "好做法"
    INNOVATION = "创新做法"


class Exemplar(Published):
    """One exemplar at exemplars/<year>/<id>; a person is named by the post, never by name."""

    kind: ClassVar[str] = "exemplars"
    label: ClassVar[str] = "典型"
    pattern: ClassVar[str] = "exemplars/*/*.md"

    title: Line = field(title="标题")
    type: ExemplarKind = field(title="类型")
    division: DivisionRef = field(title="哪个单位")
    post: Line | None = field(default=None, title="岗位")
    summary: Line = field(title="一句话说明")
    results: Lines = field(default=(), title="成效")
    on: Day = field(title="核实日期", description="谁也没核实过的，不算典型")
