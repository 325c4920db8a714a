"""Every commitment as one row: what it is, who handles it, how long it takes on which clock, what it costs."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.exports.public.words import identity, laws, unit
from mingbai.exports.table import Holds, Source, closed, derived, fields
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment, CommitmentStatus

Row = Entry[Commitment]
LIMIT = ("number", "unit", "clock", "event", "instant")
"""A limit is never one number: each part of it has a column of its own."""


def commitment_columns(corpus: PublicCorpus) -> Iterator[Source[Row]]:
    """The columns of the table of commitments."""

    def record(row: Row) -> Commitment:
        return row.record

    yield from identity(corpus, Commitment.kind, lambda row: row.id)
    yield from fields(Commitment, record, "name")
    yield derived("division", "承办处室", Holds.TEXT, lambda row: unit(corpus, division_of(row)))
    yield closed("status", "状态", CommitmentStatus, lambda row: row.record.status(corpus.day).value)
    yield from fields(Commitment, record, "type", "authority", "audience_of_service", "topics", "plain_summary")
    yield derived("basis", "设定依据", Holds.SEVERAL, lambda row: laws(corpus, row.record.basis))
    yield from fields(Commitment, record, "conditions.text", "prohibitions", "quantity_limit", "annual_check")
    yield from fields(Commitment, record, "materials.name", "no_materials", "deficiency_notice_days", "process.step")
    for limit in ("promised", "statutory"):
        yield from fields(Commitment, record, *(f"{limit}.{part}" for part in LIMIT))
    yield from fields(Commitment, record, "excluded", "on_expiry")
    yield from fields(Commitment, record, *(f"applicant_deadline.{part}" for part in LIMIT[:-1]))
    yield from fields(Commitment, record, "free", "fees", notes={"fees": "“收费项目”那张表里的编号"})
    yield from fields(Commitment, record, "result.name", "result.validity", "channels.kind")
    yield derived("visits", "最少到现场次数", Holds.WHOLE, _visits, "按跑得最少的渠道算")
    yield from fields(Commitment, record, "consult_phone", "complaint_phone", "query_url", "code_basic", "code_impl")
    yield from fields(Commitment, record, "effective_from", "effective_to", "published")


def _visits(row: Row) -> int | None:
    return min((channel.visits for channel in row.record.channels), default=None)
