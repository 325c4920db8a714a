"""Logs are only added to (R47; 意见 五（三）: 整改销号): compared with every version that was committed.

What was committed first stays, and what was added to it and committed stays, too. A version that changed what stood
before does not count, however many came after it: so nobody gets used to a rewritten log, and whoever puts it back is
at peace with all of them. Each log is compared by itself, of a plan's measures by their numbers.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.past import Former
from mingbai.problem import Place, Problem
from mingbai.records.base import Record
from mingbai.records.field import Value, said
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.plan import Measure, Plan
from mingbai.rules.phrase import title

LOGS: Mapping[type[Record], str] = {
    Finding: "log",
    Complaint: "log",
    Appraisal: "log",
    Plan: "events",
    Conduct: "events",
}
"""The kinds with a log, and the field it stands in; each measure of a plan has one of its own beside it."""
REGISTERED = (Finding, Complaint)
"""What is there for good from the day it was registered, whatever has been done about it."""


class Log(NamedTuple):
    """One log of a record: what it is called, where it stands, its entries."""

    title: str
    steps: tuple[str | int, ...]
    entries: tuple[Value, ...]


Logs = Mapping[int | None, Log]
"""The logs of a record: its own by `None`, that of a plan's measure by the number of the measure."""


def only_added_to(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A committed entry of a log is not changed, taken out or moved; a further entry corrects it (意见 五（三）)."""
    for entry, formers in _logged(corpus):
        logs = _logs(entry.record)
        for key, before in _kept(formers).logs.items():
            if log := logs.get(key):
                yield from _slip(entry, log, before.entries)


def _slip(entry: AnyEntry, log: Log, before: tuple[Value, ...]) -> Iterator[Problem]:
    """The first entry of a log that is not what was committed `before`."""
    now = log.entries
    slip = next((index for index, event in enumerate(before) if now[index : index + 1] != (event,)), None)
    if slip is None:
        return
    old = _typed(said(before[slip]))
    yield Problem(
        entry.place(*log.steps, slip) if slip < len(now) else entry.place(*log.steps),
        "log/rewritten",
        f"{log.title}第{slip + 1}条{_what(before, now, slip)}，提交过的是 {old}",
        f"放回第{slip + 1}条：- {old}；记错了的，在最后加一条，note 写明更正什么",
    )


def none_gone(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What was registered, or has a log, stays (意见 五（三）)."""
    for path, last in gone(corpus):
        yield Problem(
            Place(path),
            "log/gone",
            f"这份{type(last.entry.record).label}提交过，现在没有了；登记过的不删，也不改名",
            f"放回来：{last.way_back}",
        )


def no_measure_gone(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A measure of which it was said how far it came stays, under its number (意见 五（三）)."""
    for entry, formers in _logged(corpus):
        if not isinstance(entry.record, Plan) or _twice(entry.record):
            continue
        logs = _logs(entry.record)
        for number, before in _kept(formers).logs.items():
            if before.entries and number not in logs:
                measure = replace(_last_said(formers, number), progress=before.entries)
                yield Problem(
                    entry.place("measures"),
                    "log/gone",
                    f"措施 {number} 没有了，它的进展记录提交过",
                    f"序号改了的，改回 no: {number}；删掉的，放回来：- {_typed(said(measure))}；"
                    "不做了的也不删，在 progress 最后加一条 action: 取消",
                )


def gone(corpus: IntranetCorpus) -> Iterator[tuple[str, Former]]:
    """The path of everything that has to stay and is not there any more, with what was committed last of it."""
    for path, formers in corpus.committed.versions.items():
        last, logs = _kept(formers)
        kind = type(last.entry.record)
        if kind not in LOGS or (kind.kind, last.entry.id) in corpus.known:
            continue
        if kind in REGISTERED or any(log.entries for log in logs.values()):
            yield path, last


def worded_as_registered(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What was found wrong stays in the words in which it was registered (意见 五（三）)."""
    for entry, formers in _logged(corpus):
        first = formers[0].entry.record
        if isinstance(first, Finding) and isinstance(entry.record, Finding) and first.text != entry.record.text:
            yield Problem(
                entry.place("text"),
                "finding/reworded",
                f"问题登记以后改过了，登记的是“{first.text}”",
                f"改回 {_typed({'text': first.text})[1:-1]}；要说明的，写进 log 里的 note",
            )


def _logged(corpus: IntranetCorpus) -> Iterator[tuple[AnyEntry, tuple[Former, ...]]]:
    """Every record with a log that was committed before, as its file says it now."""
    for entry in corpus.written:
        if type(entry.record) in LOGS and (formers := corpus.committed.versions.get(entry.path)):
            yield entry, formers


def _logs(record: Record) -> Logs:
    """The logs of a record; of measures there are none while two have one number, which is told of (R34)."""
    if type(record) not in LOGS:
        return {}
    name = LOGS[type(record)]
    logs: dict[int | None, Log] = {None: Log(title(type(record), name), (name,), getattr(record, name))}
    if isinstance(record, Plan) and not _twice(record):
        called = title(Measure, "progress")
        for index, measure in enumerate(record.measures):
            steps = ("measures", index, "progress")
            logs[measure.no] = Log(f"措施 {measure.no} 的{called}", steps, measure.progress)
    return logs


def _last_said(formers: tuple[Former, ...], number: int | None) -> Measure:
    """A measure as it was committed last."""
    plans = [former.entry.record for former in reversed(formers)]
    found = (plan.measures for plan in plans if isinstance(plan, Plan) and number in _logs(plan))
    return next(measure for measure in next(found) if measure.no == number)


def _twice(plan: Plan) -> bool:
    return len({measure.no for measure in plan.measures}) < len(plan.measures)


class _Kept(NamedTuple):
    """What has to stay: the last version that changed nothing, and each log with all that was added in good order."""

    last: Former
    logs: Logs


def _kept(formers: tuple[Former, ...]) -> _Kept:
    last = formers[0]
    kept: dict[int | None, Log] = {}
    for former in formers:
        logs = _logs(former.entry.record)
        sound = {key: log for key, log in logs.items() if key not in kept or _goes_on(log, kept[key])}
        if sound.keys() >= kept.keys():
            last = former
        kept |= sound
    return _Kept(last, kept)


def _goes_on(log: Log, before: Log) -> bool:
    return log.entries[: len(before.entries)] == before.entries


def _what(before: tuple[Value, ...], log: tuple[Value, ...], slip: int) -> str:
    """What was done to the entry that stood there."""
    if before[slip] in log[slip:]:
        return "前面插进了别的"
    if slip >= len(log) or log[slip] in before[slip + 1 :]:
        return "没有了"
    return "改过了"


def _typed(value: object) -> str:
    """How it is typed on one line."""
    from mingbai.source.yaml_write import flow  # it brings PyYAML, for a hint that is seldom given

    return flow(value)
