"""How a finding stands, in words: its state, whose turn it is, until when, how late. Nobody types any of it."""

from mingbai.corpus.ledger import Case
from mingbai.pages.intranet.year import short
from mingbai.pages.public.part import Chip
from mingbai.records.intranet.finding import Finding, FindingKind, FindingState, Gravity

CHIPS = {
    FindingState.REGISTERED: Chip("noted", FindingState.REGISTERED.value),
    FindingState.NOTIFIED: Chip("told", FindingState.NOTIFIED.value),
    FindingState.RECTIFYING: Chip("half", FindingState.RECTIFYING.value),
    FindingState.SUBMITTED: Chip("check", FindingState.SUBMITTED.value),
    FindingState.CLOSED: Chip("done", FindingState.CLOSED.value),
    FindingState.DISMISSED: Chip("off", FindingState.DISMISSED.value, "off"),
}
"""Each state has a shape of its own."""
LATE, RUNNING, SETTLED = "逾期", "没到期", "办完了"
"""The three stands that one can choose by."""


def lateness(case: Case) -> str:
    """By which of the three stands a finding is found."""
    return LATE if case.is_overdue else RUNNING if case.is_open else SETTLED


def left(case: Case) -> Chip | None:
    """How much time is left, or how late somebody is; `None` where there is no limit to be late for."""
    if case.state is FindingState.DISMISSED or (case.is_open and case.until is None):
        return None
    if not case.is_open:
        late = days_over(case)
        return Chip("soon", f"晚{late}天改好") if late else Chip("done", "按时改好")
    whose = "办公室" if case.at_office else ""
    if case.is_overdue:
        return Chip("late", f"{whose}{LATE}{case.days_late}天", "late")
    return Chip("soon", f"{whose}{_ahead(-case.days_late)}")


def _ahead(days: int) -> str:
    return f"还剩{days}天" if days else "今天到期"


def days_over(case: Case) -> int:
    """Of a finding struck off, by how many calendar days the unit's last report came late; 0 if in time."""
    late = (case.reported_on - case.due).days if case.reported_on else 0
    return max(late, 0)


def tags(finding: Finding) -> tuple[str, ...]:
    """What sets a finding apart from the usual one: that it is grave, or hard."""
    marks = (
        Gravity.SEVERE.value if finding.severity is Gravity.SEVERE else "",
        FindingKind.HARD.value if finding.type is FindingKind.HARD else "",
    )
    return tuple(mark for mark in marks if mark)


def since(case: Case) -> str:
    """Since when it stands so."""
    return f"从{short(case.since)}起"
