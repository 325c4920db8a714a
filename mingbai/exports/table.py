"""Records as a table for machines: columns that say what they hold, and a row for each record or part of one.

Law: a column that shows a field takes title and type from that field, so no Chinese word is written twice; only what is
derived is named by hand. Each format writes a cell in its own way, and none rounds it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from mingbai.records.field import Value, fields_of
from mingbai.records.values import Refers

T = TypeVar("T")
Cell = str | int | tuple[str, ...] | None
"""What one cell holds: frozen data that needs no format yet. `bool` is an `int`; a day is 2026-02-01, a minute
2026-02-01 09:00, what is decimal its digits; `None` means that nothing is said."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "文字"
    WHOLE = "整数"
    EXACT = "小数"
    YES_NO = "是或否"
    DAY = "日期"
    MINUTE = "时间"
    SEVERAL = "几项文字"


OF_TYPE = {bool: Holds.YES_NO, int: Holds.WHOLE, Decimal: Holds.EXACT, date: Holds.DAY, datetime: Holds.MINUTE}


class Column(Struct, frozen=True):
    """One column: its name for programs, its title for people, what its cells hold, what has to be known of it.

    `values` are all that may stand in it, where they are few; `refers` is the kind of record whose ids stand in it.
    """

    name: str
    title: str
    holds: Holds
    note: str = ""
    values: tuple[str, ...] = ()
    refers: str = ""


class Source(Struct, Generic[T], frozen=True):
    """A column, and how its cell is found for one row."""

    column: Column
    cell: Callable[[T], Cell]


class Table(Struct, frozen=True):
    """A whole table; `name` is its address, `updated` when the latest of its records was published."""

    name: str
    title: str
    about: str
    abroad: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    updated: str


def derived(name: str, title: str, holds: Holds, cell: Callable[[T], Cell], note: str = "") -> Source[T]:
    """A column that no field holds."""
    return Source(Column(name, title, holds, note), cell)


def closed(name: str, title: str, kind: type[StrEnum], cell: Callable[[T], Cell]) -> Source[T]:
    """A column that no field holds, of closed values."""
    return Source(Column(name, title, Holds.TEXT, _named(kind), tuple(map(str, kind))), cell)


def fields(
    kind: type[Value], of: Callable[[T], Value | None], *paths: str, notes: Mapping[str, str] | None = None
) -> Iterator[Source[T]]:
    """Columns for fields of a record: `promised.number` lies in a group, `materials.name` in each of a list.

    What a field says of itself is said to editors; where that helps no reader, `notes` has other words, by path.
    """
    for path in paths:
        steps = path.split(".")
        column = _column(kind, steps)
        if notes and path in notes:
            column = replace(column, note=notes[path])
        yield Source(column, _getter(of, steps, several=column.holds is Holds.SEVERAL))


def _named(kind: type[StrEnum]) -> str:
    return f"只有这几种：{'、'.join(kind)}"


def filled(
    sources: Iterable[Source[T]], subjects: Iterable[T]
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """The columns, and a row for each subject."""
    ways = tuple(sources)
    rows = tuple(tuple(way.cell(subject) for way in ways) for subject in subjects)
    return tuple(way.column for way in ways), rows


def data(value: str | int | Decimal | date | None) -> Cell:
    """What a field holds as a cell holds it.

    >>> data(Decimal("0.0220")), data(date(2026, 2, 1)), data(datetime(2026, 2, 1, 9)), data(3)
    ('0.0220', '2026-02-01', '2026-02-01 09:00', 3)
    """
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return value if value is None or isinstance(value, int) else str(value)


def _column(kind: type[Value], steps: Sequence[str]) -> Column:
    """What the fields on the way say of themselves: all their titles, the last one's type and description."""
    titles, several, note, refers = [], False, "", ""
    inner: Any = kind
    for step in steps:
        field = fields_of(inner)[step]
        titles.append(field.title or step)
        note = field.description or ""
        refers = next((mark.kind for mark in field.metadata if isinstance(mark, Refers)), "")
        inner, many = _bare(field.annotation)
        several = several or many
    values = tuple(map(str, inner)) if issubclass(inner, StrEnum) else ()
    holds = Holds.SEVERAL if several else OF_TYPE.get(inner, Holds.TEXT)
    return Column("_".join(steps), "·".join(titles), holds, _named(inner) if values else note, values, refers)


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The class behind an annotation, and whether there may be several of it."""
    if get_origin(annotation) is tuple:
        return _bare(get_args(annotation)[0])[0], True
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_args(annotation):
        return _bare(next(each for each in get_args(annotation) if each is not type(None)))
    return annotation, False


def _getter(of: Callable[[T], Value | None], steps: Sequence[str], *, several: bool) -> Callable[[T], Cell]:
    def cell(subject: T) -> Cell:
        values: Any = [of(subject)] if several else of(subject)
        for step in steps:
            values = _step(values, step)
        if isinstance(values, list):
            return tuple(str(value) for value in values if value is not None)
        return data(values)

    return cell


def _step(value: Any, step: str) -> Any:
    """The field of a group or of each in a list; nothing of nothing."""
    if not isinstance(value, list):
        return None if value is None else getattr(value, step)
    found = [getattr(each, step) for each in value if each is not None]
    return [item for each in found for item in (each if isinstance(each, tuple) else (each,))]
