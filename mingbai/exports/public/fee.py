"""Every fee as one row, those that are charged no more too: the legal standard, and what is charged, exactly."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.words import document, identity, laws
from mingbai.exports.table import Holds, Source, closed, derived, fields
from mingbai.records.base import Entry
from mingbai.records.public.fee import Fee, FeeEvent, FeeStatus, Tier

Row = Entry[Fee]


def fee_columns(corpus: PublicCorpus) -> Iterator[Source[Row]]:
    """The columns of the table of fees."""

    def record(row: Row) -> Fee:
        return row.record

    yield from identity(corpus, Fee.kind, lambda row: row.id)
    yield from fields(Fee, record, "name")
    yield closed("status", "状态", FeeStatus, lambda row: row.record.status(corpus.day).value)
    yield from fields(Fee, record, "nature", "payer", "scope", "unit", "charged", "standard.fixed.amount")
    yield from fields(Fee, record, "standard.range.min", "standard.range.max", "standard.rate.percent")
    yield from fields(Fee, record, "standard.rate.min", "standard.rate.max", "standard.rate.base")
    yield derived("tiers", "分档标准", Holds.SEVERAL, _tiers, "一档一行：起–止、计数单位、金额、说明；最高一档没有止")
    yield derived("basis_item", "立项依据", Holds.SEVERAL, lambda row: laws(corpus, row.record.basis_item))
    yield derived("basis_standard", "标准依据", Holds.SEVERAL, lambda row: laws(corpus, row.record.basis_standard))
    yield from fields(Fee, record, "catalogue_no", "remission", "payee_account", "invoice", "complaint_phone")
    yield from fields(Fee, record, "valid_from", "valid_until")
    yield derived("events", "变动记录", Holds.SEVERAL, _events, "一次变动一行：日期、变动、文件；降低的写从多少到多少")
    yield from fields(Fee, record, "clearing.year", "clearing.discretionary", "clearing.decision", "published")


def _tiers(row: Row) -> tuple[str, ...]:
    return tuple(map(_tier, row.record.standard.tiers))


def _tier(tier: Tier) -> str:
    last = "" if tier.last is None else tier.last
    return " ".join(part for part in (f"{tier.first}–{last}", tier.counted, str(tier.amount), tier.note) if part)


def _events(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(filter(None, _parts(event))) for event in row.record.events)


def _parts(event: FeeEvent) -> tuple[str, ...]:
    span = "" if event.before is None or event.after is None else f"{event.before}→{event.after}"
    return (event.on.isoformat(), event.action.value, span, document(event.document))
