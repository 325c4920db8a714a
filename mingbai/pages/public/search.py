"""The search page: a box, and where to look for those whose browser runs no script."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import SEARCH, column_head
from mingbai.pages.public.part import Link


class Way(Struct, frozen=True):
    """A main column: where it leads, what is in it."""

    link: Link
    description: str


class SearchView(View, frozen=True, kw_only=True):
    """The search page; what is found is put in by the browser."""

    ways: tuple[Way, ...]


def search_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The search page, at /search/."""
    columns = (column for column in corpus.bureau.record.columns if column.under is None)
    ways = tuple(Way(Link(column.title, column.route), column.description) for column in columns)
    yield Page(SEARCH.route, "public/search.html", SearchView(head=column_head(corpus, SEARCH), ways=ways))
