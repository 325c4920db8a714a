"""A group of fields: frozen data, and for each field what editors call it, what may be written, how it is written.

Law: records are made a thousand at a time where nobody asks whether they are right, because that was asked when their
file was read. So what is declared here only says what is right, and costs next to nothing until somebody asks;
`judge.py` holds what an editor wrote against it.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    TypedDict,
    TypeVar,
    Unpack,
    dataclass_transform,
    get_args,
    get_origin,
)

from msgspec import NODEFAULT, Struct, StructMeta
from msgspec.structs import replace


class Limits(TypedDict, total=False):
    """What a value must keep to, as pydantic and JSON Schema call it."""

    ge: int
    le: int
    pattern: str
    min_length: int
    max_length: int
    max_digits: int


class Field(Struct, frozen=True):
    """What is known of a field: the type behind its marks, these, its title and what is said of it, its limits.

    `default` is what it holds when nothing is written; `NODEFAULT` where something has to be.
    """

    default: Any = NODEFAULT
    title: str | None = None
    description: str | None = None
    limits: tuple[tuple[str, Any], ...] = ()
    annotation: Any = None
    metadata: tuple[Any, ...] = ()

    @property
    def required(self) -> bool:
        """Whether something has to be written."""
        return self.default is NODEFAULT


class After(Struct, frozen=True):
    """Marks a type whose values are checked, or put right, once they are what the type says."""

    check: Callable[[Any], Any]


class Before(Struct, frozen=True):
    """Marks a type whose values are read from what stands in the file, which for JSON Schema is a `written`."""

    read: Callable[[Any], Any]
    written: type | None = None


class Strict(Struct, frozen=True):
    """Marks a type of which only its own values are taken: `"3"` is no number, 1 is not true."""


class InSchema(Struct, frozen=True):
    """Marks a type that JSON Schema has to be told of in other words, which are `said` as JSON."""

    said: str


def field(
    *, default: Any = NODEFAULT, title: str | None = None, description: str | None = None, **limits: Unpack[Limits]
) -> Any:
    """What is declared of a field, or in `Annotated` of every field of that type."""
    return Field(default, title, description, tuple(limits.items()))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class ValueMeta(StructMeta):
    """Takes what `field` declares for the default it names, and keeps the rest for whoever asks.

    The fields of an `abstract` class are laid out in those derived from it, of which each may have several such bases.
    """

    __declared__: Mapping[str, Field]
    __abstract__: bool

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], *, abstract: bool = False
    ) -> "ValueMeta":
        """A class of frozen data, its fields given by name."""
        types = {key: type for key, type in _annotations(namespace).items() if get_origin(type) is not ClassVar}
        own = {key: _declared(type, namespace.pop(key, NODEFAULT)) for key, type in types.items()}
        known = {key for base in bases for each in base.__mro__ for key in getattr(each, "__declared__", ())}
        if untyped := [key for key, value in namespace.items() if isinstance(value, Field) or key in known]:
            raise TypeError(f"fields of {name} without a type: {', '.join(untyped)}")
        declared = _above(bases) | own
        laid_out = {} if abstract else declared
        namespace["__annotations__"] = {key: each.annotation for key, each in laid_out.items()}
        namespace |= {key: each.default for key, each in laid_out.items() if not each.required}
        made = super().__new__(cls, name, bases, namespace, frozen=True, kw_only=True, omit_defaults=True, gc=False)
        made.__declared__, made.__abstract__ = declared, abstract
        return made


def _above(bases: tuple[type, ...]) -> dict[str, Field]:
    """The fields of abstract bases.

    No other base may have one of that name, but what they are derived from: which of them holds could not be seen.
    """
    found: dict[str, Field] = {}
    for each in bases:
        others = [other for other in bases if not issubclass(each, other)]
        for key, declared in each.__declared__.items() if isinstance(each, ValueMeta) and each.__abstract__ else ():
            elsewhere = any(key in getattr(other, "__struct_fields__", ()) for other in others)
            if elsewhere or found.setdefault(key, declared) is not declared:
                raise TypeError(f"{key} is a field of two of {', '.join(base.__name__ for base in bases)}")
    return found


def _annotations(namespace: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a class that is being made says of its names; since Python 3.14 it says so when it is asked."""
    told: Callable[[int], Mapping[str, Any]] | None = namespace.get("__annotate_func__")
    return told(1) if told else namespace.get("__annotations__", {})


def _declared(annotation: Any, given: Any) -> Field:
    return replace(given if isinstance(given, Field) else Field(given), annotation=annotation)


class Value(Struct, metaclass=ValueMeta):
    """A group of fields inside a record: frozen, complete, and unknown keys are mistakes.

    What it holds is judged when it is read (`judge.py`), and never when it is made: who makes one gives typed values.
    """


V = TypeVar("V", bound=Value)


@cache
def fields_of(group: type[Value]) -> Mapping[str, Field]:
    """The fields of a group by name, those of what it is derived from first.

    What an `Annotated` type says of itself holds where the field says nothing else.
    """
    found: dict[str, Field] = {}
    for each in reversed(group.__mro__):
        if isinstance(each, ValueMeta):
            found |= {name: _bare(field) for name, field in each.__declared__.items()}
    return found


def _bare(declared: Field) -> Field:
    """The type of a field apart from its marks."""
    if get_origin(declared.annotation) is not Annotated:
        return declared
    inner, *marks = get_args(declared.annotation)
    told = [mark.description for mark in marks if isinstance(mark, Field) and mark.description]
    description = declared.description or (told[-1] if told else None)
    return replace(declared, annotation=inner, metadata=tuple(marks), description=description)


def said(value: Value) -> dict[str, Any]:
    """What a group says, deep inside too, without what would be so if nothing were said.

    A sum of the default's size is said where it is written in another scale.
    """
    found = ((name, field.default, getattr(value, name)) for name, field in fields_of(type(value)).items())
    return {name: _said(each) for name, default, each in found if each != default or repr(each) != repr(default)}


def _said(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_said, value))
    return said(value) if isinstance(value, Value) else value
