"""Did we keep our word? The last quarters of one commitment: how often, how fast, and why not."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import draw, phrase
from mingbai.pages.chart import About, Chart, Level, Series, Tone, Value
from mingbai.pages.public import kept
from mingbai.pages.public.cell import Saving
from mingbai.pages.public.part import Chip, Link
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.performance import Cases, Performance, Quarter, share

Told = tuple[Quarter, Performance, Cases]


class KeptRow(Struct, frozen=True):
    """One quarter: how many were finished, how many of them on time, how long it took beside what was promised."""

    quarter: Link
    chip: Chip | None
    completed: str
    on_time: str
    late: Chip | None
    mean: str
    against: str


class Why(Struct, frozen=True):
    """Why some were late in a quarter."""

    chip: Chip | None
    quarter: str
    text: str


class Kept(Struct, frozen=True):
    """The section, answer first: how often and how fast as drawings, then as rows, then why some were late."""

    summary: str
    charts: tuple[Chart, ...]
    rows: tuple[KeptRow, ...]
    why: tuple[Why, ...]


def kept_word(corpus: PublicCorpus, entry: Entry[Commitment]) -> Kept | None:
    """What the last quarters say of a commitment; `None` while none speaks of it."""
    told = [(quarter, other.record, each) for quarter, other, each in corpus.cases_of.get(entry.id, ())][-kept.LAST :]
    if not told:
        return None
    charts = (_how_often(told), _how_fast(entry.record, told)) if len(told) > 1 else ()
    return Kept(
        summary=_summary(entry.record, [each for _, _, each in told]),
        charts=tuple(chart for chart in charts if chart),
        rows=tuple(_row(entry.record, *each) for each in reversed(told)),
        why=tuple(_why(quarter, each) for quarter, _, each in reversed(told) if each.late_explanation),
    )


def _how_often(told: Sequence[Told]) -> Chart | None:
    """Which share was on time, quarter by quarter; what was not all on time looks late."""
    parts = [share(each.on_time, each.completed) for _, _, each in told]
    values = [
        None if part is None else Value(part, kept.plain(part), None if part == 100 else Tone.LATE) for part in parts
    ]
    if not any(values):
        return None
    whole, some = sum(part == 100 for part in parts), sum(part is not None for part in parts)
    about = About("often", "按时的占百分之几", f"{some}个季度里，{whole}个季度全部按时。")
    level = Level("全部按时", (Decimal(100),) * len(told))
    return draw.columns(about, (Series("按时"),), kept.groups([quarter for quarter, _, _ in told], values), (level,))


def _how_fast(record: Commitment, told: Sequence[Told]) -> Chart | None:
    """How many days it took, held against both limits; what is done on the spot has no days to draw."""
    values = [
        None if each.mean_days is None else Value(each.mean_days, kept.plain(each.mean_days)) for _, _, each in told
    ]
    if record.promised.instant or not any(value and value.number for value in values):
        return None
    quarters = [quarter for quarter, _, _ in told]
    limits = [kept.limits(record, quarter) for quarter in quarters]
    levels = (
        Level("承诺", tuple(Decimal(each.promised) if each else None for each in limits)),
        Level("法定", tuple(Decimal(each.statutory) if each else None for each in limits), Tone.HOLLOW),
    )
    about = About("fast", "平均用几个工作日", f"{_pace(values, limits)}承诺是虚线，法定是点线。" if any(limits) else "")
    return draw.columns(about, (Series("平均用"),), kept.groups(quarters, values), levels if any(limits) else ())


def _pace(values: Sequence[Value | None], limits: Sequence[Saving | None]) -> str:
    pairs = [(value, each) for value, each in zip(values, limits, strict=True) if value and each]
    within = sum(value.number <= each.promised for value, each in pairs)
    return f"{len(pairs)}个季度里，{within}个季度平均不超过承诺。"


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
        against=_against(record, quarter),
    )


def _against(record: Commitment, quarter: Quarter) -> str:
    """What was promised then and what the law allows; nothing if today's promise is younger than the quarter."""
    promise = kept.promise(record, quarter)
    if not promise or record.promised.instant:
        return ""
    return phrase.clauses(f"承诺{promise}", None if record.statutory.unset else f"法定{phrase.limit(record.statutory)}")


def _why(quarter: Quarter, each: Cases) -> Why:
    return Why(kept.late_chip(each.late), kept.quarter_name(quarter), each.late_explanation or "")
