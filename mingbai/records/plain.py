"""A record that was written as JSON by us, read back without asking its validators again.

Law: what comes back is what pydantic would give for the same text, fields that were set included, only sooner. What was
written was valid, and whoever keeps it knows that it is what was written; what an editor writes goes through `read.py`.
A kind with anything the annotations below do not foresee is left to pydantic.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypedDict, TypeVar, Union, get_args, get_origin

from msgspec import Raw
from pydantic import BaseModel

from mingbai.records.base import Record
from mingbai.records.values import Value

V = TypeVar("V", bound=Value)
Turn = Callable[[Any], Any]
"""From what msgspec reads to what the field holds."""
SIMPLE = (str, int, bool, date, Decimal)
"""What msgspec reads as pydantic does."""
_DICT, _SET, _EXTRA, _PRIVATE = (
    vars(BaseModel)[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class UnforeseenError(Exception):
    """Something in an annotation or a class that only pydantic knows how to read."""


def plan(kind: type[Record]) -> tuple[Any, Callable[[Any], Record]]:
    """The type that msgspec is to read of the JSON that pydantic wrote of a record, and what makes the record of it."""
    try:
        return _group(kind)
    except UnforeseenError:
        return Raw, lambda text: kind.model_validate_json(bytes(text))


@cache
def _group(model: type[V]) -> tuple[Any, Callable[[Any], V]]:
    """What msgspec is to read for a group of fields, and how it becomes the group.

    Defaults are shared, as pydantic shares those that cannot be changed; so are the names of the fields that were set.
    """
    if model.__pydantic_post_init__ or model.__pydantic_decorators__ != BaseModel.__pydantic_decorators__:
        raise UnforeseenError(model)
    read: dict[str, Any] = {}
    turns: list[tuple[str, Turn]] = []
    blank: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.default_factory or field.alias or not _lasting(default := field.get_default()):
            raise UnforeseenError(model, name)
        blank[name] = default
        read[name], turn = _turned(field.annotation)
        if turn:
            turns.append((name, turn))
    new = model.__new__
    written: dict[tuple[str, ...], set[str]] = {}

    def make(read: dict[str, Any]) -> V:
        fields = blank | read
        for name, turn in turns:
            if name in read:
                fields[name] = turn(read[name])
        names = tuple(read)
        made = new(model)
        _DICT(made, fields)
        _SET(made, written.get(names) or written.setdefault(names, set(names)))
        _EXTRA(made, None)
        _PRIVATE(made, None)
        return made

    return TypedDict(model.__name__, read, total=False), make  # type: ignore[operator]


def _lasting(default: object) -> bool:
    try:
        hash(default)
    except TypeError:
        return False
    return True


def _turned(annotation: Any) -> tuple[Any, Turn | None]:
    """What msgspec is to read for a field, and what makes of it what the field holds, if that is something else."""
    origin, within = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _turned(within[0])
    if origin in (Union, UnionType) and within[1:] == (NoneType,):
        typed, turn = _turned(within[0])
        return typed | None, turn and _unless_none(turn)
    if origin is tuple and within[1:] == (...,):
        typed, turn = _turned(within[0])
        return tuple[typed, ...], turn and _each(turn)  # type: ignore[valid-type]
    if origin is dict and [_turned(each) for each in within] == [(str, None)] * 2:
        return dict[str, str], None
    return _single(annotation)


def _single(annotation: Any) -> tuple[Any, Turn | None]:
    if annotation is datetime:
        return str, datetime.fromisoformat
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return _group(annotation)
    if annotation in SIMPLE or (isinstance(annotation, type) and issubclass(annotation, StrEnum)):
        return annotation, None
    raise UnforeseenError(annotation)


def _unless_none(turn: Turn) -> Turn:
    return lambda read: None if read is None else turn(read)


def _each(turn: Turn) -> Turn:
    return lambda read: tuple([turn(item) for item in read])
