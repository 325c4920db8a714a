"""One page for each action plan: what is done first, then everything the plan says."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.duty import REPORTS
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import number
from mingbai.exports.intranet.deadlines import path
from mingbai.pages import phrase
from mingbai.pages.intranet.column import PLANS, inner
from mingbai.pages.intranet.duty import chip
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.measure import Count, count, drafted
from mingbai.pages.intranet.plan_measure import AimPart, aim_parts, anchor, file_link
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Link, division
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.plan import BUREAU, Consultation, InternalPledge, Plan, PlanEvent, PlanProblem, Report


class Trouble(Struct, frozen=True):
    """A problem the unit found, how it came to light, its number in the ledger."""

    text: str
    source: str
    finding: Link | None


class Asking(Struct, frozen=True):
    """Whose opinions were asked, and what became of them."""

    day: Day
    who: str
    form: str
    count: str
    adopted: str
    reason: str


class Inward(Struct, frozen=True):
    """A promise to those below; `measure` is the measure behind it."""

    text: str
    measure: Link | None


class Turn(Struct, frozen=True):
    """One step of the plan."""

    day: Day
    action: str
    by: str
    note: str


class ReportPart(Struct, frozen=True):
    """What the unit says of how far it came; `late` is there where it came after its last day."""

    anchor: str
    title: str
    day: Day
    late: Chip | None
    lines: tuple[str, ...]
    file: Link | None


class PlanView(View, frozen=True, kw_only=True):
    """An action plan, ready to print."""

    title: str
    unit: Link
    count: Count
    status: str
    since: str
    handed_in: Day | None
    chip: Chip | None
    level: str
    year: str
    brand: str
    calendar: Link | None
    aims: tuple[AimPart, ...]
    reports: tuple[ReportPart, ...]
    problems: tuple[Trouble, ...]
    consultation: tuple[Asking, ...]
    experience: tuple[str, ...]
    systems: tuple[str, ...]
    discipline: tuple[str, ...]
    pledges: Link | None
    internal_pledges: tuple[Inward, ...]
    events: tuple[Turn, ...]
    exempt: str


def plan_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One page for each plan, at /plans/<year>/<division>/."""
    for id, entry in corpus.plans.items():
        route = routes.route(Plan.kind, id)
        yield Page(route, "intranet/plan.html", plan_view(corpus, id, entry.record, route))


def plan_view(corpus: IntranetCorpus, id: str, plan: Plan, route: str) -> PlanView:
    """Everything a plan says; a draft's measures are shown as well."""
    year, name = id.split("/")
    duty = next((duty for duty in corpus.duties(int(year), HandIn.PLAN) if duty.id == id), None)
    unit = Link(corpus.public.bureau.record.name, "/divisions/") if name == BUREAU else division(corpus.public, name)
    numbers = {measure.no for measure in plan.measures}
    return PlanView(
        head=inner(PLANS, route, plan.title, f"{unit.text}{year}年行动方案：措施、谁做、哪天前、做到哪一步。"),
        title=plan.title,
        unit=unit,
        count=count(plan.measures, corpus.day) if plan.submitted_on else drafted(plan.measures),
        status=plan.status(corpus.day).value,
        since=_since(plan, corpus.day),
        handed_in=dated(plan.submitted_on) if plan.submitted_on else None,
        chip=chip(duty) if duty else None,
        level=plan.level.value,
        year=f"{year}年",
        brand=plan.brand or "",
        calendar=_calendar(corpus, id),
        aims=aim_parts(corpus, year, plan),
        reports=tuple(_report(corpus, id, each) for each in sorted(plan.reports, key=lambda each: each.on)),
        problems=tuple(_trouble(problem) for problem in plan.problems),
        consultation=tuple(_asking(each) for each in plan.consultation),
        experience=plan.experience,
        systems=plan.systems,
        discipline=plan.discipline,
        pledges=_pledges(corpus, plan),
        internal_pledges=tuple(_inward(pledge, numbers) for pledge in plan.internal_pledges),
        events=tuple(_turn(event) for event in sorted(plan.events, key=lambda event: event.on)),
        exempt=exempt(plan),
    )


def _calendar(corpus: IntranetCorpus, id: str) -> Link | None:
    """The unit's days to take along, as long as the year is not over."""
    year, name = id.split("/")
    current = year in corpus.campaigns and int(year) >= corpus.year
    return Link("订到自己的日历里", f"/{path(name)}") if current else None


def _since(plan: Plan, day: date) -> str:
    """Since when the plan stands where it stands."""
    latest = max((event.on for event in plan.events if event.on <= day), default=None)
    return phrase.day(latest) if latest else ""


def _report(corpus: IntranetCorpus, id: str, report: Report) -> ReportPart:
    owed = (duty for duty in corpus.duties(int(id.split("/", maxsplit=1)[0])) if duty.id == id)
    late = next((duty for duty in owed if REPORTS.get(duty.what) is report.what and duty.was_late), None)
    return ReportPart(
        anchor=report.what.name.lower().replace("_", "-"),
        title=report.what.value,
        day=dated(report.on),
        late=chip(late) if late else None,
        lines=report.text,
        file=file_link(corpus, report.file) if report.file else None,
    )


def _trouble(problem: PlanProblem) -> Trouble:
    finding = problem.finding
    link = Link(number(finding), routes.route(Finding.kind, finding)) if finding else None
    return Trouble(problem.text, problem.source.value, link)


def _asking(given: Consultation) -> Asking:
    return Asking(
        day=dated(given.on),
        who=given.who,
        form=given.form,
        count=f"{given.count}条",
        adopted=f"{given.adopted}条",
        reason=given.not_adopted_reason or "",
    )


def _pledges(corpus: IntranetCorpus, plan: Plan) -> Link | None:
    if plan.pledges is None:
        return None
    record = corpus.public.pledges[plan.pledges].record
    return Link(f"{record.title}（{len(record.pledges)}条）", routes.route("pledges", plan.pledges))


def _inward(given: InternalPledge, numbers: set[int]) -> Inward:
    no = given.measure_no
    if no is None:
        return Inward(given.text, None)
    return Inward(given.text, Link(f"第{no}条措施", f"#{anchor(no)}" if no in numbers else ""))


def _turn(event: PlanEvent) -> Turn:
    return Turn(dated(event.on), event.action.value, event.by, event.note or "")
