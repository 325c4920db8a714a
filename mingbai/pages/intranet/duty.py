"""How a duty is told: whose it is, how it stands, and how many of its sort are in."""

from collections.abc import Iterable

from mingbai.corpus import routes
from mingbai.corpus.duty import Duty
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.public.part import Chip, Link
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.plan import Plan


def unit_of(corpus: PublicCorpus, id: str) -> Link:
    """A unit under the short name that fits a list; the bureau for its own plan, and for its leaders."""
    entry = corpus.divisions.get(id)
    if entry is None:
        return Link(corpus.bureau.record.short_name, "/divisions/")
    return Link(entry.record.short_name, routes.route("divisions", entry.id))


def href(duty: Duty) -> str:
    """Where the record is; nowhere while there is none."""
    return routes.route(Conduct.kind if duty.member else Plan.kind, duty.id) if duty.drafted else ""


def chip(duty: Duty) -> Chip:
    """How a duty stands; red only what is still owed."""
    late = duty.days_late
    if duty.handed_in:
        return Chip("soon", f"逾期{late}天才交") if late > 0 else Chip("done", "按时交了")
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
    return "，".join(clauses) + "。"
