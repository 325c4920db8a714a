"""Days that have not come, in records of what was done: of a log in which one stands nothing else can be judged."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from mingbai.corpus.gather import AnyEntry, by_kind
from mingbai.records.base import Record
from mingbai.records.field import Value, fields_of
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.intranet.plan import Plan
from mingbai.records.intranet.review import ExternalReview
from mingbai.records.intranet.reward import CityRanking, Reward
from mingbai.records.parts import parts
from mingbai.source.located import Steps

DONE: tuple[type[Record], ...] = (
    Plan,
    Conduct,
    Inspection,
    Finding,
    Circular,
    Complaint,
    ExternalReview,
    Appraisal,
    CityRanking,
    Reward,
)
"""Kinds that tell of what was done, never of what is planned."""
DAYS = ("on", "until", "registered_on", "received_on")
"""What the fields are called that say when it was done."""


class Early(NamedTuple):
    """A day that has not come, in which file and in which field of it."""

    entry: AnyEntry
    steps: Steps
    day: date


def early(written: tuple[AnyEntry, ...], today: date) -> Iterator[Early]:
    """Each day after `today` in a record of what was done."""
    kinds = by_kind(written)
    for entry in chain.from_iterable(kinds.get(kind, ()) for kind in DONE):
        for steps, group in parts(entry.record, Value):
            for name in _days(type(group)):
                day = getattr(group, name)
                if isinstance(day, date) and day > today:
                    yield Early(entry, (*steps, name), day)


@cache
def _days(group: type[Value]) -> tuple[str, ...]:
    """Which of these fields such a group has; to ask for one that it lacks takes long."""
    return tuple(name for name in DAYS if name in fields_of(group))
