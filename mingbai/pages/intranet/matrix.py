"""Units × 放减控改帮: how far each unit is with each of the five aims, and why an aim is not its business."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.chart import Chart
from mingbai.pages.intranet.column import MATRIX, PLANS, front
from mingbai.pages.intranet.duty import chip, href, unit_of
from mingbai.pages.intranet.gloss import glosses
from mingbai.pages.intranet.measure import Count, count
from mingbai.pages.intranet.progress_chart import by_aim
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Link
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.plan import NotApplicable
from mingbai.records.values import Aim


class AimHead(Struct, frozen=True):
    """The head of a column: the word, and what it is about."""

    name: str
    gloss: str


class Cell(Struct, frozen=True):
    """One unit's one aim: measures counted, or an address where the reason stands, or neither: a gap."""

    count: Count | None
    reason: str


class Row(Struct, frozen=True):
    """One unit; `absent` stands across the row while the plan is not handed in."""

    unit: Link
    cells: tuple[Cell, ...]
    absent: Chip | None


class Reason(Struct, frozen=True):
    """Why an aim is not a unit's business; `anchor` is the id it is found by."""

    anchor: str
    unit: Link
    aim: str
    text: str


class MatrixView(View, frozen=True, kw_only=True):
    """The matrix of the year that is shown."""

    title: str
    summary: str
    chart: Chart | None
    aims: tuple[AimHead, ...]
    rows: tuple[Row, ...]
    totals: tuple[Count, ...]
    reasons: tuple[Reason, ...]


def matrix_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The matrix at /matrix/."""
    yield Page(MATRIX.href, "intranet/matrix.html", matrix_view(corpus))


def matrix_view(corpus: IntranetCorpus) -> MatrixView:
    """The plans of the year that have been handed in; drafts promise nothing yet."""
    year = corpus.year
    due = corpus.duties(year, HandIn.PLAN)
    title = f"{year}年五字目标矩阵"
    rows = tuple(_row(corpus, duty) for duty in due)
    totals = tuple(_total(corpus, due, aim) for aim in Aim)
    return MatrixView(
        head=front(MATRIX, title, "各单位放、减、控、改、帮五个目标，定了几条措施，做完了几条。", PLANS),
        title=title,
        summary=_summary(corpus, due, rows),
        aims=tuple(AimHead(aim.value, gloss) for aim, gloss in glosses(corpus, str(year)).items()),
        rows=rows,
        chart=by_aim([(aim.value, total) for aim, total in zip(Aim, totals, strict=True)]) if due else None,
        totals=totals,
        reasons=tuple(
            Reason(_anchor(duty, each.aim), _unit(corpus, duty), each.aim.value, each.reason)
            for duty in due
            for each in _excuses(corpus, duty)
        ),
    )


def _summary(corpus: IntranetCorpus, due: tuple[Duty, ...], rows: tuple[Row, ...]) -> str:
    if not due:
        return "还没有部署活动，也就没有方案。"
    here = sum(duty.handed_in is not None for duty in due)
    total = count([measure for duty in due for measure in corpus.undertaken(duty)], corpus.day)
    gaps = sum(cell.count is None and not cell.reason for row in rows for cell in row.cells)
    told = [f"{here}份方案定了{total.total}条措施，做完{total.done}条"]
    told += [f"逾期{total.late}条"] if total.late else []
    left = [f"缺{gaps}格"] if gaps else []
    left += [f"{len(due) - here}家没交方案"] if here < len(due) else []
    return "。".join("，".join(part) for part in (told, left) if part) + "。"


def _unit(corpus: IntranetCorpus, duty: Duty) -> Link:
    return Link(unit_of(corpus.public, duty.unit).text, href(duty))


def _row(corpus: IntranetCorpus, duty: Duty) -> Row:
    if duty.handed_in is None:
        return Row(_unit(corpus, duty), (), chip(duty))
    return Row(_unit(corpus, duty), tuple(_cell(corpus, duty, aim) for aim in Aim), None)


def _cell(corpus: IntranetCorpus, duty: Duty, aim: Aim) -> Cell:
    measures = [measure for measure in corpus.undertaken(duty) if measure.aim is aim]
    if measures:
        return Cell(count(measures, duty.day), "")
    excused = any(each.aim is aim for each in _excuses(corpus, duty))
    return Cell(None, f"#{_anchor(duty, aim)}" if excused else "")


def _excuses(corpus: IntranetCorpus, duty: Duty) -> tuple[NotApplicable, ...]:
    """Why some of the five aims are not the unit's business: nothing before the plan is handed in."""
    plan = corpus.plan(duty)
    return plan.not_applicable if plan and plan.submitted_on else ()


def _total(corpus: IntranetCorpus, due: tuple[Duty, ...], aim: Aim) -> Count:
    return count([measure for duty in due for measure in corpus.undertaken(duty) if measure.aim is aim], corpus.day)


def _anchor(duty: Duty, aim: Aim) -> str:
    return f"{duty.unit}-{aim.name.lower()}"
