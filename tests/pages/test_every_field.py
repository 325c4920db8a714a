"""Every non-empty field is visible somewhere: change one, and what some reader sees changes."""

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page
from mingbai.records.base import Record
from mingbai.records.intranet.annex import CommitmentAnnex
from mingbai.records.public.bureau import Bureau, Deploy
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.fee import Fee, Rate, Standard
from mingbai.records.public.fine import Fine
from mingbai.records.public.forbidden import ForbiddenStrings
from mingbai.records.values import Start
from tests.pages.everything import KINDS, pages, settled
from tests.pages.full import IDS, Steps, leaves, rendered, with_value

SHAPES = {"fixed": None, "range": None, "times": None}
"""The forms of a fine, which exclude each other."""


@cache
def variants(kind: type[Record]) -> list[Record]:
    """The full record, and those shapes of it that exclude each other."""
    base = settled(kind)
    if kind is Fee:
        forms = base.standard
        rate = replace(forms.rate, min=None, max=None)
        shapes = [
            Standard(fixed=forms.fixed),
            Standard(range=forms.range),
            Standard(rate=rate),
            Standard(rate=Rate(min=Decimal(1), max=Decimal(2), base="文0-base")),
            Standard(tiers=forms.tiers),
        ]
        return [
            replace(base, standard=shape, events=events, valid_until=until)
            for shape in shapes
            for events, until in ((base.events, base.valid_until), ((), None))
        ]
    if kind is Fine:
        branch = base.standard[0]
        forms = [replace(branch, **SHAPES | {form: getattr(branch, form)}) for form in SHAPES]
        standing = {"cancelled_on": None, "valid_until": None}
        over = [base, replace(base, cancelled_on=None)]
        used = [replace(base, **{"standard": (form,), **standing}) for form in forms]
        return [*over, *used]
    if kind is Commitment:
        running = replace(base, events=(), effective_to=None)
        free = replace(running, fees=(), materials=())
        timed = [
            with_value(with_value(running, (limit, "number"), 3), (limit, "clock"), Start.EVENT)
            for limit in ("applicant_deadline", "promised", "statutory")
        ]
        return [base, running, free, *timed]
    if kind is Bureau:
        return [base, replace(base, deploy=Deploy.PRODUCTION)]
    if kind is CommitmentAnnex:
        return [base, with_value(base, ("internal_limit", "clock"), Start.EVENT)]
    return [base]


UNSEEN = (ForbiddenStrings,)
"""A list of digests is for the checks; nobody could read it."""
CASES = [
    pytest.param(kind, steps, id=f"{kind.kind}.{'.'.join(str(step) for step in steps)}")
    for kinds in KINDS.values()
    for kind in kinds
    if kind not in UNSEEN
    for steps in dict.fromkeys(steps for variant in variants(kind) for steps, _ in leaves(variant))
]


def visible(html: str) -> str:
    """What a reader may see or follow: text, link targets, alternative texts; not markup."""
    kept = re.sub(r'<[^>]*?(?:(href|id|alt|title|content|datetime)="([^"]*)"[^>]*)?>', r" \2 ", html)
    return " ".join([*kept.split(), *re.findall(r'<img [^>]*?src="([^"]*)"', html)])


@cache
def before(kind: type[Record], turn: int) -> dict[tuple[str, str], tuple[Page, Chrome]]:
    return dict(pages({(kind.kind, IDS[kind.kind][0]): variants(kind)[turn]}))


@cache
def values(kind: type[Record], turn: int) -> dict[Steps, Any]:
    return dict(leaves(variants(kind)[turn]))


def shows(kind: type[Record], turn: int, steps: Steps) -> bool:
    """Whether some page says something else when one field of a record is another."""
    if steps not in values(kind, turn):
        return False
    old = before(kind, turn)
    changed = with_value(variants(kind)[turn], steps, values(kind, turn)[steps])
    for key, (page, frame) in pages({(kind.kind, IDS[kind.kind][0]): changed}):
        was = old.get(key)
        if was is None or (was != (page, frame) and visible(rendered(*was)) != visible(rendered(page, frame))):
            return True
    return False


@pytest.mark.parametrize(("kind", "steps"), CASES)
def test_every_field_is_visible_somewhere(kind: type[Record], steps: Steps) -> None:
    assert any(shows(kind, turn, steps) for turn in range(len(variants(kind)))), "no page shows this field"


@pytest.mark.parametrize("kind", dict.fromkeys(case.values[0] for case in CASES), ids=lambda kind: kind.kind)
def test_every_shape_of_a_record_can_be_printed(kind: type[Record]) -> None:
    """Each page that another shape or another value of the record changes, on either site."""
    standing = dict(pages({}))
    for turn in range(len(variants(kind))):
        for key, shown in before(kind, turn).items():
            if shown != standing.get(key):
                assert rendered(*shown)
