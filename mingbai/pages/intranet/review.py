"""视察点评: what deputies and supervisors said when they looked at the work, word for word, and what became of it."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import APPRAISALS, REVIEWS, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.found import FoundRow, cases_of, found_rows
from mingbai.pages.intranet.year import dated, short
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Day, Link, Tally, division
from mingbai.records.base import Entry
from mingbai.records.intranet.review import Comment, ExternalReview

ALL = "全局"
"""Whom a comment is about that names no unit."""


class CommentRow(Struct, frozen=True):
    """What was said, word for word, and of whom."""

    unit: Link
    text: str


class ReviewRow(Struct, frozen=True):
    """One review in the list."""

    day: Day
    link: Link
    panel: str
    units: str
    holds: str


class ReviewYear(Struct, frozen=True):
    """The reviews of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    rows: tuple[ReviewRow, ...]


class ReviewsView(View, frozen=True, kw_only=True):
    """All reviews, the newest year first."""

    years: tuple[ReviewYear, ...]


class ReviewView(View, frozen=True, kw_only=True):
    """One review."""

    title: str
    day: Day
    summary: str
    panel: tuple[Tally, ...]
    units: tuple[Link, ...]
    comments: tuple[CommentRow, ...]
    found: tuple[FoundRow, ...]
    exempt: str


def review_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /reviews/, and each review at /reviews/<year>/<id>/."""
    newest = sorted(corpus.reviews.values(), key=lambda each: (_year(each), each.record.on, each.id), reverse=True)
    years = tuple(
        ReviewYear(f"year-{year}", f"{year}年", tuple(_row(corpus, entry) for entry in found))
        for year, found in groupby(newest, _year)
    )
    head = front(REVIEWS, REVIEWS.title, "代表、委员、监督员来看，说了什么，后来怎么样。", APPRAISALS)
    yield Page(REVIEWS.href, "intranet/reviews.html", ReviewsView(head=head, years=years))
    for entry in corpus.reviews.values():
        route = routes.route(ExternalReview.kind, entry.id)
        yield Page(route, "intranet/review.html", _view(corpus, entry, route))


def _view(corpus: IntranetCorpus, entry: Entry[ExternalReview], route: str) -> ReviewView:
    review = entry.record
    return ReviewView(
        head=inner(REVIEWS, route, review.title, review.summary, over=APPRAISALS),
        title=review.title,
        day=dated(review.on),
        summary=review.summary,
        panel=tuple(Tally(str(share.count), "人", share.category.value) for share in review.panel),
        units=tuple(division(corpus.public, id) for id in review.divisions),
        comments=tuple(_comment(corpus, comment) for comment in review.comments),
        found=found_rows(corpus, cases_of(corpus, lambda finding: finding.review == entry.id)),
        exempt=exempt(review),
    )


def _comment(corpus: IntranetCorpus, comment: Comment) -> CommentRow:
    unit = division(corpus.public, comment.division) if comment.division else Link(ALL, "/divisions/")
    return CommentRow(unit, comment.text)


def _row(corpus: IntranetCorpus, entry: Entry[ExternalReview]) -> ReviewRow:
    review = entry.record
    found = len(cases_of(corpus, lambda finding: finding.review == entry.id))
    return ReviewRow(
        day=Day(short(review.on), review.on.isoformat()),
        link=Link(review.title, routes.route(ExternalReview.kind, entry.id)),
        panel=phrase.listed(f"{share.category}{share.count}人" for share in review.panel),
        units=f"看了{phrase.listed(unit_of(corpus.public, id).text for id in review.divisions)}",
        holds=phrase.clauses(
            f"说了{len(review.comments)}条" if review.comments else None, f"登记问题{found}个" if found else None
        ),
    )


def _year(entry: Entry[ExternalReview]) -> str:
    return entry.id.split("/")[0]
