"""A page for each finding: its very words, who answers for it, what was done, what comes next and until when."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.chain import Rung
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case, number
from mingbai.corpus.watch import term
from mingbai.pages import phrase
from mingbai.pages.intranet.column import LEDGER, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.finding_log import LogStep, NextStep, log_steps, next_step, spent
from mingbai.pages.intranet.finding_state import CHIPS, left, since, tags
from mingbai.pages.intranet.member import STEPS, code_of
from mingbai.pages.intranet.slip import slip_page, slip_route
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Fact, Link, division, facts, told_apart
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.intranet.plan import BUREAU, Plan
from mingbai.records.intranet.review import ExternalReview


class NormRow(Struct, frozen=True):
    """A norm that was not kept, by its number and its words."""

    number: str
    text: str


class Decision(Struct, frozen=True):
    """What was decided about who answers for it."""

    day: Day
    text: str
    by: Link


class FindingView(View, frozen=True, kw_only=True):
    """One finding as it stands on the day."""

    number: str
    text: str
    tags: tuple[str, ...]
    chip: Chip
    since: str
    left: Chip | None
    next: NextStep
    due: Day
    round: str
    used: str
    allowed: str
    unit: Link
    about: tuple[Fact, ...]
    norms: tuple[NormRow, ...]
    answering: tuple[Fact, ...]
    cause: str
    measures: tuple[str, ...]
    steps: tuple[LogStep, ...]
    decision: Decision | None
    named_in: tuple[Fact, ...]
    slip: Link
    exempt: str


def finding_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """Each finding at /ledger/<year>/<number>/, its slip below."""
    for case in corpus.ledger.values():
        route = routes.route(Finding.kind, case.id)
        yield Page(route, "intranet/finding.html", _view(corpus, case, route))
        yield slip_page(corpus, case)


def _view(corpus: IntranetCorpus, case: Case, route: str) -> FindingView:
    finding, clock = case.entry.record, term(case, corpus.public.workdays)
    return FindingView(
        head=inner(LEDGER, route, f"问题{case.number}", finding.text),
        number=case.number,
        text=finding.text,
        tags=tags(finding),
        chip=CHIPS[case.state],
        since=since(case),
        left=left(case),
        next=next_step(corpus, case),
        due=dated(case.due),
        round=f"第{case.round}轮",
        used=spent(clock.used) if clock else "",
        allowed=f"期限{spent(clock.allowed)}" if clock else "",
        unit=division(corpus.public, finding.division),
        about=_about(corpus, case),
        norms=tuple(_norms(corpus, finding)),
        answering=tuple(_rung(corpus, rung) for rung in corpus.chain.answering(finding.division)),
        cause=finding.cause or "",
        measures=finding.measures,
        steps=tuple(log_steps(corpus, case)),
        decision=_decision(corpus, finding),
        named_in=tuple(told_apart(_named_in(corpus, case))),
        slip=Link("反馈单，印出来送", slip_route(case)),
        exempt=exempt(finding),
    )


def _about(corpus: IntranetCorpus, case: Case) -> tuple[Fact, ...]:
    """Where it came from and since when it is known; each term that held."""
    finding = case.entry.record
    return (
        Fact("来源", finding.source.value),
        *_origins(corpus, case),
        *facts(
            ("市察访中心编号", finding.external_ref),
            ("收到", phrase.day(finding.received_on) if finding.received_on else None),
            ("种类", finding.type.value),
            ("谁提的", finding.raised_by.value if finding.raised_by else None),
            ("轻重", finding.severity.value),
            ("登记", phrase.day(finding.registered_on)),
            ("原来的期限", phrase.day(finding.due)),
            ("改过的期限", phrase.listed(phrase.day(day) for day in case.terms[1:])),
        ),
    )


def _origins(corpus: IntranetCorpus, case: Case) -> Iterator[Fact]:
    """The visit, the review, the complaints that it came from."""
    finding = case.entry.record
    visit = corpus.inspections.get(finding.inspection or "")
    if visit:
        told = f"{number(visit.id)}，{phrase.day(visit.record.on)}{visit.record.method}"
        yield Fact("哪次察访", told, routes.route(Inspection.kind, visit.id))
    review = corpus.reviews.get(finding.review or "")
    if review:
        yield Fact("哪次视察点评", review.record.title, routes.route(ExternalReview.kind, review.id))
    for docket in corpus.dockets.values():
        if docket.entry.record.finding == case.id and not docket.is_report:
            yield Fact("哪件投诉", docket.number, routes.route(Complaint.kind, docket.entry.id))


def _norms(corpus: IntranetCorpus, finding: Finding) -> Iterator[NormRow]:
    """The norms by number; one that is not known any more keeps its number."""
    words: dict[str, str] = {}
    for entry in corpus.public.norms.values():
        words |= {pair.id: f"{pair.advocate}，{pair.ban}" for pair in entry.record.pairs}
        words |= {ban.id: ban.text for ban in entry.record.bans}
    for norm in finding.norms:
        yield NormRow(norm, words.get(norm, ""))


def _rung(corpus: IntranetCorpus, rung: Rung) -> Fact:
    """A step of the chain by the post: what is wrong is told down to posts, not names."""
    if rung.member is None:
        return Fact(STEPS[rung.role], "空着")
    return Fact(STEPS[rung.role], rung.member.post, code_of(corpus, rung.member))


def _decision(corpus: IntranetCorpus, finding: Finding) -> Decision | None:
    made = finding.accountability
    return Decision(dated(made.on), made.decision, division(corpus.public, made.by)) if made else None


def _named_in(corpus: IntranetCorpus, case: Case) -> Iterator[Fact]:
    """The circulars that quote it and the plans that name it."""
    for circular in corpus.circulars.values():
        if any(quoted.finding == case.id for quoted in circular.record.findings):
            label = "更正的通报" if circular.record.corrects else "通报"
            yield Fact(label, circular.record.title, routes.route(Circular.kind, circular.id))
    for plan in corpus.plans.values():
        if any(problem.finding == case.id for problem in plan.record.problems):
            unit = plan.id.split("/")[1]
            whose = "" if unit == BUREAU else f"{division(corpus.public, unit).text}："
            yield Fact("行动方案", f"{whose}{plan.record.title}", f"{routes.route(Plan.kind, plan.id)}#problems")
