"""What was meant by a value written in another way, or by a key that is none here."""

import difflib
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import get_args

from pydantic.fields import FieldInfo

from mingbai.records.values import Outward, Refers
from mingbai.source import web

DERIVED = ("status", "state", "late", "overdue", "total", "状态", "迟交", "逾期", "总分", "等次")
"""What somebody used to other systems would type: what follows here from dates, logs and scores (R36)."""
WITHHELD = ("complainant", "reporter", "informant", "inspector", "inspectors", "投诉人", "举报人", "察访人")
"""Who complained, reported or came unannounced, of which nothing is kept (意见 五（一）)."""
HIDING = ("draft", "hidden", "hide", "private", "public", "publish", "published", "unlisted", "visibility")
"""What hides a page in other systems; here the folder alone does."""
HIDING_WORDS = ("草稿", "隐藏", "公开", "不公开", "发布")
OTHER_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
"""A day written as people write it."""
HANDBOOK = "对照编辑手册里这一项的写法"


def day_hint(key: str, value: object) -> str:
    """The day that was meant, where it is one written another way: 2026/2/9, 2026年2月9日."""
    meant = OTHER_DAY.fullmatch(str(value).strip())
    if meant:
        with suppress(ValueError):
            return f"改为 {key}: {date(*map(int, meant.groups()))}"
    return f"例如 {key}: 2026-01-30"


def key_hint(written: str) -> str:
    """What to do with a key that people know from elsewhere; empty for any other.

    >>> key_hint("drfat") == key_hint("草稿") != key_hint("colour")
    True
    """
    if written in DERIVED:
        return "删掉这一行：办到哪一步、按时还是迟了、总分多少，程序看日期和记录算出来，不用写"
    if written in WITHHELD:
        return "删掉这一行：谁来说的、谁去看的不记，也不要写进别的句子"
    if written in HIDING_WORDS or difflib.get_close_matches(written.lower(), HIDING, n=1, cutoff=0.8):
        return "删掉这一行：公开不公开，只看文件放在哪个文件夹；还不想公开，就把文件挪到 content/intranet/drafts/"
    return ""


def form_hint(field: FieldInfo, before: str, value: object) -> str:
    """How a text has to look; that of an address on the web, with what was written."""
    marks = (*field.metadata, *_marks(field.annotation))
    meant = web.meant(str(value)) if any(isinstance(mark, Outward) for mark in marks) else ""
    return f"写成 {before}https:{meant.partition(':')[2]}" if meant else form_of(field)


def form_of(field: FieldInfo) -> str:
    """How a text has to look: like the name of the record it means, else as its field says, or its type."""
    marks = [*field.metadata, *_marks(field.annotation)]
    named = next((mark.form for mark in marks if isinstance(mark, Refers)), None)
    typed = next((mark.description for mark in marks if isinstance(mark, FieldInfo) and mark.description), None)
    return named or field.description or typed or HANDBOOK


def _marks(annotation: object) -> Iterator[object]:
    """What is said of every type in an annotation, `tuple[Annotated[str, …], ...] | None` and the like taken apart."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks(argument)
