"""The appraisal at the year's end: what each unit is scored on, by whom, on what evidence (意见 五（五）).

Totals, ranks and grades are never typed: they follow from the scores and the campaign's scheme.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from msgspec.structs import replace

from mingbai.records.field import Value, field
from mingbai.records.intranet.base import Internal
from mingbai.records.machine import Machine, until
from mingbai.records.values import Amount, Day, Line, Lines, LocalId


class EvidenceSource(StrEnum):
    """The four sources of evidence that the founding document names (意见 五（五）)."""

    OFFICE_VISITS = "平时察访"
    EXTERNAL_REVIEW = "视察点评"
    YEAR_END = "年底考评"
    CITY_CENTRE = "市察访中心"


class AppraisalAction(StrEnum):
    """The steps of an appraisal, in order."""

    OPEN = "开始"
    SCORE = "打分"
    SHOW = "公示"
    CONFIRM = "确认"


class AppraisalState(StrEnum):
    """Where an appraisal stands on a day; derived from its log."""

    PLANNED = "没有开始"
    OPENED = "已开始"
    SCORED = "已打分"
    SHOWN = "公示中"
    CONFIRMED = "已确认"


APPRAISAL = Machine(
    AppraisalState.PLANNED,
    {
        (AppraisalState.PLANNED, AppraisalAction.OPEN): AppraisalState.OPENED,
        (AppraisalState.OPENED, AppraisalAction.SCORE): AppraisalState.SCORED,
        (AppraisalState.SCORED, AppraisalAction.SHOW): AppraisalState.SHOWN,
        (AppraisalState.SHOWN, AppraisalAction.SCORE): AppraisalState.SCORED,
        (AppraisalState.SHOWN, AppraisalAction.CONFIRM): AppraisalState.CONFIRMED,
    },
)
"""Domain 4.6; what was objected to while it was shown may be scored anew."""


class EarlierScore(Value):
    """A score that held until it was given anew."""

    until: Day = field(title="哪天重打的", description="这一天起是新的分数")
    score: Amount = field(title="原来的分数", le=100)
    note: Line | None = field(default=None, title="原来怎么说")


class Score(Value):
    """What one source gives for one indicator, of 100; what was given before stays, so that past ranks stay."""

    indicator: LocalId = field(title="指标", description="年度活动考评办法里的编号，如 responsibility")
    score: Amount = field(title="分数", le=100)
    note: Line | None = field(default=None, title="为什么")
    earlier: tuple[EarlierScore, ...] = field(default=(), title="重打以前的分数", description="按日期先后")

    def at(self, day: date) -> Self:
        """The score that held on `day`."""
        ahead = next((each for each in self.earlier if each.until > day), None)
        if ahead is None:
            return self
        past = tuple(each for each in self.earlier if each.until <= day)
        return replace(self, score=ahead.score, note=ahead.note, earlier=past)


class Judgement(Value):
    """What one source of evidence says: scores, or why it has none."""

    source: EvidenceSource = field(title="依据来源")
    scores: tuple[Score, ...] = field(default=(), title="打分")
    none_because: Line | None = field(default=None, title="没有的原因", description="这一来源没有看过这个单位时写")

    def at(self, day: date) -> Self:
        """What the source said on `day`."""
        return replace(self, scores=tuple(score.at(day) for score in self.scores))


class AppraisalEvent(Value):
    """One step of an appraisal; the log is only ever added to."""

    on: Day = field(title="日期")
    action: AppraisalAction = field(title="环节")
    by: Line = field(title="经办")
    note: Line | None = field(default=None, title="说明")


class Appraisal(Internal):
    """One unit's appraisal for one year, at appraisals/<year>/<division>."""

    kind: ClassVar[str] = "appraisals"
    label: ClassVar[str] = "考评"
    pattern: ClassVar[str] = "appraisals/*/*.yaml"

    self_text: Lines = field(title="自评", min_length=1)
    evidence: tuple[Judgement, ...] = field(
        default=(), title="依据", description="四个来源都要写；“打分”那一步以前不显示"
    )
    uses: Lines = field(default=(), title="结果用在哪里", description="确认以后写：年度考核、评优、奖惩")
    log: tuple[AppraisalEvent, ...] = field(default=(), title="办理记录", description="按日期先后，只往后面加")

    @classmethod
    def implied(cls, id: str) -> tuple[tuple[str, str], ...]:
        """The file's name names the division."""
        return (("divisions", id.split("/")[1]),)

    def at(self, day: date) -> Self | None:
        """The appraisal with the steps up to `day`: no scores before they are given, no use before it is confirmed."""
        log = until(self.log, day)
        if not log:
            return None
        done = {event.action for event in log}
        return replace(
            self,
            log=log,
            evidence=tuple(each.at(day) for each in self.evidence) if AppraisalAction.SCORE in done else (),
            uses=self.uses if AppraisalAction.CONFIRM in done else (),
        )

    def state(self, day: date) -> AppraisalState:
        """Where the appraisal stands on `day`."""
        return APPRAISAL.on(self.log, day)

    @property
    def scored_on(self) -> date | None:
        """When it was last scored, as far as the log says."""
        return max((event.on for event in self.log if event.action is AppraisalAction.SCORE), default=None)
