"""Time limits of commitments: complete, comparable, and never longer than the law allows (意见 二（三）)."""

from collections.abc import Iterator

from mingbai.corpus.public import PublicCorpus
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Authority, Commitment, CommitmentKind
from mingbai.records.values import Limit, Start, Unit
from mingbai.rules.commitment import handled
from mingbai.rules.phrase import length, title

OURS = ("statutory", "promised")
"""The two limits the bureau owes; the third, `applicant_deadline`, is the applicant's."""


def not_longer_than_law(corpus: PublicCorpus) -> Iterator[Problem]:
    """The promised limit is at most the statutory one, on the same clock and unit (意见 二（三）: 决不拖后)."""
    for entry in handled(corpus):
        law, promise = entry.record.statutory, entry.record.promised
        if promise.instant or not (_measurable(law) and _measurable(promise)):
            continue
        if law.instant:
            yield _longer(entry, "改为 instant: true，删掉 number、unit 和 clock")
        elif law.clock is not promise.clock or _unit(entry, law) is not _unit(entry, promise):
            if entry.record.comparison is None:
                yield _incomparable(entry)
        elif (promise.number or 0) > (law.number or 0):
            yield _longer(entry, f"把 promised 下面的 number 改为 {law.number} 或更小的数")


def _measurable(limit: Limit) -> bool:
    """Whether the limit says enough to be compared; what it lacks or mistakes is told by other rules."""
    complete = limit.number is not None and limit.unit is not None and limit.clock is not None
    return limit.instant or (complete and limit.clock is not Start.EVENT)


def _unit(entry: Entry[Commitment], limit: Limit) -> Unit | None:
    """What the limit is counted in; a licence's 日 is a working day (行政许可法 第八十二条)."""
    if entry.record.type is CommitmentKind.LICENCE and limit.unit is Unit.DAY:
        return Unit.WORKDAY
    return limit.unit


def _longer(entry: Entry[Commitment], hint: str) -> Problem:
    law, promise = entry.record.statutory, entry.record.promised
    return Problem(
        entry.place("promised", "number"),
        "commitment/promise-longer-than-law",
        f"“{entry.record.name}”承诺 {length(promise)}，比法定的{_counted(entry, law)}还长",
        hint,
    )


def _counted(entry: Entry[Commitment], law: Limit) -> str:
    if law.instant:
        return "即时办结"
    licence = law.unit is not _unit(entry, law)
    return f" {length(law)}" + ("（行政许可按工作日算，行政许可法第八十二条）" if licence else "")


def _incomparable(entry: Entry[Commitment]) -> Problem:
    law, promise = entry.record.statutory, entry.record.promised
    return Problem(
        entry.place("promised"),
        "commitment/limits-not-comparable",
        f"“{entry.record.name}”法定 {length(law)}（自{law.clock}起），承诺 {length(promise)}（自{promise.clock}起），"
        "单位或起算点不一样，看不出承诺有没有超过法定",
        "改成一样的单位和起算点；改不了的，补上一行 comparison: 说明承诺为什么不比法定长",
    )


def limits_complete(corpus: PublicCorpus) -> Iterator[Problem]:
    """A limit has number (or 即时办结), unit, clock and basis: a number alone promises nothing (行政许可标准化指引)."""
    for entry in handled(corpus):
        for field in OURS:
            yield from _complete(entry, field, getattr(entry.record, field))
        if entry.record.applicant_deadline:
            yield from _complete(entry, "applicant_deadline", entry.record.applicant_deadline)


