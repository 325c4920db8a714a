"""The ledger on a day: where each finding stands, whose turn it is, until when, who is late (意见 五（三）).

Nothing here is typed: states follow from the log, limits from the campaign's house rules and the calendars of working
days. The unit is in time when it reports on the last day; what waits for the office is the office's lateness.
"""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from msgspec import Struct

from mingbai.corpus.campaign import year_of
from mingbai.corpus.workdays import Due, Workdays
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, HouseRules
from mingbai.records.intranet.finding import FINDING, Finding, FindingAction, FindingState
from mingbai.records.machine import until

SETTLED = (FindingState.CLOSED, FindingState.DISMISSED)
"""A finding that stands so is nobody's task any more."""
AT_OFFICE = (FindingState.REGISTERED, FindingState.SUBMITTED)
"""In these states the office has to act: to tell the unit, to look whether it is put right."""
NEW_TERM = (FindingAction.EXTEND, FindingAction.REOPEN)
"""The steps that set another last day."""
NEW_ROUND = (FindingAction.RETURN, FindingAction.REOPEN)
"""The steps after which the unit starts once more."""


def number(id: str) -> str:
    """The number of a finding as people say it.

    >>> number("2026/007")
    '2026-007'
    """
    return id.replace("/", "-")


class Case(Struct, frozen=True):
    """A finding on `day`: its state and since when, the last day for the unit, its round, the limits of the office.

    `terms` are the last days that held, one after the other. `notify_by` and `verify_by` are `None` where no campaign
    gives house rules, `verify_by` also while nothing waits. `reported_on` is the last report of the unit.
    """

    entry: Entry[Finding]
    state: FindingState
    since: date
    terms: tuple[date, ...]
    round: int
    reported_on: date | None
    notify_by: Due | None
    verify_by: Due | None
    day: date

    @property
    def id(self) -> str:
        """The id of the record, such as 2026/007."""
        return self.entry.id

    @property
    def number(self) -> str:
        """The number as people say it, such as 2026-007."""
        return number(self.entry.id)

    @property
    def due(self) -> date:
        """The last day for the unit, extensions counted."""
        return self.terms[-1]

    @property
    def stepped_on(self) -> date:
        """The day of the latest step, an extension too; that of the registration before any."""
        finding = self.entry.record
        return max([finding.registered_on, *(event.on for event in until(finding.log, self.day))])

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state not in SETTLED

    @property
    def at_office(self) -> bool:
        """Whether it is the office's turn."""
        return self.state in AT_OFFICE

    @property
    def until(self) -> date | None:
        """The last day for whoever's turn it is; `None` when it is settled, and where the house has no rule."""
        if not self.is_open:
            return None
        if not self.at_office:
            return self.due
        return self._limit.day if self._limit else None

    @property
    def is_provisional(self) -> bool:
        """Whether `until` was counted without a calendar; what is written in the record was not."""
        return self.at_office and self._limit is not None and bool(self._limit.missing)

    @property
    def _limit(self) -> Due | None:
        """The limit of the office, where it is the office's turn."""
        return self.notify_by if self.state is FindingState.REGISTERED else self.verify_by

    @property
    def days_late(self) -> int:
        """Calendar days past `until`; below 0 while there is time, 0 where there is no limit."""
        return (self.day - self.until).days if self.until else 0

    @property
    def is_overdue(self) -> bool:
        """Whether whoever's turn it is should be done and is not."""
        return self.days_late > 0

    @property
    def in_time(self) -> bool | None:
        """Of a finding struck off, whether the unit's last report came by the last day; `None` of any other."""
        if self.state is not FindingState.CLOSED or self.reported_on is None:
            return None
        return self.reported_on <= self.due


def cases(
    findings: Mapping[str, Entry[Finding]],
    campaigns: Mapping[str, Entry[Campaign]],
    workdays: Workdays,
    day: date,
) -> Mapping[str, Case]:
    """Every finding as it stands on `day`, by id."""
    return {id: case(entry, house_rules(campaigns, id), workdays, day) for id, entry in findings.items()}


def case(entry: Entry[Finding], rules: HouseRules | None, workdays: Workdays, day: date) -> Case:
    """One finding as it stands on `day`; `rules` are the house rules for it."""
    finding = entry.record
    log = until(finding.log, day)
    states = FINDING.states(event.action for event in log)
    state = states[-1]
    moves = zip(log, pairwise(states), strict=True)
    turns = [event.on for event, (before, after) in moves if before is not after]
    reported = [event.on for event in log if event.action is FindingAction.SUBMIT]
    return Case(
        entry=entry,
        state=state,
        since=turns[-1] if turns else finding.registered_on,
        terms=(finding.due, *(event.due for event in log if event.action in NEW_TERM and event.due)),
        round=1 + sum(event.action in NEW_ROUND for event in log),
        reported_on=reported[-1] if reported else None,
        notify_by=workdays.due(finding.registered_on, rules.notify_days) if rules else None,
        verify_by=workdays.due(reported[-1], rules.verify_days) if rules and state is FindingState.SUBMITTED else None,
        day=day,
    )


def house_rules(campaigns: Mapping[str, Entry[Campaign]], id: str) -> HouseRules | None:
    """The house rules for a finding: of its year; while that is not announced, of the last campaign before it."""
    year = id.split("/", maxsplit=1)[0]
    held = (campaign for campaign in campaigns.values() if year_of(campaign) and campaign.id <= year)
    latest = max(held, key=year_of, default=None)
    return latest.record.house_rules if latest else None
