"""The clocks of complaints: 15 days to say whether it is accepted, 60 days from then on to finish it.

信访工作条例（2022） 第二十二条、第三十四条; both are calendar days, the day of the event is not counted.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from mingbai.corpus.ledger import number
from mingbai.records.base import Entry
from mingbai.records.intranet.complaint import Complaint, ComplaintAction, ComplaintKind, ComplaintState

ACCEPT_WITHIN = timedelta(days=15)
FINISH_WITHIN = timedelta(days=60)
RUNNING = (ComplaintState.ACCEPTED, ComplaintState.REPLIED)
"""Accepted and not finished yet."""


class Docket(Struct, frozen=True):
    """One case on `day`: its state, since when, until when the next step is due; `None` when no clock runs.

    `answered_on` is the day on which it was said whether it is accepted, `finish_by` the last day to finish it.
    """

    entry: Entry[Complaint]
    state: ComplaintState
    since: date
    until: date | None
    answered_on: date | None
    finish_by: date | None
    closed_on: date | None
    day: date

    @property
    def number(self) -> str:
        """The number as people say it, such as 2026-007."""
        return number(self.entry.id)

    @property
    def is_report(self) -> bool:
        """Whether nothing but number and clock may be shown (行政机关公务员处分条例 第二十五条第二项)."""
        return self.entry.record.type is ComplaintKind.REPORT

    @property
    def clock_from(self) -> date:
        """The day from which the running clock counts, not counted itself."""
        received = self.entry.record.received_on
        return received if self.state is ComplaintState.RECEIVED else self.answered_on or received

    @property
    def next(self) -> str:
        """The step that is due; empty when no clock runs."""
        return "答复受理不受理" if self.state is ComplaintState.RECEIVED else "办结" if self.is_open else ""

    @property
    def is_open(self) -> bool:
        """Whether a clock runs."""
        return self.until is not None

    @property
    def days_late(self) -> int:
        """Calendar days past `until`; below 0 while there is time, 0 where no clock runs."""
        return (self.day - self.until).days if self.until else 0

    @property
    def is_overdue(self) -> bool:
        """Whether the next step should be done and is not."""
        return self.days_late > 0


def dockets(complaints: Mapping[str, Entry[Complaint]], day: date) -> Mapping[str, Docket]:
    """Every case as it stands on `day`, by id."""
    return {id: docket(entry, day) for id, entry in complaints.items()}


def docket(entry: Entry[Complaint], day: date) -> Docket:
    """One case as it stands on `day`."""
    complaint = entry.record
    log = [event for event in complaint.log if event.on <= day]
    days = {event.action: event.on for event in log}
    state = complaint.state(day)
    accepted = days.get(ComplaintAction.ACCEPT)
    finish_by = accepted + FINISH_WITHIN if accepted else None
    until = finish_by if state in RUNNING else None
    if state is ComplaintState.RECEIVED:
        until = complaint.received_on + ACCEPT_WITHIN
    return Docket(
        entry=entry,
        state=state,
        since=log[-1].on if log else complaint.received_on,
        until=until,
        answered_on=accepted or days.get(ComplaintAction.REFUSE),
        finish_by=finish_by,
        closed_on=days.get(ComplaintAction.CLOSE),
        day=day,
    )
