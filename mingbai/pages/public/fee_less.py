"""What nobody pays any more: fees that ended, and fees that were lowered, each with its day, its document and how much.

Only what the records say is said, a unit at a time; how many units people were spared nobody has written down.
"""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase, phrase_money
from mingbai.pages.public.fee_status import CHIPS
from mingbai.pages.public.part import Chip, Day, Link, brief, in_catalogue_order
from mingbai.records.base import Entry
from mingbai.records.public.fee import Fee, FeeEvent, FeeStatus

MEANINGS = {
    FeeStatus.CANCELLED: "取消了就不能恢复。",
    FeeStatus.SUSPENDED: "停下来了，没有新文件不能再收。",
    FeeStatus.WAIVED: "现在免收，要恢复先公布。",
    FeeStatus.EXPIRED: "文件的有效期过了，没有再核定。",
}
"""The ways in which a fee ends, the final one first."""


class EndedRow(Struct, frozen=True):
    """A fee that is charged no more: what it was, since when, by which document, what nobody pays any more."""

    name: str
    href: str
    was: str
    since: Day
    document: Link
    saved: str
    chip: Chip


class LoweredRow(Struct, frozen=True):
    """A fee of which less is charged than before."""

    name: str
    href: str
    before: str
    after: str
    since: Day
    document: Link
    saved: str


class Way(Struct, frozen=True):
    """A way in which fees ended, and what that means."""

    chip: Chip
    meaning: str


def ended_rows(corpus: PublicCorpus) -> tuple[EndedRow, ...]:
    """Every fee that is charged no more, the latest to end first."""
    entries = in_catalogue_order(corpus.fees.values())
    found = (row for entry in entries if (row := ended_row(corpus, entry)))
    return tuple(sorted(found, key=lambda row: row.since.machine, reverse=True))


def ways(ended: tuple[EndedRow, ...]) -> tuple[Way, ...]:
    """The ways in which these ended."""
    chips = {row.chip for row in ended}
    return tuple(Way(CHIPS[status], meaning) for status, meaning in MEANINGS.items() if CHIPS[status] in chips)


def lowered_rows(corpus: PublicCorpus) -> tuple[LoweredRow, ...]:
    """Every lowering of a fee that is still charged, the latest first."""
    entries = in_catalogue_order(corpus.fees.values())
    charging = (entry for entry in entries if entry.record.status(corpus.day) is FeeStatus.CHARGING)
    return tuple(
        sorted((row for e in charging for row in _lowered(corpus, e)), key=lambda row: row.since.machine, reverse=True)
    )


def span(record: Fee, event: FeeEvent) -> str:
    """From how much to how much, where a step says so."""
    if event.before is None or event.after is None:
        return ""
    before, after = (phrase_money.amount(record, each) for each in (event.before, event.after))
    return f"从{before}降到{after}"


def ended_row(corpus: PublicCorpus, entry: Entry[Fee]) -> EndedRow | None:
    """The fee as one that is charged no more; `None` while it still is."""
    record = entry.record
    status = record.status(corpus.day)
    if status is FeeStatus.CHARGING:
        return None
    if status is FeeStatus.EXPIRED and record.valid_until:
        since = record.valid_until + timedelta(days=1)
        document = Link(f"有效期到{phrase.day(record.valid_until)}", "")
    else:
        event = max(record.turns, key=lambda event: event.on)
        since, document = event.on, brief(corpus, event.document)
    return EndedRow(
        name=record.name,
        href=routes.route("fees", entry.id),
        was=phrase_money.standard(record),
        since=Day(phrase.day(since), since.isoformat()),
        document=document,
        saved=phrase_money.saved(record),
        chip=CHIPS[status],
    )


def _lowered(corpus: PublicCorpus, entry: Entry[Fee]) -> Iterator[LoweredRow]:
    record = entry.record
    for event in record.lowerings:
        if event.before is not None and event.after is not None:
            yield LoweredRow(
                name=record.name,
                href=routes.route("fees", entry.id),
                before=phrase_money.amount(record, event.before),
                after=phrase_money.amount(record, event.after),
                since=Day(phrase.day(event.on), event.on.isoformat()),
                document=brief(corpus, event.document),
                saved=phrase_money.lowered(record, event.before, event.after),
            )
