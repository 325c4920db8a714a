"""Action plans: what each division does for the five aims, by whom, until when (意见 三（三）)."""

from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.intranet.finding import FindingSource
from mingbai.records.machine import Machine, first, until
from mingbai.records.values import Aim, Count, Day, Evidence, FileRef, FindingRef, Line, Lines, Number, PledgesRef

BUREAU = "bureau"
"""The file name of the bureau's own plan."""


class PlanLevel(StrEnum):
    """Whose plan it is: the bureau's own, or one division's."""

    BUREAU = "部门"
    DIVISION = "处室"


class MeasureStatus(StrEnum):
    """Where a measure stands; derived from its progress log, never typed."""

    NOT_STARTED = "未启动"
    UNDER_WAY = "进行中"
    DONE = "完成"
    ADJUSTED = "调整"
    CANCELLED = "取消"


class ProgressAction(StrEnum):
    """What a progress note says happened."""

    UNDER_WAY = "进行中"
    DONE = "完成"
    ADJUSTED = "调整"
    CANCELLED = "取消"


class PlanAction(StrEnum):
    """The steps of a plan, in order; 修订 may follow 发布 any number of times."""

    CONSULT = "征求意见"
    SUBMIT = "提交"
    REVIEW = "审核"
    PUBLISH = "发布"
    REVISE = "修订"


class PlanStatus(StrEnum):
    """Where a plan stands on a day; derived from its events."""

    DRAFT = "起草"
    CONSULTED = "已征求意见"
    SUBMITTED = "已提交"
    REVIEWED = "已审核"
    PUBLISHED = "已发布"
    REVISED = "已修订"


PLAN = Machine(
    PlanStatus.DRAFT,
    {
        (PlanStatus.DRAFT, PlanAction.CONSULT): PlanStatus.CONSULTED,
        (PlanStatus.CONSULTED, PlanAction.CONSULT): PlanStatus.CONSULTED,
        (PlanStatus.CONSULTED, PlanAction.SUBMIT): PlanStatus.SUBMITTED,
        (PlanStatus.SUBMITTED, PlanAction.REVIEW): PlanStatus.REVIEWED,
        (PlanStatus.REVIEWED, PlanAction.PUBLISH): PlanStatus.PUBLISHED,
        (PlanStatus.PUBLISHED, PlanAction.REVISE): PlanStatus.REVISED,
        (PlanStatus.REVISED, PlanAction.REVISE): PlanStatus.REVISED,
        (PlanStatus.REVISED, PlanAction.PUBLISH): PlanStatus.PUBLISHED,
    },
)
"""Domain 4.6; opinions may be asked more than once, and what is published may be revised any number of times."""


class PlanProblem(Value):
    """A problem the division found in its own work."""

    text: Line = field(title="问题")
    source: FindingSource = field(title="来源")
    finding: FindingRef | None = field(default=None, title="台账编号", description="如 2026/007")


class Consultation(Value):
    """How opinions were asked: when, of whom, in what way, how many came, how many were taken up."""

    on: Day = field(title="日期")
    who: Line = field(title="对象")
    form: Line = field(title="方式")
    count: Count = field(title="意见条数")
    adopted: Count = field(title="采纳条数")
    not_adopted_reason: Line | None = field(default=None, title="未采纳原因")


class Progress(Value):
    """One note on a measure's progress; the log is only ever added to."""

    on: Day = field(title="日期")
    action: ProgressAction = field(title="进展")
    note: Line = field(title="情况")


