"""Logs are only added to (R47; 意见 五（三）: 整改销号): compared with every version that was committed.

What was committed first stays, and what was added to it and committed stays, too. A version that changed what stood
before does not count, however many came after it: so nobody gets used to a rewritten log, and whoever puts it back is
at peace with all of them.
"""

from collections.abc import Iterator, Mapping

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.past import Former
from mingbai.problem import Place, Problem
from mingbai.records.base import Record
from mingbai.records.field import Value, fields_of, said
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.plan import Plan

LOGS: Mapping[type[Record], str] = {
    Finding: "log",
    Complaint: "log",
    Appraisal: "log",
    Plan: "events",
    Conduct: "events",
}
"""The kinds with a log, and the field it stands in."""
REGISTERED = (Finding, Complaint)
"""What is there for good from the day it was registered, whatever has been done about it."""


def only_added_to(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A committed entry of a log is not changed, taken out or moved; a further entry corrects it (意见 五（三）)."""
    for entry, formers in _logged(corpus):
        name = LOGS[type(entry.record)]
        before, log = _log(_kept(formers)), _log(entry)
        slip = next((index for index, event in enumerate(before) if log[index : index + 1] != (event,)), None)
        if slip is None:
            continue
        old = _typed(said(before[slip]))
        title = fields_of(type(entry.record))[name].title
        place = entry.place(name, slip) if slip < len(log) else entry.place(name)
        yield Problem(
            place,
            "log/rewritten",
            f"{title}第{slip + 1}条{_what(before, log, slip)}，提交过的是 {old}",
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


def gone(corpus: IntranetCorpus) -> Iterator[tuple[str, Former]]:
    """The path of everything that has to stay and is not there any more, with what was committed last of it."""
    for path, formers in corpus.committed.versions.items():
        last = _kept(formers)
        kind = type(last.entry.record)
        if kind not in LOGS or (kind.kind, last.entry.id) in corpus.known:
            continue
        if kind in REGISTERED or _log(last):
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


def _log(given: AnyEntry | Former) -> tuple[Value, ...]:
    entry = given.entry if isinstance(given, Former) else given
    found: tuple[Value, ...] = getattr(entry.record, LOGS[type(entry.record)], ())
    return found


def _kept(formers: tuple[Former, ...]) -> Former:
    """The version that holds all that was ever added to the first one in good order; without a log the last."""
    last = formers[0]
    if type(last.entry.record) not in LOGS:
        return formers[-1]
    for former in formers[1:]:
        if _log(former)[: len(_log(last))] == _log(last):
            last = former
    return last


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
