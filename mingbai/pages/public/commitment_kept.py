"""Did we keep our word? The last quarters of one commitment: how often, how fast, and why not."""

from dataclasses import dataclass

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public import kept
from mingbai.pages.public.cell import Weeks
from mingbai.pages.public.part import Chip, Link
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.performance import Cases, Performance, Quarter

LAST = 4


@dataclass(frozen=True)
class KeptRow:
    """One quarter: how many were finished, how many of them on time, how long it took beside what was promised."""

    quarter: Link
    chip: Chip | None
    completed: str
    on_time: str
    late: Chip | None
    mean: str
    weeks: Weeks


@dataclass(frozen=True)
class Why:
    """Why some were late in a quarter."""

    chip: Chip | None
    quarter: str
    text: str


@dataclass(frozen=True)
class Kept:
    """The section, answer first; `cells` says what a cell is, where there are any."""

    summary: str
    rows: tuple[KeptRow, ...]
    why: tuple[Why, ...]
    cells: str


def kept_word(corpus: PublicCorpus, entry: Entry[Commitment]) -> Kept | None:
    """What the last quarters say of a commitment; `None` while none speaks of it."""
    told = [(quarter, other.record, each) for quarter, other, each in corpus.cases_of.get(entry.id, ())][-LAST:]
    if not told:
        return None
    rows = tuple(_row(entry.record, *each) for each in told)
    drawn = any(row.weeks for row in rows)
    promise = phrase.limit(entry.record.promised)
    return Kept(
        summary=_summary(entry.record, [each for _, _, each in told]),
        rows=rows,
        why=tuple(_why(quarter, each) for quarter, _, each in told if each.late_explanation),
        cells=f"每格一个工作日，一共{promise}：涂满的是平均用掉的，空着的是比承诺省下的。" if drawn else "",
    )


def _summary(record: Commitment, some: list[Cases]) -> str:
    completed = sum(each.completed for each in some)
    on_time = sum(each.on_time for each in some)
    if not completed:
        return "还没有办结的件。"
    all_on_time = "每一件都按时" if on_time == completed else f"{on_time}件按时（{kept.rate(on_time, completed)}）"
    average = kept.mean_of(some)
    used = f"，平均用{phrase.figure(average)}个工作日" if average and not record.promised.instant else ""
    return f"最近{len(some)}个季度办结{completed}件，{all_on_time}{used}。"


def _row(record: Commitment, quarter: Quarter, told: Performance, each: Cases) -> KeptRow:
    return KeptRow(
        quarter=Link(kept.quarter_name(quarter), routes.route(Performance.kind, quarter.id)),
        chip=kept.open_chip(told),
        completed=f"{each.completed}件",
        on_time=phrase.clauses(f"{each.on_time}件", kept.rate(each.on_time, each.completed)),
        late=kept.late_count(each.late),
        mean=kept.mean(each),
        weeks=kept.cells(record, each, quarter),
    )


def _why(quarter: Quarter, each: Cases) -> Why:
    return Why(kept.late_chip(each.late), kept.quarter_name(quarter), each.late_explanation or "")
