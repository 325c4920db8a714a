"""数据开放: each table as files at addresses that stay, /data/<name>.csv and others, and what may be done with them.

Law: no date in a file is the day of the build. A table is as old as its latest record, so that where nothing was
published nothing is written anew.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_value
from mingbai.exports.csv import csv_bytes
from mingbai.exports.export import Export
from mingbai.exports.json import json_bytes
from mingbai.exports.public.commitment import commitment_columns
from mingbai.exports.public.fee import fee_columns
from mingbai.exports.public.fine import fine_columns, fine_rows
from mingbai.exports.public.performance import performance_columns, performance_rows
from mingbai.exports.public.words import latest
from mingbai.exports.table import Source, T, Table, filled
from mingbai.exports.xlsx import xlsx_bytes
from mingbai.records.base import Entry, Published

LICENCE = "署名即可自由使用"
"""The name of the terms below."""


class Dataset(Struct, frozen=True):
    """A table, whose it is, where it is explained, and what may be done with it: all that its files are made from."""

    table: Table
    source: str
    address: str
    terms: tuple[str, ...]


class Download(Struct, frozen=True):
    """One file of a dataset: what kind of file, whom it is for, and the file."""

    format: str
    use: str
    export: Export


def terms(corpus: PublicCorpus) -> tuple[str, ...]:
    """What may be done with the data, sentence by sentence."""
    name = corpus.bureau.record.name
    return (
        "谁都可以用，不用申请，不要钱：抄录、加工、再发表、做成产品卖，都行。",
        f"用的时候写明“数据来自{name}”；改过的，说一声改了哪里。",
        "不许拿着这些数据说自己代表我们。",
        "我们尽量写对，错了就改；用出来的结果，您自己负责。",
    )


def datasets(corpus: PublicCorpus) -> tuple[Dataset, ...]:
    """Every table there is something in."""
    bureau = corpus.bureau.record
    address = f"https://{bureau.public_host}/data/"
    return tuple(Dataset(table, bureau.name, address, terms(corpus)) for table in _tables(corpus))


def downloads(dataset: Dataset) -> Iterator[Download]:
    """The files of a dataset."""
    table, source, sentences = dataset.table, dataset.source, dataset.terms
    said = {"source": source, "address": dataset.address, "licence": {"name": LICENCE, "terms": sentences}}
    ways: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        (".xlsx", "XLSX", "用Excel、WPS打开看", lambda: xlsx_bytes(table, source, (f"{LICENCE}：", *sentences))),
        ("-excel.csv", "CSV", "带BOM，Excel双击打开不乱码", lambda: csv_bytes(table, mark=True)),
        (".csv", "CSV", "不带BOM，给程序读", lambda: csv_bytes(table, mark=False)),
        (".json", "JSON", "给程序读，列的说明也在里面", lambda: json_bytes(table, said)),
    )
    digest = of_value(dataset)
    for ending, format, use, make in ways:
        yield Download(format, use, Export(f"data/{table.name}{ending}", digest, make))


def data_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """Every file of every table, for both sites."""
    for dataset in datasets(corpus):
        for download in downloads(dataset):
            yield download.export


def _tables(corpus: PublicCorpus) -> Iterator[Table]:
    yield from _table(
        ("commitments", "服务承诺事项", "一个事项一行：谁办、多久、带什么、多少钱、凭什么。"),
        "CPSV-AP PublicService，schema.org GovernmentService",
        commitment_columns(corpus),
        corpus.commitments.values(),
        corpus.commitments.values(),
    )
    yield from _table(
        ("fees", "收费项目", "一个项目一行，在收的、不再收的都在：标准、实收、依据。"),
        "CPSV-AP Cost，schema.org Offer",
        fee_columns(corpus),
        corpus.fees.values(),
        corpus.fees.values(),
    )
    yield from _table(
        ("fines", "罚款项目", "一种情形一行：什么事、罚多少、凭哪一条、谁决定。"),
        "",
        fine_columns(corpus),
        fine_rows(corpus),
        corpus.fines.values(),
    )
    yield from _table(
        ("performance", "办件统计", "一个事项一个季度一行：收了多少、办了多少，几件按时、几件超期、为什么。"),
        "",
        performance_columns(corpus),
        performance_rows(corpus),
        corpus.performance.values(),
    )


def _table(
    named: tuple[str, str, str],
    abroad: str,
    sources: Iterable[Source[T]],
    subjects: Iterable[T],
    entries: Iterable[Entry[Published]],
) -> Iterator[Table]:
    updated = latest(entries)
    if updated:
        yield Table(*named, abroad, *filled(sources, subjects), updated)
