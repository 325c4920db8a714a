"""The chain of responsibility: from everyone upwards to the first responsible person (意见 三（一）).

Law: the chain has four steps and no more: staff, head of the unit, supervising leader, first responsible person.
Whoever holds two of them is named once, at the higher one, so nobody ever answers to himself. A step that nobody holds
on the day stays in the chain as a gap; it is never closed over. Who heads a unit is read off the people first, because
the unit names only its head of today.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from mingbai.corpus.member import Member
from mingbai.records.base import Entry
from mingbai.records.public.division import Division
from mingbai.records.public.person import Role


class Rung(Struct, frozen=True):
    """One step upwards; `member` is `None` where nobody holds it on that day."""

    role: Role
    member: Member | None


class Unit(Struct, frozen=True):
    """A unit with its head, and everyone else in it; `id` is that of the division."""

    id: str
    head: Member | None
    staff: tuple[Member, ...]


class Branch(Struct, frozen=True):
    """The units that one leader answers for; `leader` is `None` over those whose leader is not there."""

    leader: Member | None
    units: tuple[Unit, ...]


class Chain(Struct, frozen=True, dict=True):
    """Who answers to whom on `day`."""

    divisions: Mapping[str, Entry[Division]]
    members: Mapping[str, Member]
    day: date

    @cached_property
    def here(self) -> tuple[Member, ...]:
        """Everyone who is at work on the day, by id."""
        there = (member for member in self.members.values() if member.there(self.day))
        return tuple(sorted(there, key=lambda member: member.id))

    @cached_property
    def first(self) -> Member | None:
        """The first responsible person; of two, whoever came last."""
        found = [member for member in self.here if member.role is Role.FIRST_RESPONSIBLE]
        return max(found, key=lambda member: member.since, default=None)

    def head(self, unit: str) -> Member | None:
        """Who heads the unit."""
        entry = self.divisions.get(unit)
        named = self._there(entry.record.head) if entry else None
        heads = [member for member in self.here if member.role is Role.HEAD and member.division == unit]
        return named if named in heads or not heads else max(heads, key=lambda member: member.since)

    def leader(self, unit: str) -> Member | None:
        """The leader who supervises the unit."""
        entry = self.divisions.get(unit)
        return self._there(entry.record.supervising_leader) if entry else None

    def answering(self, unit: str) -> tuple[Rung, ...]:
        """Who answers for a unit, from its head upwards; nobody is named twice."""
        rungs = (
            Rung(Role.HEAD, self.head(unit)),
            Rung(Role.LEADER, self.leader(unit)),
            Rung(Role.FIRST_RESPONSIBLE, self.first),
        )
        higher = [{rung.member for rung in rungs[place:] if rung.member} for place in range(1, 4)]
        return tuple(rung for rung, above in zip(rungs, higher, strict=True) if rung.member not in above)

    def above(self, member: Member) -> tuple[Rung, ...]:
        """Who stands above somebody, the nearest first; nobody above the first responsible person."""
        if member == self.first or member.role is Role.FIRST_RESPONSIBLE:
            return ()
        if member.role is Role.LEADER:
            return (Rung(Role.FIRST_RESPONSIBLE, self.first),)
        rungs = self.answering(member.division)
        own = [place for place, rung in enumerate(rungs) if rung.member == member]
        return rungs[own[0] + 1 :] if own else rungs

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """The whole tree: the first responsible person's own units, each leader's, and those without a leader."""
        units = sorted(self._open, key=lambda unit: (self.divisions[unit].record.order, unit))
        led = {id: self.leader(id) for id in units}
        leaders = [member for member in self.here if member.role is Role.LEADER or member in led.values()]
        tops = ([self.first] if self.first else []) + [member for member in leaders if member != self.first]
        branches = [Branch(top, tuple(self._unit(id) for id in units if led[id] == top)) for top in tops]
        orphans = tuple(self._unit(id) for id in units if led[id] is None)
        return (*branches, Branch(None, orphans)) if orphans else tuple(branches)

    @cached_property
    def unplaced(self) -> tuple[Member, ...]:
        """Those at work whom the tree does not hold: their unit is not known on the day, or is no more."""
        held = {branch.leader for branch in self.branches}
        held |= {member for branch in self.branches for unit in branch.units for member in (unit.head, *unit.staff)}
        return tuple(member for member in self.here if member not in held)

    @cached_property
    def _open(self) -> tuple[str, ...]:
        """The units that are still there."""
        return tuple(
            id
            for id, entry in self.divisions.items()
            if entry.record.closed_on is None or entry.record.closed_on > self.day
        )

    def _unit(self, id: str) -> Unit:
        head = self.head(id)
        others = [member for member in self.here if member.division == id and member.role in (None, Role.HEAD)]
        return Unit(id, head, tuple(member for member in others if member != head))

    def _there(self, id: str) -> Member | None:
        member = self.members.get(id)
        return member if member and member.there(self.day) else None
