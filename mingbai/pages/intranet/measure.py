"""How a measure stands: by its latest note, its due day and the day that is shown; nobody types it.

What is done or dropped is settled; everything else is open, and late once its day is past. Of what was
promised nothing leaves the total, so that dropping a measure does not make the rest look better. What is only
drafted binds nobody and is late for nobody.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from mingbai.corpus.agenda import SETTLED, SOON
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.public.part import Chip, Tally
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.plan import Measure, MeasureStatus

COUNTABLE = 24
"""More cells than that cannot be counted; then the words alone stand there."""

SHAPES = {
    MeasureStatus.NOT_STARTED: "noted",
    MeasureStatus.UNDER_WAY: "half",
    MeasureStatus.DONE: "done",
    MeasureStatus.ADJUSTED: "check",
    MeasureStatus.CANCELLED: "ended",
}


DRAFT = Chip("noted", "草稿，还没交", "off")
"""How a measure stands while its plan is not handed in."""


class Count(Struct, frozen=True):
    """How far several measures are: how many are done, of how many, a cell for each; how many are late, if any."""

    done: str
    total: str
    cells: tuple[str, ...]
    late: str


def days_late(measure: Measure, day: date) -> int:
    """Calendar days past the due day; below 0 while there is time."""
    return (day - measure.due).days


def is_late(measure: Measure, day: date) -> bool:
    """Whether the measure should be done and is not."""
    return measure.status(day) not in SETTLED and days_late(measure, day) > 0


def is_soon(measure: Measure, day: date) -> bool:
    """Whether the measure is open and due within the days that the office looks ahead."""
    return measure.status(day) not in SETTLED and -SOON <= days_late(measure, day) <= 0


def chip(measure: Measure, day: date) -> Chip:
    """The state of a measure, with its lateness in calendar days."""
    status, late = measure.status(day), days_late(measure, day)
    if is_late(measure, day):
        return Chip("late", f"{status}，逾期{late}天", "late")
    if is_soon(measure, day):
        return Chip("soon", f"{status}，还剩{-late}天" if late else f"{status}，今天到期")
    if status is MeasureStatus.DONE:
        late = days_late(measure, measure.since(day) or day)
        return Chip(SHAPES[status], f"{status}，逾期{late}天" if late > 0 else status.value)
    return Chip(SHAPES[status], status.value, "off" if status is MeasureStatus.CANCELLED else "")


def count(measures: Sequence[Measure], day: date) -> Count:
    """How far the measures are: the done ones first, the late ones last."""
    done = sum(measure.status(day) is MeasureStatus.DONE for measure in measures)
    late = sum(is_late(measure, day) for measure in measures)
    return Count(str(done), str(len(measures)), cells(done, len(measures), late), str(late or ""))


def drafted(measures: Sequence[Measure]) -> Count:
    """How many measures a plan has that is not handed in."""
    return Count("0", str(len(measures)), cells(0, len(measures)), "")


class Progress(Struct, frozen=True):
    """How the measures of a year stand: how many there are, and how many stand how; with the public promises."""

    summary: str
    tallies: tuple[Tally, ...]
    pledges: str


def progress(corpus: IntranetCorpus, year: int) -> Progress:
    """What all units together have undertaken in a year: plans that are handed in."""
    day = corpus.day
    measures = undertaken(corpus, year)
    stand = Counter(measure.status(day) for measure in measures)
    late = sum(is_late(measure, day) for measure in measures)
    dropped = stand[MeasureStatus.CANCELLED]
    told = phrase.clauses(f"交上来的方案里一共{len(measures)}条", f"其中取消{dropped}条" if dropped else None)
    under_way = stand[MeasureStatus.UNDER_WAY] + stand[MeasureStatus.ADJUSTED]
    pledges = [len(entry.record.pledges) for id, entry in corpus.public.pledges.items() if id.startswith(f"{year}/")]
    return Progress(
        summary=f"{told}。" if measures else "还没有交上来的方案，所以还没有措施。",
        tallies=(
            Tally(str(stand[MeasureStatus.DONE]), "条", "做完"),
            Tally(str(under_way), "条", "进行中"),
            Tally(str(stand[MeasureStatus.NOT_STARTED]), "条", "还没动"),
            Tally(str(late), "条", "逾期没做完"),
        ),
        pledges=f"{len(pledges)}家对外许下{sum(pledges)}条承诺" if pledges else "",
    )


def undertaken(corpus: IntranetCorpus, year: int) -> tuple[Measure, ...]:
    """All measures of the plans that are handed in for a year."""
    return tuple(measure for duty in corpus.duties(year, HandIn.PLAN) for measure in corpus.undertaken(duty))


def cells(done: int, total: int, late: int = 0) -> tuple[str, ...]:
    """A cell each: filled what is done, red and thick what is late; none where there are too many.

    >>> cells(2, 4, 1)
    ('on', 'on', '', 'miss')
    """
    if total > COUNTABLE:
        return ()
    return ("on",) * done + ("",) * (total - done - late) + ("miss",) * late
