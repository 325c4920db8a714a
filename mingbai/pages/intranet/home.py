"""The intranet's front page: where the year stands, what to chase, how much is in, what falls due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from mingbai.corpus.agenda import SOON, Sort, Task, agenda
from mingbai.corpus.campaign import Span, span_on, spans
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet import measure as state
from mingbai.pages.intranet.column import HOME
from mingbai.pages.intranet.duty import chip, counted, href, unit_of
from mingbai.pages.intranet.year import cells, short, weekday
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.xun import xun_of


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
    countdown: Countdown | None
    phases: tuple[PhaseBar, ...]
    now: str
    chase_title: str
    chase: tuple[Chase, ...]
    tallies: tuple[Tally, ...]
    coming: tuple[DueDay, ...]
    ahead: str
    behind: tuple[Behind, ...]
    plans: str


def home_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The front page, in the place of the public one."""
    yield Page(HOME, "intranet/home.html", home_view(corpus))


def home_view(corpus: IntranetCorpus) -> HomeView:
    """The year of the day that is shown, and nothing older."""
    day = corpus.day
    campaign = corpus.campaigns.get(str(day.year))
    phases = spans(campaign) if campaign else ()
    plans = corpus.duties(day.year, HandIn.PLAN)
    tasks = agenda(corpus, day.year)
    chase = tuple(_chase(corpus, task) for task in sorted(tasks, key=lambda task: -task.days_late) if task.is_overdue)
    title = f"{day.year}年机关作风建设"
    return HomeView(
        head=Head(title=title, description=f"{title}：到了哪一步，要催什么，什么快到期。", section=HOME, route=HOME),
        title=title,
        day=Day(f"{phrase.day(day)}，星期{weekday(day)}", day.isoformat()),
        countdown=_countdown(phases, day),
        phases=tuple(_bar(span, day) for span in phases),
        now=xun_of(day),
        chase_title=f"现在要催的{len(chase)}件事" if chase else "现在没有要催的事",
        chase=chase,
        tallies=_tallies(corpus, plans),
        coming=_coming(corpus, tasks),
        ahead=f"{SOON}天",
        behind=tuple(
            Behind(
                Link(unit_of(corpus.public, duty.unit).text, href(duty)),
                f"{short(duty.handed_in)}交" if duty.handed_in else "",
                chip(duty),
            )
            for duty in sorted(plans, key=lambda duty: -duty.days_late)
            if duty.missing or duty.was_late
        ),
        plans=f"{short(plans[0].due)}截止，{counted(plans)}" if plans else "",
    )


def _countdown(phases: tuple[Span, ...], day: date) -> Countdown | None:
    span = span_on(phases, day)
    if span is None:
        return None
    left = (span.last - day).days
    return (
        Countdown(f"{span.phase}阶段还剩", str(left), "天") if left else Countdown(f"{span.phase}阶段", "今天", "结束")
    )


def _bar(span: Span, day: date) -> PhaseBar:
    current = day in span
    told = "进行中" if current else "还没开始" if day < span.first else "已经结束"
    return PhaseBar(span.phase.value, cells(span, day), f"{short(span.first)}–{short(span.last)}", told, current)


def _chase(corpus: IntranetCorpus, task: Task) -> Chase:
    text = f"没交{task.what}。{short(task.due)}截止。" if task.sort is Sort.HAND_IN else f"没完成。{task.what}"
    return Chase(
        chip=Chip("late", f"逾期{task.days_late}天", "late"),
        who=unit_of(corpus.public, task.unit).text,
        text=text,
        link=Link("去看", task.route),
    )


def _tallies(corpus: IntranetCorpus, due: tuple[Duty, ...]) -> tuple[Tally, ...]:
    here, missing = sum(duty.handed_in is not None for duty in due), sum(duty.missing for duty in due)
    plans = phrase.clauses(f"行动方案，应交{len(due)}份", f"没交{missing}份" if missing else None)
    count = state.count([measure for duty in due for measure in corpus.undertaken(duty)], corpus.day)
    measures = phrase.clauses(f"措施做完，一共{count.total}条", f"逾期{count.late}条" if count.late else None)
    year = f"{corpus.day.year}/"
    pledges = [len(entry.record.pledges) for id, entry in corpus.public.pledges.items() if id.startswith(year)]
    return (
        Tally(str(here), "份", plans, state.cells(here, len(due), missing)),
        Tally(count.done, "条", measures, count.cells),
        Tally(str(sum(pledges)), "条", f"对外承诺，{len(pledges)}家许下", ()),
    )


def _coming(corpus: IntranetCorpus, tasks: tuple[Task, ...]) -> tuple[DueDay, ...]:
    """What falls due in the days ahead, day by day."""
    soon = [task for task in tasks if task.is_due()]
    return tuple(
        DueDay(Day(f"{short(on)} 周{weekday(on)}", on.isoformat()), tuple(_due(corpus, task) for task in found))
        for on, found in groupby(soon, key=lambda task: task.due)
    )


def _due(corpus: IntranetCorpus, task: Task) -> Due:
    return Due(task.what, Link(unit_of(corpus.public, task.unit).text, task.route))
