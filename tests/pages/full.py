"""A bureau in which every field of every record is filled in, made from the types of the fields alone."""

import re
import typing
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from mingbai.build.render import Renderer
from mingbai.materials import materials
from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page
from mingbai.records.field import Value, fields_of
from mingbai.records.values import Refers
from tests import ROOT

Steps = tuple[str | int, ...]
DAY = date(2026, 12, 28)
IDS = {
    "bureau": ["bureau"],
    "people": ["pa", "pb"],
    "divisions": ["da", "db"],
    "laws": ["la", "lb"],
    "commitments": ["da/ca", "db/cb"],
    "errands": ["ea", "eb"],
    "fees": ["fa", "fb"],
    "fines": ["na", "nb"],
    "bulletins": ["2026/01", "2026/02"],
    "articles": ["2026/01/a", "2026/02/a"],
    "pledges": ["2026/da", "2026/db"],
    "documents": ["2026/da", "2026/db"],
    "internal-documents": ["2026/ia", "2026/ib"],
    "calendar": ["2026", "2025"],
    "performance": ["2026-q1", "2026-q2"],
    "norms": ["norms"],
    "honours": ["2026", "2025"],
    "exemplars": ["2026/a", "2026/b"],
    "figures": ["fga", "fgb"],
    "pages": ["pga", "pgb"],
    "campaigns": ["2026", "2025"],
    "staff": ["sa", "sb"],
    "plans": ["2026/da", "2026/db"],
    "conduct": ["2026/sa", "2026/sb"],
    "activities": ["2026/aa", "2026/ab"],
    "internal-bulletins": ["2026/01", "2026/02"],
    "internal-articles": ["2026/01/a", "2026/02/a"],
    "submissions": ["2026/sa", "2026/sb"],
    "inspections": ["2026/na", "2026/nb"],
    "findings": ["2026/001", "2026/002"],
    "circulars": ["2026/01", "2026/02"],
    "complaints": ["2026/001", "2026/002"],
    "reviews": ["2026/ra", "2026/rb"],
    "appraisals": ["2026/da", "2026/db"],
    "city-rankings": ["2026", "2025"],
    "rewards": ["2026/wa", "2026/wb"],
    "annexes/commitments": ["da/ca"],
    "annexes/fees": ["fa"],
    "annexes/fines": ["na"],
    "annexes/divisions": ["da"],
    "annexes/people": ["pa"],
    "forbidden": ["forbidden"],
    "annexes/honours": ["2026"],
    "files": ["forms/a.pdf", "forms/b.pdf"],
}
PICTURES = ["marks/a.png", "marks/b.png"]
WITH_FORM = {
    "aliases": "/jiu/a1/",
    "begins": "1月上旬",
    "ends": "7月底",
    "norms_accepted": "N7",
    "route": "/laws/",
    "under": "/data/",
    "url": "https://example.invalid/a",
    "query_url": "https://example.invalid/b",
    "code_basic": "ABCDEFGHJK12",
    "code_impl": "ABCDEFGHJKLMNPQRSTUVWXYZ1234567",
    "site_id_code": "1234567890",
    "conac_id": "ABCDEF1234567890",
    "policy": "https://example.invalid/c",
    "host": "hui.example",
    "public_host": "gong.example",
    "intranet_host": "nei.example",
    "sha256": "0123456789abcdef" * 4,
    "salt": "0123456789abcdef",
    "strings": "abc-0123456789abcdef0123456789abcdef",
}
NUMBERS = {"items": (7, 12), "not_ours": (3, 4), "notify_days": (7, 12)}
"""Numbers that have to be small; so many working days are counted one by one."""
SKIP = {
    "deploy": "says which other marks are printed",
    "freshness": "a promise checked by a later rule, not a statement to readers",
    "sample_day": "printed in the banner through the clock",
}


def sample(name: str, annotation: Any, metadata: tuple[Any, ...] = (), turn: int = 0) -> Any:
    """A value for a field; `turn` 1 gives another one that reads differently."""
    refers = next((item for item in metadata if isinstance(item, Refers)), None)
    if refers:
        ids = PICTURES if name == "picture" else IDS[refers.kind]
        return ids[turn % len(ids)]
    if typing.get_origin(annotation) is typing.Annotated:
        inner, *more = typing.get_args(annotation)
        return sample(name, inner, (*more, *metadata), turn)
    if typing.get_args(annotation):
        return _group(name, annotation, metadata, turn)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return full(annotation)
    return _plain(name, annotation, turn)


def _group(name: str, annotation: Any, metadata: tuple[Any, ...], turn: int) -> Any:
    """A list of one, a table of one, or the value itself of what may be left out."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return (sample(name, arguments[0], (), turn),)
    if origin is dict:
        return {f"第{'七八'[turn]}条": f"文{turn}-{name}"}
    return sample(name, next(a for a in arguments if a is not type(None)), metadata, turn)


def _plain(name: str, annotation: Any, turn: int) -> Any:
    if annotation is int and name in NUMBERS:
        return NUMBERS[name][turn]
    if issubclass(annotation, StrEnum):
        return list(annotation)[turn % len(annotation)]
    if annotation is str:
        form = WITH_FORM.get(name)
        if form:
            return form if not turn else form.replace("1", "2").replace("a", "e").replace("7", "8")
        return f"t{turn}" if name in ("id", "items") else f"文{turn}-{name}"
    values: dict[Any, list[Any]] = {
        bool: [False, True],
        int: [7919, 6841],
        Decimal: [Decimal("7919.5"), Decimal("6841.5")],
        date: [date(2026, 3, 17), date(2026, 4, 19)],
        datetime: [datetime(2026, 3, 17, 9, 13), datetime(2026, 4, 19, 10, 41)],
    }
    return values[annotation][turn]


def full(model: type[Value]) -> Value:
    """An instance with every field filled in; made without validation, so that groups that exclude each other stand."""
    values = {name: sample(name, f.annotation, tuple(f.metadata)) for name, f in fields_of(model).items()}
    return model(**values)


def leaves(model: Value, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every innermost field of an instance: the steps to it, and another value for it."""
    for name, field in fields_of(type(model)).items():
        value = getattr(model, name)
        first = value[0] if isinstance(value, tuple) and value else value
        if isinstance(first, Value):
            yield from leaves(first, (*steps, name, *((0,) if isinstance(value, tuple) else ())))
        elif value is not None and name not in SKIP:
            yield (*steps, name), sample(name, field.annotation, tuple(field.metadata), 1)


def with_value(model: Value, steps: Steps, value: Any) -> Any:
    """The instance with one field changed, deep inside."""
    name = str(steps[0])
    if len(steps) == 1:
        return replace(model, **{name: value})
    old = getattr(model, name)
    if isinstance(steps[1], int):
        return replace(model, **{name: (with_value(old[0], steps[2:], value), *old[1:])})
    return replace(model, **{name: with_value(old, steps[1:], value)})


TEMPLATES = materials(ROOT).templates
PROGRAMS_ONLY = re.compile(r'<script type="application/ld\+json">[^<]*</script>')
_RENDERERS: dict[str, Renderer] = {}


def rendered(page: Page, frame: Chrome) -> str:
    """The HTML of a page as a reader sees it: without what only programs read."""
    key = repr(frame)
    if key not in _RENDERERS:
        _RENDERERS[key] = Renderer(TEMPLATES, frame, lambda _: "<p>正文</p>")
    return PROGRAMS_ONLY.sub("", _RENDERERS[key].render(page).decode())
