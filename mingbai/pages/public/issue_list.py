"""The issues of a newsletter in lists, year by year, made alike on either side."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.series import Series, Volume, year_of
from mingbai.pages import phrase
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.issue import Shelf, issue_title
from mingbai.pages.public.part import Day, Link
from mingbai.pages.reuse import Batch
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Issue


class IssueRow(Struct, frozen=True):
    """An issue in a list: when, which, what is in it."""

    day: Day
    title: str
    href: str
    articles: tuple[Link, ...]


class IssueListView(View, frozen=True, kw_only=True):
    """The issues of one year, how many, and where the other years are; `lead` says what the newsletter tells."""

    title: str
    lead: str
    count: str
    year: str
    issues: tuple[IssueRow, ...]
    years: tuple[Link, ...]


class IssueYear(NamedTuple):
    """Everything the list of one year is made of: its head, its issues with the titles in each, the other years."""

    head: Head
    lead: str
    issues: tuple[tuple[Entry[Issue], tuple[tuple[str, str], ...]], ...]
    years: tuple[Link, ...]


class ListFacts(NamedTuple):
    """What the list of one year is found out from; no volume where there is no issue yet."""

    head: Head
    lead: str
    volume: Volume[Issue] | None
    years: tuple[Link, ...]


def list_pages(shelf: Shelf) -> Iterator[Page | Batch[ListFacts]]:
    """The newest year at the column's address, and each year below it."""
    title, route = shelf.column.title, shelf.column.href
    volumes = [volume for volume in shelf.series.volumes.values() if volume.newest_first]
    years = tuple(Link(f"{volume.year}年", f"{route}{volume.year}/") for volume in volumes)
    others = years if len(years) > 1 else ()
    yield from year_list(ListFacts(shelf.head(title, route), shelf.lead, volumes[0] if volumes else None, others))
    for link, volume in zip(years, volumes, strict=True):
        facts = ListFacts(shelf.head(f"{link.text}{title}", link.href), shelf.lead, volume, others)
        yield Batch(f"{shelf.series.kind} {volume.year} list", facts, year_list)


def year_list(facts: ListFacts) -> Iterator[Page]:
    """The list of one year, of each article its title alone."""
    volume = facts.volume
    rows = tuple([(entry, _titles(volume, entry)) for entry in volume.newest_first]) if volume else ()
    year = IssueYear(facts.head, facts.lead, rows, facts.years)
    yield Page(facts.head.route, "shared/issues.html", Late(year, list_view))


def issue_row(series: Series[Issue], entry: Entry[Issue]) -> IssueRow:
    """An issue as a list shows it."""
    return _row(entry, _titles(series, entry))


def list_view(year: IssueYear) -> IssueListView:
    """The issues of one year as a list."""
    rows = tuple(_row(entry, titles) for entry, titles in year.issues)
    name = f"{year_of(year.issues[0][0])}年" if rows else ""
    return IssueListView(
        head=year.head,
        title=year.head.title,
        lead=year.lead,
        count=f"{name}出了{len(rows)}期，{sum(len(row.articles) for row in rows)}篇。" if rows else "",
        year=name,
        issues=rows,
        years=year.years,
    )


def _row(entry: Entry[Issue], titles: tuple[tuple[str, str], ...]) -> IssueRow:
    day, href = entry.record.date, routes.route(entry.record.kind, entry.id)
    links = tuple(Link(title, f"{href}#{name}") for name, title in titles)
    return IssueRow(Day(phrase.day(day), day.isoformat()), issue_title(entry), href, links)


def _titles(of: Series[Issue] | Volume[Issue], entry: Entry[Issue]) -> tuple[tuple[str, str], ...]:
    """Of each article the name of its file, and its title."""
    return tuple([(name, article.record.title) for name, article in of.pieces(entry)])
