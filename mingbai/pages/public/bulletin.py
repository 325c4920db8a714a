"""The newsletter: one page for each issue with all its articles, and lists year by year, so that many stay light."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from mingbai.corpus.public import PublicCorpus
from mingbai.corpus.series import year_of
from mingbai.exports.public.linked import schema_page
from mingbai.pages.page import Crumb, Late, Page
from mingbai.pages.public.column import BULLETINS, above, column_head, head_below
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
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Stamp, stamp
from mingbai.pages.reuse import Batch
from mingbai.records.base import Entry
from mingbai.records.public.bulletin import Bulletin


class BulletinView(IssueView, frozen=True, kw_only=True):
    """An issue that anyone can read, ready to print."""

    stamp: Stamp


def bulletin_pages(corpus: PublicCorpus) -> Iterator[Page | Batch[Any]]:
    """The newest year at /bulletins/, each year at /bulletins/<year>/, each issue at /bulletins/<year>/<no>/."""
    shelf = Shelf(
        series=corpus.newsletter,
        column=BULLETINS.crumb,
        lead=BULLETINS.description,
        head=partial(column_head, corpus, BULLETINS),
        above=above(corpus, BULLETINS),
        units=corpus,
        present=corpus.present,
        exits=corpus.exits,
    )
    host = corpus.bureau.record.public_host
    yield from list_pages(shelf)
    for year in years(shelf):
        yield Batch(f"{shelf.series.kind} {year.volume.year}", (host, year), issue_pages)


def issue_pages(given: tuple[str, YearFacts]) -> Iterator[Page]:
    """The issues of one year."""
    host, year = given
    for facts in issues(year):
        yield Page(facts.here.route, "public/bulletin.html", Late((host, facts), bulletin_view))


def bulletin_view(given: tuple[str, IssueFacts]) -> BulletinView:
    """A public issue, with what says when and by whom it was published."""
    host, facts = given
    record, issue = facts.entry.record, printed(facts)
    assert isinstance(record, Bulletin)
    made = stamp(record, record.publisher)
    year = year_of(facts.entry)
    step = Crumb(f"{year}年", f"{BULLETINS.route}{year}/")
    title = issue_title(facts.entry)
    head = head_below(facts.above, BULLETINS, facts.here.route, title, contents(issue), made, (step,))
    told = tuple((piece.name, piece.entry, piece.unit.text) for piece in facts.pieces)
    entry = cast("Entry[Bulletin]", facts.entry)
    head = about(host, head, schema_page.IssueFacts(host, facts.here.route, entry, told), schema_page.issue)
    return BulletinView(head=head, issue=issue, stamp=made)
