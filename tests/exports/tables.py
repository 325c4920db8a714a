"""Reading a table back from its CSV, as the page /data/ tells programs to."""

import csv
import io

from mingbai.exports.table import Cell, Column, Holds

TRUTH = {"是": True, "否": False}


def read_back(columns: tuple[Column, ...], written: bytes) -> tuple[tuple[Cell, ...], ...]:
    """The rows that a CSV holds; its first line must name the columns."""
    head, *rows = csv.reader(io.StringIO(written.decode("utf-8"), newline=""))
    assert head == [column.title for column in columns]
    return tuple(tuple(map(value, columns, row)) for row in rows)


def value(column: Column, text: str) -> Cell:
    """What a cell of that column says; one apostrophe at its beginning is ours."""
    text = text.removeprefix("'")
    if column.holds is Holds.SEVERAL:
        return tuple(text.split("\n")) if text else ()
    if column.holds is Holds.YES_NO:
        return TRUTH.get(text)
    if column.holds is Holds.WHOLE:
        return int(text) if text else None
    return text or None
