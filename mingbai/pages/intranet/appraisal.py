"""The sheet of one unit: each indicator by each source, and beside the scores what the records say (意见 五（五）).

Two figures are reckoned from records and stand beside the human scores; they enter no total. One sheet is one A4 page.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.appraisal import Result
from mingbai.corpus.appraisal_figures import Figures, cases_of, figures
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.appraisal_score import Cell, cell
from mingbai.pages.intranet.column import APPRAISALS, inner
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.finding_state import CHIPS, left
from mingbai.pages.intranet.standing import (
    finding_link,
    grade_chip,
    points,
    rank,
    scheme_of,
    standing,
    state_chip,
)
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Crumb, Page, View
from mingbai.pages.public.part import Chip, Day, Fact, Link, division, unit
from mingbai.records.base import Entry
from mingbai.records.intranet.appraisal import Appraisal, EvidenceSource
from mingbai.records.intranet.campaign import Indicator
from mingbai.records.intranet.plan import Plan
from mingbai.records.intranet.review import ExternalReview


class Standing(Struct, frozen=True):
    """Where the unit stands: rank, total, grade."""

    rank: str
    total: str
    grade: Chip


class SourceHead(Struct, frozen=True):
    """The head of a column: a source and its weight."""

    name: str
    weight: str


class IndicatorRow(Struct, frozen=True):
    """One indicator: its weight, what each source gave, what it comes to, and what the records say."""

    anchor: str
    title: str
    weight: str
    cells: tuple[Cell, ...]
    score: str
    figure: str
    figure_href: str


class FindingRow(Struct, frozen=True):
    """A finding of the year: where it stands, and how much time is left or was over."""

    link: Link
    text: str
    chip: Chip
    left: Chip | None


class ReviewRow(Struct, frozen=True):
    """A review from outside that saw the unit, and what was said of it."""

    day: Day
    title: Link
    comments: tuple[str, ...]


class StepRow(Struct, frozen=True):
    """A step of the log."""

    day: Day
    action: str
    by: str
    note: str


class AppraisalView(View, frozen=True, kw_only=True):
    """One unit's sheet, ready to print."""

    title: str
    unit: Link
    year: Link
    state: Chip
    standing: Standing | None
    sources: tuple[SourceHead, ...]
    rows: tuple[IndicatorRow, ...]
    absent: tuple[Fact, ...]
    reckoned: Day
    self_text: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    reviews: tuple[ReviewRow, ...]
    uses: tuple[str, ...]
    log: tuple[StepRow, ...]
    exempt: str


def appraisal_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One sheet for each unit, at /appraisals/<year>/<unit>/."""
    for entry in corpus.appraisals.values():
        year = entry.id.split("/")[0]
        if year.isdecimal():
            route = routes.route(Appraisal.kind, entry.id)
            yield Page(route, "intranet/appraisal.html", _view(corpus, entry, int(year), route))


def _view(corpus: IntranetCorpus, entry: Entry[Appraisal], year: int, route: str) -> AppraisalView:
    record, id = entry.record, entry.id.split("/")[1]
    found = standing(corpus, year)
    result = next((each for each in found if each.unit == id), None)
    reckoned = figures(corpus, year, id)
    whole, short = division(corpus.public, id), unit(corpus.public, id)
    back = Crumb(f"{year}年", f"{APPRAISALS.href}{year}/")
    title = f"{whole.text}{year}年考评"
    return AppraisalView(
        head=inner(APPRAISALS, route, f"{short.text}{year}年考评", f"{title}：四个依据来源怎么打分，凭什么。", back),
        title=title,
        unit=short,
        year=Link(back.title, back.href),
        state=state_chip(record.state(corpus.day)),
        standing=_standing(corpus, year, result, found) if result else None,
        sources=_sources(corpus, year),
        rows=_rows(corpus, entry, year, result, reckoned),
        absent=tuple(Fact(each.source, each.none_because) for each in record.evidence if each.none_because),
        reckoned=dated(reckoned.day),
        self_text=record.self_text,
        findings=tuple(
            FindingRow(finding_link(case.id), case.entry.record.text, CHIPS[case.state], left(case))
            for case in cases_of(corpus, year, id, corpus.day)
        ),
        reviews=tuple(_reviews(corpus, year, id)),
        uses=record.uses,
        log=tuple(StepRow(dated(step.on), step.action, step.by, step.note or "") for step in record.log),
        exempt=exempt(record),
    )


def _standing(corpus: IntranetCorpus, year: int, result: Result, found: tuple[Result, ...]) -> Standing:
    scheme = scheme_of(corpus, year)
    assert scheme
    return Standing(rank(result, found), phrase.figure(result.total), grade_chip(scheme, result.grade))


def _sources(corpus: IntranetCorpus, year: int) -> tuple[SourceHead, ...]:
    """All four, in the order of the founding document, with what the campaign says that each weighs."""
    scheme = scheme_of(corpus, year)
    weights = {each.source: each.weight for each in scheme.evidence} if scheme else {}
    return tuple(
        SourceHead(source.value, f"{points(weights[source])}%" if source in weights else "")
        for source in EvidenceSource
    )


def _rows(
    corpus: IntranetCorpus, entry: Entry[Appraisal], year: int, result: Result | None, reckoned: Figures
) -> tuple[IndicatorRow, ...]:
    scheme = scheme_of(corpus, year)
    plan = f"{routes.route(Plan.kind, entry.id)}#measures" if entry.id in corpus.plans else ""
    return tuple(
        IndicatorRow(
            anchor=each.id,
            title=each.title,
            weight=f"{points(each.weight)}%",
            cells=tuple(cell(entry.record, source, each.id) for source in EvidenceSource),
            score=phrase.figure(result.indicators[each.id]) if result and each.id in result.indicators else "",
            figure=_figure(each, reckoned),
            figure_href=plan if each.id == "plan-effect" and reckoned.measures.whole else "",
        )
        for each in (scheme.indicators if scheme else ())
    )


def _figure(indicator: Indicator, reckoned: Figures) -> str:
    """What the records say of an indicator; nothing of one that only people can judge."""
    measures, findings = reckoned.measures, reckoned.findings
    if indicator.id == "plan-effect":
        if not measures.whole:
            return "没有交方案"
        return f"方案里{measures.whole}条措施做完{measures.part}条，{measures.percent}%"
    if indicator.id == "complaint-rectify":
        if not findings.whole:
            return "台账里没有到期的问题"
        return f"台账里{findings.whole}个问题按时改好{findings.part}个，{findings.percent}%"
    return ""


def _reviews(corpus: IntranetCorpus, year: int, id: str) -> Iterator[ReviewRow]:
    """The reviews of the year that saw the unit or spoke of it, in the order of days."""
    entries = sorted(corpus.reviews.values(), key=lambda entry: (entry.record.on, entry.id))
    for entry in entries:
        record: ExternalReview = entry.record
        said = tuple(comment.text for comment in record.comments if comment.division == id)
        if entry.id.startswith(f"{year}/") and (said or id in record.divisions):
            title = Link(record.title, routes.route(ExternalReview.kind, entry.id))
            yield ReviewRow(dated(record.on), title, said)
