"""One page for each errand: its items in the order one needs them, with what each takes and costs."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.cell import saving
from mingbai.pages.public.column import COMMITMENTS, record_head
from mingbai.pages.public.commitment_way import bring
from mingbai.pages.public.item import cost, how, is_active, item, visits
from mingbai.pages.public.part import Chip, Fact, Link, Stamp, division, stamp, telephone
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.errand import Errand, ErrandStep


class ErrandPart(Struct, frozen=True):
    """One item on the way: when it is its turn, how long, how much, what to bring, whom to ask."""

    link: Link
    when: str
    chip: Chip | None
    about: tuple[Fact, ...]


class ErrandView(View, frozen=True, kw_only=True):
    """An errand, ready to print; `total` sums up what can be summed up."""

    name: str
    summary: str
    total: str
    words: str
    parts: tuple[ErrandPart, ...]
    elsewhere: tuple[str, ...]
    complaint_phone: Link
    stamp: Stamp


def errand_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page for each errand, at /errands/<id>/."""
    for entry in corpus.errands.values():
        route = routes.route("errands", entry.id)
        yield Page(route, "public/errand.html", errand_view(corpus, entry, route))


def errand_links(corpus: PublicCorpus) -> tuple[Link, ...]:
    """The way to each errand, first those people come for most."""
    entries = sorted(corpus.errands.values(), key=lambda entry: (-_cases(corpus, entry), entry.id))
    return tuple(Link(entry.record.name, routes.route("errands", entry.id)) for entry in entries)


def errand_view(corpus: PublicCorpus, entry: Entry[Errand], route: str) -> ErrandView:
    """Everything the public may know about an errand."""
    record = entry.record
    made = stamp(record, corpus.bureau.record.name)
    head = record_head(corpus, COMMITMENTS, route, record.name, record.plain_summary, made)
    return ErrandView(
        head=replace(head, keywords=phrase.listed(record.words)),
        name=record.name,
        summary=record.plain_summary,
        total=_total(corpus, record),
        words=phrase.listed(record.words),
        parts=tuple(_part(corpus, step) for step in record.steps),
        elsewhere=record.elsewhere,
        complaint_phone=telephone(corpus.bureau.record.complaint_phone),
        stamp=made,
    )


def _part(corpus: PublicCorpus, step: ErrandStep) -> ErrandPart:
    entry = corpus.commitments[step.commitment]
    shown, record = item(corpus, entry), entry.record
    phone = telephone(record.consult_phone or corpus.bureau.record.phone)
    unit = division(corpus, division_of(entry))
    return ErrandPart(
        link=Link(record.name, shown.href),
        when=step.when or "",
        chip=shown.chip,
        about=()
        if shown.chip
        else (
            Fact("多久", phrase.clauses(f"{shown.promise}{shown.done}", _statutory(record))),
            Fact("多少钱", cost(corpus, record)),
            Fact("跑几次", phrase.clauses(f"{visits(record)}次", how(record))),
            Fact("带什么", bring(record), f"{shown.href}#materials"),
            Fact("归谁管", unit.text, unit.href),
            Fact("打电话", phone.text, phone.href),
        ),
    )


def _statutory(record: Commitment) -> str:
    limit = record.statutory
    return "" if limit.instant or limit.unset else f"法定{phrase.limit(limit)}"


def _total(corpus: PublicCorpus, record: Errand) -> str:
    """How many items, how many working days of ours and that it is free, as far as each can be said of all of them."""
    entries = [corpus.commitments[step.commitment] for step in record.steps]
    active = [entry.record for entry in entries if is_active(corpus, entry)]
    days = [saving(each) for each in active]
    promised = sum(each.promised for each in days if each) if all(days) else 0
    return phrase.clauses(
        f"最多办{len(record.steps)}项" if len(record.steps) > 1 else "只办1项",
        f"全办下来我们最多用{promised}个工作日" if promised and len(active) > 1 else None,
        "不收费" if active and all(each.free for each in active) else None,
    )


def _cases(corpus: PublicCorpus, entry: Entry[Errand]) -> int:
    return sum(corpus.cases_lately(step.commitment) for step in entry.record.steps)
