"""办件统计: quarter by quarter, what was promised and what was done, the latest first; whoever was late says why."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public import kept
from mingbai.pages.public.column import PERFORMANCE, column_head, record_head
from mingbai.pages.public.compare import Compared, Course, Told, compared, course, total, waited
from mingbai.pages.public.part import Chip, Link, Stamp, Tally, division, in_order, stamp
from mingbai.records.field import fields_of
from mingbai.records.public.performance import Cases, Performance, Quarter, Rating


class ItemRow(Struct, frozen=True):
    """The cases of one item: `beside` says what became of the others, `rate` which share was on time, and early."""

    item: Link
    beside: str
    received: str
    completed: str
    on_time: str
    rate: str
    late: Chip | None
    mean: str
    promise: str


class Group(Struct, frozen=True):
    """The items of one unit."""

    title: str
    items: tuple[ItemRow, ...]


class LateItem(Struct, frozen=True):
    """What was late, and why."""

    item: Link
    chip: Chip | None
    why: str


class RatingRow(Struct, frozen=True):
    """What those who had an item handled said of it; without an address for all items together."""

    item: str
    href: str
    said: str


class QuarterRow(Struct, frozen=True):
    """A quarter in one sentence."""

    link: Link
    summary: str
    chip: Chip | None


class PerformanceView(View, frozen=True, kw_only=True):
    """One quarter, and the way to all others; at the front without its items, to which `items` leads."""

    title: str
    quarter: str
    days: str
    note: str
    chip: Chip | None
    tallies: tuple[Tally, ...]
    compared: Compared | None
    items: Link | None
    count: str
    groups: tuple[Group, ...]
    late: tuple[LateItem, ...]
    ratings: tuple[RatingRow, ...]
    course: Course
    stamp: Stamp | None


def performance_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The latest quarter at /performance/, and each quarter for good at /performance/<year>-q<number>/."""
    told = corpus.quarters
    yield Page(PERFORMANCE.route, "public/performance.html", _view(corpus, told[-1] if told else None, front=True))
    for each in told:
        route = routes.route(Performance.kind, each[1].id)
        yield Page(route, "public/performance.html", _view(corpus, each, front=False))


def _view(corpus: PublicCorpus, told: Told | None, *, front: bool) -> PerformanceView:
    quarter, entry = told or (None, None)
    items = entry.record.items if entry else ()
    made = stamp(entry.record, corpus.bureau.record.name) if entry else None
    head = column_head(corpus, PERFORMANCE)
    if quarter and entry and made and not front:
        title = f"{kept.quarter_name(quarter)}办件统计"
        summary = f"{title}：{_summary(items)}"
        head = record_head(corpus, PERFORMANCE, routes.route(Performance.kind, entry.id), title, summary, made)
    return PerformanceView(
        head=head,
        title=PERFORMANCE.title if front else head.title,
        quarter=kept.quarter_name(quarter) if quarter else "",
        days=phrase.period(quarter.first, entry.record.counted_to or quarter.last) if quarter and entry else "",
        note=(entry.record.note or "") if entry else "",
        chip=kept.open_chip(entry.record) if entry else None,
        tallies=_tallies(corpus, items),
        compared=compared(corpus, quarter, _by_unit(corpus, items)) if quarter else None,
        items=Link(f"{kept.quarter_name(quarter)}，一项一项看", routes.route(Performance.kind, entry.id))
        if quarter and entry and front
        else None,
        count=f"{len(items)}项",
        groups=_groups(corpus, quarter, items) if quarter and not front else (),
        late=tuple(_late(corpus, each) for each in items if each.late),
        ratings=_ratings(corpus, items) if not front else (),
        course=course(corpus),
        stamp=made,
    )


def all_quarters(corpus: PublicCorpus) -> tuple[QuarterRow, ...]:
    """Every quarter told of, the latest first."""
    return tuple(_row(told) for told in reversed(corpus.quarters))


def _row(told: Told) -> QuarterRow:
    quarter, entry = told
    link = Link(kept.quarter_name(quarter), routes.route(Performance.kind, entry.id))
    return QuarterRow(link, _summary(entry.record.items), kept.open_chip(entry.record))


