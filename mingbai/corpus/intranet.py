"""Everything the intranet shows, on one day: the whole public corpus, and the records that never leave.

References point from here to the public side, never back.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.corpus.campaign import year_of
from mingbai.corpus.chain import Chain
from mingbai.corpus.complaints import Docket, dockets
from mingbai.corpus.duty import Duty, Roll, duties
from mingbai.corpus.early import Early, early
from mingbai.corpus.gather import AnyEntry, File, Known, by_key, by_kind, cut, dangling, keys, of_kind, settled
from mingbai.corpus.gathered import Gathered
from mingbai.corpus.ledger import Case, cases
from mingbai.corpus.member import Member, members
from mingbai.corpus.moved import Moved, moved
from mingbai.corpus.papers import Lives, lives
from mingbai.corpus.past import NOTHING, Past
from mingbai.corpus.public import STAND_IN, PublicCorpus
from mingbai.corpus.quiet import ABSENT, digests, seals
from mingbai.corpus.routes import Homes
from mingbai.corpus.series import Series
from mingbai.digest import of_value
from mingbai.problem import Problem
from mingbai.records.base import Entry
from mingbai.records.intranet.activity import Activity
from mingbai.records.intranet.annex import Annex
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.bulletin import InternalArticle, InternalBulletin, Submission
from mingbai.records.intranet.campaign import Campaign, HandIn
from mingbai.records.intranet.circular import Circular
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.inspection import Inspection
from mingbai.records.intranet.plan import Measure, Plan
from mingbai.records.intranet.review import ExternalReview
from mingbai.records.intranet.reward import CityRanking, Reward
from mingbai.records.intranet.staff import Staff
from mingbai.records.public.division import DivisionKind
from mingbai.records.torn import Torn
from mingbai.source.seen import Sighting

LOUD = ("bulletins", "articles", "entries", "kinds", "sightings", "known", "written", "past", "torn")
"""What issues and articles of either side can be seen in."""


class IntranetCorpus(Gathered, frozen=True, dict=True):
    """The intranet's own records as they stood at `public.clock.as_of`, beside the public corpus.

    `known` names every intranet record there is a file for, `present` those that a text of the intranet may lead to,
    public ones among them. `written` are all records as their files say, what is dated
    later among them: for rules that refuse days that have not come or miss what comes later, and for nothing shown.
    `past` is what was committed before, of either folder: for rules alone.
    """

    public: PublicCorpus
    campaigns: Mapping[str, Entry[Campaign]]
    staff: Mapping[str, Entry[Staff]]
    plans: Mapping[str, Entry[Plan]]
    conduct: Mapping[str, Entry[Conduct]]
    activities: Mapping[str, Entry[Activity]]
    bulletins: Mapping[str, Entry[InternalBulletin]]
    articles: Mapping[str, Entry[InternalArticle]]
    submissions: Mapping[str, Entry[Submission]]
    inspections: Mapping[str, Entry[Inspection]]
    findings: Mapping[str, Entry[Finding]]
    circulars: Mapping[str, Entry[Circular]]
    complaints: Mapping[str, Entry[Complaint]]
    reviews: Mapping[str, Entry[ExternalReview]]
    appraisals: Mapping[str, Entry[Appraisal]]
    city_rankings: Mapping[str, Entry[CityRanking]]
    rewards: Mapping[str, Entry[Reward]]
    documents: Mapping[str, Entry[InternalDocument]]
    annexes: Mapping[tuple[str, str], Entry[Annex]]
    files: Mapping[str, File]
    sightings: tuple[Sighting, ...]
    written: tuple[AnyEntry, ...]
    past: Past = NOTHING

    @property
    def clock(self) -> Clock:
        """The clock of both corpora."""
        return self.public.clock

    @property
    def day(self) -> date:
        """The day whose state is shown."""
        return self.clock.as_of

    @property
    def campaign(self) -> Entry[Campaign] | None:
        """The campaign of the year that is shown; while that is not announced, the last one before it."""
        past = (entry for entry in self.campaigns.values() if year_of(entry) <= self.day.year)
        return max(past, key=year_of, default=None)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with a campaign, the newest first."""
        return tuple(sorted(map(year_of, self.campaigns.values()), reverse=True))

    @property
    def year(self) -> int:
        """The year of that campaign; while there has been none, that of the day."""
        return year_of(self.campaign) if self.campaign else self.day.year

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The addresses that led to a record before: of its own records and, since it shows them, of public ones."""
        return moved((*self.public.aliased, *self.aliased))

    @cached_property
    def homes(self) -> Homes:
        """Whose page lies at which address of the intranet, of either side."""
        return Homes(self.public.filed, self.filed)

    @cached_property
    def committed(self) -> Past:
        """What was committed since records are only added to; nothing where the bureau, which says when, is broken."""
        bureau = self.public.bureau
        return NOTHING if bureau is STAND_IN else self.past.since(bureau.record.logs_kept_since)

    @cached_property
    def early(self) -> tuple[Early, ...]:
        """The days that have not come, in what is written of things done."""
        return tuple(early(self.written, self.clock.today))

    @cached_property
    def newsletter(self) -> Series[InternalBulletin]:
        """The newsletter that stays in."""
        return Series(InternalBulletin, InternalArticle, self.bulletins, self.articles, self)

    @cached_property
    def quiet(self) -> "IntranetCorpus":
        """The same without what is in either newsletter."""
        return replace(self, public=self.public.quiet, **dict.fromkeys(LOUD, ABSENT))

    @cached_property
    def quiet_seal(self) -> str:
        """Says what the quiet corpus holds: two with the same seal are the same."""
        held = seals(self.kinds, (InternalBulletin, InternalArticle))
        return of_value([self.public.quiet_seal, held, digests(self.files)])

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """Everyone who works for the bureau, by id."""
        return members(self.public.people, self.staff)

    @cached_property
    def chain(self) -> Chain:
        """Who answers to whom."""
        return Chain(self.public.divisions, self.members, self.day)

    @cached_property
    def _duties(self) -> Mapping[int, tuple[Duty, ...]]:
        roll = Roll(self.public.divisions, self.members, self.plans, self.conduct, self.public.workdays, self.day)
        return {year_of(campaign): tuple(duties(campaign, roll)) for campaign in self.campaigns.values()}

    def duties(self, year: int, what: HandIn | None = None) -> tuple[Duty, ...]:
        """What is owed in a year, all of it or of one sort; nothing where there is no campaign."""
        return tuple(duty for duty in self._duties.get(year, ()) if what in (None, duty.what))

    def plan(self, duty: Duty) -> Plan | None:
        """The plan a duty is about, as soon as there is a draft."""
        entry = self.plans.get(duty.id)
        return entry.record if entry else None

    def undertaken(self, duty: Duty) -> tuple[Measure, ...]:
        """What the unit has undertaken: nothing before its plan is handed in."""
        plan = self.plan(duty)
        return plan.measures if plan and plan.submitted_on else ()

    @cached_property
    def office(self) -> str:
        """The unit that keeps the ledger and looks whether things are put right; empty where there is not just one."""
        offices = [entry.id for entry in self.public.divisions.values() if entry.record.type is DivisionKind.OFFICE]
        return offices[0] if len(offices) == 1 else ""

    def group(self, year: int, day: date) -> tuple[Member, ...]:
        """Who was in the leading group of a year's campaign on `day`, the head first."""
        campaign = self.campaigns.get(str(year))
        named = (self.members.get(id) for id in campaign.record.group) if campaign else ()
        return tuple(member for member in named if member and member.there(day))

    def group_on(self, day: date) -> tuple[Member, ...]:
        """Who was in the leading group on `day`: that of the campaign announced last."""
        announced = (entry for entry in self.campaigns.values() if entry.record.issued_on <= day)
        latest = max(announced, key=lambda entry: entry.record.issued_on, default=None)
        return self.group(year_of(latest), day) if latest else ()

    def unit_name(self, id: str) -> str:
        """What a unit is called for short; its id where there is none such."""
        entry = self.public.divisions.get(id)
        return entry.record.short_name if entry else id

    @cached_property
    def ledger(self) -> Mapping[str, Case]:
        """Every finding as it stands on the day, by id."""
        return cases(self.findings, self.campaigns, self.public.workdays, self.day)

    @cached_property
    def dockets(self) -> Mapping[str, Docket]:
        """Every complaint as it stands on the day, by id."""
        return dockets(self.complaints, self.day)

    @cached_property
    def lives(self) -> Lives:
        """What became of each internal document."""
        return lives(self.documents)


