"""A machine of states: which step is allowed where, and what it leads to, in one table (domain 4.6).

A state is never typed. It follows from an append-only log of steps; the tables also draw the diagrams of the reference.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

State = TypeVar("State", bound=StrEnum)
Action = TypeVar("Action", bound=StrEnum)
Taken_co = TypeVar("Taken_co", bound=StrEnum, covariant=True)


class Dated(Protocol):
    """Whatever happened on a day."""

    @property
    def on(self) -> date:
        """The day."""


class Step(Dated, Protocol[Taken_co]):
    """One entry of a log."""

    @property
    def action(self) -> Taken_co:
        """What was done."""


Happened = TypeVar("Happened", bound=Dated)


def until(log: Iterable[Happened], day: date) -> tuple[Happened, ...]:
    """What had happened by the end of `day`."""
    return tuple(each for each in log if each.on <= day)


def first(log: Iterable[Step[Action]], action: Action) -> date | None:
    """The day on which a step was taken for the first time, or `None`."""
    return next((step.on for step in log if step.action is action), None)


class Machine(Struct, Generic[State, Action], frozen=True):
    """Where a log begins, and where each step leads from each state; what the table does not name is not allowed."""

    start: State
    steps: Mapping[tuple[State, Action], State]

    def states(self, actions: Iterable[Action]) -> tuple[State, ...]:
        """The state before the first step and after each; one that is not allowed, of which a rule tells, is none."""
        found = [self.start]
        for action in actions:
            found.append(self.steps.get((found[-1], action), found[-1]))
        return tuple(found)

    def state(self, actions: Iterable[Action]) -> State:
        """Where the log leads."""
        return self.states(actions)[-1]

    def on(self, log: Iterable[Step[Action]], day: date) -> State:
        """Where a log stands on `day`."""
        return self.state(step.action for step in until(log, day))

    def allowed(self, state: State) -> tuple[Action, ...]:
        """The steps that may follow in a state; none in the last."""
        return tuple(action for (before, action) in self.steps if before is state)

    def missing(self, state: State, action: Action) -> tuple[Action, ...] | None:
        """The fewest steps that have to come first before `action` is allowed; `None` where it never will be."""
        ways: dict[State, tuple[Action, ...]] = {state: ()}
        for here in (queue := [state]):
            if (here, action) in self.steps:
                return ways[here]
            for step in self.allowed(here):
                there = self.steps[here, step]
                if there not in ways:
                    ways[there] = (*ways[here], step)
                    queue.append(there)
        return None

    def first_slip(self, actions: Iterable[Action]) -> tuple[int, State] | None:
        """The place of the first step that is not allowed and the state it stands in; `None` of a log in order."""
        state = self.start
        for index, action in enumerate(actions):
            if (state, action) not in self.steps:
                return index, state
            state = self.steps[state, action]
        return None
