"""How long a commitment takes: the promise with its figure and cells, and both limits laid side by side."""

from msgspec import Struct

from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.cell import Weeks, saving, weeks
from mingbai.pages.public.cite import Cited, cite
from mingbai.pages.public.item import done, statutory
from mingbai.records.public.commitment import Authority, Commitment
from mingbai.records.public.commitment_parts import OnExpiry
from mingbai.records.values import Limit

EXPIRY = {
    OnExpiry.DEEMED_APPROVED: "过了法定时限我们没有答复，视为同意",
}
FIRST_REVIEW = "这是我们初审的时间，初审完由上级决定"


class Promise(Struct, frozen=True):
    """What people come for: the figure, large, its unit, its cells, and what has to be known beside it."""

    label: str
    figure: str
    unit: str
    weeks: Weeks
    beside: tuple[str, ...]


class LimitRow(Struct, frozen=True):
    """One limit in full: whose it is, how long, from when, by which law."""

    label: str
    span: str
    start: str
    basis: Cited | None
    note: str
    extension: str


class Deadline(Struct, frozen=True):
    """What the applicant has to do in time; never a promise of ours."""

    text: str
    basis: Cited | None
    note: str
    extension: str


class Times(Struct, frozen=True):
    """Everything about time in one section."""

    limits: tuple[LimitRow, ...]
    comparison: str
    excluded: tuple[str, ...]
    expiry: str


def promise(corpus: PublicCorpus, record: Commitment, once: str) -> Promise:
    """The promise as the head of the page shows it; `once` says that it holds no more."""
    limit = record.promised
    verb = done(record)
    number = str(limit.number or "")
    return Promise(
        label=f"{once}多久{verb or '办好'}",
        figure="即时" if limit.instant else number,
        unit="办结" if limit.instant else phrase.limit(limit).removeprefix(number),
        weeks=weeks(saving(record)),
        beside=beside(corpus, record),
    )


def times(corpus: PublicCorpus, record: Commitment) -> Times:
    """Both limits in full, and what does not count."""
    promised = "承诺（初审）" if record.authority is Authority.PRE_REVIEW else "承诺"
    return Times(
        limits=(_row(corpus, promised, record.promised), _row(corpus, "法定", record.statutory)),
        comparison=record.comparison or "",
        excluded=record.excluded,
        expiry=EXPIRY.get(record.on_expiry, ""),
    )


def deadline(corpus: PublicCorpus, record: Commitment) -> Deadline | None:
    """By when the applicant has to come, if the law says so."""
    limit = record.applicant_deadline
    if limit is None:
        return None
    basis = cite(corpus, limit.basis) if limit.basis else None
    return Deadline(phrase.deadline(limit), basis, limit.note or "", limit.extension or "")


def beside(corpus: PublicCorpus, record: Commitment) -> tuple[str, ...]:
    """What has to be known beside the promise: where its clock starts, the law's limit, what does not count."""
    promised = record.promised
    same = phrase.start(record.statutory) == phrase.start(promised) or promised.instant
    lines = [
        "" if same else phrase.start(promised),
        statutory(corpus, record),
        f"不算在内：{phrase.listed(record.excluded)}" if record.excluded else "",
        EXPIRY.get(record.on_expiry, ""),
        promised.note or FIRST_REVIEW if record.authority is Authority.PRE_REVIEW else "",
    ]
    return tuple(line for line in lines if line)


def _row(corpus: PublicCorpus, label: str, limit: Limit) -> LimitRow:
    return LimitRow(
        label=label,
        span=phrase.limit(limit),
        start=phrase.start(limit),
        basis=cite(corpus, limit.basis) if limit.basis else None,
        note=limit.note or "",
        extension=limit.extension or "",
    )
