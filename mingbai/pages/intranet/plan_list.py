"""All action plans, year by year: whose is in, since when, how late, how much of it is done."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.agenda import SOON
from mingbai.corpus.duty import REPORTS, Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.column import PLANS, front
from mingbai.pages.intranet.duty import chip, counted, href, unit_of
from mingbai.pages.intranet.measure import Count, count
from mingbai.pages.intranet.year import short
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.plan import BUREAU, PlanLevel


class ReportCell(Struct, frozen=True):
    """One report of a unit: how it stands, or nothing to be said yet; `day` is when it came."""

    title: str
    href: str
    chip: Chip | None
    day: Day | None


class PlanRow(Struct, frozen=True):
    """One unit's plan, or the lack of it."""

    unit: str
    href: str
    level: str
    brand: str
    status: str
    handed_in: Day | None
    chip: Chip
    missing: bool
    reports: tuple[ReportCell, ...]
    count: Count


class PlanYear(Struct, frozen=True):
    """The plans of one year; `anchor` is the year's id on the page."""

    anchor: str
    title: str
    summary: tuple[str, ...]
    sorts: tuple[str, ...]
    rows: tuple[PlanRow, ...]


class PlanListView(View, frozen=True, kw_only=True):
    """All plans, the newest year first."""

    years: tuple[PlanYear, ...]


def plan_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /plans/."""
    view = PlanListView(
        head=front(PLANS, PLANS.title, "每一年谁交了行动方案，谁逾期，措施做完了多少。"),
        years=tuple(_year(corpus, year) for year in corpus.years),
    )
    yield Page(PLANS.href, "intranet/plans.html", view)


def _year(corpus: IntranetCorpus, year: int) -> PlanYear:
    by_unit = [found for what in (HandIn.PLAN, *REPORTS) if (found := corpus.duties(year, what))]
    reports = [duty for found in by_unit for duty in found if duty.what in REPORTS]
    return PlanYear(
        anchor=f"y-{year}",
        title=f"{year}年",
        summary=tuple(f"{due[0].what}{short(due[0].due)}截止，{counted(due)}" for due in by_unit),
        sorts=tuple(dict.fromkeys(duty.what.value for duty in reports)),
        rows=tuple(
            _row(corpus, duty, [report for report in reports if report.unit == duty.unit])
            for duty in corpus.duties(year, HandIn.PLAN)
        ),
    )


def _row(corpus: IntranetCorpus, duty: Duty, reports: list[Duty]) -> PlanRow:
    plan, on = corpus.plan(duty), duty.handed_in
    own = PlanLevel.BUREAU if duty.unit == BUREAU else PlanLevel.DIVISION
    return PlanRow(
        unit=unit_of(corpus.public, duty.unit).text,
        href=href(duty),
        level=(plan.level if plan else own).value,
        brand=plan.brand or "" if plan else "",
        status=plan.status(duty.day).value if plan else "还没有方案",
        handed_in=_day(on) if on else None,
        chip=chip(duty),
        missing=duty.missing or any(report.missing for report in reports),
        reports=tuple(_report(report) for report in reports),
        count=count(corpus.undertaken(duty), duty.day),
    )


def _day(on: date) -> Day:
    return Day(short(on), on.isoformat())


def _report(duty: Duty) -> ReportCell:
    """A report whose last day is still far off is not asked for yet."""
    on = duty.handed_in
    asked = on is not None or duty.days_late >= -SOON
    return ReportCell(
        duty.what.value, href(duty) if on else "", chip(duty) if asked else None, _day(on) if on else None
    )
