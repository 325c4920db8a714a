"""What lies in each column of the public site: how many pieces, and which is the newest.

Law: a piece is as new as its publication or the last dated thing it tells of, whichever is later. What a person sees of
a column and what the inspectors ask of it (国办秘函〔2019〕19号) start from the same list, `HELD`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.gather import AnyEntry, Kinds, Known
from mingbai.records.base import Published, Record
from mingbai.records.public.bulletin import Bulletin
from mingbai.records.public.bureau import ColumnType
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.document import Document
from mingbai.records.public.fee import Fee
from mingbai.records.public.page import Page

POWERS = ("commitments", "fees", "fines")
HELD: Mapping[str, tuple[str, ...]] = {
    "/": ("bulletins",),
    "/commitments/": ("commitments",),
    "/fees/": ("fees",),
    "/fines/": ("fines",),
    "/powers/": POWERS,
    "/reform/": ("commitments",),
    "/changes/": ("commitments",),
    "/divisions/": ("divisions", "people"),
    "/laws/": ("laws",),
    "/bulletins/": ("bulletins",),
    "/pledges/": ("pledges",),
    "/documents/": ("documents",),
    "/consultations/": ("documents",),
    "/calendar/": ("calendar",),
    "/performance/": ("performance",),
    "/data/": (*POWERS, "performance"),
    "/supervision/": ("norms", "figures"),
    "/openness/": ("documents", "pages", "bulletins", *POWERS),
    "/openness/guide/": ("pages",),
    "/openness/catalogue/": ("documents", "pages", "bulletins", *POWERS),
    "/openness/request/": ("pages",),
    "/openness/reports/": ("pages",),
    "/honours/": ("honours",),
    "/exemplars/": ("exemplars",),
    "/pages/": ("pages",),
}
"""By a column's address, the kinds whose records lie in it. A column that is not named is made by the program."""
ONLY: Mapping[str, Callable[[AnyEntry], bool]] = {
    "/reform/": lambda entry: isinstance(entry.record, Commitment) and bool(entry.record.reform),
    "/changes/": lambda entry: isinstance(entry.record, Commitment) and bool(_turns(entry)),
    "/consultations/": lambda entry: isinstance(entry.record, Document) and entry.record.consultation is not None,
    "/openness/guide/": lambda entry: entry.id == "guide",
    "/openness/request/": lambda entry: entry.id == "request",
    "/openness/reports/": lambda entry: isinstance(entry.record, Page) and bool(entry.record.report_year),
}
"""Columns that hold only some records of their kinds."""
TURNING = (Commitment, Fee, Document)
"""Kinds of which something may be told after they were first published."""
_PUBLISHED = attrgetter("record.published")
LIMITS = {ColumnType.NEWS: 14, ColumnType.POLICY: 180}
"""After so many days the inspectors call a column of that type out of date."""


class Piece(Struct, frozen=True):
    """Something in a column, and the day it was last new."""

    on: date
    title: str
    route: str
    path: str


class Holding(Struct, frozen=True):
    """What lies in a column: how many pieces, and the newest.

    `unread`: a file of its kinds cannot be read; `awaited`: one is not out yet on the day that is shown.
    """

    count: int
    newest: Piece | None
    unread: bool
    awaited: bool

    def age(self, day: date) -> int | None:
        """How many days ago the newest came; `None` where there is nothing."""
        return (day - self.newest.on).days if self.newest else None


def holdings(kinds: Kinds, absent: Known, later: Known) -> Mapping[str, Holding]:
    """What lies in each column that holds something written, by its address.

    A kind of which there are thousands lies in several columns, so every record is looked at once, and only the newest
    is described.
    """
    every = {kind for held in HELD.values() for kind in held}
    lying = {kind.kind: entries for kind, entries in kinds.items() if kind.kind in every}
    newest = {kind.kind: max(_late(kind, kinds[kind]), key=_last) for kind in kinds if kind.kind in lying}
    awaited = {kind for kind, id in absent if (kind, id) in later}
    unread = {kind for kind, id in absent if (kind, id) not in later}

    def column(route: str, held: tuple[str, ...]) -> Holding:
        fits = ONLY.get(route)
        some = [entry for kind in held for entry in lying.get(kind, ()) if fits(entry)] if fits else []
        best = some if fits else [newest[kind] for kind in held if kind in newest]
        last = max(best, key=_last, default=None)
        told = piece(last) if last else None
        count = len(some) if fits else sum(len(lying.get(kind, ())) for kind in held)
        return Holding(count, told, not unread.isdisjoint(held), not awaited.isdisjoint(held))

    return {route: column(route, held) for route, held in HELD.items()}


def piece(entry: AnyEntry) -> Piece:
    """A record as something in a column."""
    record = entry.record
    title = str(getattr(record, "name", "") or getattr(record, "title", "") or f"{record.label} {entry.id}")
    if isinstance(record, Bulletin):
        title = f"{title}第{record.issue_no}期"
    return Piece(_last(entry)[0], title, routes.route(record.kind, entry.id), entry.path)


def _last(entry: AnyEntry) -> tuple[date, str]:
    """The day on which a record was last new; of one day, the later file counts as newer."""
    record = entry.record
    days = [*([record.published.date()] if isinstance(record, Published) else []), *_turns(entry)]
    return max(days, default=date.min), entry.path


def _late(kind: type[Record], entries: Sequence[AnyEntry]) -> Sequence[AnyEntry]:
    """The entries of a kind among which the newest is: of those of which nothing is told later, the last published."""
    if kind in TURNING or not issubclass(kind, Published):
        return entries
    last = max(map(_PUBLISHED, entries)).date()
    return [entry for entry in entries if _PUBLISHED(entry).date() == last]


def _turns(entry: AnyEntry) -> list[date]:
    """The days on which something was told of a record after it was first published."""
    record = entry.record
    if isinstance(record, Commitment):
        return [*(each.on for each in record.reform), *(each.on for each in record.events)]
    if isinstance(record, Fee):
        return [each.on for each in record.events]
    if isinstance(record, Document) and record.consultation and record.consultation.result:
        return [record.consultation.result.on]
    return []
