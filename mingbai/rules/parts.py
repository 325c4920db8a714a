"""Groups of fields of one type anywhere in a record, so that a rule about them need not list the kinds."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from mingbai.source.located import Steps

V = TypeVar("V", bound=BaseModel)


def parts(record: BaseModel, kind: type[V]) -> Iterator[tuple[Steps, V]]:
    """Every group of that kind in `record`, deep inside lists and groups too, and where it stands."""
    yield from _walk(record, kind, ())


def _walk(value: Any, kind: type[V], steps: Steps) -> Iterator[tuple[Steps, V]]:
    if isinstance(value, kind):
        yield steps, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, kind, (*steps, index))
    elif isinstance(value, BaseModel):
        for name in _grouped(type(value)):
            yield from _walk(getattr(value, name), kind, (*steps, name))


@cache
def _grouped(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that may hold groups; most fields are plain and need not be looked into."""
    return tuple(name for name, field in model.model_fields.items() if _holds_group(field.annotation))


def _holds_group(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_group, get_args(annotation)))
