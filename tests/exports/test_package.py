"""The package of the tables: a program nobody here wrote accepts it, and reads every cell of every table by it."""

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.data import data_exports, datasets
from mingbai.exports.public.package import PATH, TYPES, package_exports
from mingbai.exports.table import Holds
from mingbai.records.public.fee import FeeStatus
from tests.factories import changed, public_corpus
from tests.sample import sample_corpus

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from frictionless import Package

FEE = "public/fees/catv.yaml"


@contextmanager
def loaded(corpus: PublicCorpus, folder: Path) -> Iterator[Any]:
    """The package as another program sees it, the files beside it; what that warns of itself is not ours."""
    for export in (*data_exports(corpus), *package_exports(corpus)):
        path = folder / export.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(export.make())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield Package(str(folder / PATH))


def faults(package: Any) -> list[str]:
    report = package.validate()
    return [f"{error.type}: {error.message}" for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def test_the_package_of_the_golden_bureau_is_accepted_with_its_data(tmp_path: Path) -> None:
    with loaded(public_corpus(), tmp_path) as package:
        assert faults(package) == []


def test_the_package_of_the_sample_is_accepted_with_its_data(tmp_path: Path) -> None:
    with loaded(sample_corpus(), tmp_path) as package:
        assert faults(package) == []
        assert [resource.name for resource in package.resources] == [d.table.name for d in datasets(sample_corpus())]


def test_what_tells_the_rows_of_a_table_apart_is_its_key(tmp_path: Path) -> None:
    with loaded(sample_corpus(), tmp_path) as package:
        keys = {resource.name: resource.schema.primary_key for resource in package.resources}

    assert keys == {
        "commitments": ["编号"],
        "fees": ["编号"],
        "fines": ["编号", "第几种情形"],
        "performance": ["季度", "事项"],
    }


def test_where_the_cases_of_an_item_lead_the_item_is(tmp_path: Path) -> None:
    """And a control: an item that is not in its table is missed by the other program."""
    with loaded(sample_corpus(), tmp_path) as package:
        leads = {each.name: each.schema.foreign_keys for each in package.resources if each.schema.foreign_keys}

    reference = {"resource": "commitments", "fields": ["编号"]}
    assert leads == {"performance": [{"fields": ["事项"], "reference": reference}]}

    with loaded(sample_corpus(), tmp_path) as package:
        table = tmp_path / "data/commitments.csv"
        table.write_bytes(table.read_bytes().replace(b"arts/perf-domestic,", b"arts/perf-gone,", 1))

        assert any("foreign-key" in fault for fault in faults(package))


def test_a_closed_column_lists_its_values_and_another_is_refused(tmp_path: Path) -> None:
    with loaded(public_corpus(), tmp_path) as package:
        state = package.get_resource("fees").schema.get_field("状态")
        assert state.constraints == {"enum": list(FeeStatus)}

        table = tmp_path / "data/fees.csv"
        table.write_bytes(table.read_bytes().replace(",在收,".encode(), ",还收,".encode(), 1))

        assert any("constraint" in fault and "还收" in fault for fault in faults(package))


def test_a_table_that_is_not_as_the_package_says_is_found(tmp_path: Path) -> None:
    """A control: the other program really looks."""
    with loaded(public_corpus(), tmp_path) as package:
        table = tmp_path / "data/fees.csv"
        table.write_bytes(table.read_bytes().replace(b"2026", "明年".encode(), 1))

        assert faults(package)


def test_by_the_package_numbers_are_numbers_and_days_are_days(tmp_path: Path) -> None:
    precise = changed(FEE, "{min: 14.00, max: 16.00}", "{min: 0.0220, max: 0.05}")
    corpus = public_corpus(changed(FEE, "charged: 14.00", "charged: 0.0220", precise))
    with loaded(corpus, tmp_path) as package:
        (catv,) = (row for row in package.get_resource("fees").read_rows() if row["编号"] == "catv")

        assert catv["实收"] == Decimal("0.0220")
        assert catv["起收日期"].isoformat() == "2005-03-01"
        assert catv["年度清理·可收可不收"] in (True, False)


def test_every_column_is_in_the_package_with_what_json_calls_it() -> None:
    (export,) = package_exports(public_corpus())
    resources = {each["name"]: each for each in json.loads(export.make())["resources"]}

    for dataset in datasets(public_corpus()):
        fields = resources[dataset.table.name]["schema"]["fields"]
        assert [(f["name"], f["jsonName"]) for f in fields] == [(c.title, c.name) for c in dataset.table.columns]


@pytest.mark.parametrize("holds", Holds)
def test_whatever_a_column_may_hold_has_a_type(holds: Holds) -> None:
    assert TYPES[holds]["type"]


def test_another_word_in_a_record_is_another_package() -> None:
    (old,), (new,) = (list(package_exports(public_corpus(files))) for files in (None, changed(FEE, "居民用户", "住户")))

    assert old.digest != new.digest
