"""What reform did: every step that made an item lighter, under its word, from how much to how much, by which document.

Only what was written down is added up, and only differences are: an item that was shortened twice counts twice, each
time by what it lost that time.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.cell import Saving, Weeks, saving, weeks
from mingbai.pages.public.column import REFORM, column_head
from mingbai.pages.public.home import Total, most_saved, total
from mingbai.pages.public.item import is_active
from mingbai.pages.public.part import GLOSSES, Day, Link, Tally, paper
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.commitment_parts import Burden, Counted, Reform
from mingbai.records.values import Aim

MEASURES = {
    Burden.WORKDAY: "个工作日",
    Burden.MATERIAL: "样材料",
    Burden.VISIT: "次",
    Burden.STEP: "个环节",
    Burden.ITEM: "项",
}
NOTHING = {
    Burden.WORKDAY: "当场办好",
    Burden.MATERIAL: "不用带材料",
    Burden.VISIT: "不用跑",
    Burden.STEP: "没有环节",
    Burden.ITEM: "不用办",
}
LABELS = {
    Burden.WORKDAY: "少等",
    Burden.MATERIAL: "少带",
    Burden.VISIT: "少跑",
    Burden.STEP: "少过",
    Burden.ITEM: "证和事项少了",
}
"""What each kind of less means to somebody who comes; the order is that of the page."""


class Step(Struct, frozen=True):
    """One reform: what was done to which item, from how much to how much."""

    action: str
    item: Link
    text: str
    before: str
    after: str
    weeks: Weeks


class Batch(Struct, frozen=True):
    """What one document changed on one day."""

    day: Day
    document: Link
    steps: tuple[Step, ...]


class AimGroup(Struct, frozen=True):
    """The reforms under one of the five words."""

    anchor: str
    name: str
    gloss: str
    count: str
    batches: tuple[Batch, ...]


class Year(Struct, frozen=True):
    """What one year took away, kind by kind in the order of the heads of the table."""

    name: str
    count: str
    saved: tuple[Tally, ...]


class Faster(Struct, frozen=True):
    """An item whose promise is shorter than the law demands."""

    item: Link
    weeks: Weeks
    statutory: str
    promised: str
    saved: str


class ReformView(View, frozen=True, kw_only=True):
    """What reform did, ready to print."""

    summary: str
    tallies: tuple[Tally, ...]
    total: Total | None
    faster: tuple[Faster, ...]
    years: tuple[Year, ...]
    aims: tuple[AimGroup, ...]


Found = tuple[Entry[Commitment], Reform]
"""A reform and the item it was made to."""


def reform_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """All reforms on one page, /reform/."""
    found = [(entry, reform) for entry in corpus.commitments.values() for reform in entry.record.reform]
    found.sort(key=lambda pair: (-pair[1].on.toordinal(), pair[0].id))
    active = [entry for entry in corpus.commitments.values() if is_active(corpus, entry)]
    items = len({entry.id for entry, _ in found})
    view = ReformView(
        head=column_head(corpus, REFORM),
        summary=f"{items}个事项改过{len(found)}处，哪天改的、凭哪个文件，都写着。" if found else "还没有改革记录。",
        tallies=_tallies(found),
        total=total(active),
        faster=tuple(_faster(entry, days) for entry in most_saved(active) if (days := _shorter(entry))),
        years=tuple(_year(year, found) for year in sorted({reform.on.year for _, reform in found}, reverse=True)),
        aims=tuple(group for aim in Aim if (group := _group(corpus, aim, found)).batches),
    )
    yield Page(REFORM.route, "public/reform.html", view)


def _tallies(found: list[Found]) -> tuple[Tally, ...]:
    """What was taken away in all, kind by kind; kinds nobody counted are left out."""
    saved = {what: _saved(found, what) for what in LABELS}
    return tuple(Tally(str(number), MEASURES[what], LABELS[what]) for what, number in saved.items() if number)


def _saved(found: list[Found], what: Burden) -> int:
    counted = [reform.counted for _, reform in found if reform.counted]
    return sum(each.saved for each in counted if each.what is what)


def _year(year: int, found: list[Found]) -> Year:
    within = [pair for pair in found if pair[1].on.year == year]
    return Year(f"{year}年", f"{len(within)}处", _tallies(within))


def _group(corpus: PublicCorpus, aim: Aim, found: list[Found]) -> AimGroup:
    batches: dict[tuple[date, Link], list[Step]] = {}
    for entry, reform in found:
        if reform.aim is aim:
            batches.setdefault((reform.on, paper(corpus, reform.document)), []).append(_step(entry, reform))
    return AimGroup(
        anchor=aim.name.lower(),
        name=aim.value,
        gloss=GLOSSES[aim],
        count=f"改了{sum(len(steps) for steps in batches.values())}处",
        batches=tuple(
            Batch(Day(phrase.day(day), day.isoformat()), document, tuple(steps))
            for (day, document), steps in batches.items()
        ),
    )


def _step(entry: Entry[Commitment], reform: Reform) -> Step:
    counted = reform.counted
    return Step(
        action=reform.action.value,
        item=Link(entry.record.name, routes.route("commitments", entry.id)),
        text=reform.text,
        before=_much(counted.what, counted.before) if counted else "",
        after=_much(counted.what, counted.after) if counted else "",
        weeks=_cells(counted),
    )


def _much(what: Burden, number: int) -> str:
    """So much of it; nothing at all is said in words."""
    return f"{number}{MEASURES[what]}" if number else NOTHING[what]


def _cells(counted: Counted | None) -> Weeks:
    if counted is None or counted.what is not Burden.WORKDAY:
        return ()
    return weeks(Saving(counted.before, counted.after))


def _shorter(entry: Entry[Commitment]) -> Saving | None:
    days = saving(entry.record)
    return days if days and days.promised < days.statutory else None


def _faster(entry: Entry[Commitment], days: Saving) -> Faster:
    return Faster(
        item=Link(entry.record.name, routes.route("commitments", entry.id)),
        weeks=weeks(days),
        statutory=f"{days.statutory}个工作日",
        promised=f"{days.promised}个工作日" if days.promised else phrase.INSTANT,
        saved=f"{days.statutory - days.promised}个工作日",
    )
