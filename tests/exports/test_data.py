"""Open data: each file says what the records say, to the last digit, and is the same file each time."""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from mingbai.clock import Clock
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.csv import csv_bytes, shown
from mingbai.exports.export import Export
from mingbai.exports.json import json_bytes
from mingbai.exports.public.data import LICENCE, Dataset, data_exports, datasets, downloads
from mingbai.exports.table import Cell, Column, Holds, Table, data
from mingbai.exports.xlsx import xlsx_bytes
from mingbai.records.field import fields_of
from mingbai.records.public.fee import Fee
from tests import ROOT
from tests.exports.tables import read_back
from tests.factories import changed, content, public_corpus

FEE = "public/fees/catv.yaml"
MADE = "2026-02-01 09:00"
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip).map(str.strip)
BEGINNINGS = st.sampled_from(["", "=", "+", "-", "@", "'", "＝", "＠", '"', "=cmd|' /C calc'!A0"])
TEXT = st.builds("{}{}".format, BEGINNINGS, LINE)
MOMENTS = st.datetimes(datetime(1949, 10, 1), datetime(2100, 1, 1))
VALUES: dict[Holds, st.SearchStrategy[Cell]] = {
    Holds.TEXT: st.none() | TEXT,
    Holds.WHOLE: st.none() | st.integers(0, 10**9),
    Holds.EXACT: st.none() | st.decimals(0, 10**9, places=3).map(data),
    Holds.YES_NO: st.none() | st.booleans(),
    Holds.DAY: st.none() | MOMENTS.map(lambda moment: data(moment.date())),
    Holds.MINUTE: st.none() | MOMENTS.map(data),
    Holds.SEVERAL: st.lists(TEXT, max_size=3).map(tuple),
}
COLUMNS = tuple(Column(holds.name.lower(), f"甲{holds}", holds) for holds in Holds)
ROWS = st.lists(st.tuples(TEXT, *(VALUES[column.holds] for column in COLUMNS[1:])), max_size=5)
"""Rows as every table has them: the first column always says something."""


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table("t", "表", "一张表", "", COLUMNS, rows, MADE)


def dataset(name: str, corpus: PublicCorpus) -> Dataset:
    return next(each for each in datasets(corpus) if each.table.name == name)


def export(ending: str, given: Dataset) -> Export:
    return next(each.export for each in downloads(given) if each.export.path == f"data/{given.table.name}{ending}")


@given(ROWS)
def test_what_stands_in_a_csv_can_be_read_back(rows: list[tuple[Cell, ...]]) -> None:
    made = table(*rows)

    assert read_back(COLUMNS, csv_bytes(made, mark=False)) == made.rows


@given(ROWS)
def test_no_cell_of_a_csv_begins_like_a_formula(rows: list[tuple[Cell, ...]]) -> None:
    written = csv.reader(io.StringIO(csv_bytes(table(*rows), mark=False).decode(), newline=""))

    assert not [cell for line in written for cell in line if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)]


@given(ROWS)
def test_the_two_csv_differ_in_the_mark_alone(rows: list[tuple[Cell, ...]]) -> None:
    """Excel takes a file that begins with EF BB BF for UTF-8; a program would read the mark into the first title."""
    made = table(*rows)

    assert csv_bytes(made, mark=True) == b"\xef\xbb\xbf" + csv_bytes(made, mark=False)


