"""The front page: what do you want to do, what most people come for, what is new, whom to call."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked.schema_page import site
from mingbai.exports.public.linked.subject import office
from mingbai.pages.page import Page, View
from mingbai.pages.public.cell import Field, Saving, field, saving
from mingbai.pages.public.column import HOME, column_head
from mingbai.pages.public.commitment_list import Group, by_audience, by_division, by_topic, link_to
from mingbai.pages.public.errand import errand_links
from mingbai.pages.public.issue_list import IssueRow, issue_row
from mingbai.pages.public.item import Item, is_active, items, visits
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Link, Tally, telephone
from mingbai.pages.public.performance import QuarterRow, all_quarters
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.fee import FeeStatus
from mingbai.records.public.page import Page as Text
from mingbai.rules.openness import site_report

CARDS, ISSUES = 6, 3
AUDIENCES, NAMES = 2, 5
ASKED = "办得最多的事", "按最近四个季度收到的件数排。"
SAVED = "省下时间最多的事", ""
CELLS = "每格一个工作日，5格一周：涂满的是我们承诺的，空着的是比法律规定省下的。"


class Way(Struct, frozen=True):
    """A way into the list of items, and how many there are at its end."""

    link: Link
    count: str


class Audience(Struct, frozen=True):
    """Who one is, the first few items for such people, and the way to all of them."""

    title: str
    first: tuple[Link, ...]
    all: Link


class Total(Struct, frozen=True):
    """All statutory working days against all promised ones, as a field of cells and as a sentence."""

    field: Field | None
    facts: str
    promise: str


class Section(Struct, frozen=True):
    """A main column, what the bureau says of it, and the columns under it."""

    link: Link
    description: str
    under: tuple[Link, ...]


class HomeView(View, frozen=True, kw_only=True):
    """The front page, ready to print."""

    slogans: tuple[str, ...]
    errands: tuple[Link, ...]
    total: Total | None
    cards_title: str
    cards: tuple[Item, ...]
    cards_note: str
    topics: tuple[Way, ...]
    divisions: tuple[Way, ...]
    audiences: tuple[Audience, ...]
    count: str
    tallies: tuple[Tally, ...]
    kept: QuarterRow | None
    sections: tuple[Section, ...]
    issues: tuple[IssueRow, ...]
    site_report: Link | None
    phone: Link
    complaint_phone: Link
    hours: tuple[str, ...]


def home_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The front page at /."""
    bureau = corpus.bureau.record
    active = [entry for entry in corpus.commitments.values() if is_active(corpus, entry)]
    asked = most_asked(corpus, active)
    title, order = ASKED if asked else SAVED
    view = HomeView(
        head=about(bureau.public_host, column_head(corpus, HOME, bureau.name), office(corpus), site),
        slogans=bureau.slogans,
        errands=errand_links(corpus),
        total=total(active),
        cards_title=title,
        cards=items(corpus, (asked or most_saved(active))[:CARDS]),
        cards_note=order + CELLS,
        topics=tuple(Way(link_to(group), group.count) for group in by_topic(corpus)),
        divisions=tuple(Way(link_to(group), group.count) for group in by_division(corpus)),
        audiences=tuple(_audience(group) for group in by_audience(corpus)[:AUDIENCES]),
        count=f"全部{len(corpus.commitments)}个事项" if corpus.commitments else "",
        tallies=_tallies(corpus, active),
        kept=next(iter(all_quarters(corpus)), None),
        sections=_sections(corpus),
        issues=tuple(issue_row(corpus.newsletter, entry) for entry in islice(corpus.newsletter.newest_first, ISSUES)),
        site_report=_site_report(corpus),
        phone=telephone(bureau.phone),
        complaint_phone=telephone(bureau.complaint_phone),
        hours=bureau.hours,
    )
    yield Page(HOME.route, "public/home.html", view)


def _sections(corpus: PublicCorpus) -> tuple[Section, ...]:
    """Every column there is, in the bureau's own order."""
    columns = [column for column in corpus.bureau.record.columns if column.route != HOME.route]
    return tuple(
        Section(
            link=Link(main.title, main.route),
            description=main.description,
            under=tuple(Link(each.title, each.route) for each in columns if each.under == main.route),
        )
        for main in columns
        if main.under is None
    )


def _site_report(corpus: PublicCorpus) -> Link | None:
    """Last year's report on the site itself has to be found from the front page (国办函〔2018〕12号)."""
    found = site_report(corpus, corpus.day.year - 1)
    return Link(found.record.title, routes.route(Text.kind, found.id)) if found else None


def _audience(group: Group) -> Audience:
    first = tuple(Link(item.name, item.href) for item in group.items[:NAMES])
    return Audience(group.title, first, Link(f"{group.title}的全部{group.count}", link_to(group).href))


def total(active: list[Entry[Commitment]]) -> Total | None:
    """Only items whose two limits can be laid side by side are counted, and the sentence says how many."""
    counted = [days for entry in active if (days := saving(entry.record)) and days.statutory]
    both = Saving(sum(days.statutory for days in counted), sum(days.promised for days in counted))
    if not both.statutory:
        return None
    return Total(
        field=field(both),
        facts=f"{len(counted)}个事项，法定一共{both.statutory}个工作日，",
        promise=f"我们承诺{both.promised}个。",
    )


def most_asked(corpus: PublicCorpus, active: list[Entry[Commitment]]) -> list[Entry[Commitment]]:
    """The items most people came for during the last four quarters told of, the most asked for first."""
    counted = [(corpus.cases_lately(entry.id), entry) for entry in active]
    return [entry for cases, entry in sorted(counted, key=lambda pair: (-pair[0], pair[1].id)) if cases]


def most_saved(active: list[Entry[Commitment]]) -> list[Entry[Commitment]]:
    """The items that save people most working days, in that order."""
    pairs = [(days.statutory - days.promised, entry) for entry in active if (days := saving(entry.record))]
    return [entry for _, entry in sorted(pairs, key=lambda pair: (-pair[0], pair[1].id))]


def _tallies(corpus: PublicCorpus, active: list[Entry[Commitment]]) -> tuple[Tally, ...]:
    if not active:
        return ()
    fees = [fee.record.status(corpus.day) for fee in corpus.fees.values()]
    charging = fees.count(FeeStatus.CHARGING)
    never = sum(visits(entry.record) == 0 for entry in active if entry.record.channels)
    free = sum(entry.record.free for entry in active)
    return (
        Tally(str(never), "项", f"一次也不用跑，在办的共{len(active)}项"),
        Tally(str(free), "项", "办事不收费"),
        Tally(str(charging), "项", "还在收的费，有幅度的按下限收"),
        Tally(str(len(fees) - charging), "项", "不再收的费，谁再收谁违纪"),
    )
