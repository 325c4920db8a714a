"""The ledger at a glance, for the front page: how much is put right, what waits for the office to go and look."""

from collections import Counter

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import AT_OFFICE, SETTLED, Case
from mingbai.corpus.workdays import PROVISIONAL
from mingbai.pages import phrase
from mingbai.pages.intranet.coming import Due
from mingbai.pages.intranet.duty import unit_of
from mingbai.pages.intranet.year import short, until
from mingbai.pages.public.part import Link, Tally
from mingbai.records.intranet.finding import Finding, FindingState


class LedgerGlance(Struct, frozen=True):
    """How the findings of a year stand, and all that wait to be verified, the first to be seen to first."""

    summary: str
    tallies: tuple[Tally, ...]
    waiting: tuple[Due, ...]


def ledger_glance(corpus: IntranetCorpus, year: int) -> LedgerGlance | None:
    """The findings of a year; `None` while there are none and nothing of another year waits."""
    cases = [case for id, case in corpus.ledger.items() if id.startswith(f"{year}/")]
    waiting = [case for case in corpus.ledger.values() if case.state is FindingState.SUBMITTED]
    if not cases and not waiting:
        return None
    return LedgerGlance(
        summary=_summary(cases),
        tallies=_tallies(cases),
        waiting=tuple(_waiting(corpus, case) for case in sorted(waiting, key=_latest_first)),
    )


def _latest_first(case: Case) -> tuple[int, str]:
    return -case.days_late, case.id


def _summary(cases: list[Case]) -> str:
    if not cases:
        return "今年还没有登记问题。"
    late = sum(case.is_overdue for case in cases)
    judged = [case.in_time for case in cases if case.in_time is not None]
    share = f"销了号的，{sum(judged)}个按时改完" if judged else None
    return phrase.clauses(f"今年登记{len(cases)}个问题", share, f"{late}个逾期" if late else "没有逾期的") + "。"


def _tallies(cases: list[Case]) -> tuple[Tally, ...]:
    states = Counter(case.state for case in cases)
    working = sum(states[state] for state in FindingState if state not in (*SETTLED, *AT_OFFICE))
    rows = (
        ("已销号", states[FindingState.CLOSED]),
        ("等验收", states[FindingState.SUBMITTED]),
        ("正在改", working),
        ("等反馈", states[FindingState.REGISTERED]),
        ("不成立", states[FindingState.DISMISSED]),
    )
    return tuple(Tally(str(number), "个", label) for label, number in rows if number)


def _waiting(corpus: IntranetCorpus, case: Case) -> Due:
    unit = unit_of(corpus.public, case.entry.record.division).text
    term = f"{short(case.until)}以前去看，{until(case.until, case.day)}" if case.until else None
    guessed = PROVISIONAL if case.is_provisional else None
    link = Link(f"{case.number}：{case.entry.record.text.rstrip('。')}", routes.route(Finding.kind, case.id))
    return Due(link, phrase.clauses(unit, term, guessed))
