"""The year's campaign: its three phases, what is due until when, and what the house has settled for itself (意见 四).

Phases are written as the founding document writes them, in 旬: their days are computed, the end of February too.
No deadline is ever moved in silence; that one falls on a day off is shown beside it.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from mingbai.records.field import Value, field
from mingbai.records.intranet.appraisal import EvidenceSource
from mingbai.records.intranet.base import Internal
from mingbai.records.values import (
    ActivityRef,
    Aim,
    Amount,
    ComingInternalDocumentRef,
    ComingPersonRef,
    Day,
    Line,
    Lines,
    LocalId,
    Number,
)
from mingbai.records.xun import Xun


class PhaseName(StrEnum):
    """The phases of a year, in order."""

    MOBILISE = "动员"
    IMPLEMENT = "实施"
    SUMMARISE = "总结"


class HandIn(StrEnum):
    """What has to be handed in: by each unit, the codes of conduct by each person."""

    PLAN = "行动方案"
    CONDUCT = "行为规范"
    HALF_YEAR = "半年小结"
    SUMMARY = "全年总结"


class Roll(StrEnum):
    """What happens to a deadline that falls on a day off; not said, it stays and the page says so."""

    STAYS = "不顺延"
    NEXT_WORKDAY = "顺延到下一个工作日"


class CampaignPhase(Value):
    """One phase of the year."""

    phase: PhaseName = field(title="阶段")
    begins: Xun = field(title="从哪一旬起")
    ends: Xun = field(title="到哪一旬止")
    tasks: Lines = field(title="任务", min_length=1)


class Deadline(Value):
    """The last day on which something is handed in in time; that day is included."""

    what: HandIn = field(title="交什么")
    phase: PhaseName = field(title="阶段")
    due: Day = field(title="截止日期", description="这一天交的算按时")
    roll: Roll | None = field(default=None, title="遇休息日", description="不写就是不顺延，并提醒一声")
    note: Line | None = field(default=None, title="说明")


class AimGloss(Value):
    """How the house reads one of the five aims; the founding document does not say."""

    aim: Aim = field(title="五字目标")
    gloss: Line = field(title="本局的解释")


class Milestone(Value):
    """A meeting or another fixed day of the year; afterwards the record of it."""

    title: Line = field(title="事项")
    on: Day = field(title="日期")
    phase: PhaseName = field(title="阶段")
    activity: ActivityRef | None = field(default=None, title="活动记录")
    minutes: ComingInternalDocumentRef | None = field(default=None, title="会议纪要")


class HouseRules(Value):
    """Limits the founding document leaves open (及时、适时), in working days."""

    notify_days: Number = field(title="反馈时限（工作日）")
    rectify_days: Number = field(title="一般问题整改时限（工作日）")
    severe_rectify_days: Number = field(title="突出问题整改时限（工作日）")
    verify_days: Number = field(title="验收时限（工作日）")
    extensions: Number = field(default=1, title="最多延期次数")
    bulletin_rhythm: Line | None = field(default=None, title="简报多久一期")
    names_and_photos: Line | None = field(default=None, title="姓名和照片怎么用")


class IndicatorSource(StrEnum):
    """Whether people score an indicator, or its figure is derived and shown beside the score."""

    HUMAN = "人工评分"
    DERIVED = "系统核算"


class Indicator(Value):
    """One indicator of the appraisal at the year's end."""

    id: LocalId = field(title="编号")
    title: Line = field(title="指标")
    weight: Amount = field(title="权重（%）")
    source: IndicatorSource = field(title="怎么来的")


class EvidenceWeight(Value):
    """How much one source of evidence counts."""

    source: EvidenceSource = field(title="依据来源")
    weight: Amount = field(title="权重（%）")


class Grade(Value):
    """A grade, and the least score that earns it."""

    name: Line = field(title="等次")
    least: Amount = field(title="最低分")


class TieRule(StrEnum):
    """What rank comes after units that share one."""

    SKIP = "同分并列，下一个名次空出来"
    DENSE = "同分并列，下一个名次接着排"


class AppraisalScheme(Value):
    """How the year is appraised: indicators, sources of evidence, grades, ties (意见 五（五）)."""

    indicators: tuple[Indicator, ...] = field(title="考评指标", min_length=1)
    evidence: tuple[EvidenceWeight, ...] = field(title="依据来源和权重", min_length=1)
    grades: tuple[Grade, ...] = field(title="等次", min_length=1)
    tie_rule: TieRule = field(title="同分怎么排")
    score_by: Day | None = field(
        default=None, title="哪天前打完分", description="这一天打的算按时；不写就是总结阶段的最后一天"
    )


class Campaign(Internal):
    """The campaign of one year, at campaigns/<year>: the frame all plans and codes of that year stand in."""

    kind: ClassVar[str] = "campaigns"
    label: ClassVar[str] = "年度活动"
    pattern: ClassVar[str] = "campaigns/*.yaml"

    title: Line = field(title="活动名称")
    other_names: Lines = field(default=(), title="别称", description="文件里的其他叫法，照原文写")
    slogans: Lines = field(default=(), title="口号", description="照原文写，一个字也不改")
    issued_on: Day = field(title="部署日期")
    founding_document: ComingInternalDocumentRef | None = field(default=None, title="依据文件")
    phases: tuple[CampaignPhase, ...] = field(title="阶段", min_length=1)
    deadlines: tuple[Deadline, ...] = field(title="提交截止", min_length=1)
    aims: tuple[AimGloss, ...] = field(default=(), title="五字目标的解释")
    milestones: tuple[Milestone, ...] = field(default=(), title="大事安排")
    group: tuple[ComingPersonRef, ...] = field(title="领导小组成员", description="组长写在最前面", min_length=1)
    house_rules: HouseRules = field(title="本局自定的时限")
    appraisal: AppraisalScheme | None = field(default=None, title="考评办法")

    def at(self, day: date) -> Self | None:
        """A campaign is there from the day it was announced; what lies ahead in it is its plan, and is shown."""
        return self if self.issued_on <= day else None
