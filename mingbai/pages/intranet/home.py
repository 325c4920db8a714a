"""The intranet's front page: where the year stands, whom to chase, who has handed in what, what falls due next."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.campaign import Span, span_on, spans, year_of
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.intranet.chase import ChaseList, chase_list
from mingbai.pages.intranet.column import HOME
from mingbai.pages.intranet.coming import Coming, coming
from mingbai.pages.intranet.hand_in import Behind, HandInTally, behind, tallies
from mingbai.pages.intranet.ledger_glance import LedgerGlance, ledger_glance
from mingbai.pages.intranet.measure import Progress, progress
from mingbai.pages.intranet.year import ahead, cells, in_full, in_year, short
from mingbai.pages.page import Head, Page, View
from mingbai.pages.public.part import Day, Link
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign
from mingbai.records.xun import xun_of

OCTOBER = 10
"""From this month on the office thinks of the next year."""


class Countdown(Struct, frozen=True):
    """How long the phase still runs; the figure is the largest thing on the page."""

    before: str
    figure: str
    after: str


class PhaseBar(Struct, frozen=True):
    """One phase: a cell for each 旬, from when to when, how it stands."""

    title: str
    cells: tuple[str, ...]
    period: str
    state: str
    current: bool


class Tasks(Struct, frozen=True):
    """What the phase that the year is in is there for."""

    title: str
    lines: tuple[str, ...]


class Event(Struct, frozen=True):
    """A meeting or another fixed day of the year; `state` says how far off it is."""

    day: Day
    link: Link
    state: str


class HomeView(View, frozen=True, kw_only=True):
    """The year at a glance."""

    title: str
    day: Day
    campaign: Link
    countdown: Countdown
    phases: tuple[PhaseBar, ...]
    now: str
    chase: ChaseList
    tallies: tuple[HandInTally, ...]
    behind: tuple[Behind, ...]
    progress: Progress
    ledger: LedgerGlance | None
    coming: tuple[Coming, ...]
    tasks: Tasks | None
    events: tuple[Event, ...]


class BetweenView(View, frozen=True, kw_only=True):
    """A year whose campaign is not announced: what to do next, what is left of the one before, what falls due."""

    title: str
    day: Day
    said: str
    command: str
    next: str
    last: Link | None
    chase: ChaseList | None
    coming: tuple[Coming, ...]


def home_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The front page, in the place of the public one."""
    campaign = corpus.campaigns.get(str(corpus.day.year))
    if campaign:
        yield Page(HOME, "intranet/home.html", home_view(corpus, campaign))
    else:
        yield Page(HOME, "intranet/between.html", between_view(corpus))


def home_view(corpus: IntranetCorpus, campaign: Entry[Campaign]) -> HomeView:
    """The campaign of the year on the day that is shown; of older years only the cases that wait."""
    day, year = corpus.day, year_of(campaign)
    phases = spans(campaign)
    return HomeView(
        head=_head(campaign.record.title),
        title=campaign.record.title,
        day=in_full(day),
        campaign=Link("这一年的安排", routes.route(Campaign.kind, campaign.id)),
        countdown=countdown(phases, day),
        phases=tuple(bar(span, day) for span in phases),
        now=xun_of(day),
        chase=chase_list(corpus, year, "现在要催的"),
        tallies=tallies(corpus, year),
        behind=behind(corpus, year),
        progress=progress(corpus, year),
        ledger=ledger_glance(corpus, year),
        coming=coming(corpus),
        tasks=_tasks(campaign.record, span_on(phases, day)),
        events=_events(campaign, day),
    )


def between_view(corpus: IntranetCorpus) -> BetweenView:
    """What the office reads before a year's campaign is announced."""
    day, last = corpus.day, corpus.campaign
    title = f"{day.year}年机关作风建设"
    coming_year = day.year + (day.month >= OCTOBER)
    return BetweenView(
        head=_head(title),
        title=title,
        day=in_full(day),
        said=f"{day.year}年的活动还没有部署" if coming_year == day.year else f"{day.year}年没有部署活动",
        command=f"build.py new campaign {coming_year}",
        next=f"{coming_year}年",
        last=Link(last.record.title, routes.route(Campaign.kind, last.id)) if last else None,
        chase=chase_list(corpus, year_of(last), "还没了结的") if last else None,
        coming=coming(corpus) if last else (),
    )


def _head(title: str) -> Head:
    return Head(title=title, description=f"{title}：到了哪一步，要催谁，什么快到期。", section=HOME, route=HOME)


def countdown(phases: tuple[Span, ...], day: date) -> Countdown:
    """How long the phase of a day still runs, or how long it is until the next one."""
    span = span_on(phases, day)
    if span:
        left = (span.last - day).days
        return _left(f"{span.phase}阶段还剩", left) if left else Countdown(f"{span.phase}阶段", "今天", "结束")
    coming_up = min((span for span in phases if span.first > day), key=lambda span: span.first, default=None)
    if coming_up:
        return _left(f"离{coming_up.phase}阶段开始还有", (coming_up.first - day).days)
    return _left("各个阶段都已结束，过了", (day - max(span.last for span in phases)).days)


def _left(before: str, days: int) -> Countdown:
    return Countdown(before, str(days), "天")


def bar(span: Span, day: date) -> PhaseBar:
    """A phase as a row of ten-day cells."""
    current = day in span
    told = "进行中" if current else "还没开始" if day < span.first else "已经结束"
    return PhaseBar(span.phase.value, cells(span, day), f"{short(span.first)}–{short(span.last)}", told, current)


def _tasks(campaign: Campaign, span: Span | None) -> Tasks | None:
    lines = next((each.tasks for each in campaign.phases if span and each.phase is span.phase), ())
    return Tasks(f"{span.phase}阶段做什么", lines) if span else None


def _events(campaign: Entry[Campaign], day: date) -> tuple[Event, ...]:
    route = routes.route(Campaign.kind, campaign.id)
    return tuple(
        Event(
            in_year(each.on),
            Link(each.title, routes.route("activities", each.activity) if each.activity else f"{route}#milestones"),
            ahead(each.on, day),
        )
        for each in sorted(campaign.record.milestones, key=lambda each: each.on)
    )
