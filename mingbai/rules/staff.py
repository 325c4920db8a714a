"""Staff: nobody twice, and nobody left in a unit that is gone (R39).

The domain has no number for this; 39 is the one after the chain of responsibility, at whose end the staff stand.
"""

from collections.abc import Iterator

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.problem import Problem, Severity
from mingbai.records.base import Entry
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.person import Person


def ids_apart(corpus: IntranetCorpus) -> Iterator[Problem]:
    """No member of the staff has the id of a leader or head: codes of conduct are found by it (本局自定)."""
    for id, entry in corpus.staff.items():
        if (Person.kind, id) in corpus.public.known:
            yield Problem(
                entry.place(),
                "staff/id-taken",
                f"编号 {id} 已经是 content/public/people/{id}.yaml 的，分不清是谁",
                "给这个文件换个名字；两边是同一个人的，在这里写 until: 离岗日期",
            )


def told_apart(corpus: IntranetCorpus) -> Iterator[Problem]:
    """No two people have one work number, and no two of one unit one name (本局自定)."""
    numbers = {
        entry.record.work_no: entry.record.display_name
        for entry in corpus.public.people.values()
        if entry.record.work_no and corpus.members[entry.id].there(corpus.day)
    }
    names: set[tuple[str, str]] = set()
    for entry in corpus.staff.values():
        staff = entry.record
        if not _there(corpus, entry):
            continue
        if staff.work_no in numbers:
            yield Problem(
                entry.place("work_no"),
                "staff/work-number-twice",
                f"工号 {staff.work_no} 已经是{numbers[staff.work_no]}的",
                "核对工号，改掉写错的一个",
            )
        if (staff.division, staff.display_name) in names:
            yield Problem(
                entry.place("display_name"),
                "staff/name-twice",
                f"这个处室已经有一个{staff.display_name}；是不是照着别人的文件抄，忘了改姓名",
                "改成本人的姓名；真有同名的，在姓名后面加（大）（小）",
                Severity.WARNING,
            )
        if staff.work_no:
            numbers.setdefault(staff.work_no, staff.display_name)
        if staff.division:  # Of one that comes later nothing is known yet.
            names.add((staff.division, staff.display_name))


def _there(corpus: IntranetCorpus, entry: Entry[Staff]) -> bool:
    return entry.record.until is None or entry.record.until >= corpus.day


def units_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Nobody is left in a unit that is closed (本局自定)."""
    for entry in corpus.staff.values():
        unit = corpus.public.divisions.get(entry.record.division)
        if unit and unit.record.closed_on and _there(corpus, entry):
            yield Problem(
                entry.place("division"),
                "staff/unit-closed",
                f"{unit.record.name} {unit.record.closed_on} 撤销了，{entry.record.display_name}还在里面",
                "去了别的处室，改 division；离开了，补上 until: 离岗日期",
                Severity.WARNING,
            )
