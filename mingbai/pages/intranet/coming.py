"""What falls due next, day by day: the rest of this week, and the two weeks after it."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from mingbai.corpus.agenda import SOON, Sort, Task, agenda, cases
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages import phrase
from mingbai.pages.intranet.duty import counter, deadline_href, unit_of
from mingbai.pages.intranet.hand_in import by_sort
from mingbai.pages.intranet.year import in_year, short
from mingbai.pages.public.part import Day, Link

SHOWN = 3
"""So many measures of one day stand there at once; of more, how many there are, and they are folded away."""


class Due(Struct, frozen=True):
    """Something that falls due, and what is to be said of it."""

    link: Link
    note: str


class DueDay(Struct, frozen=True):
    """A day on which something falls due; `measures` are folded under `folded` where that says something."""

    day: Day
    fixed: tuple[Due, ...]
    folded: str
    measures: tuple[Due, ...]


class Coming(Struct, frozen=True):
    """Some days ahead, and what falls due in them."""

    anchor: str
    title: str
    period: str
    days: tuple[DueDay, ...]


def coming(corpus: IntranetCorpus) -> tuple[Coming, ...]:
    """This week up to its Sunday, from the day that is shown; then fourteen days more, into the next year too."""
    day = corpus.day
    sunday = day + timedelta(6 - day.weekday())
    last = sunday + timedelta(SOON)
    return (
        _stretch(corpus, "week", "这一周到期", day, sunday),
        _stretch(corpus, "later", f"再往后{SOON}天", sunday + timedelta(1), last),
    )


def _stretch(corpus: IntranetCorpus, anchor: str, title: str, first: date, last: date) -> Coming:
    years = range(first.year, last.year + 1)
    fixed = [pair for year in years for pair in (*_deadlines(corpus, year), *_milestones(corpus, year))]
    fixed += [(task.due, _due(corpus, task)) for task in cases(corpus) if task.is_open]
    measures = [(task.due, task) for year in years for task in agenda(corpus, year) if _open(task)]
    due = sorted({on for on, _ in (*fixed, *measures) if first <= on <= last})
    days = (_day(corpus, on, [d for o, d in fixed if o == on], [t for o, t in measures if o == on]) for on in due)
    period = f"{short(first)}–{short(last)}" if first < last else short(first)
    return Coming(anchor, title, period, tuple(days))


def _open(task: Task) -> bool:
    return task.sort is Sort.MEASURE and task.is_open


def _deadlines(corpus: IntranetCorpus, year: int) -> Iterator[tuple[date, Due]]:
    for duties in by_sort(corpus, year):
        one = duties[0]
        left = sum(duty.awaited for duty in duties)
        note = f"还有{left}{counter(one)}没交" if left else "都交了"
        yield one.due, Due(Link(f"{one.what}截止", deadline_href(one.what)), note)


def _milestones(corpus: IntranetCorpus, year: int) -> Iterator[tuple[date, Due]]:
    for task in agenda(corpus, year):
        if task.sort is Sort.MILESTONE:
            yield task.due, Due(Link(task.what, task.route), "")


def _day(corpus: IntranetCorpus, on: date, fixed: Iterable[Due], tasks: list[Task]) -> DueDay:
    measures = tuple(_due(corpus, task) for task in tasks)
    return DueDay(in_year(on), tuple(fixed), f"{len(measures)}条措施" if len(measures) > SHOWN else "", measures)


def _due(corpus: IntranetCorpus, task: Task) -> Due:
    counted = PROVISIONAL if task.provisional else None
    return Due(
        Link(task.what.rstrip("。"), task.route), phrase.clauses(unit_of(corpus.public, task.unit).text, counted)
    )
