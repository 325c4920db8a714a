"""A day that remembers what was asked of it, and so knows until when every answer would be the same.

Law: code that was given a watched day, and was told nothing that a later day would tell otherwise, does on that later
day what it did on this one. A comparison with a fixed day has its turning point, the year and the month have theirs;
every other question (how the day is written, how many days there are between) is one that tomorrow answers otherwise.
So the turn that is named may come too early, never too late.
"""

from datetime import date, timedelta
from typing import Any

OWN = frozenset({"_shift", "_watch", "_compared", "_is_beside", "__class__"})


class Watch:
    """What was asked on `day`: `turn` is the first day on which some answer would be another, if there is one."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.turn: date | None = None

    @property
    def watched(self) -> date:
        """The day, to be handed to whom it may concern."""
        return _of(self, self.day, 0)

    def turns(self, later: int) -> None:
        """Some answer will be another so many days on."""
        if later <= (date.max - self.day).days:
            day = self.day + timedelta(later)
            self.turn = min(self.turn or day, day)


class Watched(date):
    """A date like any other whose watch is told what it is asked; `_shift` days after the one that is watched."""

    __slots__ = ("_shift", "_watch")
    _shift: int
    _watch: Watch

    def __getattribute__(self, name: str) -> Any:
        """The year and the month turn with the next; whatever else is asked for turns with the next day."""
        if name in OWN:
            return date.__getattribute__(self, name)
        plain = _plain(self)
        if name == "year" and plain.year < date.max.year:
            self._watch.turns(_days(plain, date(plain.year + 1, 1, 1)))
        elif name == "month" and (plain.year, plain.month) < (date.max.year, 12):
            self._watch.turns(_days(plain, (plain.replace(day=28) + timedelta(4)).replace(day=1)))
        elif name not in ("year", "month"):
            self._watch.turns(1)
        return getattr(plain, name)

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        self._watch.turns(1)
        return repr(_plain(self))

    def __format__(self, form: str) -> str:
        self._watch.turns(1)
        return format(_plain(self), form)

    def __hash__(self) -> int:
        self._watch.turns(1)
        return date.__hash__(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, date):
            self._compared(other, 0)
            if date.__eq__(self, other):
                self._compared(other, 1)
        return date.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: date) -> bool:
        self._compared(other, 0)
        return date.__lt__(self, other)

    def __ge__(self, other: date) -> bool:
        self._compared(other, 0)
        return date.__ge__(self, other)

    def __le__(self, other: date) -> bool:
        self._compared(other, 1)
        return date.__le__(self, other)

    def __gt__(self, other: date) -> bool:
        self._compared(other, 1)
        return date.__gt__(self, other)

    def __add__(self, more: timedelta) -> date:  # type: ignore[override]
        return _of(self._watch, date.__add__(self, more), self._shift + more.days)

    __radd__ = __add__  # type: ignore[assignment]

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        if not self._is_beside(other):
            self._watch.turns(1)
        return date.__sub__(self, other)

    def __rsub__(self, other: date) -> timedelta:
        self._watch.turns(1)
        return date.__sub__(other, self)

    def _compared(self, other: object, beyond: int) -> None:
        """A comparison that comes out otherwise from `other` on, or from as many days beyond; past that never again."""
        if isinstance(other, date) and not self._is_beside(other) and (later := _days(self, other) + beyond) > 0:
            self._watch.turns(later)

    def _is_beside(self, other: object) -> bool:
        """Whether the other day moves along with this one."""
        return isinstance(other, Watched) and other._watch is self._watch


def _days(day: date, later: date) -> int:
    return date.toordinal(later) - date.toordinal(day)


def _plain(day: date) -> date:
    return date.fromordinal(date.toordinal(day))


def _of(watch: Watch, day: date, shift: int) -> Watched:
    made = Watched.fromordinal(date.toordinal(day))
    made._shift, made._watch = shift, watch
    return made
