"""All action plans, year by year: whose is in, since when, how late, how much of it is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.corpus.campaign import year_of
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.column import PLANS, front
from mingbai.pages.intranet.duty import chip, counted, href, unit_of
from mingbai.pages.intranet.measure import Count, count
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.plan import BUREAU, PlanLevel


@dataclass(frozen=True)
class PlanRow:
    """One unit's plan, or the lack of it."""

    unit: str
    href: str
    level: str
    brand: str
    status: str
    handed_in: Day | None
    chip: Chip
    missing: bool
    count: Count


@dataclass(frozen=True)
class PlanYear:
    """The plans of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    summary: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, kw_only=True)
class PlanListView(View):
    """All plans, the newest year first."""

    years: tuple[PlanYear, ...]


def plan_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /plans/."""
    view = PlanListView(
        head=front(PLANS, PLANS.title, "每一年谁交了行动方案，谁逾期，措施做完了多少。"),
        years=tuple(_year(corpus, year) for year in _years(corpus)),
    )
    yield Page(PLANS.href, "intranet/plans.html", view)


def _years(corpus: IntranetCorpus) -> tuple[int, ...]:
    """The years with a campaign, the newest first."""
    return tuple(sorted(map(year_of, corpus.campaigns.values()), reverse=True))


def _year(corpus: IntranetCorpus, year: int) -> PlanYear:
    due = corpus.duties(year, HandIn.PLAN)
    last = f"{phrase.day(due[0].due)}截止，当天交的算按时。" if due else ""
    return PlanYear(
        anchor=f"y-{year}",
        title=f"{year}年",
        summary=f"{last}{counted(due)}",
        rows=tuple(_row(corpus, duty) for duty in due),
    )


def _row(corpus: IntranetCorpus, duty: Duty) -> PlanRow:
    plan, on = corpus.plan(duty), duty.handed_in
    own = PlanLevel.BUREAU if duty.unit == BUREAU else PlanLevel.DIVISION
    return PlanRow(
        unit=unit_of(corpus.public, duty.unit).text,
        href=href(duty),
        level=(plan.level if plan else own).value,
        brand=plan.brand or "" if plan else "",
        status=plan.status(duty.day).value if plan else "还没有方案",
        handed_in=Day(phrase.day(on), on.isoformat()) if on else None,
        chip=chip(duty),
        missing=duty.missing,
        count=count(corpus.undertaken(duty), duty.day),
    )
