"""What has a first and a last day: the last is not before the first.

Without this, one slip of the keyboard would end an item, a fee or a law in silence.
"""

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.rules.parts import groups_of, parts
from mingbai.rules.phrase import title

PERIODS = (
    ("effective_from", "effective_to"),
    ("valid_from", "valid_until"),
    ("in_post_from", "in_post_to"),
    ("established_on", "closed_on"),
    ("begins", "ends"),
    ("opens_on", "closes_on"),
)


def periods_in_order(corpus: PublicCorpus) -> Iterator[Problem]:
    """A period does not end before it begins."""
    for entry in corpus.entries:
        if not _has_periods(type(entry.record)):
            continue
        for steps, group in parts(entry.record, BaseModel):
            for first, last in _periods(type(group)):
                begin, end = getattr(group, first), getattr(group, last)
                if begin is not None and end is not None and end < begin:
                    yield Problem(
                        entry.place(*steps, last),
                        "period/reversed",
                        f"“{title(type(group), last)}”{end} 早于“{title(type(group), first)}”{begin}",
                        "核对两个日期，改掉写错的一个",
                    )


@cache
def _has_periods(kind: type[BaseModel]) -> bool:
    """Whether such a record has a period anywhere; most have none and need not be looked into."""
    return any(map(_periods, groups_of(kind)))


@cache
def _periods(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The periods that groups of that kind have."""
    return tuple(pair for pair in PERIODS if set(pair) <= kind.model_fields.keys())
