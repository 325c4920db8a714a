"""Who answers to whom: from anybody up to the first responsible person, on days with gaps too."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from mingbai.corpus.chain import Chain, Rung
from mingbai.corpus.member import Member
from mingbai.records.base import Entry
from mingbai.records.field import fields_of
from mingbai.records.public.division import Division
from mingbai.records.public.person import Person, Role
from mingbai.source.located import Places

FIRST, LEADER, HEAD = Role.FIRST_RESPONSIBLE, Role.LEADER, Role.HEAD
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 1)
EARLIER = date(2020, 1, 6)


def member(
    id: str, role: Role | None = None, division: str = "", since: date = EARLIER, until: date | None = None
) -> Member:
    return Member(Person.kind, id, id, "岗位", division, role, since, until)


def unit(id: str, head: str, leader: str, closed_on: date | None = None) -> Entry[Division]:
    known: dict[str, Any] = {"order": 1, "head": head, "supervising_leader": leader, "closed_on": closed_on}
    blank = {name: "" for name, field in fields_of(Division).items() if field.required}
    record = Division(**blank | known)
    return Entry(id, record, Places(f"{id}.yaml"), id)


DIRECTOR, DEPUTY = member("director", FIRST), member("deputy", LEADER)
HEAD_OF_ARTS, CLERK = member("head-arts", HEAD, "arts"), member("clerk", None, "arts")


def chain(*members: Member, units: tuple[Entry[Division], ...] = (), day: date = JUNE) -> Chain:
    units = units or (unit("arts", "head-arts", "deputy"),)
    return Chain({entry.id: entry for entry in units}, {each.id: each for each in members}, day)


def told(rungs: tuple[Rung, ...]) -> list[str]:
    """The ids from below upwards, a dash where nobody is."""
    return [rung.member.id if rung.member else "–" for rung in rungs]


def tree(of: Chain) -> dict[str, list[str]]:
    return {branch.leader.id if branch.leader else "–": [u.id for u in branch.units] for branch in of.branches}


def test_a_clerk_answers_to_the_head_the_leader_and_the_first_responsible_person() -> None:
    whole = chain(DIRECTOR, DEPUTY, HEAD_OF_ARTS, CLERK)

    assert told(whole.above(CLERK)) == ["head-arts", "deputy", "director"]
    assert told(whole.above(HEAD_OF_ARTS)) == ["deputy", "director"]
    assert told(whole.above(DEPUTY)) == ["director"]
    assert told(whole.above(DIRECTOR)) == []


def test_for_a_unit_its_head_answers_first_then_the_leader_then_the_first_responsible_person() -> None:
    assert told(chain(DIRECTOR, DEPUTY, HEAD_OF_ARTS).answering("arts")) == ["head-arts", "deputy", "director"]


def test_who_holds_two_steps_is_named_once_at_the_higher_one() -> None:
    both = chain(DIRECTOR, CLERK, units=(unit("arts", "director", "director"),))
    acting = chain(DIRECTOR, DEPUTY, CLERK, units=(unit("arts", "deputy", "deputy"),))

    assert told(both.above(CLERK)) == ["director"]
    assert told(acting.above(CLERK)) == ["deputy", "director"]


def test_a_head_is_there_on_the_last_day_and_leaves_a_gap_after_it() -> None:
    leaving = replace(HEAD_OF_ARTS, until=JUNE)

    assert told(chain(DIRECTOR, DEPUTY, leaving, CLERK).above(CLERK)) == ["head-arts", "deputy", "director"]
    assert told(chain(DIRECTOR, DEPUTY, leaving, CLERK, day=JULY).above(CLERK)) == ["–", "deputy", "director"]


def test_on_a_past_day_the_head_of_that_day_answers() -> None:
    before, after = replace(HEAD_OF_ARTS, id="before", until=JUNE), replace(HEAD_OF_ARTS, since=JULY)

    assert told(chain(DIRECTOR, DEPUTY, before, after).answering("arts"))[0] == "before"
    assert told(chain(DIRECTOR, DEPUTY, before, after, day=JULY).answering("arts"))[0] == "head-arts"


def test_a_unit_whose_leader_has_left_is_shown_under_nobody() -> None:
    left = chain(DIRECTOR, replace(DEPUTY, until=JUNE), HEAD_OF_ARTS, CLERK, day=JULY)

    assert tree(left) == {"director": [], "–": ["arts"]}
    assert told(left.above(CLERK)) == ["head-arts", "–", "director"]


def test_without_a_first_responsible_person_the_top_is_a_gap() -> None:
    headless = chain(DEPUTY, HEAD_OF_ARTS)

    assert tree(headless) == {"deputy": ["arts"]}
    assert told(headless.above(DEPUTY)) == ["–"]


def test_a_unit_that_is_no_more_is_not_in_the_tree_and_those_left_in_it_are_named() -> None:
    closed = chain(DIRECTOR, DEPUTY, CLERK, units=(unit("arts", "head-arts", "deputy", closed_on=JUNE),))

    assert tree(closed) == {"director": [], "deputy": []}
    assert closed.unplaced == (CLERK,)


def test_a_clerk_who_becomes_head_answers_from_that_day_on_for_the_unit() -> None:
    clerk, head = replace(CLERK, until=JUNE), member("risen", HEAD, "arts", since=JULY)
    units = (unit("arts", "risen", "deputy"),)

    assert told(chain(DIRECTOR, DEPUTY, clerk, head, units=units).above(clerk)) == ["–", "deputy", "director"]
    assert told(chain(DIRECTOR, DEPUTY, clerk, head, units=units, day=JULY).answering("arts"))[0] == "risen"


IDS = st.sampled_from("abcdefgh")
MEMBERS = st.dictionaries(
    IDS,
    st.tuples(st.sampled_from([FIRST, LEADER, HEAD, None]), st.sampled_from(["x", "y", "z", ""]), st.booleans()),
)
UNITS = st.dictionaries(st.sampled_from("xyz"), st.tuples(IDS, IDS, st.booleans()))


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    """Any people in any roles, some of whom have left, in units that name anybody."""
    people = [member(id, role, at, until=EARLIER if gone else None) for id, (role, at, gone) in draw(MEMBERS).items()]
    units = [unit(id, head, leader, EARLIER if gone else None) for id, (head, leader, gone) in draw(UNITS).items()]
    return Chain({entry.id: entry for entry in units}, {each.id: each for each in people}, JUNE)


@given(chains())
def test_every_chain_ends_at_the_first_responsible_person_and_names_nobody_twice(given: Chain) -> None:
    for each in given.here:
        rungs = given.above(each)
        people = [rung.member for rung in rungs if rung.member]

        assert each not in people
        assert len(set(people)) == len(people)
        assert each.role is FIRST or rungs[-1] == Rung(FIRST, given.first)


@given(chains())
def test_nobody_who_is_at_work_and_no_open_unit_is_dropped(given: Chain) -> None:
    units = [unit for branch in given.branches for unit in branch.units]
    named = {branch.leader for branch in given.branches} | {p for u in units for p in (u.head, *u.staff)}

    assert named - {None} | set(given.unplaced) == set(given.here)
    assert sorted(u.id for u in units) == sorted(id for id, e in given.divisions.items() if not e.record.closed_on)
