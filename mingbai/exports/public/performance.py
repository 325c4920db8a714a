"""The cases of every item in every quarter, a row each; what can be worked out from the counts stands beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.words import unit
from mingbai.exports.table import Cell, Holds, Source, data, derived, fields
from mingbai.records.field import fields_of
from mingbai.records.public.performance import Cases, Performance, Quarter, Rating, share

ROUNDED = "%，舍去第二位小数；没有办结的不写"


class Row(NamedTuple):
    """One item in one quarter."""

    quarter: Quarter
    record: Performance
    cases: Cases


def performance_rows(corpus: PublicCorpus) -> Iterator[Row]:
    """Every item of every quarter, in the order of time."""
    for quarter, entry in corpus.quarters:
        for cases in entry.record.items:
            yield Row(quarter, entry.record, cases)


def performance_columns(corpus: PublicCorpus) -> Iterator[Source[Row]]:
    """The columns of the table of cases."""

    def cases(row: Row) -> Cases:
        return row.cases

    def record(row: Row) -> Performance:
        return row.record

    yield derived("quarter", "季度", Holds.TEXT, lambda row: row.quarter.id, "如 2026-q1，第一季度")
    yield derived("first_day", "从哪天", Holds.DAY, lambda row: data(row.quarter.first))
    yield derived("last_day", "到哪天", Holds.DAY, _last, "这一天也算")
    yield from fields(Cases, cases, "commitment", notes={"commitment": "“服务承诺事项”那张表里的编号"})
    yield derived("name", "事项名称", Holds.TEXT, lambda row: corpus.commitments[row.cases.commitment].record.name)
    yield derived("division", "承办处室", Holds.TEXT, lambda row: unit(corpus, row.cases.commitment.split("/")[0]))
    yield from fields(Cases, cases, "carried_in", "received", "accepted", "rejected", "completed", "early", "on_time")
    yield from fields(Cases, cases, "late", "late_explanation", "mean_days")
    yield derived("left_open", "转到下季度", Holds.WHOLE, lambda row: row.cases.left_open, "结转加受理，减去办结")
    yield derived("on_time_rate", "按时率", Holds.EXACT, _on_time, ROUNDED)
    yield derived("early_rate", "提前的占", Holds.EXACT, _early, ROUNDED)
    yield from fields(Cases, cases, *(f"satisfied.{grade}" for grade in fields_of(Rating)))
    yield from fields(Performance, record, "note", "published")


def _last(row: Row) -> Cell:
    return data(row.record.counted_to or row.quarter.last)


def _on_time(row: Row) -> Cell:
    return data(share(row.cases.on_time, row.cases.completed))


def _early(row: Row) -> Cell:
    return data(share(row.cases.early, row.cases.completed))
