"""Honours: the years, and one page for each with the holders, by unit and post."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import HONOURS, column_head, record_head
from mingbai.pages.public.part import Link, Stamp, division, paper, stamp
from mingbai.records.base import Entry
from mingbai.records.public.honours import Honours, Level


class HonourRow(Struct, frozen=True):
    """One honour: who holds it, for what, by which document."""

    number: str
    title: str
    unit: Link
    post: str
    reason: str
    document: Link


class LevelGroup(Struct, frozen=True):
    """The honours given by the city, or by the bureau."""

    anchor: str
    title: str
    honours: tuple[HonourRow, ...]


class YearRow(Struct, frozen=True):
    """A year in the list: what was given, and how often."""

    link: Link
    levels: tuple[str, ...]


class HonoursListView(View, frozen=True, kw_only=True):
    """The years, the newest first."""

    years: tuple[YearRow, ...]


class HonoursView(View, frozen=True, kw_only=True):
    """The honours of one year, ready to print."""

    title: str
    levels: tuple[LevelGroup, ...]
    stamp: Stamp


def honours_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /honours/, and one page for each year at /honours/<year>/."""
    yield Page(HONOURS.route, "public/honours-list.html", honours_list(corpus))
    for entry in corpus.honours.values():
        route = routes.route("honours", entry.id)
        yield Page(route, "public/honours.html", honours_view(corpus, entry, route))


def honours_list(corpus: PublicCorpus) -> HonoursListView:
    """The years, the newest first."""
    newest = sorted(corpus.honours.values(), key=lambda entry: entry.id, reverse=True)
    return HonoursListView(head=column_head(corpus, HONOURS), years=tuple(_row(entry) for entry in newest))


def honours_view(corpus: PublicCorpus, entry: Entry[Honours], route: str) -> HonoursView:
    """A year's honours, the city's before our own."""
    record = entry.record
    made = stamp(record, corpus.bureau.record.name)
    titles = phrase.listed(dict.fromkeys(honour.title for honour in record.honours))
    return HonoursView(
        head=record_head(corpus, HONOURS, route, record.title, f"{record.title}：{titles}", made),
        title=record.title,
        levels=tuple(
            LevelGroup(f"level-{number}", level.value, rows)
            for number, level in enumerate(Level, start=1)
            if (rows := _rows(corpus, record, level))
        ),
        stamp=made,
    )


def _rows(corpus: PublicCorpus, record: Honours, level: Level) -> tuple[HonourRow, ...]:
    return tuple(
        HonourRow(
            number=str(honour.no),
            title=honour.title,
            unit=division(corpus, honour.division),
            post=honour.post or "",
            reason=honour.reason,
            document=paper(corpus, honour.document),
        )
        for honour in record.honours
        if honour.level is level
    )


def _row(entry: Entry[Honours]) -> YearRow:
    given = [honour.level for honour in entry.record.honours]
    levels = tuple(f"{level.value}{given.count(level)}项" for level in Level if level in given)
    return YearRow(Link(entry.record.title, routes.route("honours", entry.id)), levels)
