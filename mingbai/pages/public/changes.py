"""Everything that changed about the promises, the newest first: what, since when, by which document."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import CHANGES, column_head
from mingbai.pages.public.commitment_life import Change, changes
from mingbai.pages.public.part import Day, Link

Made = tuple[Link, Change]
"""An item, and one change made to it."""


LONG = 6
"""A phone shows so many items of one day; where there are more, they are folded."""


class Turn(Struct, frozen=True):
    """An item, and what one document changed about it."""

    item: Link
    changes: tuple[Change, ...]


class Batch(Struct, frozen=True):
    """What one document changed on one day; `fold` is what a phone says instead of a long list."""

    day: Day
    document: Link
    fold: str
    turns: tuple[Turn, ...]


class ChangeYear(Struct, frozen=True):
    """The changes of one year; `anchor` is its id on the page, `fold` what a phone says instead of an old year."""

    anchor: str
    name: str
    count: str
    fold: str
    batches: tuple[Batch, ...]


class ChangesView(View, frozen=True, kw_only=True):
    """All changes of all promises, year by year."""

    years: tuple[ChangeYear, ...]


def changes_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All changes on one page, /changes/."""
    made = [
        (Link(entry.record.name, routes.route("commitments", entry.id)), change)
        for entry in corpus.commitments.values()
        for change in changes(corpus, entry.record)
    ]
    made.sort(key=lambda pair: pair[1].day.machine, reverse=True)
    by_year = {year: tuple(of) for year, of in groupby(made, key=lambda pair: pair[1].day.machine[:4])}
    newest = next(iter(by_year), "")
    years = tuple(_year(year, of, newest=year == newest) for year, of in by_year.items())
    yield Page(CHANGES.route, "public/changes.html", ChangesView(head=column_head(corpus, CHANGES), years=years))


def _year(year: str, made: tuple[Made, ...], *, newest: bool) -> ChangeYear:
    batches: dict[tuple[Day, Link], list[Made]] = {}
    for item, change in made:
        batches.setdefault((change.day, change.document), []).append((item, change))
    return ChangeYear(
        anchor=f"y-{year}",
        name=f"{year}年",
        count=f"{len(made)}处",
        fold="" if newest else f"看{year}年改的{len(made)}处",
        batches=tuple(_batch(*key, of, foldable=newest) for key, of in batches.items()),
    )


def _batch(day: Day, document: Link, made: list[Made], *, foldable: bool) -> Batch:
    by_item: dict[Link, list[Change]] = {}
    for item, change in made:
        by_item.setdefault(item, []).append(change)
    turns = tuple(Turn(item, tuple(of)) for item, of in by_item.items())
    fold = f"看这一天改的{len(turns)}件事" if foldable and len(turns) > LONG else ""
    return Batch(day, document, fold, turns)
