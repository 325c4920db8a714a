"""Everything that changed about the promises, the newest first: what, since when, by which document."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import CHANGES, column_head
from mingbai.pages.public.commitment_life import Change, changes
from mingbai.pages.public.part import Day, Link


@dataclass(frozen=True)
class Turn:
    """One change and the item it was made to."""

    item: Link
    change: Change


@dataclass(frozen=True)
class Batch:
    """What one document changed on one day."""

    day: Day
    document: Link
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class ChangeYear:
    """The changes of one year; `anchor` is its id on the page."""

    anchor: str
    name: str
    count: str
    batches: tuple[Batch, ...]


@dataclass(frozen=True, kw_only=True)
class ChangesView(View):
    """All changes of all promises, year by year."""

    years: tuple[ChangeYear, ...]


def changes_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All changes on one page, /changes/."""
    turns = [
        Turn(Link(entry.record.name, routes.route("commitments", entry.id)), change)
        for entry in corpus.commitments.values()
        for change in changes(corpus, entry.record)
    ]
    turns.sort(key=lambda turn: turn.change.day.machine, reverse=True)
    years = tuple(_year(year, tuple(of)) for year, of in groupby(turns, key=lambda turn: turn.change.day.machine[:4]))
    yield Page(CHANGES.route, "public/changes.html", ChangesView(head=column_head(corpus, CHANGES), years=years))


def _year(year: str, turns: tuple[Turn, ...]) -> ChangeYear:
    batches: dict[tuple[Day, Link], list[Turn]] = {}
    for turn in turns:
        batches.setdefault((turn.change.day, turn.change.document), []).append(turn)
    return ChangeYear(
        anchor=f"y-{year}",
        name=f"{year}年",
        count=f"{len(turns)}处",
        batches=tuple(Batch(day, document, tuple(of)) for (day, document), of in batches.items()),
    )
