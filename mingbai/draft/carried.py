"""Measures that a year leaves open, carried over into drafts of the new year's plans, each with where it comes from."""

from collections.abc import Iterator

from mingbai.corpus.agenda import SETTLED
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.draft.day import Shift
from mingbai.draft.draft import Draft, Drafts
from mingbai.draft.text import Left, Noted, Plain, document, plain
from mingbai.records.base import Entry
from mingbai.records.intranet.plan import BUREAU, Measure, Plan


def carried(corpus: IntranetCorpus, shift: Shift) -> Drafts:
    """A draft for each unit with measures left open, in the bureau's own order."""
    files: list[Draft] = []
    remarks: list[str] = []
    for unit in _units(corpus):
        entry = corpus.plans.get(f"{shift.old}/{unit}")
        left = tuple(_left(entry, corpus)) if entry else ()
        if not entry or not left:
            continue
        name, count = _name(corpus, unit), f"{len(left)}条没做完的措施"
        division = corpus.public.divisions.get(unit)
        if division and division.record.closed_on:
            remarks.append(f"{name}撤销了，它{count}没有抄：定下由谁接着做。")
        elif (Plan.kind, f"{shift.year}/{unit}") in corpus.known:
            remarks.append(f"{name}已经有{shift.year}年的方案，{count}没有抄：看看里面是不是都有了。")
        else:
            files.append(_draft(unit, name, entry, left, shift, corpus))
    return Drafts(tuple(files), tuple(remarks))


def _units(corpus: IntranetCorpus) -> tuple[str, ...]:
    units = sorted(corpus.public.divisions.values(), key=lambda entry: (entry.record.order, entry.id))
    return (BUREAU, *(unit.id for unit in units))


def _left(entry: Entry[Plan], corpus: IntranetCorpus) -> Iterator[Measure]:
    """What was undertaken and is neither done nor dropped."""
    if entry.record.submitted_on:
        yield from (measure for measure in entry.record.measures if measure.status(corpus.day) not in SETTLED)


def _draft(
    unit: str, name: str, entry: Entry[Plan], left: tuple[Measure, ...], shift: Shift, corpus: IntranetCorpus
) -> Draft:
    home = f"content/intranet/plans/{shift.year}/{unit}.yaml"
    facts: dict[str, Plain] = {
        "level": entry.record.level,
        "title": shift.words(entry.record.title),
        "measures": [_measure(number, each, shift, corpus) for number, each in enumerate(left, 1)],
    }
    opening = (
        f"草稿：{shift.year}年的行动方案，先抄来{shift.old}年没做完的措施，责任岗位和指标照旧。",
        "每一条定好 due（完成期限），去掉那一行的井号；不再做的删掉。",
        "再写好经验、存在问题、听取意见、新措施、制度、纪律和环节记录，",
        f"写齐了挪到 {home}。",
    )
    about = f"{name}：{len(left)}条没做完的措施"
    return Draft(f"plans/{shift.year}/{unit}.yaml", home, about, document(facts, opening))


def _measure(number: int, measure: Measure, shift: Shift, corpus: IntranetCorpus) -> Noted:
    """The old words under a fresh number; the day is for the unit to set."""
    kept = plain(measure.model_copy(update={"progress": (), "evidence": (), "no": number}))
    facts: dict[str, Plain] = {**kept, "due": Left(f"{shift.year}-月-日")}
    latest = measure.latest(corpus.day)
    state = f"{latest.action}（{latest.on}：{latest.note}）" if latest else "没有进展记录"
    return Noted(facts, (f"来自{shift.old}年第{measure.no}条，原定{measure.due}完成，{state}",))


def _name(corpus: IntranetCorpus, unit: str) -> str:
    entry = corpus.public.divisions.get(unit)
    return entry.record.short_name if entry else corpus.public.bureau.record.short_name
