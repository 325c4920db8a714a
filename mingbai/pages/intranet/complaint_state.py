"""How a complaint stands, in words: its state and its clocks; of a report against somebody nothing more is told."""

from mingbai.corpus.complaints import ACCEPT_WITHIN, FINISH_WITHIN, Docket
from mingbai.pages import phrase
from mingbai.pages.public.part import Chip, Fact
from mingbai.records.intranet.complaint import ComplaintState

CHIPS = {
    ComplaintState.RECEIVED: Chip("noted", ComplaintState.RECEIVED.value),
    ComplaintState.ACCEPTED: Chip("half", ComplaintState.ACCEPTED.value),
    ComplaintState.REFUSED: Chip("off", ComplaintState.REFUSED.value, "off"),
    ComplaintState.REPLIED: Chip("check", ComplaintState.REPLIED.value),
    ComplaintState.CLOSED: Chip("done", ComplaintState.CLOSED.value),
    ComplaintState.RATED: Chip("done", ComplaintState.RATED.value),
}
NEXT = {
    ComplaintState.RECEIVED: "告诉来人受不受理",
    ComplaintState.ACCEPTED: "查清楚，答复来人",
    ComplaintState.REPLIED: "办完，办结",
    ComplaintState.REFUSED: "没有了，没有受理",
    ComplaintState.CLOSED: "没有了，已经办结",
    ComplaintState.RATED: "没有了，评价过了",
}
"""What has to be done in each state."""


def left(docket: Docket) -> Chip | None:
    """How much time is left, or how late it is; of a finished one, whether it was in time."""
    if docket.until:
        what = "受理" if docket.state is ComplaintState.RECEIVED else "办结"
        if docket.is_overdue:
            return Chip("late", f"{what}逾期{docket.days_late}天", "late")
        return Chip("soon", f"{what}还剩{-docket.days_late}天" if docket.days_late else f"今天该{what}")
    if docket.closed_on is None or docket.finish_by is None:
        return None
    late = (docket.closed_on - docket.finish_by).days
    return Chip("soon", f"晚{late}天办结") if late > 0 else Chip("done", "按时办结")


def clocks(docket: Docket) -> tuple[Fact, ...]:
    """Both clocks: the days that were used, beside those that there are."""
    received, answered = docket.entry.record.received_on, docket.answered_on
    told = [Fact("收到", phrase.day(received))]
    used = ((answered or docket.day) - received).days
    since = f"{phrase.day(answered)}，" if answered else "还没有，"
    told.append(Fact("说受不受理", f"{since}用了{used}天，最多{ACCEPT_WITHIN.days}天"))
    if answered and docket.finish_by:
        end = docket.closed_on
        used = ((end or docket.day) - answered).days
        since = f"{phrase.day(end)}，" if end else "还没有，"
        told.append(Fact("办结", f"{since}用了{used}天，最多{FINISH_WITHIN.days}天"))
    return tuple(told)
