"""Numbers of inspections, findings, circulars and complaints: one after the other in each year, none lost (R40).

A number is the name of its file and is never used again. Which numbers there are is asked of the files, broken ones
included: a broken file is no gap.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from math import inf

from mingbai.corpus.gather import AnyEntry
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem
from mingbai.records.base import Record
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.values import YEAR

FIELDS: Mapping[type[Record], tuple[str, str]] = {
    Inspection: ("on", "察访日期"),
    Finding: ("registered_on", "登记日期"),
    Circular: ("on", "成文日期"),
    Complaint: ("received_on", "收到日期"),
}
"""The day that a number goes by: the field, and what it is called."""
MISNUMBERED = "都没错，说明号排错了，照日期先后改文件名，提到它们的地方跟着改"
"""What to do with right days in a wrong order; a finding is registered when it is, so its days are the mistake."""
Filed = set[tuple[str, tuple[int, int]]]
"""Numbers that files have: the kind, the year and the number in it."""
WIDTH: Mapping[str, int] = {Inspection.kind: 2, Finding.kind: 3, Circular.kind: 2, Complaint.kind: 3}
"""So many digits a number has."""


def numbers_well_formed(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A file's name is a number of as many digits as all have, in the folder of a year, so no number is there twice."""
    filed = _filed(corpus)
    for entry in _numbered(corpus):
        kind, (year, name) = entry.record.kind, entry.id.split("/")
        if is_number(kind, entry.id):
            continue
        right = int(year) if YEAR.fullmatch(year) else _day(entry).year
        meant, free = int(re.sub(r"\D", "", name) or "0"), _last(filed, kind, right) + 1
        taken = (kind, (right, meant)) in filed
        number = meant if 0 < meant <= free and not taken else free
        filed.add((kind, (right, number)))
        yield Problem(
            entry.place(),
            "number/not-a-number",
            f"{entry.record.label}的文件名应是年份和{WIDTH[kind]}位序号，这里是 {entry.id}"
            + (f"；{_called(kind, right, meant)} 已经有了" if taken else ""),
            f"改名为 {kind}/{right}/{number:0{WIDTH[kind]}}.yaml",
        )


def numbers_without_gaps(corpus: IntranetCorpus) -> Iterator[Problem]:
    """In each year numbers run 1, 2, 3 …, and none is missing (意见 五（三）)."""
    filed = _filed(corpus)
    for entry in _numbered(corpus):
        kind, number = entry.record.kind, _number(entry.record.kind, entry.id)
        if number is None or number[1] == 1 or (kind, (number[0], number[1] - 1)) in filed:
            continue
        year, no = number
        last = _last(filed, kind, year, no)
        lost = "、".join(dict.fromkeys(_called(kind, year, each) for each in (last + 1, no - 1)))
        yield Problem(
            entry.place(),
            "number/gap",
            f"有 {_called(kind, year, no)}，前面却缺 {lost.replace('、', ' 到 ')}",
            "缺的从版本记录里找回来；从来没有过的，"
            f"这一份改名为 {kind}/{year}/{last + 1:0{WIDTH[kind]}}.yaml，提到它的地方跟着改",
        )


def filed_by_year(corpus: IntranetCorpus) -> Iterator[Problem]:
    """What has a number of a year is of that year."""
    for entry in _numbered(corpus):
        number, day = _number(entry.record.kind, entry.id), _day(entry)
        field, name = FIELDS[type(entry.record)]
        if number and number[0] != day.year:
            yield Problem(
                entry.place(field),
                "number/other-year",
                f"放在文件夹 {number[0]} 里，{name}却是 {day}",
                f"日期错了就改；日期没错，挪到 {entry.record.kind}/{day.year}/ 里，接着那一年的号往下排",
            )


def numbered_by_day(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A later number is not dated earlier; a complaint may be handed on late, and its number is for good."""
    for before, entry in pairwise(_numbered(corpus)):
        kind, first, second = entry.record.kind, *(_number(e.record.kind, e.id) for e in (before, entry))
        if type(before.record) is not type(entry.record) or not first or not second or first[0] != second[0]:
            continue
        if kind == Complaint.kind:
            continue
        field, name = FIELDS[type(entry.record)]
        if first[0] == _day(before).year and second[0] == _day(entry).year and _day(entry) < _day(before):
            yield Problem(
                entry.place(field),
                "number/day-order",
                f"{_called(kind, *second)} 的{name} {_day(entry)} 早于 {_called(kind, *first)} 的 {_day(before)}",
                "核对两份的日期，改掉写错的一个；"
                + ("这里写登到台账上的那一天，不是看到的那一天" if kind == Finding.kind else MISNUMBERED),
            )


def is_number(kind: str, id: str) -> bool:
    """Whether a file's name is a number; another will be given to one that is not."""
    return _number(kind, id) is not None


def _filed(corpus: IntranetCorpus) -> Filed:
    ids = ((kind.kind, id) for kind in FIELDS for id in corpus.ids(kind))
    return {(kind, number) for kind, id in ids if (number := _number(kind, id))}


def _last(filed: Filed, kind: str, year: int, below: float = inf) -> int:
    """The last number of a year that is there, below another; 0 where none is."""
    return max((n for k, (y, n) in filed if (k, y) == (kind, year) and n < below), default=0)


def _numbered(corpus: IntranetCorpus) -> list[AnyEntry]:
    """Everything that has a number, in order; what is dated later among it, for a number is a number on any day."""
    found = [entry for entry in corpus.written if type(entry.record) in FIELDS]
    return sorted(found, key=lambda entry: (entry.record.kind, entry.id))


def _day(entry: AnyEntry) -> date:
    day: date = getattr(entry.record, FIELDS[type(entry.record)][0])
    return day


def _number(kind: str, id: str) -> tuple[int, int] | None:
    """Year and number as the file's name says; `None` where it is none."""
    year, _, name = id.partition("/")
    well_formed = YEAR.fullmatch(year) and re.fullmatch(rf"\d{{{WIDTH[kind]}}}", name) and int(name)
    return (int(year), int(name)) if well_formed else None


def _called(kind: str, year: int, number: int) -> str:
    """A number as people say it."""
    return f"{year}-{number:0{WIDTH[kind]}}"
