"""订阅: what a feed is, how one uses it, and which there are."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.feeds import Offer, general, of_unit
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import SUBSCRIBE, column_head
from mingbai.pages.public.part import in_order


class FeedRow(Struct, frozen=True):
    """A feed: its name, what it tells, where it is, and its whole address to copy, in parts where it may break."""

    name: str
    about: str
    href: str
    address: tuple[str, ...]


class SubscribeView(View, frozen=True, kw_only=True):
    """All feeds; `fold` is what a phone says instead of those of the units."""

    general: tuple[FeedRow, ...]
    units: tuple[FeedRow, ...]
    fold: str


def subscribe_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All feeds on one page, /feeds/."""
    host = corpus.bureau.record.public_host
    units = [
        (unit.record.name, of_unit(unit.record, unit.id))
        for unit in (corpus.divisions[id] for id in in_order(corpus, corpus.divisions))
        if unit.record.closed_on is None
    ]
    view = SubscribeView(
        head=column_head(corpus, SUBSCRIBE),
        general=tuple(_row(offer.name.partition("：")[2], offer, host) for offer in general(corpus)),
        units=tuple(replace(_row(name, offer, host), about="") for name, offer in units),
        fold=f"看{len(units)}个单位的",
    )
    yield Page(SUBSCRIBE.route, "public/subscribe.html", view)


def _row(name: str, offer: Offer, host: str) -> FeedRow:
    _, *folders, file = offer.href.split("/")
    parts = (f"https://{host}/", *(f"{step}/" for step in folders), file)
    return FeedRow(name, offer.about, offer.href, parts)
