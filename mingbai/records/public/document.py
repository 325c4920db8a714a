"""Documents: official papers, standing rules, their interpretations, and calls for opinions.

A document is written once and not changed afterwards. What becomes of it is written in the document that does it
(`repeals`, `amends`); an interpretation names what it explains (`interprets`). The other direction is derived, so the
two cannot disagree. Only an end that comes from outside our own papers stands in the document that ends.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.base import Published, Record
from mingbai.records.field import Value, field
from mingbai.records.values import (
    ComingDivisionRef,
    ComingDocumentRef,
    Count,
    Day,
    DocumentCited,
    DocumentNumber,
    DocumentRef,
    FileRef,
    Flag,
    Line,
    Lines,
)


class DocumentKind(StrEnum):
    """The fifteen kinds of papers since 2012 (中办发〔2012〕14号), one that ended then, and three of our own."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    PROCLAMATION = "公告"
    PUBLIC_NOTICE = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    BILL = "议案"
    LETTER = "函"
    MINUTES = "纪要"
    MEETING_MINUTES = "会议纪要"
    RULES = "制度"
    INTERPRETATION = "解读"
    CALL = "征集"


class Attachment(Value):
    """Something that comes with a document: its title, and the file where there is one."""

    title: Line = field(title="附件名称")
    file: FileRef | None = field(default=None, title="附件文件")


class Paper(Record, abstract=True):
    """What documents of both folders have in common."""

    type: DocumentKind = field(title="文种")
    title: Line = field(title="标题", description="从“关于”写起，不写发文机关")
    issuer: Line = field(title="发文机关")
    joint_issuers: Lines = field(default=(), title="联合发文机关")
    doc_no: DocumentNumber | None = field(default=None, title="发文字号")
    division: ComingDivisionRef | None = field(default=None, title="承办处室")
    addressees: Line | None = field(default=None, title="主送机关")
    cc: Line | None = field(default=None, title="抄送机关")
    formed_on: Day = field(title="成文日期")
    issued_by: Line | None = field(default=None, title="印发机关")
    issued_on: Day | None = field(default=None, title="印发日期")
    effective_from: Day | None = field(default=None, title="施行日期", description="不写就是成文日期")
    effective_to: Day | None = field(default=None, title="有效期至", description="有效的最后一天")
    repealed_on: Day | None = field(default=None, title="废止日期", description="被本局以外的文件废止的才写")
    repealed_by: DocumentCited | None = field(default=None, title="废止依据")
    repeals: tuple[DocumentRef, ...] = field(default=(), title="废止的文件")
    amends: tuple[DocumentRef, ...] = field(default=(), title="修改的文件")
    based_on: tuple[DocumentCited, ...] = field(default=(), title="上级文件")
    attachments: tuple[Attachment, ...] = field(default=(), title="附件")
    note: Line | None = field(default=None, title="附注", description="不写括号")
    topic: Line | None = field(default=None, title="主题分类")
    required_reading: Flag = field(default=False, title="必读", description="本局人员都要读的")

    @property
    def starts_on(self) -> date:
        """From when on it holds, and what it repeals does not."""
        return self.effective_from or self.formed_on

    def known_on(self, day: date) -> Self:
        """The document without an end that comes later than `day`."""
        if self.repealed_on is None or self.repealed_on <= day:
            return self
        return replace(self, repealed_on=None, repealed_by=None)


class Stance(StrEnum):
    """What became of an opinion."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    DECLINED = "不采纳"


class Opinion(Value):
    """One opinion or several of a kind, what became of it, and why."""

    text: Line = field(title="意见")
    stance: Stance = field(title="采纳情况")
    reply: Line = field(title="答复")


class CallResult(Value):
    """What came of a call for opinions."""

    on: Day = field(title="公布日期")
    received: Count = field(title="收到意见条数")
    adopted: Count = field(title="采纳意见条数")
    opinions: tuple[Opinion, ...] = field(default=(), title="意见和答复")
    document: ComingDocumentRef | None = field(default=None, title="出台的文件")


class Call(Value):
    """A call for opinions: from when to when, in which ways, and what came of it."""

    opens_on: Day = field(title="开始日期")
    closes_on: Day = field(title="截止日期", description="这一天还收")
    ways: Lines = field(title="怎么提", min_length=1)
    result: CallResult | None = field(default=None, title="征集结果")


class Document(Paper, Published):
    """A document that is public, at documents/<year>/<name>."""

    kind: ClassVar[str] = "documents"
    label: ClassVar[str] = "文件"
    pattern: ClassVar[str] = "documents/*/*.md"

    index_no: Line = field(
        title="索引号",
        pattern=r"^[0-9A-Z]{9}/[0-9]{4}-[0-9]{5}$",
        description="机构代码9位、斜线、年份、减号、流水号5位，如 000000000/2026-00012",
    )
    summary: Line = field(title="内容概述", max_length=120)
    interprets: tuple[DocumentRef, ...] = field(default=(), title="解读的文件")
    unexplained: Line | None = field(
        default=None, title="为什么没有解读", description="不用另写解读的才写，如 只是一份名单"
    )
    consultation: Call | None = field(default=None, title="征集")

    def at(self, day: date) -> Self | None:
        """A document is there from its publication on, the result of its call from its own day on."""
        if self.published.date() > day:
            return None
        call = self.consultation
        known = self.known_on(day)
        if call is None or call.result is None or call.result.on <= day:
            return known
        return replace(known, consultation=replace(call, result=None))
