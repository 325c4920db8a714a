"""What a year leaves open, carried over into drafts of the new year's plans, each with where it comes from.

A measure gets a fresh number. A finding keeps its number and its file for good: the new plan only names it among the
problems, and its log goes on where it is.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from mingbai.corpus.agenda import SETTLED
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.draft.day import Shift
from mingbai.draft.draft import Draft, Drafts
from mingbai.draft.text import Left, Noted, Plain, document
from mingbai.records.base import Entry
from mingbai.records.field import said
from mingbai.records.intranet.plan import BUREAU, Measure, Plan


def carried(corpus: IntranetCorpus, shift: Shift) -> Drafts:
    """A draft for each unit with measures left open, in the bureau's own order."""
    files: list[Draft] = []
    remarks: list[str] = []
    for unit in _units(corpus):
        entry = corpus.plans.get(f"{shift.old}/{unit}")
        left = tuple(_left(entry, corpus)) if entry else ()
        found = _open(corpus, unit)
        if not entry or not (left or found):
            continue
        name, count = _name(corpus, unit), _count(left, found)
        division = corpus.public.divisions.get(unit)
        if division and division.record.closed_on:
            remarks.append(f"{name}撤销了，它{count}没有抄：定下由谁接着做。")
        elif (Plan.kind, f"{shift.year}/{unit}") in corpus.known:
            remarks.append(f"{name}已经有{shift.year}年的方案，{count}没有抄：看看里面是不是都有了。")
        else:
            files.append(_draft(unit, name, entry, left, found, shift, corpus))
    cases = [case for case in corpus.ledger.values() if case.is_open]
    if cases:
        named = "、".join(f"{c.number}（{_name(corpus, c.entry.record.division)}，{c.state}）" for c in cases)
        remarks.append(f"没有销号的问题编号不变，办理记录接着往原来的文件里写：{named}。")
    return Drafts(tuple(files), tuple(remarks))


def _units(corpus: IntranetCorpus) -> tuple[str, ...]:
    units = sorted(corpus.public.divisions.values(), key=lambda entry: (entry.record.order, entry.id))
    return (BUREAU, *(unit.id for unit in units))


def _left(entry: Entry[Plan], corpus: IntranetCorpus) -> Iterator[Measure]:
    """What was undertaken and is neither done nor dropped."""
    if entry.record.submitted_on:
        yield from (measure for measure in entry.record.measures if measure.status(corpus.day) not in SETTLED)


def _open(corpus: IntranetCorpus, unit: str) -> tuple[Case, ...]:
    """The unit's findings that are not struck off, of earlier years too."""
    return tuple(case for case in corpus.ledger.values() if case.is_open and case.entry.record.division == unit)


def _count(left: tuple[Measure, ...], found: tuple[Case, ...]) -> str:
    measures = f"{len(left)}条没做完的措施" if left else ""
    return "、".join(filter(None, (measures, f"{len(found)}个没销号的问题" if found else "")))


def _draft(
    unit: str,
    name: str,
    entry: Entry[Plan],
    left: tuple[Measure, ...],
    found: tuple[Case, ...],
    shift: Shift,
    corpus: IntranetCorpus,
) -> Draft:
    home = f"content/intranet/plans/{shift.year}/{unit}.yaml"
    facts: dict[str, Plain] = {
        "level": entry.record.level,
        "title": shift.words(entry.record.title),
    }
    if found:
        facts["problems"] = [_problem(case) for case in found]
    old = [_measure(number, each, shift, corpus) for number, each in enumerate(left, 1)]
    facts["measures"] = [*old, *(_answer(number, case, shift) for number, case in enumerate(found, len(old) + 1))]
    opening = (
        f"草稿：{shift.year}年的行动方案，先抄来{shift.old}年没办完的事：{_count(left, found)}。",
        *(("问题还在原来的台账文件里办，编号不变；这里提一句，每个配一条新措施。",) if found else ()),
        *(("措施的责任岗位和指标照旧；每一条定好 due（完成期限），去掉那一行的井号；不再做的删掉。",) if left else ()),
        "再写好经验、存在问题、听取意见、新措施、制度、纪律和环节记录，",
        f"写齐了挪到 {home}。",
    )
    about = f"{name}：{_count(left, found)}"
    return Draft(f"plans/{shift.year}/{unit}.yaml", home, about, document(facts, opening))


def _problem(case: Case) -> Noted:
    """The finding in its own words, under its own number."""
    finding = case.entry.record
    facts: dict[str, Plain] = {"text": finding.text, "source": finding.source, "finding": case.id}
    return Noted(facts, (f"{case.number}，{case.state}，整改期限 {case.due}",))


def _answer(number: int, case: Case, shift: Shift) -> Noted:
    """A measure for a finding, for the unit to write."""
    facts: dict[str, Plain] = {
        "no": number,
        "aim": Left("放、减、控、改、帮里的一个"),
        "text": Left("今年怎么改"),
        "owner": Left("责任岗位"),
        "due": Left(f"{shift.year}-月-日"),
    }
    return Noted(facts, (f"对着台账 {case.number}；已经有措施管着它的，这一条删掉",))


def _measure(number: int, measure: Measure, shift: Shift, corpus: IntranetCorpus) -> Noted:
    """The old words under a fresh number; the day is for the unit to set."""
    kept = said(replace(measure, progress=(), evidence=(), no=number))
    facts: dict[str, Plain] = {**kept, "due": Left(f"{shift.year}-月-日")}
    latest = measure.latest(corpus.day)
    state = f"{latest.action}（{latest.on}：{latest.note}）" if latest else "没有进展记录"
    return Noted(facts, (f"来自{shift.old}年第{measure.no}条，原定{measure.due}完成，{state}",))


def _name(corpus: IntranetCorpus, unit: str) -> str:
    entry = corpus.public.divisions.get(unit)
    return entry.record.short_name if entry else corpus.public.bureau.record.short_name
