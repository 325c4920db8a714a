"""What happened to a finding, step by step, each with the working days since the one before, and what comes next.

Law: whoever is criticised is told by the post, not by name (names_and_photos of the campaign).
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.ledger import Case
from mingbai.corpus.workdays import PROVISIONAL, Count
from mingbai.pages import phrase
from mingbai.pages.intranet.plan_measure import Proof, proofs
from mingbai.pages.intranet.year import dated
from mingbai.pages.public.part import Day, Fact, Link, division, facts
from mingbai.records.intranet.finding import FindingAction, FindingEvent, FindingState
from mingbai.records.public.person import Person

NEXT = {
    FindingState.REGISTERED: "反馈给单位",
    FindingState.NOTIFIED: "找出根源，定好措施",
    FindingState.RECTIFYING: "改好了报请验收",
    FindingState.SUBMITTED: "去看改好了没有",
    FindingState.CLOSED: "没有了，已经销号",
    FindingState.DISMISSED: "没有了，不成立",
}
"""What has to be done in each state."""
AFTER = {FindingState.CLOSED: "回头看发现又犯，编号不变，重新打开"}
"""What may still happen to what is settled."""


class Named(Struct, frozen=True):
    """Who had to do with a step, and how."""

    label: str
    people: tuple[Link, ...]


class LogStep(Struct, frozen=True):
    """One step: when, what, by whom, with what to know and what shows it; `used` is how long it took."""

    day: Day
    action: str
    by: Link
    used: str
    named: tuple[Named, ...]
    about: tuple[Fact, ...]
    proofs: tuple[Proof, ...]


class NextStep(Struct, frozen=True):
    """What comes next, whose turn it is, until when at the latest."""

    what: str
    who: str
    until: Day | None
    note: str


def log_steps(corpus: IntranetCorpus, case: Case) -> Iterator[LogStep]:
    """The registration, then the log as it is written."""
    finding = case.entry.record
    yield LogStep(dated(finding.registered_on), "登记", division(corpus.public, corpus.office), "", (), (), ())
    before = finding.registered_on
    for event in finding.log:
        used = corpus.public.workdays.between(before, event.on)
        yield LogStep(
            day=dated(event.on),
            action=event.action.value,
            by=division(corpus.public, event.by),
            used=_passed(event, used),
            named=tuple(_named(corpus, event)),
            about=facts(("改到", phrase.day(event.due) if event.due else None), ("说明", event.note)),
            proofs=proofs(corpus, event.evidence),
        )
        before = event.on


def _passed(event: FindingEvent, used: Count) -> str:
    """How long a step took; until something is opened again, nobody works on it."""
    if used.days <= 0:
        return "当天"
    return f"{'隔' if event.action is FindingAction.REOPEN else '用'}{spent(used)}"


def spent(count: Count) -> str:
    """So many working days; a year that had to be counted without a calendar says so."""
    return f"{count.days}个工作日" + (f"（{PROVISIONAL}）" if count.missing else "")


def next_step(corpus: IntranetCorpus, case: Case) -> NextStep:
    """What comes next."""
    unit = corpus.office if case.at_office else case.entry.record.division
    return NextStep(
        what=NEXT[case.state],
        who=division(corpus.public, unit).text if case.is_open else "",
        until=dated(case.until) if case.until else None,
        note=PROVISIONAL if case.is_provisional else AFTER.get(case.state, ""),
    )


def _named(corpus: IntranetCorpus, event: FindingEvent) -> Iterator[Named]:
    """Who was told, by the post alone; who approved and who got a copy, by name."""
    if event.to:
        yield Named("反馈给", (_person(corpus, event.to, by_post=True),))
    if event.cc:
        yield Named("通报给", tuple(_person(corpus, id) for id in event.cc))
    if event.approved_by:
        yield Named("谁批准", (_person(corpus, event.approved_by),))


def _person(corpus: IntranetCorpus, id: str, *, by_post: bool = False) -> Link:
    """Somebody with the way to the record; whoever is not known any more keeps the id."""
    member = corpus.members.get(id)
    if member is None:
        return Link(id, routes.route(Person.kind, id))
    return Link(member.post if by_post else member.name, routes.route(member.kind, id))
