"""The page on the way to somebody else's site: whose it is, that it is not ours, and the addresses we link to there.

One page for each host of the bureau's list, made beforehand, so it needs no script and can be read before one goes.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.outward import anchor, host_of, leaving, outward
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.page import Crumb, Head, Page, View
from mingbai.records.public.bureau import Outbound


class Exit(Struct, frozen=True):
    """One address over there; `anchor` is its id on the page."""

    anchor: str
    address: str


class LeavingView(View, frozen=True, kw_only=True):
    """The page of one host."""

    bureau: str
    owner: str
    host: str
    exits: tuple[Exit, ...]


def leaving_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page for each host of the list, at /leaving/<host>/."""
    found: dict[str, set[str]] = {}
    for _, _, address in outward(corpus) if corpus.exits.listed else ():
        found.setdefault(host_of(address), set()).add(address)
    for each in corpus.bureau.record.outbound:
        yield _page(corpus, each, sorted(found.get(each.host, ())))


def _page(corpus: PublicCorpus, each: Outbound, addresses: list[str]) -> Page:
    route = leaving(each.host)
    view = LeavingView(
        head=Head(
            title=f"去{each.title}",
            description=f"{each.host} 不是本站的网页，去之前看一眼。",
            crumbs=(Crumb("首页", "/"),),
            route=route,
        ),
        bureau=corpus.bureau.record.short_name,
        owner=each.title,
        host=each.host,
        exits=tuple(Exit(anchor(address), address) for address in addresses or [f"https://{each.host}/"]),
    )
    return Page(route, "public/leaving.html", view)
