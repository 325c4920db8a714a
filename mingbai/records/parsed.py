"""What came of parsing a file, as data: whoever reads it back needs this, and neither YAML nor Markdown."""

from msgspec import Struct

from mingbai.problem import Problem
from mingbai.records.base import Entry, Record
from mingbai.records.torn import Torn


class Parsed(Struct, frozen=True):
    """What one file says: its entry or, if it is broken, what it says all the same; its mistakes, its prose in HTML."""

    entry: Entry[Record] | None
    problems: tuple[Problem, ...]
    html: str = ""
    torn: Torn | None = None
