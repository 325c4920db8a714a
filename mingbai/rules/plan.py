"""Action plans: all five aims, all parts, opinions asked before handing in, and public pledges (意见 三（三）)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import division_of
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.plan import MeasureStatus, Plan
from mingbai.records.public.pledges import Pledges
from mingbai.records.values import YEAR, Aim
from mingbai.rules.commitment import handled
from mingbai.rules.phrase import title
from mingbai.rules.step import nothing_ahead, plans_in_order

PARTS = {
    "experience": "- 一条好经验",
    "problems": "- {text: 一个问题, source: 自己找}",
    "consultation": "- {on: 2026-01-15, who: 听谁的意见, form: 座谈, count: 12, adopted: 9}",
    "systems": "- 一项制度",
    "discipline": "- 一条纪律",
}
"""The parts of a plan, and how a line of each is written."""


def five_aims(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A plan has a measure for each of 放减控改帮, or says why not (意见 三（三）)."""
    for entry in corpus.plans.values():
        measured = {measure.aim for measure in entry.record.measures}
        excused = {item.aim: index for index, item in enumerate(entry.record.not_applicable)}
        for aim in Aim:
            if aim in measured and aim in excused:
                yield Problem(
                    entry.place("not_applicable", excused[aim]),
                    "plan/aim-contradicts",
                    f"“{entry.record.title}”说不涉及“{aim}”，措施里又有“{aim}”",
                    "有措施的，删掉 not_applicable 里的这一条",
                )
            elif aim not in measured and aim not in excused:
                yield Problem(
                    entry.place("measures"),
                    "plan/aim-missing",
                    f"“{entry.record.title}”没有“{aim}”的措施；放、减、控、改、帮五个目标都要落实",
                    f"在 measures 里补一条 aim: {aim} 的措施；"
                    f"确实不涉及的，在 not_applicable 里写 - {{aim: {aim}, reason: 原因}}",
                )


