"""Groups of fields of one type anywhere in a record, so that a rule about them need not list the kinds."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from mingbai.records.field import Value, fields_of
from mingbai.source.located import Steps

V = TypeVar("V", bound=Value)


def parts(record: Value, kind: type[V]) -> Iterator[tuple[Steps, V]]:
    """Every group of that kind in `record`, deep inside lists and groups too, and where it stands."""
    return _walk(record, kind, ()) if may_hold(type(record), kind) else iter(())


def _walk(value: Any, kind: type[V], steps: Steps) -> Iterator[tuple[Steps, V]]:
    if isinstance(value, kind):
        yield steps, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, kind, (*steps, index))
    elif isinstance(value, Value):
        for name in _grouped(type(value)):
            yield from _walk(getattr(value, name), kind, (*steps, name))


@cache
def groups_of(model: type[Value]) -> frozenset[type[Value]]:
    """The types of all groups that can stand in such a record, itself among them."""
    inner = (group for field in fields_of(model).values() for group in groups_in(field.annotation))
    return frozenset({model}.union(*map(groups_of, inner)))


@cache
def may_hold(model: type[Value], kind: type[Value]) -> bool:
    """Whether a group of that kind can stand in such a record; in most records none can."""
    return any(issubclass(group, kind) for group in groups_of(model))


def groups_in(annotation: Any) -> Iterator[type[Value]]:
    """The groups that a field holds."""
    return (each for each in classes_in(annotation) if issubclass(each, Value))


def classes_in(annotation: Any) -> Iterator[type]:
    """Every class named in a type annotation, `tuple[Step, ...] | None` and the like taken apart."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from classes_in(argument)


@cache
def _grouped(model: type[Value]) -> tuple[str, ...]:
    """The fields that may hold groups; most fields are plain and need not be looked into."""
    return tuple(name for name, field in fields_of(model).items() if any(groups_in(field.annotation)))
