"""A mistake an editor made, as a value: told at its line, in the editor's words, with a way out.

Nobody raises a problem; everybody collects them, and one run names them all.
A developer's mistake is an exception and shows a traceback; an editor never causes one.
"""

import json
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import astuple


class Severity(StrEnum):
    """How much a problem matters: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True):
    """A spot in a source file: path below the project root with `/`, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True, order=True):
    """One mistake: where, which (`subject/what-is-wrong`), what to say about it and what to write instead.

    >>> print(Problem(Place("fee.yaml", 3, 10), "fee/above-lower-limit", "实收高于下限", hint="改为 charged: 200"))
    fee.yaml:3:10: error fee/above-lower-limit: 实收高于下限
      = 提示: 改为 charged: 200
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        first = f"{self.place}: {self.severity} {self.code}: {self.message}"
        return f"{first}\n  = 提示: {self.hint}" if self.hint else first

    @property
    def is_error(self) -> bool:
        """Whether this problem stops publishing."""
        return self.severity is Severity.ERROR

    @property
    def is_private(self) -> bool:
        """Whether the line it is about must not be shown beside it: a log is read by more people than the file."""
        return self.code.startswith(("personal/", "forbidden/"))


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order of path, line and column."""
    return tuple(sorted(set(problems)))


def dump(problems: Iterable[Problem]) -> str:
    """Problems as text, for the cache."""
    return json.dumps([(astuple(each.place), *astuple(each)[1:]) for each in problems], ensure_ascii=False)


def load(text: str) -> tuple[Problem, ...]:
    """What `dump` made text of."""
    return tuple(
        Problem(Place(*place), code, message, hint, Severity(severity))
        for place, code, message, hint, severity in json.loads(text)
    )