def _summary(items: Iterable[Cases]) -> str:
    some = tuple(items)
    completed, on_time, late = total(some, "completed"), total(some, "on_time"), total(some, "late")
    ending = f"，超期{late}件，都说明了原因" if late else "，没有超期的" if completed else ""
    share = kept.rate(on_time, completed)
    return f"办结{completed}件" + (f"，按时{share}" if share else "") + ending + "。"


def _tallies(corpus: PublicCorpus, items: tuple[Cases, ...]) -> tuple[Tally, ...]:
    """What is done on the spot is counted apart: it is most, and would make any share look good."""
    timed = waited(corpus, items)
    spot = [each for each in items if each not in timed]
    done, on_time = total(timed, "completed"), total(timed, "on_time")
    found = []
    if done:
        found.append(
            Tally(kept.rate(on_time, done).removesuffix("%"), "%", f"要等的{done}件里，按承诺的天数办完{on_time}件")
        )
        early = total(timed, "early")
        found.append(Tally(kept.rate(early, done).removesuffix("%"), "%", f"比承诺的还早（{early}件）"))
    if total(spot, "completed"):
        found.append(Tally(str(total(spot, "completed")), "件", "当场办好，不用等"))
    if items:
        late = total(items, "late")
        found.append(Tally(str(late), "件", "超期，一件一件说明原因" if late else "超期"))
    return tuple(found)


def _by_unit(corpus: PublicCorpus, items: Iterable[Cases]) -> list[tuple[str, list[Cases]]]:
    """The cases of each unit, in the bureau's own order."""
    found: dict[str, list[Cases]] = {}
    for each in items:
        found.setdefault(each.commitment.split("/")[0], []).append(each)
    return [(unit, found[unit]) for unit in in_order(corpus, found)]


def _groups(corpus: PublicCorpus, quarter: Quarter, items: Iterable[Cases]) -> tuple[Group, ...]:
    return tuple(
        Group(division(corpus, id).text, tuple(_item(corpus, quarter, each) for each in some))
        for id, some in _by_unit(corpus, items)
    )


def _item(corpus: PublicCorpus, quarter: Quarter, each: Cases) -> ItemRow:
    promise = kept.promise(corpus.commitments[each.commitment].record, quarter)
    return ItemRow(
        item=_link(corpus, each),
        beside=phrase.clauses(
            f"受理{each.accepted}件",
            f"不受理{each.rejected}件" if each.rejected else None,
            f"上季度转来{each.carried_in}件" if each.carried_in else None,
            f"还在办{each.left_open}件" if each.left_open > 0 else None,
        ),
        received=f"{each.received}件",
        completed=f"{each.completed}件",
        on_time=f"{each.on_time}件",
        rate=phrase.clauses(kept.rate(each.on_time, each.completed), f"提前{each.early}件" if each.early else None),
        late=kept.late_count(each.late),
        mean=kept.mean(each),
        promise=f"承诺{promise}" if promise else "",
    )


def _link(corpus: PublicCorpus, each: Cases) -> Link:
    return Link(corpus.commitments[each.commitment].record.name, routes.route("commitments", each.commitment))


def _late(corpus: PublicCorpus, each: Cases) -> LateItem:
    return LateItem(_link(corpus, each), kept.late_chip(each.late), each.late_explanation or "")


def _ratings(corpus: PublicCorpus, items: Iterable[Cases]) -> tuple[RatingRow, ...]:
    """What applicants said of each item that anyone said something of, and all together."""
    rated = [(_link(corpus, each), each.satisfied) for each in items if each.satisfied and each.satisfied.total]
    rows = [RatingRow(link.text, link.href, _said([rating])) for link, rating in rated]
    return (RatingRow("合计", "", _said([rating for _, rating in rated])), *rows) if len(rows) > 1 else tuple(rows)


def _said(ratings: Iterable[Rating]) -> str:
    """The grades that were given, the best first."""
    some = tuple(ratings)
    counts = {field.title: sum(getattr(each, name) for each in some) for name, field in fields_of(Rating).items()}
    return phrase.clauses(*(f"{grade}{count}" if count else None for grade, count in counts.items()))
