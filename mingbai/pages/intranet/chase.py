"""What to chase, unit by unit: one telephone call each, however many codes, findings or measures it is about.

What is overdue longest stands first. A unit's people are named as long as they are few; all names stand on the
page of deadlines.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.agenda import Sort, Task, agenda, cases
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages.intranet.column import MEASURES
from mingbai.pages.intranet.duty import deadline_href, unit_of
from mingbai.pages.intranet.year import short
from mingbai.pages.public.part import Chip, Link, rank
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.plan import BUREAU

FEW = 3
"""So many people are named, so many measures told; of more, how many there are."""
FIRST = 8
"""So many units stand there at once; the others are folded away."""


class Owed(Struct, frozen=True):
    """One thing a unit owes: what it is, where to look, how late."""

    link: Link
    note: str


class Chase(Struct, frozen=True):
    """One unit, how late it is at worst, and everything that it owes."""

    chip: Chip
    unit: str
    owed: tuple[Owed, ...]


class ChaseList(Struct, frozen=True):
    """Whom to chase now: the first units, the others, and what they are introduced by."""

    title: str
    first: tuple[Chase, ...]
    others: tuple[Chase, ...]
    others_title: str


def chase_list(corpus: IntranetCorpus, year: int, title: str) -> ChaseList:
    """What is overdue in the campaign of a year, and every case that is, of whatever year; `title` says what it is."""
    owing = [duty for duty in corpus.duties(year) if duty.missing]
    tasks = [task for task in agenda(corpus, year) if task.sort is Sort.MEASURE and task.is_overdue]
    tasks += [task for task in cases(corpus) if task.is_overdue]
    units = {duty.unit for duty in owing} | {task.unit for task in tasks}
    found = [
        (_worst(own, late), _place(corpus, unit), _chase(corpus, unit, own, late))
        for unit in units
        for own in ([duty for duty in owing if duty.unit == unit],)
        for late in ([task for task in tasks if task.unit == unit],)
    ]
    ordered = tuple(chase for late, place, chase in sorted(found, key=lambda each: (-each[0], each[1])))
    first, others = ordered[:FIRST], ordered[FIRST:]
    things = len(owing) + len(tasks)
    told = f"{title}：{len(ordered)}家，{things}件事" if ordered else f"{title}：没有"
    return ChaseList(told, first, others, f"还有{len(others)}家" if others else "")


def _worst(duties: Iterable[Duty], tasks: Iterable[Task]) -> int:
    return max([*(duty.days_late for duty in duties), *(task.days_late for task in tasks)])


def _place(corpus: IntranetCorpus, unit: str) -> tuple[int, int, str]:
    """The bureau and its leaders first, then in the bureau's own order."""
    return (-1, 0, unit) if unit in (BUREAU, "") else rank(corpus.public, unit)


def _chase(corpus: IntranetCorpus, unit: str, duties: list[Duty], tasks: list[Task]) -> Chase:
    measures = [task for task in tasks if task.sort is Sort.MEASURE]
    others = [task for task in tasks if task.sort is not Sort.MEASURE]
    owed = (*_hand_ins(duties), *_others(others), *_measures(unit, measures))
    return Chase(Chip("late", f"逾期{_worst(duties, tasks)}天", "late"), unit_of(corpus.public, unit).text, owed)


def _hand_ins(duties: list[Duty]) -> Iterator[Owed]:
    for what, found in groupby(duties, key=lambda duty: duty.what):
        owing = list(found)
        late, people = owing[0], [duty.member.name for duty in owing if duty.member]
        named = "、".join(people) if len(people) <= FEW else f"{len(people)}人"
        href = routes.route(Conduct.kind, late.id) if late.drafted and len(owing) == 1 and late.member else ""
        link = Link(f"{named}没交{what}", href or deadline_href(what))
        yield Owed(link, f"{short(late.due)}截止，逾期{late.days_late}天")


LEFT = {Sort.FINDING: "没改完：", Sort.OFFICE: "没办：", Sort.COMPLAINT: "没办："}


def _others(tasks: list[Task]) -> Iterator[Owed]:
    """Findings and complaints: each is told, there are never many of one unit."""
    for task in tasks:
        link = Link(f"{LEFT[task.sort]}{task.what.rstrip('。')}", task.route)
        counted = f"（{PROVISIONAL}）" if task.provisional else ""
        yield Owed(link, f"{short(task.due)}到期{counted}，逾期{task.days_late}天")


def _measures(unit: str, tasks: list[Task]) -> Iterator[Owed]:
    for task in tasks[:FEW]:
        yield Owed(
            Link(f"没做完：{task.what.rstrip('。')}", task.route), f"{short(task.due)}到期，逾期{task.days_late}天"
        )
    if len(tasks) > FEW:
        yield Owed(Link(f"还有{len(tasks) - FEW}条措施没做完", f"{MEASURES.href}owners/#{unit}"), "")
