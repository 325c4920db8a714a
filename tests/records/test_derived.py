"""What is worked out has no field: nobody can type that something is late, missing, or how far it has come (R36)."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from mingbai.records.field import Value, ValueMeta, fields_of
from mingbai.records.intranet import KINDS
from mingbai.records.intranet.plan import PlanStatus
from mingbai.records.meant import DERIVED
from mingbai.records.values import Flag

NO_STATE = {"required_reading", "instant", "unset", "nothing_found"}
"""Fields that are true or false, of a paper, of a time limit or of a visit, and never of how far things have come."""


def states(model: type[Value]) -> Iterator[str]:
    """The fields of a model, deep inside too, that could hold a state: by name, by type, or as a yes or no."""
    for name, field in fields_of(model).items():
        types = [*classes(field.annotation)]
        if name in DERIVED or bool in types or any(found.__name__.endswith(("Status", "State")) for found in types):
            yield name
        for group in types:
            if issubclass(group, Value):
                yield from states(group)


def classes(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from classes(argument)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_no_internal_record_has_a_field_for_a_state(kind: type[Value]) -> None:
    assert [name for name in states(kind) if name not in NO_STATE] == []


@pytest.mark.parametrize(
    "field", [("late", str), ("done", Flag), ("stands", PlanStatus), ("stands", PlanStatus | None)]
)
def test_a_field_for_one_would_be_found(field: tuple[str, Any]) -> None:
    """The control, in the record itself and in a list of groups."""
    name, annotation = field
    plain: Any = ValueMeta("Plain", (Value,), {"__annotations__": {name: annotation}})
    nested: Any = ValueMeta("Nested", (Value,), {"__annotations__": {"groups": tuple[plain, ...]}})

    assert [*states(plain)] == [*states(nested)] == [name]
