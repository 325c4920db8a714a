"""A table as a workbook: one sheet of data, one that explains it. The same table gives the same bytes, always.

Text is written as text, so nothing in it can be run as a formula; what is decimal is text too, and so stays exact.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from mingbai.exports.csv import shown
from mingbai.exports.table import Cell, Column, Holds, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDTHS = {Holds.TEXT: 24, Holds.SEVERAL: 40, Holds.MINUTE: 17, Holds.DAY: 12}
"""How wide a column is, in characters; others are as wide as their title."""
LONGEST = 32_767
"""So many characters fit into a cell of a workbook; nothing of ours comes near."""


def xlsx_bytes(table: Table, author: str, terms: Sequence[str]) -> bytes:
    """The workbook; `terms` are the sentences that say what may be done with it."""
    import xlsxwriter  # only who makes a workbook pays for loading it
    from xlsxwriter.utility import xl_range

    out = io.BytesIO()
    # With a fixed day of making, nothing in the file depends on when and where it was made.
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": table.title, "author": author, "created": datetime.fromisoformat(table.updated)})
        bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        top = book.add_format({"valign": "top", "text_wrap": True})
        forms = {
            Holds.DAY: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            Holds.MINUTE: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top", "align": "left"}),
        }
        data = book.add_worksheet("数据")
        for index, column in enumerate(table.columns):
            data.set_column(index, index, WIDTHS.get(column.holds, 2 * len(column.title) + 2))
            data.write_string(0, index, column.title, bold)
        for number, row in enumerate(table.rows, 1):
            for index, cell in enumerate(row):
                holds = table.columns[index].holds
                _write(data, (number, index), cell, holds, forms.get(holds, top))
        data.freeze_panes(1, 1)
        last = (max(len(table.rows), 1), len(table.columns) - 1)
        data.autofilter(0, 0, *last)
        data.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})
        _explain(book.add_worksheet("说明"), table, terms, bold, top)
    return out.getvalue()


def _write(sheet: "Worksheet", at: tuple[int, int], cell: Cell, holds: Holds, form: "Format") -> None:
    if isinstance(cell, str) and holds in (Holds.DAY, Holds.MINUTE):
        sheet.write_datetime(*at, datetime.fromisoformat(cell), form)
    elif isinstance(cell, int) and not isinstance(cell, bool):
        sheet.write_number(*at, cell, form)
    elif text := shown(cell):
        sheet.write_string(*at, text[:LONGEST], form)


def _explain(sheet: "Worksheet", table: Table, terms: Sequence[str], bold: "Format", top: "Format") -> None:
    lines = (table.title, table.about, f"更新到{table.updated}", *terms)
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line)
    first = len(lines) + 1
    for index, (head, width) in enumerate((("列", 30), ("JSON 里的名字", 28), ("写的是", 12), ("说明", 70))):
        sheet.set_column(index, index, width)
        sheet.write_string(first, index, head, bold)
    for number, column in enumerate(table.columns, first + 1):
        for index, text in enumerate(explained(column)):
            sheet.write_string(number, index, text, top)


def explained(column: Column) -> tuple[str, str, str, str]:
    """A column in the order in which it is explained: title, name, what it holds, what has to be known."""
    return column.title, column.name, column.holds.value, column.note
