"""A table as CSV (RFC 4180, UTF-8): for programs without a mark at its beginning, for Chinese Excel with one.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; so does one that begins with an
apostrophe, so that taking one away always gives back what was there. Several texts stand below each other in one cell:
a text never has a line break of its own.
"""

import csv
import io
from codecs import BOM_UTF8

from mingbai.exports.table import Cell, Table

DANGEROUS = tuple("=+-@＝＋－＠'\t\r\n")
"""How a text begins that a spreadsheet may run, full width too."""


def csv_bytes(table: Table, *, mark: bool) -> bytes:
    """The table with its titles in the first line; `mark` puts the byte order mark before it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.title for column in table.columns])
    writer.writerows([plain(cell) for cell in row] for row in table.rows)
    return (BOM_UTF8 if mark else b"") + text.getvalue().encode()


def plain(cell: Cell) -> str:
    r"""A cell as text.

    >>> plain(True), plain("=1+1"), plain(("甲", "乙")), plain(None)
    ('是', "'=1+1", '甲\n乙', '')
    """
    text = shown(cell)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def shown(cell: Cell) -> str:
    """A cell in words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    return "\n".join(cell) if isinstance(cell, tuple) else str(cell)
