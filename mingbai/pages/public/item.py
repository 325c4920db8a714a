"""A commitment in a list: what it is, how long it takes, what it costs, how often one must come."""

from collections.abc import Iterable

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase, phrase_money
from mingbai.pages.public.cell import Weeks, saving, weeks
from mingbai.pages.public.part import Chip
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Authority, Commitment, CommitmentStatus
from mingbai.records.public.commitment_parts import ChannelKind, OnlineDepth
from mingbai.records.public.fee import FeeStatus

CHIPS = {
    CommitmentStatus.SUSPENDED: Chip("pause", CommitmentStatus.SUSPENDED.value, "off"),
    CommitmentStatus.ABOLISHED: Chip("ended", CommitmentStatus.ABOLISHED.value, "off"),
}


class Item(Struct, frozen=True):
    """One line or card; `weeks` are the cells, `chip` is only there when the item is not being handled."""

    name: str
    href: str
    summary: str
    promise: str
    done: str
    statutory: str
    stage: str
    terms: str
    weeks: Weeks
    chip: Chip | None


def item(corpus: PublicCorpus, entry: Entry[Commitment]) -> Item:
    """A commitment as a list shows it."""
    record = entry.record
    return Item(
        name=record.name,
        href=routes.route("commitments", entry.id),
        summary=record.plain_summary,
        promise=phrase.limit(record.promised),
        done=done(record),
        statutory="" if record.statutory.instant or record.statutory.unset else statutory(corpus, record),
        stage=stage(corpus, entry.id),
        terms=phrase.clauses(cost(corpus, record), f"跑{visits(record)}次" if record.channels else None),
        weeks=weeks(saving(record)),
        chip=CHIPS.get(record.status(corpus.day)),
    )


def items(corpus: PublicCorpus, entries: Iterable[Entry[Commitment]]) -> tuple[Item, ...]:
    """Several commitments, in the order given."""
    return tuple(item(corpus, entry) for entry in entries)


def is_active(corpus: PublicCorpus, entry: Entry[Commitment]) -> bool:
    """Whether people can have the item handled on the day shown."""
    return entry.record.status(corpus.day) is CommitmentStatus.ACTIVE


def done(record: Commitment) -> str:
    """The verb after the promise: where the city only pre-reviews, the promise is about that part alone."""
    if record.authority is Authority.PRE_REVIEW:
        return "初审完"
    return "" if record.promised.instant else "办好"


def statutory(corpus: PublicCorpus, record: Commitment) -> str:
    """What the law allows us, whole: how long, from when, by which article."""
    limit = record.statutory
    basis = phrase.basis(corpus.laws[limit.basis.law].record.title, limit.basis) if limit.basis else ""
    length = f"{phrase.limit(limit)}（{basis}）" if basis else phrase.limit(limit)
    return phrase.clauses(f"法规{length}" if limit.unset else f"法定{length}", phrase.start(limit))


def stage(corpus: PublicCorpus, id: str) -> str:
    """Which stage an item is, in a few words; nothing where it is a thing of its own."""
    ids = corpus.stages_of(id)
    return f"分{len(ids)}段办，这是第{ids.index(id) + 1}段" if ids else ""


def cost(corpus: PublicCorpus, record: Commitment) -> str:
    """What it costs in a few words; fees that are no longer charged cost nothing."""
    fees = [corpus.fees[id].record for id in record.fees]
    charging = [fee for fee in fees if fee.status(corpus.day) is FeeStatus.CHARGING]
    if len(charging) == 1:
        return phrase_money.line(charging[0])
    if charging:
        return f"{len(charging)}项收费"
    return "不收费" if record.free or fees else ""


def visits(record: Commitment) -> int:
    """How often one must come in person, by the channel that asks least."""
    return min((channel.visits for channel in record.channels), default=0)


def how(record: Commitment) -> str:
    """By which channels one need not come more often than that."""
    least = [channel for channel in record.channels if channel.visits == visits(record)]
    if any(c.kind is ChannelKind.ONLINE and c.depth is OnlineDepth.IV and not c.visits for c in least):
        return "全程网上办"
    return phrase.listed(channel.kind.value for channel in least)
