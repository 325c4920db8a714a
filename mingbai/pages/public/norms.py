"""The norms: what we encourage and forbid, as a part of a page and as a poster that prints on one sheet."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import SUPERVISION, record_head
from mingbai.pages.public.part import Link, Stamp, stamp, telephone
from mingbai.records.base import Entry
from mingbai.records.public.norms import Norms


class Pair(Struct, frozen=True):
    """What is encouraged beside what is forbidden."""

    number: str
    advocate: str
    ban: str


class Ban(Struct, frozen=True):
    """One ban."""

    number: str
    text: str


class NormsPart(Struct, frozen=True):
    """All norms; `href` leads to the poster."""

    href: str
    pairs: tuple[Pair, ...]
    bans: tuple[Ban, ...]


class NormsView(View, frozen=True, kw_only=True):
    """The poster."""

    norms: NormsPart
    source: str
    phone: Link
    stamp: Stamp


def norms_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The poster at /supervision/norms/, where there are norms."""
    for entry in corpus.norms.values():
        route = routes.route("norms", entry.id)
        made = stamp(entry.record, corpus.bureau.record.name)
        description = phrase.listed(pair.advocate for pair in entry.record.pairs)
        view = NormsView(
            head=record_head(corpus, SUPERVISION, route, entry.record.label, description, made),
            norms=_part(entry),
            source=phrase.document(entry.record.source),
            phone=telephone(corpus.bureau.record.complaint_phone),
            stamp=made,
        )
        yield Page(route, "public/norms.html", view)


def norms(corpus: PublicCorpus) -> NormsPart | None:
    """The norms as a part of a page."""
    return next((_part(entry) for entry in corpus.norms.values()), None)


def _part(entry: Entry[Norms]) -> NormsPart:
    record = entry.record
    return NormsPart(
        href=routes.route("norms", entry.id),
        pairs=tuple(Pair(pair.id, pair.advocate, pair.ban) for pair in record.pairs),
        bans=tuple(Ban(ban.id, ban.text) for ban in record.bans),
    )
