"""What a calendar says of a day: what has to be handed in, which measures end, what meets."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.agenda import CASES, Sort, Task, agenda
from mingbai.corpus.campaign import deadline
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.exports.ical import Remark
from mingbai.records.intranet.campaign import Campaign, HandIn
from mingbai.records.intranet.plan import BUREAU

A_WEEK, A_DAY = 7, 1
AFTER = timedelta(days=1)
CLOSED = "这一天不上班，期限不往后移，请早一点。"


class Writer(Struct, frozen=True, dict=True):
    """Writes the remarks of one year; where not `whole`, only of what is still open."""

    corpus: IntranetCorpus
    year: int
    whole: bool

    def of_bureau(self) -> Iterator[Remark]:
        """What all units owe together, and the fixed days."""
        for what in HandIn:
            yield from self._hand_in(what, "", self.corpus.duties(self.year, what))
        tasks = [task for task in self._tasks if task.sort is Sort.MEASURE]
        for day, due in groupby(tasks, key=lambda task: task.due):
            yield from self._measures(day, tuple(due))
        for task in self._tasks:
            if task.sort in CASES:
                yield from self._case(task)
        yield from self._milestones()

    def of_unit(self, unit: str) -> Iterator[Remark]:
        """What one unit owes, and the fixed days, which are everybody's."""
        for what in HandIn:
            own = tuple(duty for duty in self.corpus.duties(self.year, what) if duty.unit == unit)
            yield from self._hand_in(what, unit, own)
        for task in self._tasks:
            if task.unit == unit:
                yield from self._measure(task) if task.sort is Sort.MEASURE else self._case(task)
        yield from self._milestones()

    def _hand_in(self, what: HandIn, unit: str, duties: Sequence[Duty]) -> Iterator[Remark]:
        """One remark for a deadline: whose papers are still to come, or that all are here."""
        left = [duty for duty in duties if duty.awaited]
        if not duties or not (left or self.whole):
            return
        due = duties[0].due
        late = due < self.corpus.day
        of_one = len(duties) == 1
        if of_one:
            state = "（已交）" if not left else "（逾期没交）" if late else ""
        else:
            state = "（都交了）" if not left else f"（{len(left)}份逾期没交）" if late else f"（还差{len(left)}份）"
        given = deadline(self._campaign, what)
        note = f"{given.note}。" if given and given.note else ""
        names = "、".join(duty.member.name if duty.member else self._unit(duty.unit) for duty in left)
        whose = f"还没交：{names}。" if left and not of_one else ""
        handed_in = [duty.handed_in for duty in duties if duty.handed_in]
        changed = [self._campaign.issued_on, *handed_in, *([due + AFTER] if left and late else [])]
        name = what.name.lower().replace("_", "-")
        yield Remark(
            uid=self._uid("/".join(filter(None, ("deadlines", str(self.year), unit, name)))),
            day=due,
            changed=max(changed),
            title=f"{what}截止{state}",
            text="\n".join(filter(None, (whose, note, self._closed(due) if left else ""))),
            url=self._url(f"/deadlines/#{name}"),
            category=Sort.HAND_IN,
            remind=(A_WEEK, A_DAY) if left and not late else (),
        )

    def _measure(self, task: Task) -> Iterator[Remark]:
        if not (task.is_open or self.whole):
            return
        state = _settled(task) if not task.is_open else "逾期" if task.is_overdue else "到期"
        text = (f"责任岗位：{task.owner}", self._closed(task.due) if task.is_open else "")
        yield Remark(
            uid=self._uid(task.route.strip("/").replace("/#", "/")),
            day=task.due,
            changed=self._changed(task),
            title=f"{state}：{task.what}",
            text="\n".join(filter(None, text)),
            url=self._url(task.route),
            category=Sort.MEASURE,
            remind=(A_WEEK,) if task.is_open and not task.is_overdue else (),
            dropped=task.dropped,
        )

    def _case(self, task: Task) -> Iterator[Remark]:
        """A finding or a complaint that waits for somebody; what is settled leaves the calendar."""
        if task.sort in CASES and task.is_open:
            state = "逾期" if task.is_overdue else "到期"
            counted = f"期限{PROVISIONAL}。" if task.provisional else ""
            yield Remark(
                uid=self._uid(task.route.strip("/")),
                day=task.due,
                changed=max([task.stepped_on or task.due, *([task.due + AFTER] if task.is_overdue else [])]),
                title=f"{state}：{task.what}",
                text="\n".join(filter(None, (f"{self._unit(task.unit)}。", counted, self._closed(task.due)))),
                url=self._url(task.route),
                category=task.sort,
                remind=() if task.is_overdue else (A_WEEK, A_DAY),
            )

    def _measures(self, day: date, tasks: Sequence[Task]) -> Iterator[Remark]:
        """One remark for all measures that end on a day: a house that has a hundred would see nothing else."""
        left = [task for task in tasks if task.is_open]
        if not (left or self.whole):
            return
        told = tasks if self.whole else left
        late = day < self.corpus.day
        done = "都了结了" if len(told) > 1 else "了结了"
        state = done if not left else f"{len(left)}条逾期" if late else f"{len(left)}条没完"
        yield Remark(
            uid=self._uid(f"deadlines/measures/{day}"),
            day=day,
            changed=max(self._changed(task) for task in tasks),
            title=f"{len(told)}条措施到期（{state}）",
            text="\n".join([*map(self._line, told), *filter(None, [self._closed(day) if left else ""])]),
            url=self._url("/measures/"),
            category=Sort.MEASURE,
            remind=(A_WEEK,) if left and not late else (),
        )

    def _milestones(self) -> Iterator[Remark]:
        """The fixed days, numbered as they stand in the campaign."""
        announced = str(self.year) in self.corpus.campaigns
        for number, milestone in enumerate(self._campaign.milestones if self.whole and announced else (), 1):
            activity = routes.route("activities", milestone.activity) if milestone.activity else ""
            yield Remark(
                uid=self._uid(f"campaigns/{self.year}/milestones/{number}"),
                day=milestone.on,
                changed=self._campaign.issued_on,
                title=milestone.title,
                text="",
                url=self._url(activity or routes.route(Campaign.kind, str(self.year))),
                category=Sort.MILESTONE,
                remind=(A_DAY,) if milestone.on >= self.corpus.day else (),
            )

    @cached_property
    def _tasks(self) -> tuple[Task, ...]:
        return agenda(self.corpus, self.year)

    @property
    def _campaign(self) -> Campaign:
        return self.corpus.campaigns[str(self.year)].record

    def _changed(self, task: Task) -> date:
        """The day on which what is said of a measure last changed: settled, overdue, or undertaken."""
        if task.settled_on or task.is_overdue:
            return task.settled_on or task.due + AFTER
        plan = self.corpus.plans[f"{self.year}/{task.unit}"].record
        return plan.submitted_on or self._campaign.issued_on

    def _line(self, task: Task) -> str:
        state = "没完" if task.is_open else _settled(task)
        return f"{self._unit(task.unit)}（{task.owner}）：{task.what}（{state}）"

    def _unit(self, id: str) -> str:
        entry = self.corpus.public.divisions.get(id)
        if entry:
            return entry.record.short_name
        return self.corpus.public.bureau.record.short_name if id == BUREAU else "局领导"

    def _closed(self, day: date) -> str:
        """What to say of a deadline on a day off; it is not moved."""
        workdays = self.corpus.public.workdays
        if workdays.has(day):
            return ""
        return CLOSED if day.year in workdays.years else f"{CLOSED}（{PROVISIONAL}。）"

    def _url(self, route: str) -> str:
        return f"https://{self.corpus.public.bureau.record.intranet_host}{route}"

    def _uid(self, name: str) -> str:
        """A name that no other calendar uses, and that stays when words change."""
        return f"{name}@{self.corpus.public.bureau.record.intranet_host}"


def _settled(task: Task) -> str:
    return "已取消" if task.dropped else "已完成"
