"""All measures of a year, twice: month by month as they fall due, and unit by unit as people answer for them.

Only what is handed in has been undertaken; drafts promise nothing. What is late or due soon stands first, the whole
year folded below it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.agenda import SOON
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.chart import Chart
from mingbai.pages.intranet.column import MEASURES, PLANS, front, inner
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.measure import Count, Progress, chip, count, is_late, is_soon, progress
from mingbai.pages.intranet.plan_measure import anchor
from mingbai.pages.intranet.progress_chart import by_month
from mingbai.pages.intranet.year import in_year
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.plan import Measure, Plan

OWNERS = f"{MEASURES.href}owners/"


class Promise(Struct, frozen=True):
    """A measure with the unit that made it and its plan's id."""

    unit: str
    plan: str
    measure: Measure


class MeasureRow(Struct, frozen=True):
    """One measure: when it is due, what it is, whose, how it stands."""

    day: Day
    link: Link
    whose: str
    chip: Chip


class MonthPart(Struct, frozen=True):
    """The measures that fall due in one month."""

    number: int
    anchor: str
    title: str
    count: Count
    rows: tuple[MeasureRow, ...]


class PostPart(Struct, frozen=True):
    """What one post answers for."""

    title: str
    rows: tuple[MeasureRow, ...]


class UnitPart(Struct, frozen=True):
    """What the posts of one unit answer for; unfolded where something is late."""

    anchor: str
    title: str
    count: Count
    told: bool
    posts: tuple[PostPart, ...]


class MeasureListView(View, frozen=True, kw_only=True):
    """The measures of a year by the month in which they are due."""

    title: str
    progress: Progress
    chart: Chart | None
    pressing_title: str
    pressing: tuple[MeasureRow, ...]
    months: tuple[MonthPart, ...]


class OwnerListView(View, frozen=True, kw_only=True):
    """The measures of a year by who answers for them."""

    title: str
    units: tuple[UnitPart, ...]


def measure_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The two pages /measures/ and /measures/owners/."""
    year = corpus.year
    promises = _promises(corpus, year)
    title = f"{year}年的措施"
    told = progress(corpus, year)
    months = _months(corpus, promises)
    listed = MeasureListView(
        head=front(MEASURES, title, "全年的措施按到期的月份排，哪条做完了，哪条逾期。", PLANS),
        title=title,
        progress=told,
        chart=by_month([(month.number, month.count) for month in months]),
        pressing_title=f"逾期的和{SOON}天内到期的",
        pressing=_rows(corpus, (promise for promise in promises if _pressing(promise.measure, corpus.day))),
        months=months,
    )
    by_owner = OwnerListView(
        head=inner(MEASURES, OWNERS, f"{title}，按责任岗位", "哪个单位的哪个岗位，管哪几条措施。", over=PLANS),
        title=f"{title}，谁负责",
        units=_units(corpus, promises),
    )
    yield Page(MEASURES.href, "intranet/measures.html", listed)
    yield Page(OWNERS, "intranet/owners.html", by_owner)


def _promises(corpus: IntranetCorpus, year: int) -> tuple[Promise, ...]:
    """Everything undertaken, in the order of units."""
    return tuple(
        Promise(duty.unit, duty.id, measure)
        for duty in corpus.duties(year, HandIn.PLAN)
        for measure in corpus.undertaken(duty)
    )


def _months(corpus: IntranetCorpus, promises: Iterable[Promise]) -> tuple[MonthPart, ...]:
    ordered = sorted(promises, key=lambda promise: promise.measure.due)
    return tuple(
        _month(corpus, month, list(found))
        for month, found in groupby(ordered, key=lambda promise: promise.measure.due.replace(day=1))
    )


def _month(corpus: IntranetCorpus, month: date, promises: list[Promise]) -> MonthPart:
    return MonthPart(
        number=month.month,
        anchor=f"due-{month.month}",
        title=f"{month.month}月",
        count=_count(corpus, promises),
        rows=_rows(corpus, promises),
    )


def _rows(corpus: IntranetCorpus, promises: Iterable[Promise]) -> tuple[MeasureRow, ...]:
    """By due day, each with the unit and the post that answers for it."""
    return tuple(
        _row(corpus, promise, f"{unit_of(corpus.public, promise.unit).text}，{promise.measure.owner}")
        for promise in sorted(promises, key=lambda promise: promise.measure.due)
    )


def _pressing(measure: Measure, day: date) -> bool:
    return is_late(measure, day) or is_soon(measure, day)


def _units(corpus: IntranetCorpus, promises: Iterable[Promise]) -> tuple[UnitPart, ...]:
    return tuple(
        _unit(corpus, unit, list(found)) for unit, found in groupby(promises, key=lambda promise: promise.unit)
    )


def _unit(corpus: IntranetCorpus, unit: str, promises: list[Promise]) -> UnitPart:
    posts = dict.fromkeys(promise.measure.owner for promise in promises)
    return UnitPart(
        anchor=unit,
        title=unit_of(corpus.public, unit).text,
        count=_count(corpus, promises),
        told=any(is_late(promise.measure, corpus.day) for promise in promises),
        posts=tuple(_post(corpus, post, promises) for post in posts),
    )


def _post(corpus: IntranetCorpus, post: str, promises: Iterable[Promise]) -> PostPart:
    own = sorted((each for each in promises if each.measure.owner == post), key=lambda each: each.measure.due)
    return PostPart(post, tuple(_row(corpus, promise, "") for promise in own))


def _count(corpus: IntranetCorpus, promises: Iterable[Promise]) -> Count:
    return count([promise.measure for promise in promises], corpus.day)


def _row(corpus: IntranetCorpus, promise: Promise, whose: str) -> MeasureRow:
    measure = promise.measure
    href = f"{routes.route(Plan.kind, promise.plan)}#{anchor(measure.no)}"
    return MeasureRow(in_year(measure.due), Link(measure.text.rstrip("。"), href), whose, chip(measure, corpus.day))
