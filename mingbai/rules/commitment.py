"""What a commitment must say before people can use it, and whom it is said by.

Law: an item that is no longer handled stays on show as it was, and owes none of this any more.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment, CommitmentStatus
from mingbai.records.public.commitment_parts import Channel, ChannelKind


def handled(corpus: PublicCorpus) -> Iterator[Entry[Commitment]]:
    """The commitments that still bind, suspended ones included: those people act on."""
    for entry in corpus.commitments.values():
        if entry.record.status(corpus.day) is not CommitmentStatus.ABOLISHED:
            yield entry


class Element(Struct, frozen=True):
    """One of the key elements of a service guide: its official name, where it is written, whether it is there."""

    name: str
    field: str
    given: Callable[[Commitment], bool]
    hint: str


def _each_way_has(commitment: Commitment, asked: Callable[[Channel], object]) -> bool:
    """Whether every window says it; where there is no window, whether any other way does."""
    windows = [channel for channel in commitment.channels if channel.kind is ChannelKind.WINDOW]
    return all(map(asked, windows)) if windows else any(map(asked, commitment.channels))


ELEMENTS = (
    Element(
        "设定依据",
        "basis",
        lambda c: bool(c.basis),
        "补上 basis，下面一条一行，例如 - {law: performances, articles: [第十三条]}",
    ),
    Element(
        "申请条件",
        "conditions",
        lambda c: bool(c.conditions),
        "补上 conditions，下面一条一行，例如 - {id: licence, text: 有营业性演出许可证}",
    ),
    Element(
        "办理材料",
        "materials",
        lambda c: bool(c.materials or c.no_materials),
        "补上 materials，一项一项写明；什么都不用带的，写 no_materials: 不需要带材料",
    ),
    Element(
        "办理地点",
        "channels",
        lambda c: _each_way_has(c, lambda channel: channel.address or channel.url),
        "在 channels 里给每个窗口补上 address: 门牌、楼层和窗口号；只在网上办的写 url",
    ),
    Element(
        "办理时间",
        "channels",
        lambda c: _each_way_has(c, lambda channel: channel.hours),
        "在 channels 里给每个窗口补上时间，例如 hours: [周一至周五 9:00–17:00]",
    ),
    Element("联系电话", "consult_phone", lambda c: bool(c.consult_phone), "补上一行 consult_phone: 电话号码"),
    Element(
        "办理流程",
        "process",
        lambda c: bool(c.process),
        "补上 process，一步一行，例如 - {step: 受理, client_action: 交材料, agency_action: 当场看齐不齐, days: 0}",
    ),
)
"""The key elements; the eighth, 事项名称, is a field no commitment can be without."""


def key_elements(corpus: PublicCorpus) -> Iterator[Problem]:
    """A commitment has all eight key elements (国办秘函〔2019〕19号“服务不实用”一项的重点要素)."""
    for entry in handled(corpus):
        for element in ELEMENTS:
            if not element.given(entry.record):
                yield Problem(
                    entry.place(element.field),
                    "commitment/element-missing",
                    f"“{entry.record.name}”缺少“{element.name}”，这是办事指南的八个重点要素之一",
                    element.hint,
                )


def one_account_of_materials(corpus: PublicCorpus) -> Iterator[Problem]:
    """A commitment either lists materials or says that none are needed, never both."""
    for entry in handled(corpus):
        if entry.record.materials and entry.record.no_materials:
            yield Problem(
                entry.place("no_materials"),
                "commitment/materials-contradict",
                f"“{entry.record.name}”说不用带材料，下面又列了 {len(entry.record.materials)} 项材料",
                "要带材料的，删掉 no_materials 这一行；不用带的，删掉 materials",
            )
