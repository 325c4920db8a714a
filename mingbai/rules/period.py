"""What has a first and a last day: the last is not before the first.

Without this, one slip of the keyboard would end an item, a fee or a law in silence.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from mingbai.corpus.gather import Kinds
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.field import Value, fields_of
from mingbai.records.parts import groups_of, parts
from mingbai.rules.phrase import title

PERIODS = (
    ("effective_from", "effective_to"),
    ("valid_from", "valid_until"),
    ("in_post_from", "in_post_to"),
    ("established_on", "closed_on"),
    ("begins", "ends"),
    ("opens_on", "closes_on"),
    ("since", "until"),
    ("on", "until"),
)
"""The fields that are the two ends of a period; a pair of 旬 is not one of days, and has a rule of its own."""


def periods_in_order(corpus: PublicCorpus) -> Iterator[Problem]:
    """A period does not end before it begins."""
    return _in_order(corpus.kinds)


def internal_periods_in_order(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A period in an internal record does not end before it begins either."""
    return _in_order(corpus.kinds)


def _in_order(kinds: Kinds) -> Iterator[Problem]:
    for entry in chain.from_iterable(entries for kind, entries in kinds.items() if _has_periods(kind)):
        for steps, group in parts(entry.record, Value):
            for first, last in _periods(type(group)):
                begin, end = getattr(group, first), getattr(group, last)
                if isinstance(begin, date) and isinstance(end, date) and end < begin:
                    yield Problem(
                        entry.place(*steps, last),
                        "period/reversed",
                        f"“{title(type(group), last)}”{end} 早于“{title(type(group), first)}”{begin}",
                        "核对两个日期，改掉写错的一个",
                    )


@cache
def _has_periods(kind: type[Value]) -> bool:
    """Whether such a record has a period anywhere; most have none and need not be looked into."""
    return any(map(_periods, groups_of(kind)))


@cache
def _periods(kind: type[Value]) -> tuple[tuple[str, str], ...]:
    """The periods that groups of that kind have."""
    return tuple(pair for pair in PERIODS if set(pair) <= fields_of(kind).keys())
