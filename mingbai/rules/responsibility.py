"""The chain of responsibility: from a unit by its head and leader to the one who answers for all (R38; 意见 三（一）).

The domain has no number for this; 38 is the first free one after the rules on the campaign. Who is not there yet, or
in a broken file, or named and not found, may be the one that is missing: while that is so, nothing is said.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from mingbai.corpus.duty import OWING
from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry, Record
from mingbai.records.public.division import Division
from mingbai.records.public.person import Person, Role

LEADERS = (Role.FIRST_RESPONSIBLE, Role.LEADER)


def _in_post(corpus: PublicCorpus) -> Mapping[str, Entry[Person]]:
    """Who is in post on the day shown; a leaving day that lies ahead is not known yet."""
    return {
        id: entry
        for id, entry in corpus.people.items()
        if entry.record.in_post_to is None or entry.record.in_post_to >= corpus.day
    }


def _units(corpus: PublicCorpus) -> Iterator[tuple[str, Entry[Division]]]:
    """The units that are not closed."""
    return ((id, entry) for id, entry in corpus.divisions.items() if entry.record.closed_on is None)


def _all_here(corpus: PublicCorpus, kind: type[Record], found: Mapping[str, object]) -> bool:
    """Whether no file of a kind is broken or of a later day."""
    return corpus.ids(kind) <= found.keys()


def one_is_first(corpus: PublicCorpus) -> Iterator[Problem]:
    """At any time exactly one person answers for everything (意见 三（一）: 一把手负总责)."""
    first = [entry for entry in corpus.people.values() if entry.record.role is Role.FIRST_RESPONSIBLE]
    for before, after in pairwise(sorted(first, key=lambda entry: entry.record.in_post_from)):
        left = before.record.in_post_to
        if left is None or left > after.record.in_post_from:
            yield Problem(
                after.place("role"),
                "person/first-twice",
                f"{after.record.in_post_from} 起一把手有两个：{_named(before, after)}",
                f"一个时候只有一个一把手；前一个离任了，在 {before.path} 里补上 in_post_to: 离任日期",
            )
    here = tuple(_in_post(corpus).values())
    leaderless = all(entry.record.role is not Role.FIRST_RESPONSIBLE for entry in here)
    named = {id for _, entry in _units(corpus) for id in (entry.record.head, entry.record.supervising_leader)}
    if here and leaderless and named <= corpus.people.keys() and _all_here(corpus, Person, corpus.people):
        yield Problem(
            here[0].place("role"),
            "person/first-missing",
            "people/ 里现在没有一把手，没有人负总责",
            f"主持全面工作的那个人，改为 role: {Role.FIRST_RESPONSIBLE}",
        )


def _named(*entries: Entry[Person]) -> str:
    return "、".join(entry.record.display_name for entry in entries)


def both_halves(corpus: PublicCorpus) -> Iterator[Problem]:
    """A leader answers for work and for its style (意见 三（一）: 一岗双责)."""
    for entry in _in_post(corpus).values():
        person = entry.record
        for field, half in (("duties", "业务分工"), ("style_duties", "作风建设职责")):
            if person.role in LEADERS and not getattr(person, field):
                yield Problem(
                    entry.place(field),
                    "person/half-missing",
                    f"{person.display_name}是{person.role}，没有写{half}；一岗双责，两样都要写",
                    f"补上 {field}，下面一条一行，前面写减号和空格：- …",
                )


def leaders_have_units(corpus: PublicCorpus) -> Iterator[Problem]:
    """Each leader answers for at least one unit (意见 三（一）: 分管范围)."""
    if not corpus.divisions or not _all_here(corpus, Division, corpus.divisions):
        return
    supervising = {entry.record.supervising_leader for _, entry in _units(corpus)}
    named = [corpus.people.get(id) for id in supervising]
    if not all(entry and entry.record.role in LEADERS for entry in named):
        return  # A unit names somebody who cannot be meant, which is told there: the leader may be the one that is.
    for id, entry in _in_post(corpus).items():
        if entry.record.role is Role.LEADER and id not in supervising:
            yield Problem(
                entry.place("role"),
                "person/leader-without-unit",
                f"{entry.record.display_name}是班子成员，没有哪个处室归这个人分管",
                f"在这个人分管的处室那里写 supervising_leader: {id}",
            )


def units_answered_for(corpus: PublicCorpus) -> Iterator[Problem]:
    """A unit is headed by one of its own, and supervised by a leader; both are in post (意见 三（一）).

    The leading group and its office may be headed by somebody of another unit, who does it besides.
    """
    for id, entry in _units(corpus):
        unit = entry.record
        head, leader = corpus.people.get(unit.head), corpus.people.get(unit.supervising_leader)
        if head and head.record.role is Role.HEAD and unit.type in OWING and head.record.division != id:
            yield Problem(
                entry.place("head"),
                "division/head-of-another",
                f"{unit.name}的主要负责人写的是{head.record.display_name}，"
                f"可这个人{f'在 {head.record.division}' if head.record.division else '没有写所在处室'}",
                f"写错了人，改 head；没有写错，在 {head.path} 里写 division: {id}",
            )
        if leader and leader.record.role not in LEADERS:
            yield Problem(
                entry.place("supervising_leader"),
                "division/supervised-by-other",
                f"{unit.name}的分管领导写的是{leader.record.display_name}，这个人是{leader.record.role}，不是局领导",
                f"改成一个班子成员，或者一把手，例如 supervising_leader: {_some_leader(corpus)}",
            )
        yield from _gone(corpus, entry)


def _some_leader(corpus: PublicCorpus) -> str:
    return next((id for id, entry in _in_post(corpus).items() if entry.record.role in LEADERS), "编号")


def _gone(corpus: PublicCorpus, entry: Entry[Division]) -> Iterator[Problem]:
    for field, whose in (("head", "主要负责人"), ("supervising_leader", "分管领导")):
        person = corpus.people.get(getattr(entry.record, field))
        if person and person.record.in_post_to and person.record.in_post_to < corpus.day:
            yield Problem(
                entry.place(field),
                "division/answered-for-by-nobody",
                f"{entry.record.name}的{whose}还是{person.record.display_name}，"
                f"这个人 {person.record.in_post_to} 就离任了",
                f"改成接任的人：{field}: 编号；还没有人接任，先写主持工作的人",
                Severity.WARNING,
            )


def chain_ends_at_the_first(corpus: PublicCorpus) -> Iterator[Problem]:
    """Nobody answers to himself, be it by way of others: every chain ends at the first (意见 三（一）: 一级抓一级)."""
    people = _in_post(corpus)
    tops = [id for id, entry in people.items() if entry.record.role is Role.FIRST_RESPONSIBLE]
    if len(tops) != 1:
        return
    first = tops[0]
    above = _above(corpus, people, first)
    for _, entry in _units(corpus):
        head, leader = entry.record.head, entry.record.supervising_leader
        if (head == leader == first) or not {head, leader} <= people.keys():
            continue
        if people[leader].record.role in LEADERS and head in _upwards(above, leader):
            name = people[head].record.display_name
            yield Problem(
                entry.place("supervising_leader"),
                "division/chain-in-circle",
                f"{entry.record.name}的主要负责人是{name}，从分管领导一级一级往上找，又回到{name}，等于自己管自己",
                f"由一把手直接分管，改为 supervising_leader: {first}",
            )
            return


def _above(corpus: PublicCorpus, people: Mapping[str, Entry[Person]], first: str) -> Mapping[str, set[str]]:
    """Whom each person answers to: for the units one heads to their leaders, and as a leader to the first."""
    above = {id: {first} if entry.record.role is Role.LEADER else set() for id, entry in people.items()}
    for _, entry in _units(corpus):
        head, leader = entry.record.head, entry.record.supervising_leader
        if head in above and not head == leader == first:
            above[head].add(leader)
    return above


def _upwards(above: Mapping[str, set[str]], start: str) -> set[str]:
    """A person, and everybody that person answers to in the end."""
    found: set[str] = set()
    left = [start]
    while left:
        person = left.pop()
        if person not in found:
            found.add(person)
            left += above.get(person, ())
    return found