def assemble(
    public: PublicCorpus,
    entries: Iterable[AnyEntry],
    known: Known,
    files: Mapping[str, File],
    sightings: tuple[Sighting, ...] = (),
    past: Past = NOTHING,
    torn: tuple[Torn, ...] = (),
) -> tuple[IntranetCorpus, tuple[Problem, ...]]:
    """The intranet's corpus on top of the public one, and every reference in it that does not hold.

    `known` names every intranet record there is a file for; annexes are found by (kind, id) of their subject.
    """
    attachments = {("files", path) for path in files}
    every = tuple(entries)
    there = cut(every, public.day, public.later)
    records = {*public.present, *keys(there)}.difference(("files", path) for path in public.files)
    present = records | attachments
    later = {**by_key(every, present), **public.ahead}
    every_known = {*known, *public.known, *attachments}
    shown, problems = settled(there, every_known, later, present, past.now, public.day)
    problems += tuple(dangling(torn, every_known, past.now))
    kinds = by_kind(shown)
    annexes = {(entry.record.subject, entry.id): entry for entry in shown if isinstance(entry.record, Annex)}
    corpus = IntranetCorpus(
        public=public,
        campaigns=of_kind(kinds, Campaign),
        staff=of_kind(kinds, Staff),
        plans=of_kind(kinds, Plan),
        conduct=of_kind(kinds, Conduct),
        activities=of_kind(kinds, Activity),
        bulletins=of_kind(kinds, InternalBulletin),
        articles=of_kind(kinds, InternalArticle),
        submissions=of_kind(kinds, Submission),
        inspections=of_kind(kinds, Inspection),
        findings=of_kind(kinds, Finding),
        circulars=of_kind(kinds, Circular),
        complaints=of_kind(kinds, Complaint),
        reviews=of_kind(kinds, ExternalReview),
        appraisals=of_kind(kinds, Appraisal),
        city_rankings=of_kind(kinds, CityRanking),
        rewards=of_kind(kinds, Reward),
        documents=of_kind(kinds, InternalDocument),
        annexes=annexes,  # type: ignore[arg-type]
        files=files,
        sightings=sightings,
        entries=shown,
        kinds=kinds,
        known=known,
        present=records,
        torn=torn,
        written=every,
        past=past,
    )
    return corpus, problems
