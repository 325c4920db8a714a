"""Who answers to whom, from the first responsible person to each clerk; both halves of 一岗双责 (意见 三（一）).

A post that nobody holds on the day is shown as empty, and what hangs below it stays where it is.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.chain import Branch, Unit
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.member import Member
from mingbai.pages.intranet.column import CONDUCT, RESPONSIBILITY, front
from mingbai.pages.intranet.member import STEPS, code_of, record_of
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Link, telephone
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.public.person import Person, Role


class Holder(Struct, frozen=True):
    """One person at one step: what the person answers for, and where the code is or whether it is missing."""

    name: str
    step: str
    post: str
    phone: Link | None
    duties: tuple[str, ...]
    style_duties: tuple[str, ...]
    code: str
    missing: str


class UnitNode(Struct, frozen=True):
    """A unit below its leader; `instead` says which leader heads it as well, where one does."""

    anchor: str
    unit: Link
    count: str
    head: Holder | None
    instead: str
    staff: tuple[Holder, ...]


class LeaderNode(Struct, frozen=True):
    """A leader and the units below; `leader` is `None` over the units whose leader is not known."""

    anchor: str
    leader: Holder | None
    count: str
    units: tuple[UnitNode, ...]


class ResponsibilityView(View, frozen=True, kw_only=True):
    """The tree, ready to print."""

    first: LeaderNode | None
    leaders: tuple[LeaderNode, ...]
    unplaced: tuple[Holder, ...]


def responsibility_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The tree at /responsibility/."""
    yield Page(RESPONSIBILITY.href, "intranet/responsibility.html", responsibility_view(corpus))


def responsibility_view(corpus: IntranetCorpus) -> ResponsibilityView:
    """The whole tree of the day."""
    chain = corpus.chain
    nodes = tuple(_leader(corpus, branch) for branch in chain.branches)
    top = 1 if chain.first else 0
    return ResponsibilityView(
        head=front(
            RESPONSIBILITY,
            RESPONSIBILITY.title,
            "谁对谁负责：从第一责任人到分管领导、主要负责人、每个岗位。",
            CONDUCT,
        ),
        first=nodes[0] if top else None,
        leaders=nodes[top:],
        unplaced=tuple(_holder(corpus, member) for member in chain.unplaced),
    )


def _leader(corpus: IntranetCorpus, branch: Branch) -> LeaderNode:
    leader = branch.leader
    units = tuple(_unit(corpus, unit) for unit in branch.units)
    return LeaderNode(
        anchor=f"leader-{leader.id if leader else 'none'}",
        leader=_holder(corpus, leader) if leader else None,
        count=f"{len(units)}个单位" if units else "",
        units=units,
    )


def _unit(corpus: IntranetCorpus, unit: Unit) -> UnitNode:
    head = unit.head
    own = head if head and head.role is Role.HEAD and head.division == unit.id else None
    people = len(unit.staff) + (own is not None)
    return UnitNode(
        anchor=f"unit-{unit.id}",
        unit=Link(corpus.public.divisions[unit.id].record.name, routes.route("divisions", unit.id)),
        count=f"{people}人" if people else "",
        head=_holder(corpus, own) if own else None,
        instead=f"{head.name}（{head.post}）兼任" if head and not own else "",
        staff=tuple(_holder(corpus, member) for member in unit.staff),
    )


def _holder(corpus: IntranetCorpus, member: Member) -> Holder:
    record = record_of(corpus, member)
    duty = next((d for d in corpus.duties(corpus.day.year, HandIn.CONDUCT) if d.member == member), None)
    return Holder(
        name=member.name,
        step=STEPS[member.role] if member.role else "",
        post=member.post,
        phone=telephone(record.office_phone) if record.office_phone else None,
        duties=record.duties,
        style_duties=record.style_duties if isinstance(record, Person) else (),
        code=code_of(corpus, member),
        missing="行为规范没交" if duty and duty.missing else "",
    )
