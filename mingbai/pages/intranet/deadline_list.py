"""The deadlines of a year: the last day of each, who is in since when, who was late, who is missing.

The last day is itself in time. It is never moved in silence: one that falls on a day off says so, and where it moves.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus.campaign import due_day, year_of
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.exports.intranet.deadlines import subscriptions
from mingbai.pages import phrase
from mingbai.pages.intranet.column import DEADLINES, HOME_CRUMB, front
from mingbai.pages.intranet.duty import Group, anchor, counted, counter, who
from mingbai.pages.intranet.hand_in import Lot, by_sort, count_cells, lots
from mingbai.pages.intranet.home import Countdown
from mingbai.pages.intranet.measure import COUNTABLE
from mingbai.pages.intranet.year import in_full, in_year, until, weekday
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Day, Link
from mingbai.records.intranet.campaign import Deadline, Roll

IN_TIME = "当天交的算按时"


class Arrival(Struct, frozen=True):
    """What came on one day: how many, whose, and how late that was."""

    day: Day
    count: str
    cells: tuple[str, ...]
    late: Chip | None
    groups: tuple[Group, ...]


class DeadlineCard(Struct, frozen=True):
    """One deadline; `anchor` is its id on the page, `told` unfolds the days on which things came."""

    anchor: str
    title: str
    last: Day
    phase: str
    left: str
    off: str
    note: str
    summary: str
    cells: tuple[str, ...]
    lots: tuple[Lot, ...]
    waiting: str
    waited_for: tuple[Group, ...]
    arrivals: tuple[Arrival, ...]
    told: bool


class DeadlineListView(View, frozen=True, kw_only=True):
    """Every deadline of a year, and how long it is to the next one."""

    title: str
    day: Day
    countdown: Countdown | None
    deadlines: tuple[DeadlineCard, ...]
    calendars: tuple[Link, ...]


def deadline_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The deadlines at /deadlines/."""
    yield Page(DEADLINES.href, "intranet/deadlines.html", deadline_list_view(corpus))


def deadline_list_view(corpus: IntranetCorpus) -> DeadlineListView:
    """The deadlines of this year's campaign, or of the last one before it is announced."""
    campaign, day = corpus.campaign, corpus.day
    sorts = by_sort(corpus, year_of(campaign)) if campaign else ()
    given = {each.what: each for each in campaign.record.deadlines} if campaign else {}
    ahead = [duties[0] for duties in sorts if duties[0].due >= day]
    near = min((duties[0] for duties in sorts), key=lambda duty: abs((duty.due - day).days), default=None)
    return DeadlineListView(
        head=front(DEADLINES, DEADLINES.title, "什么哪天截止，谁交了，谁逾期，谁没交。", HOME_CRUMB),
        title=f"{campaign.id}年截止日期" if campaign else DEADLINES.title,
        day=in_full(day),
        countdown=_countdown(min(ahead, key=lambda duty: duty.due)) if ahead else None,
        deadlines=tuple(_card(corpus, given[duties[0].what], duties, near) for duties in sorts),
        calendars=tuple(Link(each.name, f"/{each.path}") for each in subscriptions(corpus)),
    )


def _countdown(duty: Duty) -> Countdown:
    left = -(duty.day - duty.due).days
    if not left:
        return Countdown(f"{duty.what}", "今天", f"截止，{IN_TIME}")
    return Countdown(f"离{duty.what}截止还有", str(left), "天")


def _card(corpus: IntranetCorpus, given: Deadline, duties: tuple[Duty, ...], near: Duty | None) -> DeadlineCard:
    due, now = duties[0].due, corpus.day
    waited_for = [duty for duty in duties if duty.awaited and not duty.missing]
    return DeadlineCard(
        anchor=anchor(given.what),
        title=given.what.value,
        last=in_full(due),
        phase=f"{given.phase}阶段",
        left=until(due, now),
        off=day_off(corpus, given),
        note=given.note or "",
        summary=counted(duties) + ("一格是一家，交齐才涂满。" if len(duties) > COUNTABLE else ""),
        cells=count_cells(duties),
        lots=lots(corpus, duties),
        waiting=f"还没交的{len(waited_for)}{counter(duties[0])}" if waited_for else "",
        waited_for=who(corpus.public, waited_for),
        arrivals=_arrivals(corpus, duties),
        told=near is not None and near.what is given.what,
    )


def _arrivals(corpus: IntranetCorpus, duties: tuple[Duty, ...]) -> tuple[Arrival, ...]:
    days = sorted({duty.handed_in for duty in duties if duty.handed_in})
    return tuple(_arrival(corpus, on, [duty for duty in duties if duty.handed_in == on]) for on in days)


def _arrival(corpus: IntranetCorpus, on: date, duties: list[Duty]) -> Arrival:
    late = duties[0].days_late
    return Arrival(
        day=in_year(on),
        count=f"{len(duties)}份",
        cells=("on",) * len(duties),
        late=Chip("soon", f"逾期{late}天") if late > 0 else None,
        groups=who(corpus.public, duties),
    )


def day_off(corpus: IntranetCorpus, given: Deadline) -> str:
    """What is to be said of a last day that falls on a day off: that it stays, or where it moves; else nothing."""
    worked = corpus.public.workdays
    if worked.has(given.due):
        return ""
    called = f"{phrase.day(given.due)}是{_called(corpus, given.due)}，休息日{_reckoned(corpus, given.due)}。"
    if given.roll is not Roll.NEXT_WORKDAY:
        return f"{called}不顺延，还是这一天截止。"
    moved = due_day(given, worked)
    reckoned = _reckoned(corpus, moved) if moved.year != given.due.year else ""
    return f"{called}顺延到{phrase.day(moved)}，星期{weekday(moved)}{reckoned}。"


def _reckoned(corpus: IntranetCorpus, day: date) -> str:
    """That nobody knows yet whether the day is worked."""
    return "" if day.year in corpus.public.workdays.years else f"，{PROVISIONAL}"


def _called(corpus: IntranetCorpus, day: date) -> str:
    """The holiday, or the day of the week."""
    holidays = (each for entry in corpus.public.calendars.values() for each in entry.record.holidays)
    return next((each.name for each in holidays if day in each.days), f"星期{weekday(day)}")
