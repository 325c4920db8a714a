"""The tables of 数据开放 as one package (Data Package with Table Schema), for programs that load data.

Law: it describes the CSV without a mark as it is, so that a program which believes it reads every cell right. A field
is called what its column is headed; what JSON calls it stands beside it.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_value
from mingbai.exports.csv import csv_bytes
from mingbai.exports.export import Export
from mingbai.exports.public.data import LICENCE, Dataset, datasets
from mingbai.exports.table import Column, Holds

PATH = "data/datapackage.json"
TYPES: dict[Holds, dict[str, object]] = {
    Holds.TEXT: {"type": "string"},
    Holds.WHOLE: {"type": "integer"},
    Holds.EXACT: {"type": "number"},
    Holds.YES_NO: {"type": "boolean", "trueValues": ["是"], "falseValues": ["否"]},
    Holds.DAY: {"type": "date"},
    Holds.MINUTE: {"type": "datetime", "format": "%Y-%m-%d %H:%M"},
    Holds.SEVERAL: {"type": "string"},
}
"""What a cell of a CSV is to a program."""
EACH_A_LINE = "一项一行"
KEY = ("id", "number", "quarter", "commitment")
"""Columns that tell the rows of a table apart, in whichever table they stand."""


def package_exports(corpus: PublicCorpus) -> Iterator[Export]:
    """The file; nothing while there is no table."""
    if tables := datasets(corpus):
        yield package(tables)


def package(tables: tuple[Dataset, ...]) -> Export:
    """The file that describes these tables."""
    return Export(PATH, of_value(tables), lambda: _package(tables))


def _package(tables: Sequence[Dataset]) -> bytes:
    first = tables[0]
    ids = {each.table.name: column.title for each in tables for column in each.table.columns if column.name == "id"}
    value = {
        "profile": "tabular-data-package",
        "name": first.address.split("/")[2],
        "title": f"{first.source}数据开放",
        "description": "".join(first.terms),
        "homepage": first.address,
        "licenses": [{"title": LICENCE, "path": f"{first.address}#licence"}],
        "sources": [{"title": first.source, "path": first.address}],
        "resources": [_resource(dataset, ids) for dataset in tables],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(dataset: Dataset, ids: Mapping[str, str]) -> dict[str, object]:
    """One table; `ids` names for each table the column that others lead to."""
    table = dataset.table
    leads = [column for column in table.columns if column.refers in ids and column.holds is not Holds.SEVERAL]
    data = csv_bytes(table, mark=False)
    return {
        "name": table.name,
        "profile": "tabular-data-resource",
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [column.title for column in table.columns if column.name in KEY],
            "foreignKeys": [
                {"fields": [column.title], "reference": {"resource": column.refers, "fields": [ids[column.refers]]}}
                for column in leads
            ],
        },
    }


def _field(column: Column) -> dict[str, object]:
    notes = (column.note, EACH_A_LINE if column.holds is Holds.SEVERAL else "")
    described = "；".join(note for note in notes if note)
    field: dict[str, object] = {"name": column.title, **TYPES[column.holds], "jsonName": column.name}
    if column.values and column.holds is not Holds.SEVERAL:
        field["constraints"] = {"enum": list(column.values)}
    return {**field, "description": described} if described else field
