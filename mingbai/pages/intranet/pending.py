"""Pages that are not written yet: an address and a title, so that what leads there leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.column import HOME_CRUMB
from mingbai.pages.page import Head, Page, View


@dataclass(frozen=True, kw_only=True)
class PendingView(View):
    """A page to come."""

    title: str


def pending_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """A page for each address that something leads to already. Take a line away when you write its page."""
    yield from (_page(routes.route("campaigns", id)) for id in corpus.campaigns)


def _page(route: str) -> Page:
    head = Head(title=route, description=route, section=route, crumbs=(HOME_CRUMB,), route=route)
    return Page(route, "intranet/pending.html", PendingView(head=head, title=route))
