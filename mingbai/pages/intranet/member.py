"""How somebody of the bureau is told on several pages: by which record, at which step of the chain, with which code."""

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.member import Member
from mingbai.pages.public.part import Link, unit
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.person import Person, Role

STEPS = {Role.FIRST_RESPONSIBLE: "第一责任人", Role.LEADER: "分管领导", Role.HEAD: "主要负责人"}
"""What the steps of the chain are called where somebody answers for others."""


def record_of(corpus: IntranetCorpus, member: Member) -> Person | Staff:
    """The record that says more of somebody."""
    if member.kind == Person.kind:
        return corpus.public.people[member.id].record
    return corpus.staff[member.id].record


def code_of(corpus: IntranetCorpus, member: Member) -> str:
    """Where somebody's latest code is: last year's stands until there is a new one. Nowhere while there is none."""
    own = [id for id in corpus.conduct if id.split("/")[1] == member.id]
    return routes.route(Conduct.kind, max(own)) if own else ""


def is_leader(member: Member) -> bool:
    """Whether somebody leads the bureau; with whom is then no question of units."""
    return member.role in (Role.FIRST_RESPONSIBLE, Role.LEADER)


def belongs(corpus: IntranetCorpus, member: Member) -> Link:
    """The unit somebody belongs to, by its short name; the leaders together, and those whose unit is not known yet."""
    if is_leader(member):
        return Link("局领导", "/divisions/")
    return unit(corpus.public, member.division) if member.division else Link("还没有处室", "/divisions/")
