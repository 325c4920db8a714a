"""Documents that stay in: the same papers as the public ones, for reasons of their own."""

from datetime import date
from typing import ClassVar, Self

from mingbai.records.field import field
from mingbai.records.intranet.base import Internal
from mingbai.records.public.document import Paper
from mingbai.records.values import InternalDocumentRef, Line


class InternalDocument(Paper, Internal):
    """A document of the intranet, at documents/<year>/<name>; published, it keeps its name."""

    kind: ClassVar[str] = "internal-documents"
    label: ClassVar[str] = "内部文件"
    pattern: ClassVar[str] = "documents/*/*.md"

    summary: Line | None = field(default=None, title="内容概述", max_length=120)
    repeals: tuple[InternalDocumentRef, ...] = field(default=(), title="废止的文件")
    amends: tuple[InternalDocumentRef, ...] = field(default=(), title="修改的文件")

    def at(self, day: date) -> Self | None:
        """A document is there from the day it was made on."""
        return self.known_on(day) if self.formed_on <= day else None