class Measure(Value):
    """One thing the division will do: for which aim, who, until when, measured how."""

    no: Number = field(title="序号")
    aim: Aim = field(title="五字目标")
    text: Line = field(title="措施")
    owner: Line = field(title="责任岗位")
    due: Day = field(title="完成期限")
    indicator: Line | None = field(default=None, title="衡量指标")
    target: Line | None = field(default=None, title="目标值")
    progress: tuple[Progress, ...] = field(default=(), title="进展记录")
    evidence: tuple[Evidence, ...] = field(default=(), title="佐证")

    def latest(self, day: date) -> Progress | None:
        """The latest note on `day`, of one day the last written; it decides where the measure stands."""
        past = (note for note in reversed(self.progress) if note.on <= day)
        return max(past, key=lambda note: note.on, default=None)

    def status(self, day: date) -> MeasureStatus:
        """Where the measure stands on `day`."""
        latest = self.latest(day)
        return MeasureStatus(latest.action.value) if latest else MeasureStatus.NOT_STARTED

    def since(self, day: date) -> date | None:
        """Since when it has stood as it stands on `day`: a note that only says so again changes nothing."""
        past = sorted((note for note in self.progress if note.on <= day), key=lambda note: note.on, reverse=True)
        alike = takewhile(lambda note: note.action is past[0].action, past)
        return min((note.on for note in alike), default=None)


class NotApplicable(Value):
    """Why a division has no measure for one of the five aims."""

    aim: Aim = field(title="五字目标")
    reason: Line = field(title="原因")


class InternalPledge(Value):
    """A promise to those below (对下)."""

    text: Line = field(title="承诺")
    measure_no: Number | None = field(default=None, title="对应措施")


class PlanEvent(Value):
    """One step of the plan; the log is only ever added to."""

    on: Day = field(title="日期")
    action: PlanAction = field(title="环节")
    by: Line = field(title="经办")
    note: Line | None = field(default=None, title="说明")


class ReportKind(StrEnum):
    """What a unit says of how far it came: at the half of the year, and at its end."""

    HALF_YEAR = "半年小结"
    SUMMARY = "全年总结"


class Report(Value):
    """What a unit handed in on how far it came."""

    what: ReportKind = field(title="名目")
    on: Day = field(title="提交日期")
    text: Lines = field(title="内容", min_length=1)
    file: FileRef | None = field(default=None, title="附件")


class Plan(Internal):
    """One division's plan for one year, at plans/<year>/<division>; the bureau's own at plans/<year>/bureau."""

    kind: ClassVar[str] = "plans"
    label: ClassVar[str] = "行动方案"
    pattern: ClassVar[str] = "plans/*/*.yaml"

    level: PlanLevel = field(title="层级")
    title: Line = field(title="标题")
    brand: Line | None = field(default=None, title="品牌")
    experience: Lines = field(default=(), title="好经验")
    problems: tuple[PlanProblem, ...] = field(default=(), title="存在问题")
    consultation: tuple[Consultation, ...] = field(default=(), title="听取意见")
    measures: tuple[Measure, ...] = field(default=(), title="措施")
    not_applicable: tuple[NotApplicable, ...] = field(default=(), title="不涉及的目标")
    systems: Lines = field(default=(), title="制度")
    discipline: Lines = field(default=(), title="纪律")
    pledges: PledgesRef | None = field(default=None, title="对外承诺")
    internal_pledges: tuple[InternalPledge, ...] = field(default=(), title="对下承诺")
    reports: tuple[Report, ...] = field(default=(), title="小结和总结")
    events: tuple[PlanEvent, ...] = field(default=(), title="环节记录")

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The file's name names the division, or the whole bureau."""
        division = id.split("/")[1]
        return () if division == BUREAU else (("divisions", division),)

    def at(self, day: date) -> Self | None:
        """The plan with what was asked, done and reported up to `day`; `None` before its first event."""
        events = until(self.events, day)
        if self.events and not events:
            return None
        measures = tuple(
            replace(measure, progress=until(measure.progress, day), evidence=until(measure.evidence, day))
            for measure in self.measures
        )
        return replace(
            self,
            consultation=until(self.consultation, day),
            measures=measures,
            reports=until(self.reports, day),
            events=events,
        )

    def status(self, day: date) -> PlanStatus:
        """Where the plan stands on `day`."""
        return PLAN.on(self.events, day)

    @property
    def submitted_on(self) -> date | None:
        """When the plan was handed in, or `None`."""
        return first(self.events, PlanAction.SUBMIT)