def parts_there(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A plan has experience, problems, opinions asked, systems and discipline (意见 三（三）)."""
    for entry in _whole(corpus).values():
        for field, line in PARTS.items():
            if not getattr(entry.record, field):
                yield Problem(
                    entry.place(field),
                    "plan/part-missing",
                    f"“{entry.record.title}”缺少“{title(Plan, field)}”",
                    f"补上 {field}，下面一条一行，例如 {line}",
                )


def adopted_of_those_asked(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Of the opinions that came no more are taken up than there are (意见 三（三）: 在广泛听取意见的基础上)."""
    for entry in corpus.plans.values():
        for index, consultation in enumerate(entry.record.consultation):
            if consultation.adopted > consultation.count:
                yield Problem(
                    entry.place("consultation", index, "adopted"),
                    "plan/more-adopted-than-asked",
                    f"只听到 {consultation.count} 条意见，却采纳了 {consultation.adopted} 条",
                    "核对 count（意见条数）和 adopted（采纳条数），改掉写错的一个",
                )


def asked_before_handed_in(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Opinions are asked before the plan is handed in (意见 三（三）: 在广泛听取意见的基础上)."""
    for entry in corpus.plans.values():
        handed_in = entry.record.submitted_on
        if handed_in is None:
            continue
        for index, consultation in enumerate(entry.record.consultation):
            if consultation.on > handed_in:
                yield Problem(
                    entry.place("consultation", index, "on"),
                    "plan/consulted-late",
                    f"{handed_in} 就提交了，{consultation.on} 才听取意见；先听取意见，再提交",
                    "核对两个日期，改掉写错的一个；提交以后再听的，不算在里面，删掉这一条",
                )


def pledges_public(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A division with services publishes pledges of its own (意见 三（三）: 公布于众，作为对外的庄严承诺)."""
    outward = {division_of(entry) for entry in handled(corpus.public)}
    for id, entry in corpus.plans.items():
        year, unit = id.split("/")
        if not YEAR.fullmatch(year):
            continue
        if entry.record.pledges is None and unit in outward and ("pledges", id) not in corpus.public.later:
            yield Problem(
                entry.place("pledges"),
                "plan/pledges-missing",
                f"“{entry.record.title}”没有对外承诺；对外办事的处室要把承诺公布于众",
                f"写好 content/public/pledges/{id}.yaml，再在这里补上一行 pledges: {id}",
            )
        elif entry.record.pledges not in (None, id):
            own = (Pledges.kind, id) in corpus.public.known
            yield Problem(
                entry.place("pledges"),
                "plan/pledges-of-another",
                f"“{entry.record.title}”引用的是别的处室或别的年度的承诺：{entry.record.pledges}",
                f"改为 pledges: {id}" if own else f"删掉这一行；公开了自己的承诺，再写 pledges: {id}",
            )


def pledges_rest_on_measures(corpus: IntranetCorpus) -> Iterator[Problem]:
    """The measure a pledge names, public or internal, is one of the plan's (意见 三（三）)."""
    for id, entry in corpus.plans.items():
        numbers = [measure.no for measure in entry.record.measures]
        if len({*numbers}) < len(numbers):
            continue  # A number written twice stands for another, which is told there.
        inward = [pledge.measure_no for pledge in entry.record.internal_pledges]
        yield from _no_such_measure(entry, "internal_pledges", inward, numbers)
        public = corpus.public.pledges.get(id)
        if public:
            yield from _no_such_measure(public, "pledges", [p.measure_no for p in public.record.pledges], numbers)


def _no_such_measure(
    entry: Entry[Plan] | Entry[Pledges], field: str, named: Sequence[int | None], numbers: Sequence[int]
) -> Iterator[Problem]:
    there = f"序号有 {'、'.join(map(str, sorted(numbers)))}，改成对的一个"
    todo = there if numbers else "方案里一条措施也没有，先补上 measures"
    for index, number in enumerate(named):
        if number is not None and number not in numbers:
            yield Problem(
                entry.place(field, index, "measure_no"),
                "plan/no-such-measure",
                f"行动方案里没有第 {number} 条措施",
                f"{todo}；没有对应的措施，删掉 measure_no",
            )


def measures_sound(corpus: IntranetCorpus) -> Iterator[Problem]:
    """Measures are numbered, end in the plan's year, and show evidence when done (意见 三（三）、四（二）)."""
    whole = _whole(corpus)
    for id, entry in corpus.plans.items():
        year = id.split("/")[0]
        numbers = [measure.no for measure in entry.record.measures]
        for index, measure in enumerate(entry.record.measures):
            if numbers.index(measure.no) < index:
                yield Problem(
                    entry.place("measures", index, "no"),
                    "plan/duplicate-number",
                    f"第{index + 1}条措施的序号 {measure.no} 和第{numbers.index(measure.no) + 1}条重复",
                    f"改为 no: {next(no for no in count(1) if no not in numbers)}",
                )
            if str(measure.due.year) != year and YEAR.fullmatch(year):
                yield Problem(
                    entry.place("measures", index, "due"),
                    "plan/due-outside-year",
                    f"措施 {measure.no} 的完成期限 {measure.due} 不在方案的年度里",
                    f"改成 {year} 年里的一天",
                )
            if measure.status(corpus.day) is MeasureStatus.DONE and not whole[id].record.measures[index].evidence:
                yield Problem(
                    entry.place("measures", index, "evidence"),
                    "plan/done-without-evidence",
                    f"措施 {measure.no} 说完成了，却没有佐证",
                    "补上 evidence，下面写 - {kind: 文件, text: 内容, on: 日期}",
                )
        yield from _evidence_says_something(entry)


def reports_after_plan(corpus: IntranetCorpus) -> Iterator[Problem]:
    """A unit reports at the half and at the end of the year, each once, on a plan it has handed in (意见 四)."""
    told = {problem.place.path for rule in (plans_in_order, nothing_ahead) for problem in rule(corpus)}
    for entry in corpus.plans.values():
        whats = [report.what for report in entry.record.reports]
        handed_in = entry.record.submitted_on
        for index, report in enumerate(entry.record.reports):
            if report.what in whats[:index]:
                yield Problem(
                    entry.place("reports", index, "what"),
                    "plan/report-twice",
                    f"“{report.what}”交了两份，第{whats.index(report.what) + 1}项已经有了",
                    "留一份，删掉另一份；补充的话写进留下的那一份",
                )
            if handed_in is None and entry.path in told:
                continue  # Its log is told of: the step may be there.
            if handed_in is None or report.on < handed_in:
                yield Problem(
                    entry.place("reports", index, "on"),
                    "plan/report-before-plan",
                    f"“{report.what}”{report.on} 就交了，方案{f' {handed_in} 才提交' if handed_in else '还没有提交'}",
                    "核对日期；方案交过的，在 events 里补上 - {on: 日期, action: 提交, by: 经办}",
                )


def _whole(corpus: IntranetCorpus) -> Mapping[str, Entry[Plan]]:
    """The plans of the day by id, as their files say: what follows later is no gap."""
    return {
        entry.id: entry  # type: ignore[misc]
        for entry in corpus.written
        if isinstance(entry.record, Plan) and entry.id in corpus.plans
    }


def _evidence_says_something(entry: Entry[Plan]) -> Iterator[Problem]:
    for index, measure in enumerate(entry.record.measures):
        for number, evidence in enumerate(measure.evidence):
            if evidence.text is None and evidence.file is None:
                yield Problem(
                    entry.place("measures", index, "evidence", number),
                    "plan/evidence-empty",
                    f"措施 {measure.no} 的佐证是空的",
                    "补上一行 text: 内容；有附件的写 file: 它在 files/ 里的路径",
                )
