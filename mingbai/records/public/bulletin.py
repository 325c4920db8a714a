"""The newsletter (简报): a folder is an issue, `issue.yaml` its head, each Markdown file an article."""

import datetime
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.records.base import Addressed, Published, Record
from mingbai.records.field import field
from mingbai.records.values import Day, DivisionRef, Line, Lines, LocalId, Number


class Secrecy(StrEnum):
    """The mark at the upper left of a newsletter."""

    NONE = "无"
    INTERNAL = "内部资料"


class Issue(Record, abstract=True):
    """One issue: numbers, date, publisher, the editor's note, its articles, and to whom it goes (报、送、发)."""

    title: Line = field(title="简报名称")
    issue_no: Number = field(title="期号")
    cumulative_no: Number = field(title="总期号")
    date: Day = field(title="印发日期")
    publisher: Line = field(title="编印单位")
    secrecy: Secrecy = field(default=Secrecy.NONE, title="密级标注")
    serial: Line | None = field(default=None, title="编号", description="印在报头右上角，如 简报2026-008")
    editor_note: Line | None = field(default=None, title="按语", description="编者想先说的一段话，放在目录前面")
    items: tuple[LocalId, ...] = field(
        title="稿件顺序", description="本期文件夹里各稿件的文件名，不带 .md", min_length=1
    )
    report_to: Lines = field(default=(), title="报")
    send_to: Lines = field(default=(), title="送")
    issue_to: Lines = field(default=(), title="发")
    copies: Number | None = field(default=None, title="印数")


class Bulletin(Issue, Published):
    """An issue that is public, at bulletins/<year>/<no>."""

    kind: ClassVar[str] = "bulletins"
    label: ClassVar[str] = "简报"
    pattern: ClassVar[str] = "bulletins/*/*/issue.yaml"

    def at(self, day: datetime.date) -> Self | None:
        """An issue is there from its date and its publication on."""
        return self if self.date <= day and self.published.date() <= day else None


class Article(Addressed):
    """A piece in an issue, handed in by a division; that it lies in an issue's folder means it was accepted."""

    kind: ClassVar[str] = "articles"
    label: ClassVar[str] = "稿件"
    pattern: ClassVar[str] = "bulletins/*/*/*.md"

    title: Line = field(title="标题")
    division: DivisionRef = field(title="供稿单位")
    byline: Line | None = field(default=None, title="署名")
    submitted_on: Day = field(title="投稿日期")
    source: Line | None = field(default=None, title="来源")
    oldids: tuple[LocalId, ...] = field(default=(), title="旧锚点", description="这篇稿件的文件以前叫什么，不带 .md")

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The folder is the issue."""
        return (("bulletins", id.rsplit("/", 1)[0]),)