@given(ROWS)
def test_another_program_opens_the_workbook_and_finds_the_same(rows: list[tuple[Cell, ...]]) -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(table(*rows), "局", ())))["数据"]
    found = [[_to_the_minute(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert found == [[_in_a_workbook(cell, column) for cell, column in zip(row, COLUMNS, strict=True)] for row in rows]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def _to_the_minute(value: object) -> object:
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else value


def _in_a_workbook(cell: Cell, column: Column) -> object:
    """Numbers are numbers, days have the hour they begin at, all else is text."""
    if column.holds is Holds.DAY and cell:
        return f"{cell} 00:00"
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    return shown(cell) or None


@given(ROWS)
def test_json_says_what_its_columns_are_and_keeps_every_value(rows: list[tuple[Cell, ...]]) -> None:
    found = json.loads(json_bytes(table(*rows), {"source": "局"}))

    assert [column["name"] for column in found["columns"]] == [column.name for column in COLUMNS]
    assert [list(row.values()) for row in found["rows"]] == [[*row[:-1], list(row[-1])] for row in rows]  # type: ignore[arg-type]


def test_the_same_table_is_the_same_workbook_whenever_it_is_made() -> None:
    """Nothing in it tells the day of the build: two programs make it under two clocks."""
    code = (
        "import time, sys; from tests.exports.test_data import *;"
        "real = time.gmtime; time.localtime = lambda *_: real(int(sys.argv[1]) * 10**8);"
        "sys.stdout.buffer.write(xlsx_bytes(table(('甲',) + (None,) * 6), '局', ('署名',)))"
    )
    made = [run([sys.executable, "-c", code, day], cwd=ROOT, capture_output=True, check=True).stdout for day in "49"]

    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as book:
        assert "2026-02-01T09:00:00Z" in book.read("docProps/core.xml").decode()


def test_every_file_reads_back_to_the_records_of_the_bureau() -> None:
    for each in datasets(public_corpus()):
        assert read_back(each.table.columns, export(".csv", each).make()) == each.table.rows


def test_money_is_exact_in_every_file() -> None:
    files = changed(FEE, "{min: 14.00, max: 16.00}", "{min: 0.0220, max: 0.05}")
    fees = dataset("fees", public_corpus(changed(FEE, "charged: 14.00", "charged: 0.0220", files)))
    rows = json.loads(export(".json", fees).make())["rows"]
    (catv,) = (row for row in rows if row["id"] == "catv")

    assert (catv["charged"], catv["standard_range_min"]) == ("0.0220", "0.0220")
    assert "0.0220" in export(".csv", fees).make().decode()


def test_a_limit_has_its_number_unit_and_clock_in_columns_of_their_own() -> None:
    rows = json.loads(export(".json", dataset("commitments", public_corpus())).make())["rows"]
    (shows,) = (row for row in rows if row["id"] == "market/perf-domestic")
    parts = ("number", "unit", "clock", "instant")

    assert [shows[f"promised_{part}"] for part in parts] == [1, "工作日", "受理", False]
    assert [shows[f"statutory_{part}"] for part in parts] == [3, "日", "受理", False]


def test_a_column_is_called_what_its_field_is_called() -> None:
    """There is one source of Chinese words: another title of a field would be another title of the column."""
    columns = {column.name: column.title for column in dataset("fees", public_corpus()).table.columns}

    assert columns["charged"] == fields_of(Fee)["charged"].title


def test_no_table_has_two_columns_of_one_name() -> None:
    for each in datasets(public_corpus()):
        for names in ([c.name for c in each.table.columns], [c.title for c in each.table.columns]):
            assert len(set(names)) == len(names)


def test_addresses_are_ascii_and_stay() -> None:
    paths = sorted(each.path for each in data_exports(public_corpus()))
    tables = ("commitments", "fees", "fines", "performance")

    assert paths == sorted(f"data/{name}{end}" for name in tables for end in (".csv", "-excel.csv", ".xlsx", ".json"))


def test_every_json_says_how_it_may_be_used() -> None:
    for each in datasets(public_corpus()):
        found = json.loads(export(".json", each).make())
        assert found["licence"]["name"] == LICENCE and found["licence"]["terms"] and found["source"]


def test_a_new_day_on_which_nothing_changed_changes_no_file() -> None:
    days = (date(2026, 12, 27), date(2026, 12, 28))
    first, second = ({e.path: e.digest for e in data_exports(public_corpus(clock=Clock(day, day)))} for day in days)

    assert first == second


@pytest.mark.parametrize("field", ["payer", "scope", "complaint_phone"])
def test_another_word_in_a_record_is_another_digest(field: str) -> None:
    """An export is made again when its digest changes, so nothing may be in the file that is not in the digest."""
    path = f"content/{FEE}"
    text = content()[path]
    line = next(line for line in text.splitlines() if line.startswith(f"{field}: "))
    after = {**content(), path: text.replace(line, f"{line}甲")}
    old, new = (downloads(dataset("fees", public_corpus(files))) for files in (content(), after))

    assert {each.export.digest for each in old}.isdisjoint(each.export.digest for each in new)
