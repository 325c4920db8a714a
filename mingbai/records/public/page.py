"""Pages: texts of the site that belong to no other kind, such as the guide to openness or the annual report."""

from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import field
from mingbai.records.values import Day, DisclosureItem, DivisionRef, Line, Number


class Page(Published):
    """One text; a few ids have a place of their own (`corpus/routes.py`), the others stand at /pages/<id>/."""

    kind: ClassVar[str] = "pages"
    label: ClassVar[str] = "页面"
    pattern: ClassVar[str] = "pages/*.md"

    title: Line = field(title="标题")
    summary: Line = field(title="内容概述")
    division: DivisionRef | None = field(default=None, title="负责单位")
    formed_on: Day = field(title="生成日期")
    report_year: Number | None = field(default=None, title="年报年度", description="这一页是哪一年的信息公开年报")
    site_report_year: Number | None = field(
        default=None, title="网站报表年度", description="这一页是哪一年的政府网站工作年度报表"
    )
    items: tuple[DisclosureItem, ...] = field(
        default=(), title="条例项次", description="对应条例第二十条的第几项，如 [7, 9]"
    )
