"""What became of a commitment: how it was made lighter, when it was suspended, what took its place."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.item import CHIPS
from mingbai.pages.public.part import Chip, Day, Link, paper
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.commitment_parts import LifeAction, LifeEvent


class Change(Struct, frozen=True):
    """One change: when, under which of the five words or what kind of turn, what was done, by which document."""

    day: Day
    mark: str
    action: str
    text: str
    document: Link
    successor: Link | None


class Notice(Struct, frozen=True):
    """The item is not being handled on the day shown: since when, why, what to use instead."""

    chip: Chip
    text: str
    reason: str
    document: Link
    successor: Link | None


def notice(corpus: PublicCorpus, record: Commitment) -> Notice | None:
    """What stands at the head of the page of an item that is not being handled."""
    chip = CHIPS.get(record.status(corpus.day))
    if chip is None:
        return None
    event = max((e for e in record.events if e.on <= corpus.day), key=lambda e: e.on, default=None)
    if event is None or event.action is LifeAction.RESUME:
        end = phrase.day(record.effective_to) if record.effective_to else ""
        return Notice(chip, f"这项承诺到{end}为止。", "", Link("", ""), None)
    return Notice(
        chip=chip,
        text=f"{phrase.day(event.on)}{event.action.value}。",
        reason=event.reason,
        document=paper(corpus, event.document),
        successor=_successor(corpus, event),
    )


def changes(corpus: PublicCorpus, record: Commitment) -> tuple[Change, ...]:
    """Every reform and every turn, the newest first."""
    return tuple(sorted(_changes(corpus, record), key=lambda change: change.day.machine, reverse=True))


def _changes(corpus: PublicCorpus, record: Commitment) -> Iterator[Change]:
    for reform in record.reform:
        day = Day(phrase.day(reform.on), reform.on.isoformat())
        document = paper(corpus, reform.document)
        yield Change(day, reform.aim.value, reform.action.value, reform.text, document, None)
    for event in record.events:
        day = Day(phrase.day(event.on), event.on.isoformat())
        document = paper(corpus, event.document)
        yield Change(day, "", event.action.value, event.reason, document, _successor(corpus, event))


def _successor(corpus: PublicCorpus, event: LifeEvent) -> Link | None:
    if event.successor is None:
        return None
    return Link(corpus.commitments[event.successor].record.name, routes.route("commitments", event.successor))
