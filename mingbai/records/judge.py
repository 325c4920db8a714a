"""What an editor wrote, held against what its kind of record declares: the record, or every mistake at once.

pydantic does that: a model of its own stands for each group of fields, made when the first file of the kind is read,
and what it takes becomes the group itself.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import pydantic
from msgspec.json import decode
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, TypeAdapter, WithJsonSchema, create_model
from pydantic_core import PydanticUndefined

from mingbai.records.field import After, Before, Field, InSchema, Strict, Value, fields_of

V = TypeVar("V", bound=Value)
FORMS = 256
"""Of so many fields the judge is kept: more than any file has that is wrong in many places."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


def judged(group: type[V], written: object) -> V:
    """The group of fields that was written; `pydantic.ValidationError` says all that is wrong with it."""
    return _judge(group).validate_python(written)  # type: ignore[no-any-return]


def takes(form: Any, written: object) -> bool:
    """Whether a field, or any field of a type, takes what was written."""
    try:
        _taker(form).validate_python(written)
    except pydantic.ValidationError:
        return False
    return True


@lru_cache(FORMS)
def _taker(form: Any) -> TypeAdapter[Any]:
    one = isinstance(form, Field)
    return TypeAdapter(_marked(_typed(form.annotation), (*form.metadata, form)) if one else _typed(form))


def json_schema(group: type[Value]) -> dict[str, Any]:
    """The JSON Schema of a group, draft 2020-12."""
    return _model(group).model_json_schema()


@cache
def _judge(group: type[Value]) -> TypeAdapter[Any]:
    return TypeAdapter(_typed(group))


@cache
def _model(group: type[Value]) -> type[BaseModel]:
    fields: dict[str, Any] = {key: _field(name, fields_of(group)[name]) for name, key in _keys(group).items()}
    return create_model(group.__name__, __base__=_Model, **fields)


def _keys(group: type[Value]) -> dict[str, str]:
    """What the fields are called in the model, which keeps names like `copy` for itself."""
    return {name: f"field_{place}" for place, name in enumerate(fields_of(group))}


def _field(name: str, field: Field) -> tuple[Any, Any]:
    said = pydantic.Field(
        default=PydanticUndefined if field.required else field.default,
        alias=name,
        title=field.title,
        description=field.description,
        **dict(field.limits),
    )
    return _marked(_typed(field.annotation), field.metadata), said


def _typed(annotation: Any) -> Any:
    """The type that pydantic reads for one of ours: a value or a group, maybe none, in a tuple or a dict."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return Annotated[_model(annotation), AfterValidator(_maker(annotation))]
    origin, within = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(_typed(within[0]), within[1:])
    if origin in (Union, UnionType):
        return reduce(or_, map(_typed, within))
    if origin is tuple:
        return tuple[tuple(map(_typed, within))]  # type: ignore[misc]
    return dict[tuple(map(_typed, within))] if origin is dict else annotation  # type: ignore[misc]


def _marked(typed: Any, marks: Iterable[Any]) -> Any:
    """The type with its marks as pydantic knows them; it passes over those that only we know."""
    for mark in marks:
        typed = Annotated[typed, _mark(mark)]
    return typed


def _mark(mark: Any) -> Any:
    match mark:
        case Field():
            return pydantic.Field(description=mark.description, **dict(mark.limits))
        case After():
            return AfterValidator(mark.check)
        case Before():
            return BeforeValidator(mark.read, json_schema_input_type=mark.written or PydanticUndefined)
        case Strict():
            return pydantic.Strict()
        case InSchema():
            return WithJsonSchema(decode(mark.said))
    return mark


def _maker(group: type[V]) -> Callable[[BaseModel], V]:
    keys = _keys(group)
    return lambda model: group(**{name: model.__dict__[key] for name, key in keys.items()})
