"""The newsletter: one page for each issue with all its articles, and lists year by year, so that many stay light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Crumb, Page, Prose, View
from mingbai.pages.prose import prose
from mingbai.pages.public.column import BULLETINS, column_head, record_head
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


def bulletin_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The newest year at /bulletins/, each year at /bulletins/<year>/, each issue at /bulletins/<year>/<no>/."""
    issues = newest_first(corpus)
    by_year = {year: tuple(found) for year, found in groupby(issues, key=_year)}
    years = tuple(Link(f"{year}年", f"{BULLETINS.route}{year}/") for year in by_year)
    newest = next(iter(by_year.values()), ())
    yield Page(BULLETINS.route, "public/bulletins.html", _list(corpus, BULLETINS.title, BULLETINS.route, newest, years))
    for link, found in zip(years, by_year.values(), strict=True):
        title = f"{link.text}{BULLETINS.title}"
        yield Page(link.href, "public/bulletins.html", _list(corpus, title, link.href, found, years))
    for position, entry in enumerate(issues):
        later = issues[position - 1] if position else None
        earlier = issues[position + 1] if position + 1 < len(issues) else None
        route = routes.route("bulletins", entry.id)
        yield Page(route, "public/bulletin.html", bulletin_view(corpus, entry, route, earlier, later))


def newest_first(corpus: PublicCorpus) -> list[Entry[Bulletin]]:
    """All issues, the newest year and in it the newest number first."""
    return sorted(corpus.bulletins.values(), key=lambda e: (_year(e), e.record.issue_no, e.id), reverse=True)


def issue_row(corpus: PublicCorpus, entry: Entry[Bulletin]) -> IssueRow:
    """An issue as a list shows it."""
    href = routes.route("bulletins", entry.id)
    return IssueRow(
        day=Day(phrase.day(entry.record.date), entry.record.date.isoformat()),
        title=_title(entry),
        href=href,
        articles=tuple(Link(article.record.title, f"{href}#{name}") for name, article in _articles(corpus, entry)),
    )


def bulletin_view(
    corpus: PublicCorpus,
    entry: Entry[Bulletin],
    route: str,
    earlier: Entry[Bulletin] | None,
    later: Entry[Bulletin] | None,
) -> BulletinView:
    """Everything in an issue, and the way to its neighbours."""
    record = entry.record
    made = stamp(record, record.publisher)
    articles = tuple(_part(corpus, name, article) for name, article in _articles(corpus, entry))
    description = phrase.listed(article.title for article in articles)
    year = Crumb(f"{_year(entry)}年", f"{BULLETINS.route}{_year(entry)}/")
    return BulletinView(
        head=record_head(corpus, BULLETINS, route, _title(entry), description, made, (year,)),
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
        earlier=_neighbour("上一期", earlier),
        later=_neighbour("下一期", later),
        stamp=made,
    )


def _list(
    corpus: PublicCorpus, title: str, route: str, issues: Sequence[Entry[Bulletin]], years: tuple[Link, ...]
) -> BulletinListView:
    rows = tuple(issue_row(corpus, entry) for entry in issues)
    year = f"{_year(issues[0])}年" if issues else ""
    return BulletinListView(
        head=column_head(corpus, BULLETINS, title, route),
        title=title,
        count=f"{year}出了{len(rows)}期，{sum(len(row.articles) for row in rows)}篇。" if rows else "",
        year=year,
        issues=rows,
        years=years if len(years) > 1 else (),
    )


def _articles(corpus: PublicCorpus, entry: Entry[Bulletin]) -> list[tuple[str, Entry[Article]]]:
    """The articles of an issue by the name of their file, in the order the issue gives them."""
    found = corpus.articles_of.get(entry.id, {})
    return [(name, found[name]) for name in entry.record.items if name in found]


def _part(corpus: PublicCorpus, name: str, entry: Entry[Article]) -> ArticlePart:
    record = entry.record
    unit = division(corpus, record.division)
    return ArticlePart(
        anchor=name,
        title=record.title,
        division=unit,
        byline="" if record.byline == unit.text else record.byline or "",
        submitted=f"{phrase.day(record.submitted_on)}来稿",
        source="" if record.source == unit.text else record.source or "",
        body=prose(entry, corpus.present, prefix=f"{name}-", deeper=1),
    )


def _neighbour(label: str, entry: Entry[Bulletin] | None) -> Link | None:
    if entry is None:
        return None
    return Link(f"{label}：{entry.record.date.year}年第{entry.record.issue_no}期", routes.route("bulletins", entry.id))


def _title(entry: Entry[Bulletin]) -> str:
    record = entry.record
    return f"{record.title}{record.date.year}年第{record.issue_no}期"


def _year(entry: Entry[Bulletin]) -> str:
    return entry.id.split("/")[0]
