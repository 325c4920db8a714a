"""What a broken file says all the same: which records it names, and its prose.

No record can be made of such a file, but one wrong field says nothing against the others: whether what they name is
there can be looked up, and where its prose leads to. So one run tells of these mistakes, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from msgspec import Struct

from mingbai.problem import Place, Problem
from mingbai.records.base import Body, Record
from mingbai.records.field import Value, fields_of
from mingbai.records.values import ID, Refers
from mingbai.source.located import Located, Steps

_ID = re.compile(rf"{ID}(?:/{ID})*")


class Naming(NamedTuple):
    """A record or attachment that a file names, and where in the file."""

    kind: str
    id: str
    line: int
    column: int

    @property
    def is_id(self) -> bool:
        """Whether it may be the name of something; else it is what somebody calls it, and has been told of."""
        return self.kind == "files" or bool(_ID.fullmatch(self.id))


class Torn(Struct, frozen=True):
    """A file of which no record can be made: what it names in fields that are well written, and its prose.

    `implied` are the records, as (kind, id), that its folder names.
    """

    path: str
    implied: tuple[tuple[str, str], ...] = ()
    named: tuple[Naming, ...] = ()
    body: Body | None = None


def naming(kind: type[Record], located: Located, problems: Iterable[Problem]) -> tuple[Naming, ...]:
    """What the fields of such a record name, without ids that were told of themselves."""
    told = {(problem.place.line, problem.place.column) for problem in problems}
    found = _found(kind, (), located.data, ())
    every = (_naming(refers, id, located.places.value(*steps)) for steps, refers, id in found)
    return tuple(each for each in every if not each.is_id or (each.line, each.column) not in told)


def _naming(refers: Refers, id: str, place: Place) -> Naming:
    return Naming(refers.kind, id, place.line, place.column)


def _found(type_: Any, metadata: Iterable[Any], data: object, steps: Steps) -> Iterator[tuple[Steps, Refers, str]]:
    """Every reference in data that has the form of that type, as far as it has."""
    mark = next((item for item in metadata if isinstance(item, Refers)), None)
    if mark:
        if isinstance(data, str):
            yield steps, mark, data
    elif isinstance(type_, type) and issubclass(type_, Value):
        fields: Mapping[object, object] = data if isinstance(data, dict) else {}
        for name, field in fields_of(type_).items():
            yield from _found(field.annotation, field.metadata, fields.get(name), (*steps, name))
    elif hasattr(type_, "__metadata__"):
        yield from _found(get_args(type_)[0], type_.__metadata__, data, steps)
    elif get_origin(type_) is tuple:
        for index, item in enumerate(data if isinstance(data, list) else ()):
            yield from _found(get_args(type_)[0], (), item, (*steps, index))
    else:
        for other in get_args(type_):
            yield from _found(other, (), data, steps)
