"""An issue of a newsletter on its page, made alike on either side.

What only one side says of an issue (its stamp, or why it stays in) that side adds to the view and to the template.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.gather import Known
from mingbai.corpus.leads import Targets, leads
from mingbai.corpus.outward import Exits
from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import Series, Volume
from mingbai.pages import phrase
from mingbai.pages.page import Crumb, Head, Prose, View
from mingbai.pages.public.part import Day, Link, division
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Issue, Secrecy


class ArticlePart(Struct, frozen=True):
    """One article of an issue; `anchor` is its file's name, `old_anchors` those the file had before."""

    anchor: str
    old_anchors: tuple[str, ...]
    title: str
    division: Link
    byline: str
    submitted: str
    source: str
    body: Prose | None


class Printed(Struct, frozen=True):
    """An issue from its head to its colophon, ready to print."""

    name: str
    number: str
    publisher: str
    secrecy: str
    serial: str
    day: Day
    note: str
    articles: tuple[ArticlePart, ...]
    report_to: str
    send_to: str
    issue_to: str
    copies: str
    earlier: Link | None
    later: Link | None


class IssueView(View, frozen=True, kw_only=True):
    """A page that shows an issue."""

    issue: Printed


class Piece(NamedTuple):
    """An article of an issue: the name of its file, and what its part of the page is made of."""

    name: str
    entry: Entry[Article]
    unit: Link
    body: Prose | None


class Neighbour(NamedTuple):
    """What is said of an issue on the pages of those before and after it."""

    number: str
    route: str


class IssueFacts(NamedTuple):
    """Everything the page of an issue is made of; `above` are the steps over its column."""

    entry: Entry[Issue]
    pieces: tuple[Piece, ...]
    above: tuple[Crumb, ...]
    here: Neighbour
    earlier: Neighbour | None
    later: Neighbour | None


class Shelf(NamedTuple):
    """A newsletter and what its pages are made with: its column's title and address, its lead, the head of a list.

    `above` are the steps over its column. `units` knows who the divisions are, `present` what a text may lead to,
    `exits` how it leads outside.
    """

    series: Series[Issue]
    column: Crumb
    lead: str
    head: Callable[[str, str], Head]
    above: tuple[Crumb, ...]
    units: PublicCorpus
    present: Known
    exits: Exits | None


class YearFacts(NamedTuple):
    """Everything the pages of a year's issues are made of, but for what their side says of them.

    `units` are the divisions that wrote for it, `targets` where the links of each article lead that has any.
    """

    volume: Volume[Issue]
    above: tuple[Crumb, ...]
    units: tuple[tuple[str, Link], ...]
    targets: tuple[tuple[str, Targets], ...]
    earlier: Neighbour | None
    later: Neighbour | None


def years(shelf: Shelf) -> Iterator[YearFacts]:
    """What the pages of each year's issues are made of, the newest first."""
    found = [volume for volume in shelf.series.volumes.values() if volume.newest_first]
    around = zip([None, *found], found, [*found[1:], None], strict=False)
    for later, volume, earlier in around:
        units = dict.fromkeys([article.record.division for article in volume.articles])
        bodies = [(article.id, article.body) for article in volume.articles if article.body and article.body.links]
        yield YearFacts(
            volume=volume,
            above=shelf.above,
            units=tuple([(id, division(shelf.units, id)) for id in units]),
            targets=tuple([(id, leads(body, shelf.present, shelf.exits)) for id, body in bodies]),
            earlier=_place(earlier.newest_first[0]) if earlier else None,
            later=_place(later.newest_first[-1]) if later else None,
        )


def issues(year: YearFacts) -> Iterator[IssueFacts]:
    """What the page of each issue of a year is made of, the newest first."""
    found, units, targets = year.volume.newest_first, dict(year.units), dict(year.targets)
    places = [_place(entry) for entry in found]
    around = zip([year.later, *places], places, [*places[1:], year.earlier], strict=False)
    for entry, (later, here, earlier) in zip(found, around, strict=False):
        pieces = [
            Piece(name, article, units[article.record.division], _prose(name, article, targets))
            for name, article in year.volume.pieces(entry)
        ]
        yield IssueFacts(entry, tuple(pieces), year.above, here, earlier, later)


def issue_title(entry: Entry[Issue]) -> str:
    """What an issue is called."""
    record = entry.record
    return f"{record.title}{record.date.year}年第{record.issue_no}期"


def printed(facts: IssueFacts) -> Printed:
    """Everything in an issue, and the way to its neighbours."""
    record = facts.entry.record
    return Printed(
        name=record.title,
        number=f"{record.date.year}年第{record.issue_no}期（总第{record.cumulative_no}期）",
        publisher=record.publisher,
        secrecy="" if record.secrecy is Secrecy.NONE else record.secrecy.value,
        serial=f"编号：{record.serial}" if record.serial else "",
        day=Day(phrase.day(record.date), record.date.isoformat()),
        note=record.editor_note or "",
        articles=tuple(map(_part, facts.pieces)),
        report_to=phrase.listed(record.report_to),
        send_to=phrase.listed(record.send_to),
        issue_to=phrase.listed(record.issue_to),
        copies=f"共印{record.copies}份" if record.copies else "",
        earlier=_neighbour("上一期", facts.earlier),
        later=_neighbour("下一期", facts.later),
    )


def contents(issue: Printed) -> str:
    """What is in an issue, in a line."""
    return phrase.listed(article.title for article in issue.articles)


def _prose(name: str, article: Entry[Article], targets: Mapping[str, Targets]) -> Prose | None:
    """The text of an article, which shares its page with others and stands below the issue's own headings."""
    body = article.body
    return Prose(body.digest, targets.get(article.id, ()), f"{name}-", deeper=1) if body else None


def _part(piece: Piece) -> ArticlePart:
    record, unit = piece.entry.record, piece.unit
    return ArticlePart(
        anchor=piece.name,
        old_anchors=piece.entry.record.oldids,
        title=record.title,
        division=unit,
        byline="" if record.byline == unit.text else record.byline or "",
        submitted=f"{phrase.day(record.submitted_on)}来稿",
        source="" if record.source == unit.text else record.source or "",
        body=piece.body,
    )


def _place(entry: Entry[Issue]) -> Neighbour:
    number = f"{entry.record.date.year}年第{entry.record.issue_no}期"
    return Neighbour(number, routes.route(entry.record.kind, entry.id))


def _neighbour(label: str, issue: Neighbour | None) -> Link | None:
    return Link(f"{label}：{issue.number}", issue.route) if issue else None
