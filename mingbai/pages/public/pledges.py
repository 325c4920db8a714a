"""Solemn promises: the list by year and unit, and one page for each unit's year."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import PLEDGES, column_head, record_head
from mingbai.pages.public.part import Link, Stamp, division, rank, stamp
from mingbai.records.base import Entry
from mingbai.records.public.pledges import Pledges


class Pledge(Struct, frozen=True):
    """One promise: under which of the five words, and the measure behind it."""

    text: str
    aim: str
    measure: str


class UnitPledges(Struct, frozen=True):
    """The promises of one unit in the list."""

    unit: str
    title: str
    href: str
    count: str


class Year(Struct, frozen=True):
    """The promises of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    units: tuple[UnitPledges, ...]


class PledgesListView(View, frozen=True, kw_only=True):
    """All promises, the newest year first."""

    years: tuple[Year, ...]


class PledgesView(View, frozen=True, kw_only=True):
    """A unit's promises for a year, ready to print."""

    title: str
    unit: Link
    pledges: tuple[Pledge, ...]
    stamp: Stamp


def pledges_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /pledges/, and one page for each unit's year at /pledges/<year>/<division>/."""
    yield Page(PLEDGES.route, "public/pledges-list.html", pledges_list(corpus))
    for entry in corpus.pledges.values():
        route = routes.route("pledges", entry.id)
        yield Page(route, "public/pledges.html", pledges_view(corpus, entry, route))


def pledges_list(corpus: PublicCorpus) -> PledgesListView:
    """The promises by year, within a year in the bureau's own order of units."""
    years: dict[str, list[Entry[Pledges]]] = {}
    for entry in corpus.pledges.values():
        years.setdefault(entry.id.split("/")[0], []).append(entry)
    return PledgesListView(
        head=column_head(corpus, PLEDGES),
        years=tuple(
            Year(f"y-{year}", f"{year}年", tuple(_row(corpus, e) for e in _in_order(corpus, entries)))
            for year, entries in sorted(years.items(), reverse=True)
        ),
    )


def pledges_view(corpus: PublicCorpus, entry: Entry[Pledges], route: str) -> PledgesView:
    """A unit's promises, one by one."""
    record = entry.record
    unit = division(corpus, _unit(entry))
    made = stamp(record, unit.text)
    return PledgesView(
        head=record_head(corpus, PLEDGES, route, record.title, f"{unit.text}：{record.pledges[0].text}", made),
        title=record.title,
        unit=unit,
        pledges=tuple(
            Pledge(
                text=pledge.text,
                aim=pledge.aim.value if pledge.aim else "",
                measure=f"行动方案第{pledge.measure_no}条措施" if pledge.measure_no else "",
            )
            for pledge in record.pledges
        ),
        stamp=made,
    )


def _unit(entry: Entry[Pledges]) -> str:
    return entry.id.split("/")[1]


def _in_order(corpus: PublicCorpus, entries: list[Entry[Pledges]]) -> list[Entry[Pledges]]:
    return sorted(entries, key=lambda entry: rank(corpus, _unit(entry)))


def _row(corpus: PublicCorpus, entry: Entry[Pledges]) -> UnitPledges:
    record = entry.record
    return UnitPledges(
        unit=division(corpus, _unit(entry)).text,
        title=record.title,
        href=routes.route("pledges", entry.id),
        count=f"{len(record.pledges)}条",
    )
