"""The poster of fees: what is charged, on one sheet for the wall, A4 or A3.

Law: it says when the register last changed, not when it was printed, so that whoever stands before it can tell whether
it still holds: the code leads to the register of today. Up to twelve fees stand on one sheet, more take another.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Head, Late, Page, View
from mingbai.pages.public.cite import Cited, cites
from mingbai.pages.public.column import FEES, HOME_CRUMB, above
from mingbai.pages.public.fee import FeeRow, row
from mingbai.pages.public.part import Day, Link, in_catalogue_order, telephone
from mingbai.pages.qr import Qr, qr
from mingbai.records.public.fee import Fee, FeeStatus

ROUTE = "/fees/poster/"
FEW = 7
"""So many fees fit in large letters."""


class PosterRow(Struct, frozen=True):
    """A fee with what allows it, and what allows so much."""

    fee: FeeRow
    basis_item: tuple[Cited, ...]


class Facts(Struct, frozen=True):
    """What the poster is drawn from; `address` is where its code leads."""

    head: Head
    bureau: str
    rows: tuple[PosterRow, ...]
    complaint_phone: Link
    since: Day
    address: str


class FeePosterView(View, frozen=True, kw_only=True):
    """The poster; `fit` is the size of its letters in the style sheet."""

    bureau: str
    rows: tuple[PosterRow, ...]
    fit: str
    complaint_phone: Link
    since: Day
    qr: Qr


def fee_poster_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The poster at /fees/poster/, where anything is charged."""
    entries = in_catalogue_order(corpus.fees.values())
    charging = [entry for entry in entries if entry.record.status(corpus.day) is FeeStatus.CHARGING]
    if not charging:
        return
    since = max(day for entry in corpus.fees.values() for day in _days(entry.record) if day <= corpus.day)
    over = above(corpus, FEES)
    facts = Facts(
        head=Head(
            title="收费公示（张贴用）",
            description="在收的每一项：收多少、标准、依据，一张纸贴上墙。",
            section=FEES.route,
            above=over[0].href if over else "",
            crumbs=(HOME_CRUMB, *over, FEES.crumb),
            route=ROUTE,
        ),
        bureau=corpus.bureau.record.name,
        rows=tuple(PosterRow(row(corpus, entry), cites(corpus, entry.record.basis_item)) for entry in charging),
        complaint_phone=telephone(corpus.bureau.record.complaint_phone),
        since=Day(phrase.day(since), since.isoformat()),
        address=f"{corpus.bureau.record.public_host}{FEES.route}",
    )
    yield Page(ROUTE, "public/fee-poster.html", Late(facts, poster_view))


def poster_view(facts: Facts) -> FeePosterView:
    """The poster with its code, which takes a while to draw."""
    return FeePosterView(
        head=facts.head,
        bureau=facts.bureau,
        rows=facts.rows,
        fit="many" if len(facts.rows) > FEW else "",
        complaint_phone=facts.complaint_phone,
        since=facts.since,
        qr=qr(facts.address),
    )


def _days(fee: Fee) -> Iterator[date]:
    """The days on which what the register says of a fee changed."""
    yield fee.published.date()
    yield from (event.on for event in fee.events)
    if fee.valid_until:
        yield fee.valid_until + timedelta(days=1)
