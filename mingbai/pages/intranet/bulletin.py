"""The newsletter that stays in: set like the public one, with numbers of its own and why it may stay in."""

from collections.abc import Iterator
from typing import Any

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.series import year_of
from mingbai.pages.intranet.column import ACTIVITIES, INTERNAL_BULLETINS, front, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.page import Crumb, Head, Late, Page
from mingbai.pages.public.issue import (
    IssueFacts,
    IssueView,
    Shelf,
    YearFacts,
    contents,
    issue_title,
    issues,
    printed,
    years,
)
from mingbai.pages.public.issue_list import list_pages
from mingbai.pages.reuse import Batch
from mingbai.records.intranet.bulletin import InternalBulletin

LEAD = "只在局内看的，期号自己排，和公开的简报分开。"


class InternalBulletinView(IssueView, frozen=True, kw_only=True):
    """An issue that stays in, ready to print."""

    exempt: str


def internal_bulletin_pages(corpus: IntranetCorpus) -> Iterator[Page | Batch[Any]]:
    """Lists at /internal-bulletins/ and /internal-bulletins/<year>/, each issue at /internal-bulletins/<year>/<no>/."""
    shelf = Shelf(
        series=corpus.newsletter,
        column=INTERNAL_BULLETINS,
        lead=LEAD,
        head=_head,
        above=(),
        units=corpus.public,
        present=corpus.present,
        exits=None,
    )
    yield from list_pages(shelf)
    for year in years(shelf):
        yield Batch(f"{shelf.series.kind} {year.volume.year}", year, internal_issue_pages)


def internal_issue_pages(year: YearFacts) -> Iterator[Page]:
    """The inner issues of one year."""
    for facts in issues(year):
        yield Page(facts.here.route, "intranet/bulletin.html", Late(facts, internal_bulletin_view))


def internal_bulletin_view(facts: IssueFacts) -> InternalBulletinView:
    """An inner issue, with the reason why it may stay in."""
    record, issue = facts.entry.record, printed(facts)
    assert isinstance(record, InternalBulletin)
    year, title = year_of(facts.entry), issue_title(facts.entry)
    step = Crumb(f"{year}年", f"{INTERNAL_BULLETINS.href}{year}/")
    head = inner(INTERNAL_BULLETINS, facts.here.route, title, contents(issue), step, over=ACTIVITIES)
    return InternalBulletinView(head=head, issue=issue, exempt=exempt(record))


def _head(title: str, route: str) -> Head:
    """The head of a list: of the column's front page, or of one year below it."""
    if route == INTERNAL_BULLETINS.href:
        return front(INTERNAL_BULLETINS, title, LEAD, over=ACTIVITIES)
    return inner(INTERNAL_BULLETINS, route, title, LEAD, over=ACTIVITIES)
