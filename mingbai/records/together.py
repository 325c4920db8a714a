"""Several values typed as one text, because the comma between them is that of a Chinese keyboard.

Law: only what is a list when taken apart, and is none as it stands, was meant as one; a sentence stays a sentence.
"""

import re
from collections.abc import Callable
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from mingbai.problem import Place, Problem
from mingbai.source.located import Steps
from mingbai.source.yaml_scalar import plain

_SIGNS = {"，": "全角逗号", "、": "顿号", "；": "分号", ",": "逗号"}
_BETWEEN = re.compile(f"[{''.join(_SIGNS)}]")
_BRACKETS = "［］【】[] "


def together(
    named: Callable[[Steps], str], place: Place, annotation: Any, data: Any, error: ErrorDetails
) -> Problem | None:
    """Say that what was refused is several values, if it is; `annotation` is the type of its field."""
    steps, value = error["loc"], error["input"]
    parts = _apart(value)
    if len(parts) < 2:
        return None
    if _fits(annotation, parts) and not _fits(annotation, [value]):
        whole, owner = [value], steps
        if isinstance(steps[-1], int):
            whole, owner = data, steps[:-1]
            for step in owner:
                whole = whole[step]
        items = ", ".join(part for each in whole for part in (_apart(each) if each == value else (str(each),)))
        signs = "和".join(_SIGNS[sign] for sign in dict.fromkeys(_BETWEEN.findall(value)))
        message = f"{named(owner)}用{signs}隔开，几项读成了一项"
        return Problem(place, "field/run-together", message, f"写成 {owner[-1]}: [{items}]，逗号用半角，后面空一格")
    if error["type"] == "enum" and all(_fits(annotation, part) for part in parts):
        message = f"{named(steps)}只能填一个，这里有 {len(parts)} 个"
        return Problem(place, "field/not-a-choice", message, f"只留一个，例如 {steps[-1]}: {parts[0]}")
    return None


def _apart(value: object) -> list[str]:
    """What stands between the commas of a text."""
    return [part.strip() for part in _BETWEEN.split(value.strip(_BRACKETS))] if isinstance(value, str) else []


def _fits(annotation: Any, value: str | list[str]) -> bool:
    """Whether a field of that type takes what a file says so."""
    try:
        TypeAdapter(annotation).validate_python([*map(plain, value)] if isinstance(value, list) else plain(value))
    except ValidationError:
        return False
    return True
