"""The register of fines, and one page for each: what is punished, how much, by which article, who decides."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase, phrase_fine
from mingbai.pages.page import Page, View
from mingbai.pages.public.cite import Cited, cites
from mingbai.pages.public.column import FINES, column_head, record_head
from mingbai.pages.public.part import (
    Chip,
    Day,
    Fact,
    Link,
    Objection,
    Stamp,
    facts,
    in_catalogue_order,
    objections,
    paper,
    stamp,
    telephone,
    unit,
)
from mingbai.records.base import Entry
from mingbai.records.public.fine import Branch, Fine, FineStatus

CHIPS = {
    FineStatus.IN_USE: Chip("done", FineStatus.IN_USE.value),
    FineStatus.CANCELLED: Chip("ended", FineStatus.CANCELLED.value, "off"),
    FineStatus.EXPIRED: Chip("off", FineStatus.EXPIRED.value, "off"),
}


class Case(Struct, frozen=True):
    """One case the law distinguishes: when, how much, whether it may be left out, what comes with it."""

    when: str
    amount: str
    discretion: str
    beside: str


class FineRow(Struct, frozen=True):
    """A fine in the register."""

    name: str
    href: str
    payer: str
    cases: tuple[Case, ...]
    bases: tuple[Cited, ...]
    decided_by: Link


class EndedFine(Struct, frozen=True):
    """A fine that is imposed no more: since when, by which document."""

    name: str
    href: str
    since: Day
    document: Link
    chip: Chip


class FineListView(View, frozen=True, kw_only=True):
    """The register of fines."""

    summary: str
    phone: Link
    fines: tuple[FineRow, ...]
    ended: tuple[EndedFine, ...]


class FineView(View, frozen=True, kw_only=True):
    """A fine, ready to print."""

    row: FineRow
    conduct: str
    chip: Chip
    ended: EndedFine | None
    basis_item: tuple[Cited, ...]
    remission: tuple[str, ...]
    remedies: tuple[Objection, ...]
    complaint_phone: Link
    about: tuple[Fact, ...]
    year: str
    decision: str
    document: Link
    stamp: Stamp


def fine_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The register at /fines/, and one page for each fine at /fines/<id>/."""
    yield Page(FINES.route, "public/fines.html", fine_list(corpus))
    for entry in corpus.fines.values():
        route = routes.route("fines", entry.id)
        yield Page(route, "public/fine.html", fine_view(corpus, entry, route))


def fine_list(corpus: PublicCorpus) -> FineListView:
    """What is fined, and what no longer is, the latest to end first."""
    entries = in_catalogue_order(corpus.fines.values())
    used = tuple(row(corpus, e) for e in entries if e.record.status(corpus.day) is FineStatus.IN_USE)
    ended = (found for e in entries if (found := _ended(corpus, e)))
    return FineListView(
        head=column_head(corpus, FINES),
        summary=f"一共{len(used)}项，罚多少都写在法里；钱交国库，和罚款的人无关。",
        phone=telephone(corpus.bureau.record.complaint_phone),
        fines=used,
        ended=tuple(sorted(ended, key=lambda each: each.since.machine, reverse=True)),
    )


def fine_view(corpus: PublicCorpus, entry: Entry[Fine], route: str) -> FineView:
    """Everything the public may know about a fine."""
    record = entry.record
    made = stamp(record, corpus.bureau.record.name)
    shown = row(corpus, entry)
    first = phrase.listed(case.amount for case in shown.cases)
    return FineView(
        head=record_head(corpus, FINES, route, record.name, f"{record.conduct}罚多少：{first}", made),
        row=shown,
        conduct=record.conduct,
        chip=CHIPS[record.status(corpus.day)],
        ended=_ended(corpus, entry),
        basis_item=cites(corpus, record.basis_item),
        remission=record.remission,
        remedies=objections(record.remedies),
        complaint_phone=telephone(record.complaint_phone),
        about=facts(
            ("适用范围", record.scope),
            ("权责清单编号", record.catalogue_no),
            ("起用", phrase.period(record.valid_from, record.valid_until)),
            ("资金去向", record.payee_account.value),
            ("票据", record.invoice),
        ),
        year=f"{record.clearing.year}年",
        decision=record.clearing.decision.value,
        document=paper(corpus, record.clearing.document),
        stamp=made,
    )


def row(corpus: PublicCorpus, entry: Entry[Fine]) -> FineRow:
    """A fine as the register shows it."""
    record = entry.record
    return FineRow(
        name=record.name,
        href=routes.route("fines", entry.id),
        payer=record.payer,
        cases=tuple(_case(branch) for branch in record.standard),
        bases=cites(corpus, record.basis_standard),
        decided_by=unit(corpus, record.decided_by),
    )


def _case(branch: Branch) -> Case:
    return Case(
        when=branch.when or "",
        amount=phrase_fine.amount(branch),
        discretion=phrase_fine.at_discretion(branch),
        beside=phrase.listed(branch.beside),
    )


def _ended(corpus: PublicCorpus, entry: Entry[Fine]) -> EndedFine | None:
    """The fine as one that is imposed no more; `None` while it still can be."""
    record = entry.record
    status = record.status(corpus.day)
    if status is FineStatus.CANCELLED and record.cancelled_on:
        since, document = record.cancelled_on, paper(corpus, record.cancelled_by)
    elif status is FineStatus.EXPIRED and record.valid_until:
        since = record.valid_until + timedelta(days=1)
        document = Link(f"有效期到{phrase.day(record.valid_until)}", "")
    else:
        return None
    name, href = record.name, routes.route("fines", entry.id)
    return EndedFine(name, href, Day(phrase.day(since), since.isoformat()), document, CHIPS[status])
