"""The list of strings that must stand nowhere on our sites, by their digests."""

from typing import Annotated, ClassVar

from mingbai.records.base import Record
from mingbai.records.field import field
from mingbai.records.values import Line
from mingbai.source.forbidden import ITEM, Forbidden

Item = Annotated[Line, field(pattern=f"^{ITEM}$", description="用 build.py forbid 加，不用手写")]
"""A string as `mingbai forbid` writes it; nobody types one."""


class ForbiddenStrings(Record):
    """Strings such as the names of gambling sites; a tool for the checks, so nothing of it stands on a page."""

    kind: ClassVar[str] = "forbidden"
    label: ClassVar[str] = "禁用字句"
    pattern: ClassVar[str] = "forbidden.yaml"

    salt: Annotated[Line, field(pattern="^[0-9a-f]{16,64}$", description="16 到 64 位的 0-9、a-f")] = field(title="盐")
    strings: tuple[Item, ...] = field(default=(), title="指纹")


FORBIDDEN_FILE = f"content/public/{ForbiddenStrings.pattern}"
"""What this file lists is looked for in all the others."""


def listed(record: Record | None) -> Forbidden:
    """What the list forbids; nothing where there is no list, or a broken one, which is told elsewhere."""
    return Forbidden.of(record.salt, record.strings) if isinstance(record, ForbiddenStrings) else Forbidden()
