"""What a record names, records and addresses outside, read off the types of its fields: no kind has to list them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec.structs import replace

from mingbai.records.field import Value, fields_of
from mingbai.records.parts import groups_in
from mingbai.records.values import Outward, Refers
from mingbai.source.located import Steps

Named = tuple[Steps, Any, str]
"""Where a field with a mark stands, the mark, what it says."""
Walk = Callable[[Any, Steps], Iterator[Named]]
M = TypeVar("M", bound=Value)


def references(record: Value) -> Iterator[tuple[Steps, Refers, str]]:
    """Every reference in `record`, deep inside lists and groups too, in the order of its fields."""
    walk = _of_model(type(record), Refers)
    return walk(record, ()) if walk else iter(())


def leads_outward(record: type[Value]) -> bool:
    """Whether such a record may hold an address outside."""
    return _of_model(record, Outward) is not None


@cache
def plain(record: type[Value]) -> Mapping[str, Refers] | None:
    """The fields in which such a record names others; `None` if one stands inside a list or a group."""
    found = _fields(record, Refers)
    return found if all(isinstance(each, Refers) for each in found.values()) else None


def addresses(record: Value) -> Iterator[tuple[Steps, str]]:
    """Every field of `record` that holds an address outside, in the order of its fields."""
    walk = _of_model(type(record), Outward)
    return ((steps, address) for steps, _, address in walk(record, ())) if walk else iter(())


@cache
def refers(record: type[Value], kind: str) -> bool:
    """Whether such a record may name records of that kind, or attachments."""
    return any(mark.kind == kind for mark in _marks(record))


def _marks(annotation: Any) -> Iterator[Refers]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        for field in fields_of(annotation).values():
            yield from (item for item in field.metadata if isinstance(item, Refers))
            yield from _marks(field.annotation)
    yield from (item for item in getattr(annotation, "__metadata__", ()) if isinstance(item, Refers))
    for argument in get_args(annotation):
        yield from _marks(argument)


@cache
def _fields(model: type[Value], sort: type) -> Mapping[str, Any]:
    """The fields in which there may be a mark of that sort: with the mark itself, or with the walk to it."""
    every = fields_of(model).items()
    return {name: found for name, field in every if (found := _of_type(field.annotation, sort, tuple(field.metadata)))}


@cache
def _of_model(model: type[Value], sort: type) -> Walk | None:
    fields = _fields(model, sort)
    if not fields:
        return None

    def walk(record: Any, steps: Steps) -> Iterator[Named]:
        for name, found in fields.items():
            value = getattr(record, name)
            if value is not None:
                yield from _named(found, value, (*steps, name))

    return walk


def _named(found: Any, value: Any, steps: Steps) -> Iterator[Named]:
    return found(value, steps) if callable(found) else iter(((steps, found, str(value)),))


def _of_type(annotation: Any, sort: type, metadata: tuple[Any, ...] = ()) -> Any:
    """The mark of a value that has one, or the walk to the marks inside it."""
    mark = next((item for item in metadata if isinstance(item, sort)), None)
    if mark:
        return mark
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return _of_model(annotation, sort)
    arguments = get_args(annotation)
    if not arguments:
        return None
    if hasattr(annotation, "__metadata__"):
        return _of_type(arguments[0], sort, annotation.__metadata__)
    if annotation.__class__.__name__ == "GenericAlias" and annotation.__origin__ is tuple:
        return _of_list(_of_type(arguments[0], sort))
    return next((walk for argument in arguments if (walk := _of_type(argument, sort))), None)


def _of_list(found: Any) -> Walk | None:
    if found is None:
        return None

    def each(values: Any, steps: Steps) -> Iterator[Named]:
        for index, value in enumerate(values):
            yield from _named(found, value, (*steps, index))

    return each


def without(record: M, left_out: Sequence[Steps]) -> M:
    """The record without the references at those places, in their order.

    Optional fields are empty, lists shorter: by the name, or by the row that has to have one.
    """
    for steps in reversed(list(dict.fromkeys(_whole(type(record), steps) for steps in left_out))):
        record = _without(record, steps)
    return record


def _whole(model: Any, steps: Steps) -> Steps:
    """Where what has to go with a reference stands: the row of a list that is nothing without it, or only itself."""
    row: Steps = ()
    for place, step in enumerate(steps):
        if isinstance(step, int):
            row = steps[: place + 1]
            continue
        field = fields_of(model)[step]
        if place + 1 == len(steps) and field.required:
            return row or steps
        model = next(groups_in(field.annotation), None)
    return steps


def _without(record: M, steps: Steps) -> M:
    name, *rest = steps
    value = getattr(record, str(name))
    if rest and isinstance(value, Value):
        value = _without(value, tuple(rest))
    elif rest:
        index = int(rest[0])
        kept = (_without(value[index], tuple(rest[1:])),) if rest[1:] else ()
        value = (*value[:index], *kept, *value[index + 1 :])
    return replace(record, **{str(name): value if rest else None})
