"""How to add a field that is missing, so that it can be typed as it stands: inside braces, as a list, as a line."""

from datetime import date
from enum import StrEnum
from typing import get_args, get_origin

from mingbai.records.field import Field
from mingbai.records.parts import classes_in
from mingbai.source.located import Located, Steps


def adding(field: Field | None, located: Located, steps: Steps) -> str:
    """What to write where `steps` lead to a field that is not there, and in which form if it has one."""
    key, owner = steps[-1], located.data
    for step in steps[:-1]:
        owner = owner[step]  # type: ignore[index]
    first = next(iter(owner), None) if isinstance(owner, dict) else None
    in_braces = first is not None and located.places.value(*steps[:-1]) != located.places.key(*steps[:-1], first)
    if in_braces and len(steps) > 1:
        return f"在花括号里补上 {key}: …{_form(field)}；前后用半角逗号隔开"
    if (
        not in_braces
        and field
        and tuple in {get_origin(field.annotation), *map(get_origin, get_args(field.annotation))}
    ):
        return f"补上 {key}:，下面每一项另起一行，缩进两格，前面写减号和空格：- …"
    return f"补上一行 {key}: …{_form(field)}"


def _form(field: Field | None) -> str:
    """What may stand there: one of a list, an example, a day."""
    types = tuple(classes_in(field.annotation)) if field else ()
    choices = next((type for type in types if issubclass(type, StrEnum)), None)
    if choices:
        return "，可以填：" + "、".join(choices)
    if bool in types:
        return "，填 true 或 false"
    if field and (field.description or "").startswith("如"):
        return f"，{field.description}"
    return "，如 2026-01-30" if date in types else ""
