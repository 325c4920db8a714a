"""How to add a field that is missing, so that it can be typed as it stands: inside braces, as a list, as a line."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import get_args, get_origin

from mingbai.records.field import Field, fields_of
from mingbai.records.parts import classes_in, groups_in
from mingbai.source.located import Located, Steps


def adding(field: Field | None, located: Located, steps: Steps) -> str:
    """What to write where `steps` lead to a field that is not there, and in which form if it has one."""
    key, owner = steps[-1], located.data
    for step in steps[:-1]:
        owner = owner[step]  # type: ignore[index]
    first = next(iter(owner), None) if isinstance(owner, dict) else None
    in_braces = first is not None and located.places.value(*steps[:-1]) != located.places.key(*steps[:-1], first)
    if in_braces and len(steps) > 1:
        return f"在花括号里补上 {key}: {_shape(field)}{_form(field)}；前后用半角逗号隔开"
    if not in_braces and field and _is_list(field):
        return f"补上 {key}:，下面每一项另起一行，缩进两格，前面写减号和空格：- {_group(field) or '…'}{_form(field)}"
    owed = _owed(field) if field else {}
    others = [name for name in _keys(field) if name not in owed] if field and not example(field) else []
    if others and not owed and not in_braces:
        return f"补上 {key}:，下面缩进两格，一样一行，可以写 {'、'.join(others)}"
    more = f"；还可以写 {'、'.join(others)}" if others else ""
    return f"补上一行 {key}: {_shape(field)}{_form(field)}{more}"


def example(field: Field) -> str:
    """The first example of a group that a field is described with, without its braces; nothing where it has none."""
    begins, brace, rest = (field.description or "").partition("{")
    return rest.partition("；")[0].removesuffix("}") if begins == "如 " and brace else ""


def _is_list(field: Field) -> bool:
    return tuple in {get_origin(field.annotation), *map(get_origin, get_args(field.annotation))}


def _shape(field: Field | None) -> str:
    """What is written after a key, with the keys that a group in it must have."""
    inner = _group(field) if field else ""
    return f"[{inner or '…'}]" if field and _is_list(field) else inner or "…"


def _group(field: Field) -> str:
    """The keys owed in the one sort of group in a field, on one line; nothing where it holds no such group."""
    owed = _owed(field)
    return "{" + ", ".join(f"{name}: {_shape(each)}" for name, each in owed.items()) + "}" if owed else ""


def _owed(field: Field) -> dict[str, Field]:
    """The keys that a group must have, and those with an example of a group, because a rule asks for them."""
    return {name: each for name, each in _keys(field).items() if each.required or example(each)}


def _keys(field: Field) -> Mapping[str, Field]:
    """The keys of the one sort of group in a field; none where it holds no group, or several sorts."""
    groups = list(groups_in(field.annotation))
    return fields_of(groups[0]) if len(groups) == 1 else {}


def _form(field: Field | None) -> str:
    """What may stand there: one of a list, an example, a day; of a group, in each of its keys that has a form."""
    owed = _owed(field) if field else {}
    if owed:
        return "".join(f"；{name} {form.lstrip('，')}" for name, each in owed.items() if (form := _form(each)))
    types = tuple(classes_in(field.annotation)) if field else ()
    choices = next((type for type in types if issubclass(type, StrEnum)), None)
    if choices:
        return "，可以填：" + "、".join(choices)
    if bool in types:
        return "，填 true 或 false"
    if field and (field.description or "").startswith("如"):
        return f"，{field.description}"
    return "，如 2026-01-30" if date in types else ""
