"""Both sites of the bureau in which every field is filled in, with some of its records changed."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec.structs import replace

from mingbai.boundary import Audience
from mingbai.clock import Clock
from mingbai.corpus import intranet, public
from mingbai.corpus.gather import File
from mingbai.pages.chrome import Chrome, intranet_chrome, public_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from mingbai.records.base import Body, Entry, Record
from mingbai.records.intranet import KINDS as INTRANET
from mingbai.records.intranet.appraisal import AppraisalAction
from mingbai.records.public import KINDS as PUBLIC
from mingbai.records.public.bureau import Column
from mingbai.source.located import Places
from tests.factories import ASSETS
from tests.pages.full import DAY, IDS, full, with_value

Changes = Mapping[tuple[str, str], Record]
Shown = tuple[tuple[str, str], tuple[Page, Chrome]]
Half = tuple[public.PublicCorpus, tuple[Page, ...]]
FILES = {id: File(f"content/public/files/{id}", 1, "0") for id in IDS["files"]}
KINDS = {Audience.PUBLIC: PUBLIC, Audience.INTRANET: INTRANET}


APART: dict[tuple[str, str], dict[str, Any]] = {("divisions", "db"): {"order": 7000}}
"""The second unit stands between the two places that the first one may have, so a change of `order` turns the list."""


def bureau(changes: Changes) -> tuple[public.PublicCorpus, intranet.IntranetCorpus]:
    """Both corpora of the bureau with every field filled in, some records changed."""
    shown, _ = _outside(changes)
    return shown, _inside(shown, changes)


def _outside(changes: Changes) -> Half:
    """The public corpus and its pages; what changes inside changes neither, so that they are made once for all that."""
    own = {kind.kind for kind in PUBLIC}
    return _public(changes) if any(kind in own for kind, _ in changes) else _unchanged()


@cache
def _unchanged() -> Half:
    return _public({})


def _public(changes: Changes) -> Half:
    shown, _ = public.assemble(tuple(_entries(PUBLIC, changes)), set(), FILES, Clock(DAY, DAY))
    assert shown
    # /data/ says of a record only that its table has another size; to find that out is slow.
    return shown, tuple(page for page in public_pages(shown) if page.route != "/data/")


def _inside(shown: public.PublicCorpus, changes: Changes) -> intranet.IntranetCorpus:
    whole, _ = intranet.assemble(shown, tuple(_entries(INTRANET, changes)), set(), FILES)
    return whole


def _entries(kinds: tuple[type[Record], ...], changes: Changes) -> Iterator[Entry[Record]]:
    for kind in kinds:
        for id in IDS[kind.kind]:
            changed = changes.get((kind.kind, id))
            yield _entry(kind, id, changed) if changed else _standing(kind, id)


@cache
def _standing(kind: type[Record], id: str) -> Entry[Record]:
    return _entry(kind, id, replace(settled(kind), **APART.get((kind.kind, id), {})))


def _entry(kind: type[Record], id: str, record: Record) -> Entry[Record]:
    body = Body("prose") if kind.pattern.endswith(".md") else None
    path = f"content/x/{kind.pattern}".replace("*", "{}").format(*id.split("/"))
    return Entry(id, record, Places(path), f"{path} {record!r}", body)


def main_column(route: str) -> Any:
    """A column that another may lie under; there are two, so that it can move."""
    return replace(full(Column), route=route, under=None)


@cache
def settled(kind: type[Record]) -> Any:
    """A full record of a kind, with the few fields that must agree with its place."""
    record: Any = full(kind)
    known: dict[str, dict[str, Any]] = {
        "bureau": {"columns": (full(Column), *(main_column(route) for route in ("/data/", "/dete/")))},
        "bulletins": {"items": ("a",)},
        "internal-bulletins": {"items": ("a",)},
    }
    if kind.kind == "appraisals":
        steps = [replace(record.log[0], action=action) for action in AppraisalAction]
        done = replace(record, log=tuple(steps))  # only then scores and uses are shown
        return with_value(done, ("evidence", 0, "scores", 0, "indicator"), "t0")
    return replace(record, **known.get(kind.kind, {}))


def pages(changes: Changes) -> Iterator[Shown]:
    """Every page of both sites, by (site, route), with its site's frame; the intranet's are made when asked for."""
    shown, outside = _outside(changes)
    frame = public_chrome(shown, ASSETS)
    yield from ((("public", page.route), (page, frame)) for page in outside)
    frame = intranet_chrome(shown, ASSETS)
    yield from ((("intranet", page.route), (page, frame)) for page in intranet_pages(_inside(shown, changes), outside))
