"""From located data to a record, or to every mistake in it, said in Chinese at its line.

pydantic finds all mistakes at once but neither names the field in Chinese nor knows lines; each field's `title` stands
before what `sentences.py` says of a type of mistake, so that a Chinese word is written once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import TypeVar

from msgspec.structs import replace
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mingbai.near import near
from mingbai.problem import Place, Problem
from mingbai.records.adding import adding, example
from mingbai.records.base import Published, Record, unreviewed
from mingbai.records.field import Field, Value, fields_of
from mingbai.records.judge import judged
from mingbai.records.meant import (
    DERIVED,
    HANDBOOK,
    WITHHELD,
    choice_hint,
    day_hint,
    figure_hint,
    flag_hint,
    form_hint,
    is_no_day,
    is_too_long,
    key_hint,
    minute_hint,
    text_hint,
    written,
    year_hint,
)
from mingbai.records.named import FOLDERS
from mingbai.records.parts import classes_in, groups_in
from mingbai.records.sentences import DAY, NUMBER, OTHERWISE, SENTENCES, Said
from mingbai.records.together import once, together
from mingbai.source.located import Located, Step, Steps
from mingbai.source.yaml_write import scalar

R = TypeVar("R", bound=Record)


def read(kind: type[R], located: Located) -> tuple[R | None, tuple[Problem, ...]]:
    """The record of `kind` that the data says, or every mistake in it. Of both it is told where a key is left empty."""
    empty = list(_empty(located.data))
    try:
        return judged(kind, located.data), tuple(_problem(kind, located, _blank(steps)) for steps in empty)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        told = [error["loc"] for error in errors]
        errors += [_blank(steps) for steps in empty if not any(steps[: len(loc)] == loc for loc in told)]
        keys = {(*e["loc"][:-1], _meant(kind, e["loc"])) for e in errors if e["type"] == "extra_forbidden"}
        errors = [e for e in errors if not _follows(e, errors) and (e["type"] != "missing" or e["loc"] not in keys)]
        problems = tuple(once(partial(_problem, kind, located), errors))
        said = located.data if isinstance(located.data, dict) else {}
        if issubclass(kind, Published) and "review" not in said and ("review",) not in keys:
            problems += (unreviewed(located.places),)  # the rule that asks for it sees only what could be read
        return None, problems


def _empty(data: object, steps: Steps = ()) -> Iterator[Steps]:
    """Every key and item with nothing after it: who left one open may have meant to come back."""
    found = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in found:
        if value is None:
            yield (*steps, step)
        else:
            yield from _empty(value, (*steps, step))


def _blank(steps: Steps) -> ErrorDetails:
    return {"type": "blank", "loc": steps, "msg": "", "input": ""}


def _follows(error: ErrorDetails, errors: Sequence[ErrorDetails]) -> bool:
    """Whether a list counts as empty only because of the mistakes in its items, which are told themselves."""
    steps = error["loc"]
    return error["type"] == "too_short" and any(
        len(e["loc"]) > len(steps) and e["loc"][: len(steps)] == steps for e in errors
    )


def _problem(kind: type[Record], located: Located, error: ErrorDetails) -> Problem:
    steps = tuple(step for step in error["loc"] if step != "[key]")
    names = _names(kind, steps)
    if error["type"] == "missing":
        key = steps[-1]
        place = located.places.key(*steps[:-1])
        return Problem(place, "field/missing", f"缺少{names}（{key}）", adding(_field_at(kind, steps), located, steps))
    if error["type"] == "extra_forbidden":
        return _unknown(kind, steps, located.places.key(*steps))
    field = _field_at(kind, steps)
    at = located.places.value(*steps)
    if field and (several := together(partial(_names, kind), at, field.annotation, located.data, error)):
        return several
    said = _said(error)
    facts = _facts(kind, located, steps, error)
    return Problem(at, said.code, names + said.sentence.format_map(facts), said.hint.format_map(facts))


def _said(error: ErrorDetails) -> Said:
    """What is said of an error; of a number or a day that is one but cannot be meant, not that it is none."""
    said, value = SENTENCES.get(error["type"], OTHERWISE), error["input"]
    if said is NUMBER and is_too_long(value):
        return SENTENCES["decimal_max_digits"]
    if said is DAY and is_no_day(value):
        return replace(SENTENCES["no_such_day"], hint=DAY.hint)
    return said


def _unknown(kind: type[Record], steps: Steps, place: Place) -> Problem:
    owner = _model_at(kind, steps[:-1])
    written = str(steps[-1])
    if written in (*DERIVED, *WITHHELD):
        return Problem(place, "field/unknown", f"这里没有“{written}”这一项", key_hint(written))
    twin = fields_of(_public_twin(kind))
    if owner is kind and written in twin and place.path.startswith("content/intranet/"):
        message = f"内部的文件不写“{written}”（{twin[written].title}）"
        hint = "删掉这一行；这份要公开，就把文件挪到 content/public/ 里同样的文件夹"
        return Problem(place, "field/unknown", message, hint)
    fields = fields_of(owner) if owner else {}
    named = {name: f"{name}（{field.title}）" for name, field in fields.items()}
    name = _meant(kind, steps)
    hint = f"是不是 {named[name]}？" if name else key_hint(written) or "可以写的有：" + "、".join(named.values())
    return Problem(place, "field/unknown", f"这里没有“{written}”这一项", hint)


def _public_twin(kind: type[Record]) -> type[Record]:
    """The kind of public records that lie in a folder of the same name, or what all of them have in common."""
    return next((each for each in FOLDERS["content/public/"] if each.pattern == kind.pattern), Published)


def _meant(kind: type[Record], steps: Steps) -> str | None:
    """The key that was meant by an unknown one, or whose title it is; if that is missing, this is why."""
    owner, written = _model_at(kind, steps[:-1]), str(steps[-1])
    fields = fields_of(owner) if owner and written not in (*DERIVED, *WITHHELD) else {}
    names = {field.title: name for name, field in fields.items() if field.title} | {name: name for name in fields}
    return names.get(near(written, names) or "")


class _Facts:
    """What the sentence of a mistake may name; each is reckoned when it does."""

    def __init__(self, facts: Mapping[str, Callable[[], object]]) -> None:
        self._facts = facts

    def __getitem__(self, name: str) -> object:
        return self._facts[name]()


def _facts(kind: type[Record], located: Located, steps: Steps, error: ErrorDetails) -> "_Facts":
    value = error["input"]
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    field = _field_at(kind, steps)
    needed = field and field.required and steps[-1] == key
    before = f"{key}: " if steps and steps[-1] == key else ""
    group = _model_at(kind, steps)
    facts: dict[str, Callable[[], object]] = {
        "key": lambda: key,
        "before": lambda: before,
        "input": lambda: _shown(value),
        "quoted": lambda: _shown(value) if _shown(value).startswith("“") else f"“{_shown(value)}”",
        "got": lambda: _got(value),
        "text_hint": lambda: text_hint(located, steps, value, field),
        "flag_hint": lambda: flag_hint(key, value),
        "one": lambda: scalar(value) if isinstance(value, str) and value.strip() else "…",
        "or_none": lambda: "；没有就删掉这一项" if not needed and not written(value).strip() else "",
        "day_hint": lambda: day_hint(key, value),
        "minute_hint": lambda: minute_hint(key, value),
        "year_hint": lambda: year_hint(before, written(value)),
        "whole_hint": lambda: figure_hint(before, value, whole=True) or f"只写数字，例如 {before}5",
        "amount_hint": lambda: figure_hint(before, value) or f"只写数，不带单位，例如 {before}14.00",
        "choices": lambda: _choices(field, value, before),
        "form": lambda: form_hint(field, before, value) if field else HANDBOOK,
        "first": lambda: f"{next(iter(fields_of(group)))}: …" if group else example(field) if field else "…",
        "length": lambda: len(value) if isinstance(value, str) else 0,
    }
    told = error.get("ctx") or {}
    return _Facts(facts | {name: lambda each=each: each for name, each in told.items()})


def _shown(value: object) -> str:
    text = written(value)
    return text if len(text) <= 40 else text[:40] + "…"


def _got(value: object) -> str:
    if value is None:
        return "空的"
    if isinstance(value, bool):
        return " true 或 false"
    if isinstance(value, dict):
        return "一组分项"
    return "列表" if isinstance(value, list) else "数"


def _choices(field: Field | None, value: object, before: str) -> str:
    enum = next((t for t in classes_in(field.annotation if field else None) if issubclass(t, StrEnum)), None)
    if enum is None:
        return HANDBOOK
    allowed = [str(member) for member in enum]
    if meant := choice_hint(before, value, allowed):
        return meant
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    close = near(str(value), allowed)
    listed = "、".join(allowed)
    return f"是不是 {close}？可以填：{listed}" if close else f"可以填：{listed}"


def _field_at(kind: type[Value], steps: Steps) -> Field | None:
    """The field that `steps` lead to; list positions belong to their list's field."""
    model: type[Value] | None = kind
    field: Field | None = None
    for step in steps:
        if isinstance(step, str) and model:
            found = fields_of(model).get(step)
            if not found:
                return field
            field = found
            model = next(groups_in(found.annotation), None)
    return field


def _model_at(kind: type[Value], steps: Steps) -> type[Value] | None:
    field = _field_at(kind, steps)
    if not steps:
        return kind
    return next(groups_in(field.annotation), None) if field else None


def _names(kind: type[Record], steps: Steps) -> str:
    """What an editor calls the spot: “申请材料”第3项“材料名称”."""
    parts: list[str] = []
    for end, step in enumerate(steps, start=1):
        if isinstance(step, int):
            parts.append(f"第{step + 1}项")
        else:
            parts.append(f"“{_title(kind, steps[:end], step)}”")
    return "".join(parts) or f"“{kind.label}”"


def _title(kind: type[Record], steps: Steps, step: Step) -> str:
    owner = _model_at(kind, steps[:-1])
    field = fields_of(owner).get(str(step)) if owner else None
    return field.title if field and field.title else str(step)
