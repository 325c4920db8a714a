"""Units beside each other and quarters one after the other: how often and how fast promises were kept.

Days are compared only where somebody has to wait and both limits count working days, each item with the promise it had
in that quarter; averages weigh each case the same. What is done on the spot counts among the cases, not among the days.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import draw, phrase
from mingbai.pages.chart import About, Chart, Group, Level, Series, Tone, Value
from mingbai.pages.public import kept
from mingbai.pages.public.part import Chip, Link, division
from mingbai.records.base import Entry
from mingbai.records.public.performance import Cases, Performance, Quarter, share

Told = tuple[Quarter, Entry[Performance]]
Cut = tuple[Link, tuple[Cases, ...]]
NOTHING = "没有办结的"
NO_DAYS = "没有可比的"
ALL = Decimal(100)
SPEED = (Series("平均用"), Series("承诺", Tone.HOLLOW), Series("法定", Tone.DASHED))


class Sum(Struct, frozen=True):
    """The cases of one unit, or of all: how many, which share on time, how many days."""

    unit: Link
    completed: str
    on_time: str
    early: str
    late: Chip | None
    used: str
    promised: str
    statutory: str


class Compared(Struct, frozen=True):
    """All units of a quarter, drawn and as rows; `total` where there is more than one."""

    charts: tuple[Chart, ...]
    units: tuple[Sum, ...]
    total: Sum | None


class Turn(Struct, frozen=True):
    """One quarter among the others; `on_time` is the share of what had to be waited for."""

    link: Link
    chip: Chip | None
    completed: str
    on_time: str
    late: Chip | None
    mean: str


class Course(Struct, frozen=True):
    """The quarters: the last ones drawn, all of them as rows, the latest first."""

    charts: tuple[Chart, ...]
    turns: tuple[Turn, ...]


def compared(corpus: PublicCorpus, quarter: Quarter, by_unit: Sequence[tuple[str, Sequence[Cases]]]) -> Compared:
    """The units of a quarter beside each other, in the order given."""
    cuts = [(division(corpus, id), tuple(some)) for id, some in by_unit]
    names = {unit.href: _short(corpus, id) or unit.text for (unit, _), (id, _) in zip(cuts, by_unit, strict=True)}
    everything = tuple(each for _, some in cuts for each in some)
    drawn = (_shares(cuts, names), _speeds(corpus, quarter, cuts, names)) if len(cuts) > 1 else ()
    return Compared(
        charts=tuple(chart for chart in drawn if chart),
        units=tuple(_sum(corpus, quarter, unit, some) for unit, some in cuts),
        total=_sum(corpus, quarter, Link("合计", ""), everything) if len(cuts) > 1 else None,
    )


def course(corpus: PublicCorpus) -> Course:
    """All quarters told of."""
    last = corpus.quarters[-kept.LAST :]
    charts = (_on_time_over(corpus, last), _late_over(last)) if len(last) > 1 else ()
    return Course(
        charts=tuple(chart for chart in charts if chart),
        turns=tuple(_turn(corpus, told) for told in reversed(corpus.quarters)),
    )


def waited(corpus: PublicCorpus, items: Iterable[Cases]) -> list[Cases]:
    """The cases of items that are not done on the spot."""
    return [each for each in items if not corpus.commitments[each.commitment].record.promised.instant]


def total(items: Iterable[Cases], field: str) -> int:
    """One count of all items together."""
    return sum(getattr(each, field) for each in items)


def _sum(corpus: PublicCorpus, quarter: Quarter, unit: Link, some: tuple[Cases, ...]) -> Sum:
    completed, days = total(some, "completed"), _days(corpus, quarter, some)
    used, promised, statutory = (kept.workdays(number) for number in days) if days else (NO_DAYS, "", "")
    return Sum(
        unit=unit,
        completed=f"{completed}件",
        on_time=kept.rate(total(some, "on_time"), completed) or NOTHING,
        early=f"{total(some, 'early')}件",
        late=kept.late_count(total(some, "late")),
        used=used,
        promised=promised,
        statutory=statutory,
    )


def _short(corpus: PublicCorpus, id: str) -> str:
    unit = corpus.divisions.get(id)
    return unit.record.short_name if unit else ""


def _days(corpus: PublicCorpus, quarter: Quarter, some: Iterable[Cases]) -> tuple[Decimal, Decimal, Decimal] | None:
    """Used, promised, allowed by law: what a case took on average; `None` where nothing can be compared."""
    found = [
        (each.completed, each.mean_days, limits)
        for each in some
        if each.completed
        and each.mean_days is not None
        and (limits := kept.limits(corpus.commitments[each.commitment].record, quarter))
        and limits.promised
    ]
    count = sum(completed for completed, _, _ in found)
    if not count:
        return None
    return (
        kept.tenth(sum((completed * mean for completed, mean, _ in found), Decimal(0)) / count),
        kept.tenth(Decimal(sum(completed * limits.promised for completed, _, limits in found)) / count),
        kept.tenth(Decimal(sum(completed * limits.statutory for completed, _, limits in found)) / count),
    )


def _shares(cuts: Sequence[Cut], names: Mapping[str, str]) -> Chart | None:
    groups = []
    for unit, some in cuts:
        part = share(total(some, "on_time"), total(some, "completed"))
        if part is not None:
            tone = None if part == ALL else Tone.LATE
            groups.append(Group(names[unit.href], (Value(part, f"{kept.plain(part)}%", tone),)))
    whole = sum(value is not None and value.number == ALL for group in groups for value in group.values)
    desc = f"{len(groups)}个单位办结了件，{whole}个全部按时。"
    return draw.rows(About("share", "按时办结的占多少", desc), (Series("按时"),), groups, ALL)


def _speeds(corpus: PublicCorpus, quarter: Quarter, cuts: Sequence[Cut], names: Mapping[str, str]) -> Chart | None:
    found = [(names[unit.href], days) for unit, some in cuts if (days := _days(corpus, quarter, some))]
    groups = [Group(name, tuple(Value(number, kept.plain(number)) for number in days)) for name, days in found]
    within = sum(used <= promised for _, (used, promised, _) in found)
    desc = f"{len(found)}个单位要等的件，{within}个平均用的工作日不超过承诺。"
    return draw.rows(About("speed", "平均用几个工作日", desc), SPEED, groups)


def _on_time_over(corpus: PublicCorpus, last: Sequence[Told]) -> Chart | None:
    parts = [_on_time(corpus, entry.record.items) for _, entry in last]
    values = [None if part is None else Value(part, f"{part.normalize():f}") for part in parts]
    desc = "要等的件里按承诺的天数办完的占百分之几，虚线是全部按时：" + _said(
        last, [v.text if v else "" for v in values]
    )
    about = About("turns", "要等的件，按时的占百分之几", desc)
    groups = kept.groups([quarter for quarter, _ in last], values)
    return draw.columns(about, (Series("按时"),), groups, (Level("全部按时", (ALL,) * len(last)),))


def _late_over(last: Sequence[Told]) -> Chart | None:
    counts = [total(entry.record.items, "late") for _, entry in last]
    values = [Value(Decimal(count), str(count)) for count in counts]
    about = About("lates", "超期几件", f"每个季度超期的件数：{_said(last, [f'{count}件' for count in counts])}")
    return draw.columns(about, (Series("超期", Tone.LATE),), kept.groups([quarter for quarter, _ in last], values))


def _said(last: Sequence[Told], texts: Sequence[str]) -> str:
    pairs = [(kept.quarter_name(quarter), text) for (quarter, _), text in zip(last, texts, strict=True) if text]
    return phrase.clauses(*(f"{name}{text}" for name, text in pairs)) + "。"


def _on_time(corpus: PublicCorpus, items: Iterable[Cases]) -> Decimal | None:
    some = waited(corpus, items)
    return share(total(some, "on_time"), total(some, "completed"))


def _turn(corpus: PublicCorpus, told: Told) -> Turn:
    quarter, entry = told
    items = entry.record.items
    part, days = _on_time(corpus, items), _days(corpus, quarter, items)
    return Turn(
        link=Link(kept.quarter_name(quarter), routes.route(Performance.kind, entry.id)),
        chip=kept.open_chip(entry.record),
        completed=f"{total(items, 'completed')}件",
        on_time="" if part is None else f"{kept.plain(part)}%",
        late=kept.late_count(total(items, "late")),
        mean=f"{kept.workdays(days[0])}，承诺{kept.workdays(days[1])}" if days else "",
    )
