"""The intranet's front page: where the year stands, what to chase, how much is in, what falls due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet import measure as state
from mingbai.pages.intranet.column import HOME
from mingbai.pages.intranet.duty import Duty, chip, counted, duties
from mingbai.pages.intranet.year import Phase, cells, first_day, last_day, phase_of, plan_due, short, weekday, xun
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.intranet.plan import Measure


@dataclass(frozen=True)
class Countdown:
    """How long the phase still runs; the figure is the largest thing on the page."""

    before: str
    figure: str
    after: str


@dataclass(frozen=True)
class PhaseBar:
    """One phase: a cell for each 旬, from when to when, how it stands."""

    title: str
    cells: tuple[str, ...]
    period: str
    state: str
    current: bool


@dataclass(frozen=True)
class Chase:
    """One thing to chase: how late, who, what, where to look."""

    chip: Chip
    who: str
    text: str
    link: Link


@dataclass(frozen=True)
class Tally:
    """A number, what it counts, and a cell for each where they can be counted."""

    figure: str
    unit: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Due:
    """Something that falls due: a measure, or the plans themselves."""

    text: str
    link: Link | None


@dataclass(frozen=True)
class DueDay:
    """A day on which something falls due."""

    day: Day
    items: tuple[Due, ...]


@dataclass(frozen=True)
class Behind:
    """A unit whose plan is missing or came late."""

    unit: Link
    handed_in: str
    chip: Chip


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The year at a glance."""

    title: str
    day: Day
    countdown: Countdown
    phases: tuple[PhaseBar, ...]
    now: str
    chase_title: str
    chase: tuple[Chase, ...]
    tallies: tuple[Tally, ...]
    coming: tuple[DueDay, ...]
    ahead: str
    behind: tuple[Behind, ...]
    plans: str


Task = tuple[Duty, Measure]


def home_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The front page, in the place of the public one."""
    yield Page(HOME, "intranet/home.html", home_view(corpus))


def home_view(corpus: IntranetCorpus) -> HomeView:
    """The year of the day that is shown, and nothing older."""
    day = corpus.day
    due = duties(corpus, day.year)
    tasks = tuple((duty, measure) for duty in due for measure in duty.measures)
    chase = _chase(due, tasks)
    title = f"{day.year}年机关作风建设"
    return HomeView(
        head=Head(title=title, description=f"{title}：到了哪一步，要催什么，什么快到期。", section=HOME, route=HOME),
        title=title,
        day=Day(f"{phrase.day(day)}，星期{weekday(day)}", day.isoformat()),
        countdown=_countdown(day),
        phases=tuple(_bar(phase, day) for phase in Phase),
        now=xun(day),
        chase_title=f"现在要催的{len(chase)}件事" if chase else "现在没有要催的事",
        chase=chase,
        tallies=_tallies(corpus, due, tasks),
        coming=_coming(due, tasks, day),
        ahead=f"{state.SOON}天",
        behind=tuple(
            Behind(_link(duty), f"{short(duty.handed_in)}交" if duty.handed_in else "", chip(duty))
            for duty in sorted(due, key=lambda duty: -duty.days_late)
            if duty.missing or duty.was_late
        ),
        plans=f"{short(plan_due(day.year))}截止，{counted(due)}",
    )


def _countdown(day: date) -> Countdown:
    phase = phase_of(day)
    left = (last_day(phase, day.year) - day).days
    return Countdown(f"{phase}阶段还剩", str(left), "天") if left else Countdown(f"{phase}阶段", "今天", "结束")


def _bar(phase: Phase, day: date) -> PhaseBar:
    first, last = first_day(phase, day.year), last_day(phase, day.year)
    current = phase is phase_of(day)
    told = "进行中" if current else "还没开始" if day < first else "已经结束"
    return PhaseBar(phase.value, cells(phase, day), f"{short(first)}–{short(last)}", told, current)


def _chase(due: tuple[Duty, ...], tasks: tuple[Task, ...]) -> tuple[Chase, ...]:
    """Plans that are missing and measures that are late, the latest first."""
    late = [(duty.days_late, _missing(duty)) for duty in due if duty.missing]
    late += [(state.days_late(m, duty.day), _overdue(duty, m)) for duty, m in tasks if state.is_late(m, duty.day)]
    return tuple(chase for _, chase in sorted(late, key=lambda each: -each[0]))


def _missing(duty: Duty) -> Chase:
    what = "行动方案还是草稿，没有提交" if duty.plan else "没交行动方案"
    return Chase(
        chip=Chip("late", f"逾期{duty.days_late}天", "late"),
        who=duty.unit.text,
        text=f"{what}。{short(duty.due)}截止。",
        link=Link("看草稿", duty.href) if duty.plan else Link("看名单", "/plans/"),
    )


def _overdue(duty: Duty, measure: Measure) -> Chase:
    return Chase(
        chip=Chip("late", f"逾期{state.days_late(measure, duty.day)}天", "late"),
        who=duty.unit.text,
        text=f"第{measure.no}条没完成。{measure.text}",
        link=Link(f"看第{measure.no}条", f"{duty.href}#m{measure.no}"),
    )


def _tallies(corpus: IntranetCorpus, due: tuple[Duty, ...], tasks: tuple[Task, ...]) -> tuple[Tally, ...]:
    here, missing = sum(duty.handed_in is not None for duty in due), sum(duty.missing for duty in due)
    plans = phrase.clauses(f"行动方案，应交{len(due)}份", f"没交{missing}份" if missing else None)
    count = state.count([measure for _, measure in tasks], corpus.day)
    measures = phrase.clauses(f"措施做完，一共{count.total}条", f"逾期{count.late}条" if count.late else None)
    year = f"{corpus.day.year}/"
    pledges = [len(entry.record.pledges) for id, entry in corpus.public.pledges.items() if id.startswith(year)]
    return (
        Tally(str(here), "份", plans, state.cells(here, len(due), missing)),
        Tally(count.done, "条", measures, count.cells),
        Tally(str(sum(pledges)), "条", f"对外承诺，{len(pledges)}家许下", ()),
    )


def _coming(due: tuple[Duty, ...], tasks: tuple[Task, ...], day: date) -> tuple[DueDay, ...]:
    """What falls due in the days ahead, day by day."""
    soon = [(measure.due, _due(duty, measure)) for duty, measure in tasks if state.is_soon(measure, day)]
    owed = [duty for duty in due if duty.handed_in is None]
    deadline = plan_due(day.year)
    if owed and 0 <= (deadline - day).days <= state.SOON:
        soon.append((deadline, Due(f"行动方案截止，还有{len(owed)}家没交", Link("看方案", "/plans/"))))
    ordered = sorted(soon, key=lambda each: each[0])
    return tuple(
        DueDay(Day(f"{short(on)} 周{weekday(on)}", on.isoformat()), tuple(item for _, item in items))
        for on, items in groupby(ordered, key=lambda each: each[0])
    )


def _due(duty: Duty, measure: Measure) -> Due:
    return Due(measure.text, Link(f"{duty.unit.text}第{measure.no}条", f"{duty.href}#m{measure.no}"))


def _link(duty: Duty) -> Link:
    return Link(duty.unit.text, duty.href)
