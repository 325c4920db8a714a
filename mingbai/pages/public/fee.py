"""The fee register, and one page for each fee: what is charged, what the law allows, what is charged no more."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase, phrase_money
from mingbai.pages.page import Page, View
from mingbai.pages.public.cite import Cited, cites
from mingbai.pages.public.column import FEES, column_head, record_head
from mingbai.pages.public.fee_history import History, history
from mingbai.pages.public.fee_less import EndedRow, LoweredRow, Way, ended_row, ended_rows, lowered_rows, span, ways
from mingbai.pages.public.fee_status import CHIPS
from mingbai.pages.public.part import (
    Chip,
    Day,
    Fact,
    Link,
    Stamp,
    division,
    facts,
    in_catalogue_order,
    paper,
    stamp,
    telephone,
)
from mingbai.records.base import Entry
from mingbai.records.public.fee import Decision, Fee, FeeStatus
from mingbai.records.public.fine import FineStatus


class Tier(Struct, frozen=True):
    """One step of a tiered price."""

    pieces: str
    price: str
    note: str


class FeeRow(Struct, frozen=True):
    """A fee in the register.

    Where the law leaves room, `lower` and `upper` stand at the two sides of a marker, and `standard` says in what they
    are counted; elsewhere it says the whole. `rank` puts the charges in order: yuan, then shares, then what is settled.
    """

    name: str
    href: str
    payer: str
    charged: str
    rank: str
    lower: str
    upper: str
    standard: str
    bases: tuple[Cited, ...]
    tiers: tuple[Tier, ...]
    chip: Chip


class FeeListView(View, frozen=True, kw_only=True):
    """The register of fees."""

    summary: str
    complaint_phone: Link
    charging: tuple[FeeRow, ...]
    cleared: str
    lowered: tuple[LoweredRow, ...]
    ended: tuple[EndedRow, ...]
    ways: tuple[Way, ...]
    history: History | None
    fines: str


class FeeChange(Struct, frozen=True):
    """One turn in a fee's life."""

    day: Day
    action: str
    reason: str
    document: Link


class Clearing(Struct, frozen=True):
    """The yearly clearing: may it be dropped, what was decided."""

    year: str
    discretionary: str
    decision: str
    document: Link


class FeeView(View, frozen=True, kw_only=True):
    """A fee, ready to print."""

    row: FeeRow
    at_minimum: str
    ended: EndedRow | None
    scope: str
    basis_item: tuple[Cited, ...]
    remission: tuple[str, ...]
    about: tuple[Fact, ...]
    complaint_phone: Link
    commitments: tuple[Link, ...]
    changes: tuple[FeeChange, ...]
    clearing: Clearing
    stamp: Stamp


def fee_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The register at /fees/, and one page for each fee at /fees/<id>/."""
    yield Page(FEES.route, "public/fees.html", fee_list(corpus))
    for entry in corpus.fees.values():
        route = routes.route("fees", entry.id)
        yield Page(route, "public/fee.html", fee_view(corpus, entry, route))


def fee_list(corpus: PublicCorpus) -> FeeListView:
    """What is charged, and what no longer is, the latest to end first."""
    entries = in_catalogue_order(corpus.fees.values())
    charging = tuple(row(corpus, e) for e in entries if e.record.status(corpus.day) is FeeStatus.CHARGING)
    fines = sum(entry.record.status(corpus.day) is FineStatus.IN_USE for entry in corpus.fines.values())
    free = sum(entry.record.free for entry in corpus.commitments.values())
    ended = ended_rows(corpus)
    summary = f"在收{len(charging)}项，有幅度的全部按下限收。办事事项里，{free}项不收费。"
    return FeeListView(
        head=column_head(corpus, FEES),
        summary=summary,
        complaint_phone=telephone(corpus.bureau.record.complaint_phone),
        charging=charging,
        cleared=_cleared(corpus),
        lowered=lowered_rows(corpus),
        ended=ended,
        ways=ways(ended),
        history=history(corpus),
        fines=f"{fines}项罚款" if fines else "",
    )


def _cleared(corpus: PublicCorpus) -> str:
    """How this year's clearing of the fees came out."""
    year = corpus.day.year
    found = [fee.record.clearing.decision for fee in corpus.fees.values() if fee.record.clearing.year == year]
    counts = (f"{decision.value}{found.count(decision)}项" for decision in Decision if decision in found)
    return f"{year}年清理了{len(found)}项：{phrase.listed(counts)}。" if found else ""


def fee_view(corpus: PublicCorpus, entry: Entry[Fee], route: str) -> FeeView:
    """Everything the public may know about a fee."""
    record = entry.record
    made = stamp(record, corpus.bureau.record.name)
    shown = row(corpus, entry)
    ended = ended_row(corpus, entry)
    description = f"{record.name}：{ended.chip.text if ended else phrase_money.line(record)}。{record.scope}"
    users = (c for c in corpus.commitments.values() if entry.id in c.record.fees)
    clearing = record.clearing
    return FeeView(
        head=record_head(corpus, FEES, route, record.name, description, made),
        row=shown,
        at_minimum=phrase_money.at_minimum(record),
        ended=ended,
        scope=record.scope,
        basis_item=cites(corpus, record.basis_item),
        remission=record.remission,
        about=_responsible(corpus, record)
        + facts(
            ("收费性质", record.nature.value),
            ("计费单位", record.unit),
            ("收费期间", phrase.period(record.valid_from, record.valid_until)),
            ("目录清单编号", record.catalogue_no),
            ("资金去向", record.payee_account.value if record.payee_account else None),
            ("票据", record.invoice),
        ),
        complaint_phone=telephone(record.complaint_phone),
        commitments=tuple(Link(c.record.name, routes.route("commitments", c.id)) for c in users),
        changes=tuple(
            FeeChange(
                Day(phrase.day(event.on), event.on.isoformat()),
                event.action.value,
                phrase.clauses(span(record, event), event.reason),
                paper(corpus, event.document),
            )
            for event in sorted(record.events, key=lambda event: event.on, reverse=True)
        ),
        clearing=Clearing(
            year=f"{clearing.year}年",
            discretionary="属于可收可不收" if clearing.discretionary else "不属于可收可不收",
            decision=clearing.decision.value,
            document=paper(corpus, clearing.document),
        ),
        stamp=made,
    )


def _responsible(corpus: PublicCorpus, record: Fee) -> tuple[Fact, ...]:
    if record.division is None:
        return ()
    unit = division(corpus, record.division)
    return (Fact("负责单位", unit.text, unit.href),)


def row(corpus: PublicCorpus, entry: Entry[Fee]) -> FeeRow:
    """A fee as the register shows it."""
    record = entry.record
    lower, upper = phrase_money.ends(record)
    standard = phrase_money.counted(record) if lower and upper else phrase_money.standard(record)
    return FeeRow(
        name=record.name,
        href=routes.route("fees", entry.id),
        payer=record.payer,
        charged=phrase_money.charged(record),
        rank=phrase_money.rank(record),
        lower=lower,
        upper=upper,
        standard=phrase.clauses(standard, phrase_money.at_minimum(record)),
        bases=cites(corpus, record.basis_standard),
        tiers=tuple(
            Tier(phrase_money.tier(tier), phrase.price(tier.amount, record.unit), tier.note or "")
            for tier in record.standard.tiers
        ),
        chip=CHIPS[record.status(corpus.day)],
    )
