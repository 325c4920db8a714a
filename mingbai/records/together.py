"""Several values typed as one text, because the comma between them is that of a Chinese keyboard.

Law: only what is a list when taken apart, and is none as it stands, was meant as one; a sentence stays a sentence.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic_core import ErrorDetails

from mingbai.problem import Place, Problem
from mingbai.records.judge import takes
from mingbai.source.located import Steps
from mingbai.source.yaml_scalar import plain
from mingbai.source.yaml_write import flow

_SIGNS = {"，": "全角逗号", "、": "顿号", "；": "分号", ",": "逗号"}
_WITHIN = "“[^“”]*+”|（[^（）]*+）"
"""What is quoted or added in brackets is never parted."""
_BETWEEN = re.compile(f"(?:{_WITHIN}|[^{''.join(_SIGNS)}])++")
_BETWEEN_COMMAS = re.compile(f"(?:{_WITHIN}|[^，；,])++")
_BRACKETS = "［］【】[] "


def together(
    named: Callable[[Steps], str], place: Place, annotation: Any, data: Any, error: ErrorDetails
) -> Problem | None:
    """Say that what was refused is several values, if it is; `annotation` is the type of its field."""
    steps, value = error["loc"], error["input"]
    parts, between = _meant(annotation, value)
    if len(parts) < 2:
        return None
    if _fits(annotation, parts) and not _fits(annotation, [value]):
        owner = steps[:-1] if isinstance(steps[-1], int) else steps
        items = _items(annotation, [value] if owner == steps else _at(data, owner))
        signs = "和".join(_SIGNS[sign] for sign in dict.fromkeys(between))
        message = f"{named(owner)}用{signs}隔开，几项读成了一项"
        if not items:
            return Problem(place, "field/run-together", message, f"拆成 {len(parts)} 项：{'、'.join(parts)}")
        hint = f"写成 {owner[-1]}: {flow([*map(plain, items)])}，逗号用半角，后面空一格"
        return Problem(place, "field/run-together", message, hint)
    if error["type"] == "enum" and all(_fits(annotation, part) for part in parts):
        message = f"{named(steps)}只能填一个，这里有 {len(parts)} 个"
        return Problem(place, "field/not-a-choice", message, f"只留一个，例如 {steps[-1]}: {parts[0]}")
    return None


def once(tell: Callable[[ErrorDetails], Problem], errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """Each mistake; where items of a list have run together, the list is told once, with all of them."""
    lists: set[Steps] = set()
    for error in errors:
        steps = error["loc"]
        if steps[:-1] in lists and len(_apart(error["input"])[0]) > 1:
            continue
        problem = tell(error)
        if problem.code == "field/run-together" and isinstance(steps[-1], int):
            lists.add(steps[:-1])
        yield problem


def _at(data: Any, steps: Steps) -> list[Any]:
    for step in steps:
        data = data[step]
    return data  # type: ignore[no-any-return]


def _items(annotation: Any, values: Iterable[object]) -> list[str]:
    """All items of a list, each taken apart where it is several; nothing if some are wrong even so."""
    items = [part for each in values for part in (_meant(annotation, each)[0] or [str(each)])]
    return items if _fits(annotation, items) else []


def _meant(annotation: Any, value: object) -> tuple[list[str], str]:
    """The values in a text and the signs between them.

    Where a list takes items with 、 in them, that sign parts none: 文化、广电，新闻.
    """
    wide = _apart(value, _BETWEEN_COMMAS)
    return wide if len(wide[0]) > 1 and _fits(annotation, wide[0]) else _apart(value)


def _apart(value: object, between: re.Pattern[str] = _BETWEEN) -> tuple[list[str], str]:
    """What stands between the commas of a text, and these commas; brackets around it all are no part of it."""
    if not isinstance(value, str):
        return [], ""
    text = value.strip(_BRACKETS)
    if any(bracket in text for bracket in _BRACKETS.rstrip()):
        text = value
    return [part.strip() for part in between.findall(text) if part.strip()], between.sub("", text)


def _fits(annotation: Any, value: str | list[str]) -> bool:
    """Whether a field of that type takes what a file says so."""
    return takes(annotation, [*map(plain, value)] if isinstance(value, list) else plain(value))
