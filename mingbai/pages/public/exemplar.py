"""Exemplars: the list by year, and one page for each piece of good practice."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.column import EXEMPLARS, column_head, record_head
from mingbai.pages.public.part import Day, Fact, Link, Stamp, division, facts, stamp
from mingbai.records.base import Entry
from mingbai.records.public.exemplar import Exemplar


class ExemplarRow(Struct, frozen=True):
    """An exemplar in the list."""

    day: Day
    link: Link
    kind: str
    unit: str
    summary: str


class Year(Struct, frozen=True):
    """The exemplars of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    exemplars: tuple[ExemplarRow, ...]


class ExemplarListView(View, frozen=True, kw_only=True):
    """All exemplars, the newest year first."""

    years: tuple[Year, ...]


class ExemplarView(View, frozen=True, kw_only=True):
    """One exemplar, ready to print."""

    title: str
    summary: str
    results: tuple[str, ...]
    unit: Link
    about: tuple[Fact, ...]
    body: Prose | None
    stamp: Stamp


def exemplar_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /exemplars/, and one page each at /exemplars/<year>/<id>/."""
    entries = sorted(corpus.exemplars.values(), key=lambda e: (_year(e), e.record.on, e.id), reverse=True)
    years = tuple(
        Year(f"y-{year}", f"{year}年", tuple(_row(corpus, entry) for entry in found))
        for year, found in groupby(entries, key=_year)
    )
    yield Page(
        EXEMPLARS.route, "public/exemplars.html", ExemplarListView(head=column_head(corpus, EXEMPLARS), years=years)
    )
    for entry in corpus.exemplars.values():
        route = routes.route("exemplars", entry.id)
        yield Page(route, "public/exemplar.html", exemplar_view(corpus, entry, route))


def exemplar_view(corpus: PublicCorpus, entry: Entry[Exemplar], route: str) -> ExemplarView:
    """Everything there is to learn from it."""
    record = entry.record
    unit = division(corpus, record.division)
    made = stamp(record, unit.text)
    return ExemplarView(
        head=record_head(corpus, EXEMPLARS, route, record.title, record.summary, made),
        title=record.title,
        summary=record.summary,
        results=record.results,
        unit=unit,
        about=facts(("类型", record.type.value), ("岗位", record.post), ("核实", phrase.day(record.on))),
        body=prose(entry, corpus.present),
        stamp=made,
    )


def _row(corpus: PublicCorpus, entry: Entry[Exemplar]) -> ExemplarRow:
    record = entry.record
    return ExemplarRow(
        day=Day(phrase.day(record.on), record.on.isoformat()),
        link=Link(record.title, routes.route("exemplars", entry.id)),
        kind=record.type.value,
        unit=division(corpus, record.division).text,
        summary=record.summary,
    )


def _year(entry: Entry[Exemplar]) -> str:
    return entry.id.split("/")[0]
