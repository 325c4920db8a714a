"""How a duty is told: whose it is, how it stands, and how many of its sort are in."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.duty import REPORTS, Duty
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.intranet.column import DEADLINES
from mingbai.pages.public.part import Chip, Link
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.plan import Plan

LEADERS = "局领导"


class Name(Struct, frozen=True):
    """Who owes or has handed in something: a unit or a person, where the record is, how late it came."""

    text: str
    href: str
    late: str


class Group(Struct, frozen=True):
    """People of one unit; or units, and then `unit` is empty."""

    unit: str
    names: tuple[Name, ...]


def unit_of(corpus: PublicCorpus, id: str) -> Link:
    """A unit under the short name that fits a list; the bureau for its own plan, and what leaders are called."""
    entry = corpus.divisions.get(id)
    if entry is None:
        return Link(corpus.bureau.record.short_name if id else LEADERS, "/divisions/")
    return Link(entry.record.short_name, routes.route("divisions", entry.id))


def href(duty: Duty) -> str:
    """Where the record is, a report on its plan's page; nowhere while there is none."""
    if not duty.drafted:
        return ""
    route = routes.route(Conduct.kind if duty.member else Plan.kind, duty.id)
    return f"{route}#reports" if duty.what in REPORTS and duty.handed_in else route


def anchor(what: HandIn) -> str:
    """The id of a deadline on its pages.

    >>> anchor(HandIn.HALF_YEAR)
    'half-year'
    """
    return what.name.lower().replace("_", "-")


def deadline_href(what: HandIn) -> str:
    """Where everything about a deadline stands."""
    return f"{DEADLINES.href}#{anchor(what)}"


def who(corpus: PublicCorpus, duties: Iterable[Duty]) -> tuple[Group, ...]:
    """Whose the duties are, in their order: people by unit, units one after the other."""
    grouped = groupby(duties, key=lambda duty: duty.unit if duty.member else None)
    return tuple(
        Group("" if unit is None else unit_of(corpus, unit).text, tuple(_name(corpus, duty) for duty in found))
        for unit, found in grouped
    )


def _name(corpus: PublicCorpus, duty: Duty) -> Name:
    text = duty.member.name if duty.member else unit_of(corpus, duty.unit).text
    return Name(text, href(duty), f"{duty.days_late}天" if duty.was_late else "")


def counter(duty: Duty) -> str:
    """What several of a sort are counted in: people for codes, units for the rest."""
    return "人" if duty.what is HandIn.CONDUCT else "家"


def chip(duty: Duty) -> Chip:
    """How a duty stands; red only what is still owed."""
    late = duty.days_late
    if duty.handed_in:
        return Chip("soon", f"逾期{late}天才交") if late > 0 else Chip("done", "按时交了")
    if duty.lapsed:
        return Chip("noted", "没交就离岗了")
    if late > 0:
        return Chip("late", f"没交，逾期{late}天", "late")
    return Chip("soon", f"没交，还剩{-late}天" if late else "没交，今天截止")


def counted(duties: Iterable[Duty]) -> str:
    """How many are due, here, late and missing, in one sentence.

    >>> counted([])
    '应交0份，已交0份。'
    """
    every = tuple(duties)
    late, missing = sum(duty.was_late for duty in every), sum(duty.missing for duty in every)
    clauses = [f"应交{len(every)}份", f"已交{sum(duty.handed_in is not None for duty in every)}份"]
    clauses += [f"其中{late}份逾期才交"] if late else []
    clauses += [f"还有{missing}份没交"] if missing else []
    lapsed = sum(duty.lapsed for duty in every)
    clauses += [f"{lapsed}人没交就离岗了"] if lapsed else []
    return "，".join(clauses) + "。"