def _complete(entry: Entry[Commitment], field: str, limit: Limit) -> Iterator[Problem]:
    said = f"“{entry.record.name}”的“{title(Commitment, field)}”"
    if (limit.instant or limit.unset) and limit.number is not None:
        flag = "instant" if limit.instant else "unset"
        yield Problem(
            entry.place(field, "number"),
            "limit/contradicts",
            f"{said}既写了{title(Limit, flag)}，又写了数字 {limit.number}",
            f"{'当场就办结' if limit.instant else '法规没有写天数'}的，删掉 number 和 unit；不是的，删掉 {flag} 这一行",
        )
    if limit.unset and (field != "statutory" or entry.record.type is CommitmentKind.LICENCE):
        licence = field == "statutory"
        yield Problem(
            entry.place(field, "unset"),
            "limit/cannot-be-unset",
            f"{said}写了没有规定天数，"
            + ("行政许可总有法定期限（行政许可法第四十二条）" if licence else "这里要写明天数"),
            f"删掉 unset 这一行，在 {field} 下面补上 number、unit 和 clock"
            + ("；法规没有写天数的许可，法定是 20 日" if licence else "；当场就办结的写 instant: true"),
        )
    for part, hint in _missing(field, limit).items():
        yield Problem(
            entry.place(field, part),
            "limit/incomplete",
            f"{said}缺少“{title(Limit, part)}”",
            f"在 {field} 下面补上 {hint}",
        )


def _missing(field: str, limit: Limit) -> dict[str, str]:
    """What a limit lacks, with what to write."""
    missing = {}
    timed = not (limit.instant or limit.unset)
    if limit.number is None and timed:
        missing["number"] = "number，例如 number: 5；当场就办结的写 instant: true"
    if limit.unit is None and timed:
        missing["unit"] = f"unit，可以填：{'、'.join(Unit)}"
    # That an applicant's clock is an event, and ours is not, is the next rule.
    if limit.clock is None and timed and field in OURS:
        missing["clock"] = f"clock，可以填：{Start.ACCEPTANCE}、{Start.RECEIPT}"
    if limit.clock is Start.EVENT and limit.event is None and field not in OURS:
        missing["event"] = "event: 从哪件事算起，例如 领取营业执照"
    if limit.basis is None:
        missing["basis"] = "basis，例如 basis: {law: performances, articles: [第十三条]}"
    return missing


def clocks_fit(corpus: PublicCorpus) -> Iterator[Problem]:
    """Our limits run from receipt or acceptance; an applicant's own deadline runs from an event, and is no promise."""
    for entry in handled(corpus):
        commitment = entry.record
        for field in OURS:
            if getattr(commitment, field).clock is Start.EVENT:
                yield Problem(
                    entry.place(field, "clock"),
                    "commitment/clock-is-event",
                    f"“{commitment.name}”的“{title(Commitment, field)}”从一件事算起，那是申请人的期限，不是我们的承诺",
                    "改为 clock: 受理，或者 clock: 收到申请；申请人的期限写在 applicant_deadline 下面",
                )
        deadline = commitment.applicant_deadline
        if deadline and deadline.clock is not Start.EVENT:
            yield Problem(
                entry.place("applicant_deadline", "clock"),
                "commitment/applicant-clock",
                f"“{commitment.name}”的“申请人的期限”没有写明从哪件事算起",
                "改为 clock: 事件，再写一行 event: 从哪件事算起，例如 领取营业执照",
            )


def steps_within_promise(corpus: PublicCorpus) -> Iterator[Problem]:
    """The days of all steps add up to at most the promised limit (意见 二（三）: 说话算数)."""
    for entry in handled(corpus):
        promise = entry.record.promised
        allowed = 0 if promise.instant else promise.number if promise.unit in (Unit.WORKDAY, Unit.DAY) else None
        days = sum(step.days or 0 for step in entry.record.process)
        if allowed is not None and days > allowed:
            yield Problem(
                entry.place("process"),
                "commitment/steps-exceed-promise",
                f"“{entry.record.name}”各步骤加起来要 {days} 个工作日，超过承诺的{'' if promise.instant else ' '}"
                f"{length(promise)}",
                f"把各步骤的 days 压到合计不超过 {allowed}；不计入时限的步骤不写 days",
            )


def pre_review_labelled(corpus: PublicCorpus) -> Iterator[Problem]:
    """Where the city only reviews first, the promised limit says so: the decision comes later, from above."""
    for entry in handled(corpus):
        pre_review = entry.record.authority is Authority.PRE_REVIEW
        if pre_review and "初审" not in (entry.record.promised.note or ""):
            yield Problem(
                entry.place("promised", "note"),
                "commitment/pre-review-unlabelled",
                f"“{entry.record.name}”本局只做初审，承诺办结时限却没有注明",
                "在 promised 下面补上一行 note: 初审时限，不含上级机关审批的时间",
            )
