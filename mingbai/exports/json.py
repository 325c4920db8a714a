"""A table as JSON (RFC 8259): it says itself what its columns are, who made it, and what may be done with it.

Whole numbers are numbers and yes or no is true or false; what is decimal is text, because a program that reads numbers
as floats would change it. What is not said is null.
"""

import json
from collections.abc import Mapping

from msgspec.structs import asdict

from mingbai.exports.table import Table


def json_bytes(table: Table, terms: Mapping[str, object]) -> bytes:
    """The table as an object: `terms` first, then columns and rows."""
    value = {
        "title": table.title,
        "about": table.about,
        "updated": table.updated,
        **terms,
        "columns": [asdict(column) for column in table.columns],
        "rows": [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
