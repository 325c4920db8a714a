"""The newsletter: one page for each issue with all its articles, and lists year by year, so that many stay light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Crumb, Head, Late, Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.column import BULLETINS, above, column_head, head_below
from mingbai.pages.public.part import Day, Link, Stamp, division, stamp
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Article, Bulletin, Secrecy


@dataclass(frozen=True)
class IssueRow:
    """An issue in a list: when, which, what is in it."""

    day: Day
    title: str
    href: str
    articles: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class BulletinListView(View):
    """The issues of one year, how many, and where the other years are."""

    title: str
    count: str
    year: str
    issues: tuple[IssueRow, ...]
    years: tuple[Link, ...]


@dataclass(frozen=True)
class ArticlePart:
    """One article of an issue; `anchor` is its file's name."""

    anchor: str
    title: str
    division: Link
    byline: str
    submitted: str
    source: str
    body: Prose | None


@dataclass(frozen=True, kw_only=True)
class BulletinView(View):
    """An issue, ready to print."""

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
    stamp: Stamp


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


class Issue(NamedTuple):
    """Everything the page of an issue is made of."""

    entry: Entry[Bulletin]
    pieces: tuple[Piece, ...]
    above: tuple[Crumb, ...]
    here: Neighbour
    earlier: Neighbour | None
    later: Neighbour | None


class IssueYear(NamedTuple):
    """Everything the list of one year is made of: its head, its issues with the titles in each, the other years."""

    head: Head
    issues: tuple[tuple[Entry[Bulletin], tuple[tuple[str, str], ...]], ...]
    years: tuple[Link, ...]


def bulletin_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The newest year at /bulletins/, each year at /bulletins/<year>/, each issue at /bulletins/<year>/<no>/."""
    issues = newest_first(corpus)
    by_year = {year: tuple(found) for year, found in groupby(issues, key=_year)}
    years = tuple(Link(f"{year}年", f"{BULLETINS.route}{year}/") for year in by_year)
    newest = next(iter(by_year.values()), ())
    yield _list(corpus, BULLETINS.title, BULLETINS.route, newest, years)
    for link, found in zip(years, by_year.values(), strict=True):
        yield _list(corpus, f"{link.text}{BULLETINS.title}", link.href, found, years)
    over = above(corpus, BULLETINS)
    places = [_place(entry) for entry in issues]
    around = zip([None, *places], places, [*places[1:], None], strict=False)
    for entry, (later, here, earlier) in zip(issues, around, strict=False):
        issue = Issue(entry, _pieces(corpus, entry), over, here, earlier, later)
        yield Page(here.route, "public/bulletin.html", Late(issue, bulletin_view))


def newest_first(corpus: PublicCorpus) -> list[Entry[Bulletin]]:
    """All issues, the newest year and in it the newest number first."""
    return [entry for _, entry in reversed(corpus.issues)]


def issue_row(corpus: PublicCorpus, entry: Entry[Bulletin]) -> IssueRow:
    """An issue as a list shows it."""
    return _row(entry, _titles(corpus, entry))


def issue_title(entry: Entry[Bulletin]) -> str:
    """What an issue is called."""
    record = entry.record
    return f"{record.title}{record.date.year}年第{record.issue_no}期"


def bulletin_view(issue: Issue) -> BulletinView:
    """Everything in an issue, and the way to its neighbours."""
    entry, record = issue.entry, issue.entry.record
    made = stamp(record, record.publisher)
    articles = tuple(map(_part, issue.pieces))
    description = phrase.listed(article.title for article in articles)
    year = Crumb(f"{_year(entry)}年", f"{BULLETINS.route}{_year(entry)}/")
    return BulletinView(
        head=head_below(issue.above, BULLETINS, issue.here.route, issue_title(entry), description, made, (year,)),
        name=record.title,
        number=f"{record.date.year}年第{record.issue_no}期（总第{record.cumulative_no}期）",
        publisher=record.publisher,
        secrecy="" if record.secrecy is Secrecy.NONE else record.secrecy.value,
        serial=f"编号：{record.serial}" if record.serial else "",
        day=Day(phrase.day(record.date), record.date.isoformat()),
        note=record.editor_note or "",
        articles=articles,
        report_to=phrase.listed(record.report_to),
        send_to=phrase.listed(record.send_to),
        issue_to=phrase.listed(record.issue_to),
        copies=f"共印{record.copies}份" if record.copies else "",
        earlier=_neighbour("上一期", issue.earlier),
        later=_neighbour("下一期", issue.later),
        stamp=made,
    )


def list_view(year: IssueYear) -> BulletinListView:
    """The issues of one year as a list."""
    rows = tuple(_row(entry, titles) for entry, titles in year.issues)
    name = f"{_year(year.issues[0][0])}年" if rows else ""
    return BulletinListView(
        head=year.head,
        title=year.head.title,
        count=f"{name}出了{len(rows)}期，{sum(len(row.articles) for row in rows)}篇。" if rows else "",
        year=name,
        issues=rows,
        years=year.years,
    )


def _list(
    corpus: PublicCorpus, title: str, route: str, issues: Sequence[Entry[Bulletin]], years: tuple[Link, ...]
) -> Page:
    rows = tuple([(entry, _titles(corpus, entry)) for entry in issues])
    year = IssueYear(column_head(corpus, BULLETINS, title, route), rows, years if len(years) > 1 else ())
    return Page(route, "public/bulletins.html", Late(year, list_view))


def _row(entry: Entry[Bulletin], titles: tuple[tuple[str, str], ...]) -> IssueRow:
    day, href = entry.record.date, routes.route("bulletins", entry.id)
    articles = tuple(Link(title, f"{href}#{name}") for name, title in titles)
    return IssueRow(Day(phrase.day(day), day.isoformat()), issue_title(entry), href, articles)


def _articles(corpus: PublicCorpus, entry: Entry[Bulletin]) -> list[tuple[str, Entry[Article]]]:
    """The articles of an issue by the name of their file, in the order the issue gives them."""
    found = corpus.articles_of.get(entry.id, {})
    return [(name, found[name]) for name in entry.record.items if name in found]


def _titles(corpus: PublicCorpus, entry: Entry[Bulletin]) -> tuple[tuple[str, str], ...]:
    """Of each article the name of its file, and its title."""
    return tuple([(name, article.record.title) for name, article in _articles(corpus, entry)])


def _pieces(corpus: PublicCorpus, entry: Entry[Bulletin]) -> tuple[Piece, ...]:
    return tuple(
        [
            Piece(
                name,
                article,
                division(corpus, article.record.division),
                prose(article, corpus.present, prefix=f"{name}-", deeper=1, exits=corpus.exits),
            )
            for name, article in _articles(corpus, entry)
        ]
    )


def _part(piece: Piece) -> ArticlePart:
    record, unit = piece.entry.record, piece.unit
    return ArticlePart(
        anchor=piece.name,
        title=record.title,
        division=unit,
        byline="" if record.byline == unit.text else record.byline or "",
        submitted=f"{phrase.day(record.submitted_on)}来稿",
        source="" if record.source == unit.text else record.source or "",
        body=piece.body,
    )


def _place(entry: Entry[Bulletin]) -> Neighbour:
    number = f"{entry.record.date.year}年第{entry.record.issue_no}期"
    return Neighbour(number, routes.route("bulletins", entry.id))


def _neighbour(label: str, issue: Neighbour | None) -> Link | None:
    return Link(f"{label}：{issue.number}", issue.route) if issue else None


def _year(entry: Entry[Bulletin]) -> str:
    return entry.id.split("/")[0]
