"""Norms: the six pairs of 六倡导六不准, and the bans of integrity (意见 三（四）、二（七）)."""

from typing import ClassVar

from mingbai.records.base import Published
from mingbai.records.field import Value, field
from mingbai.records.values import DocumentCited, Line

NUMBER = r"^N[1-9][0-9]?$"


class NormPair(Value):
    """One pair: what is encouraged, and what is not allowed."""

    id: Line = field(title="编号", pattern=NUMBER, description="N1 到 N6")
    advocate: Line = field(title="倡导")
    ban: Line = field(title="不准")


class Ban(Value):
    """One ban of integrity."""

    id: Line = field(title="编号", pattern=NUMBER, description="从 N7 起，接着编")
    text: Line = field(title="禁令")


class Norms(Published):
    """The norms: one file. Findings and codes of conduct refer to them by number."""

    kind: ClassVar[str] = "norms"
    label: ClassVar[str] = "六倡导六不准与廉洁禁令"
    pattern: ClassVar[str] = "norms.yaml"

    pairs: tuple[NormPair, ...] = field(title="六倡导六不准", min_length=1)
    bans: tuple[Ban, ...] = field(title="廉洁禁令", min_length=1)
    source: DocumentCited = field(
        title="出处", description="如 {title: 关于2008年机关作风建设工作的意见, on: 2008-01-29}"
    )
