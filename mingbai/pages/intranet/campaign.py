"""The campaigns, year by year, and a page for each with everything its record says.

What the house has settled for itself is marked so: it never looks like the founding document's.
"""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.campaign import due_day, span_on, spans, year_of
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.campaign_rules import Appraisal, appraisal, house_rules
from mingbai.pages.intranet.column import CAMPAIGNS, HOME_CRUMB, front, inner
from mingbai.pages.intranet.deadline_list import day_off
from mingbai.pages.intranet.duty import deadline_href
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.home import PhaseBar, bar
from mingbai.pages.intranet.year import ahead, dated, in_year
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Day, Fact, Link
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import Campaign, Deadline, Milestone, Roll


class PhasePart(Struct, frozen=True):
    """What a phase is there for, from which 旬 to which."""

    title: str
    written: str
    tasks: tuple[str, ...]


class DeadlineRow(Struct, frozen=True):
    """A last day: for what, in which phase, and what is to be said where it falls on a day off."""

    day: Day
    link: Link
    phase: str
    roll: str
    off: str
    note: str


class MilestoneRow(Struct, frozen=True):
    """A fixed day of the year with the records of it, or that there are none yet."""

    day: Day
    title: str
    phase: str
    state: str
    records: tuple[Link, ...]


class CampaignView(View, frozen=True, kw_only=True):
    """A campaign, ready to print."""

    title: str
    other_names: tuple[str, ...]
    slogans: tuple[str, ...]
    issued: Day
    founding: Link | None
    group: tuple[Link, ...]
    bars: tuple[PhaseBar, ...]
    phases: tuple[PhasePart, ...]
    deadlines: tuple[DeadlineRow, ...]
    milestones: tuple[MilestoneRow, ...]
    aims: tuple[Fact, ...]
    rules: tuple[Fact, ...]
    appraisal: Appraisal | None
    exempt: str


class CampaignRow(Struct, frozen=True):
    """One campaign in the list: its year, what it is called, where it stands."""

    year: str
    link: Link
    state: str


class CampaignListView(View, frozen=True, kw_only=True):
    """All campaigns, the newest first."""

    rows: tuple[CampaignRow, ...]


def campaign_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /campaigns/, and a page for each at /campaigns/<year>/."""
    newest_first = sorted(corpus.campaigns.values(), key=year_of, reverse=True)
    view = CampaignListView(
        head=front(CAMPAIGNS, CAMPAIGNS.title, "每一年的作风建设活动：叫什么，分几步，什么哪天截止。", HOME_CRUMB),
        rows=tuple(
            CampaignRow(f"{entry.id}年", Link(entry.record.title, _route(entry)), _state(corpus, entry))
            for entry in newest_first
        ),
    )
    yield Page(CAMPAIGNS.href, "intranet/campaigns.html", view)
    for entry in newest_first:
        yield Page(_route(entry), "intranet/campaign.html", campaign_view(corpus, entry))


def _route(entry: Entry[Campaign]) -> str:
    return routes.route(Campaign.kind, entry.id)


def _state(corpus: IntranetCorpus, entry: Entry[Campaign]) -> str:
    phases, day = spans(entry), corpus.day
    span = span_on(phases, day)
    if span:
        return f"{span.phase}阶段"
    return "还没开始" if day < min(each.first for each in phases) else "已经结束"


def campaign_view(corpus: IntranetCorpus, entry: Entry[Campaign]) -> CampaignView:
    """Everything a campaign says, its days reckoned."""
    record = entry.record
    return CampaignView(
        head=inner(
            CAMPAIGNS, _route(entry), record.title, f"{record.title}：阶段、截止日期、大事和考评办法。", over=HOME_CRUMB
        ),
        title=record.title,
        other_names=record.other_names,
        slogans=record.slogans,
        issued=dated(record.issued_on),
        founding=_document(corpus, record.founding_document) if record.founding_document else None,
        group=tuple(_of_group(corpus, id) for id in record.group if id in corpus.members),
        bars=tuple(bar(span, corpus.day) for span in spans(entry)),
        phases=tuple(PhasePart(each.phase, f"{each.begins}到{each.ends}", each.tasks) for each in record.phases),
        deadlines=tuple(_deadline(corpus, each) for each in record.deadlines),
        milestones=tuple(_milestone(corpus, each) for each in sorted(record.milestones, key=lambda each: each.on)),
        aims=tuple(Fact(each.aim, each.gloss) for each in record.aims),
        rules=house_rules(record.house_rules),
        appraisal=appraisal(record.appraisal) if record.appraisal else None,
        exempt=exempt(record),
    )


def _of_group(corpus: IntranetCorpus, id: str) -> Link:
    """One of the leading group, by name and post; who has left the post since says so."""
    member = corpus.members[id]
    left = "" if member.there(corpus.day) else "，已离任"
    return Link(f"{member.name}（{member.post}{left}）", routes.route(member.kind, id))


def _document(corpus: IntranetCorpus, id: str) -> Link:
    entry = corpus.documents.get(id)
    return Link(phrase.law(entry.record.title) if entry else id, routes.route("internal-documents", id))


def _deadline(corpus: IntranetCorpus, given: Deadline) -> DeadlineRow:
    return DeadlineRow(
        day=in_year(due_day(given, corpus.public.workdays)),
        link=Link(given.what, deadline_href(given.what)),
        phase=f"{given.phase}阶段",
        roll=f"遇休息日{given.roll or Roll.STAYS}",
        off=day_off(corpus, given),
        note=given.note or "",
    )


def _milestone(corpus: IntranetCorpus, given: Milestone) -> MilestoneRow:
    activity = [Link("活动记录", routes.route("activities", given.activity))] if given.activity else []
    minutes = [Link("会议纪要", routes.route("internal-documents", given.minutes))] if given.minutes else []
    records = (*activity, *minutes)
    bare = given.on < corpus.day and not records
    state = "过了，还没有记录" if bare else ahead(given.on, corpus.day)
    return MilestoneRow(in_year(given.on), given.title, f"{given.phase}阶段", state, records)
