"""Every non-empty field is visible somewhere: change one, and what some reader sees changes."""

import re
from functools import cache

import pytest

from mingbai.pages.chrome import Chrome
from mingbai.pages.page import Page
from mingbai.records.base import Record
from mingbai.records.intranet.annex import CommitmentAnnex
from mingbai.records.public.bureau import Bureau, Deploy
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.fee import Fee, Rate, Standard
from mingbai.records.public.fine import Branch, Fine
from mingbai.records.public.forbidden import ForbiddenStrings
from mingbai.records.values import Start
from tests.pages.full import IDS, KINDS, Steps, leaves, pages, rendered, settled, with_value

SHAPES = {"fixed": None, "range": None, "times": None}
"""The forms of a fine, which exclude each other."""


def variants(kind: type[Record]) -> list[Record]:
    """The full record, and those shapes of it that exclude each other."""
    base = settled(kind)
    if kind is Fee:
        forms = base.standard
        rate = forms.rate.model_copy(update={"min": None, "max": None})
        shapes = [
            Standard(fixed=forms.fixed),
            Standard(range=forms.range),
            Standard.model_construct(rate=rate, fixed=None, range=None, tiers=()),
            Standard.model_construct(rate=Rate(min=1, max=2, base="文0-base"), fixed=None, range=None, tiers=()),
            Standard.model_construct(tiers=forms.tiers, fixed=None, range=None, rate=None),
        ]
        return [
            base.model_copy(update={"standard": shape, "events": events, "valid_until": until})
            for shape in shapes
            for events, until in ((base.events, base.valid_until), ((), None))
        ]
    if kind is Fine:
        branch = base.standard[0]
        forms = [Branch.model_construct(**{**dict(branch), **SHAPES, form: getattr(branch, form)}) for form in SHAPES]
        standing = {"cancelled_on": None, "valid_until": None}
        over = [base, base.model_copy(update={"cancelled_on": None})]
        used = [base.model_copy(update={"standard": (form,), **standing}) for form in forms]
        return [*over, *used]
    if kind is Commitment:
        running = base.model_copy(update={"events": (), "effective_to": None})
        free = running.model_copy(update={"fees": (), "materials": ()})
        timed = [
            with_value(with_value(running, (limit, "number"), 3), (limit, "clock"), Start.EVENT)
            for limit in ("applicant_deadline", "promised", "statutory")
        ]
        return [base, running, free, *timed]
    if kind is Bureau:
        return [base, base.model_copy(update={"deploy": Deploy.PRODUCTION})]
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
def before(kind: str, turn: int) -> dict[tuple[str, str], tuple[Page, Chrome]]:
    record = variants(next(k for kinds in KINDS.values() for k in kinds if k.kind == kind))[turn]
    return pages({(kind, IDS[kind][0]): record})


@pytest.mark.parametrize(("kind", "steps"), CASES)
def test_every_field_is_visible_somewhere(kind: type[Record], steps: Steps) -> None:
    seen = False
    for turn, variant in enumerate(variants(kind)):
        changed = dict(leaves(variant)).get(steps)
        if changed is None:
            continue
        old = before(kind.kind, turn)
        new = pages({(kind.kind, IDS[kind.kind][0]): with_value(variant, steps, changed)})
        for key, (page, frame) in new.items():
            was = old.get(key)
            if was == (page, frame):
                continue
            if was is None or visible(rendered(*was)) != visible(rendered(page, frame)):
                seen = True
    assert seen, "no page shows this field"
