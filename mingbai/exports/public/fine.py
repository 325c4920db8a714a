"""Every fine, a row for each case that the law distinguishes: which conduct, how much, by which article."""

from collections.abc import Iterator
from typing import NamedTuple

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.words import identity, laws, unit
from mingbai.exports.table import Holds, Source, closed, derived, fields
from mingbai.records.base import Entry
from mingbai.records.public.fine import Branch, Fine, FineStatus

STANDARD = {
    "when": "空着的，只有这一种情形",
    "fixed.amount": "元",
    "range.min": "元；0是没有下限",
    "range.max": "元",
    "times.min": "空着的没有下限",
    "times.max": "按后面一列的几倍算",
    "times.base": "几倍，是它的几倍",
    "optional": "是：可以罚，也可以不罚；否：一定罚",
}
"""How much, field by field, and how to read it: the fields themselves speak to editors."""


class Row(NamedTuple):
    """One case of a fine, and the how-manieth it is."""

    entry: Entry[Fine]
    number: int
    branch: Branch


def fine_rows(corpus: PublicCorpus) -> Iterator[Row]:
    """Every case of every fine."""
    for entry in corpus.fines.values():
        for number, branch in enumerate(entry.record.standard, 1):
            yield Row(entry, number, branch)


def fine_columns(corpus: PublicCorpus) -> Iterator[Source[Row]]:
    """The columns of the table of fines."""

    def record(row: Row) -> Fine:
        return row.entry.record

    def branch(row: Row) -> Branch:
        return row.branch

    yield from identity(corpus, Fine.kind, lambda row: row.entry.id)
    yield derived("number", "第几种情形", Holds.WHOLE, lambda row: row.number, "同一个编号有几行，就分几种情形")
    yield from fields(Fine, record, "name")
    yield closed("status", "状态", FineStatus, lambda row: record(row).status(corpus.day).value)
    yield from fields(Fine, record, "conduct", "payer", "scope")
    yield from fields(Branch, branch, *STANDARD, notes=STANDARD)
    yield from fields(Branch, branch, "beside")
    yield derived("basis_item", "处罚依据", Holds.SEVERAL, lambda row: laws(corpus, record(row).basis_item))
    yield derived("basis_standard", "标准依据", Holds.SEVERAL, lambda row: laws(corpus, record(row).basis_standard))
    yield derived("decided_by", "谁来决定", Holds.TEXT, lambda row: unit(corpus, record(row).decided_by))
    yield from fields(Fine, record, "catalogue_no", "remission", "payee_account", "complaint_phone")
    yield from fields(Fine, record, "valid_from", "valid_until", "cancelled_on", "published")
