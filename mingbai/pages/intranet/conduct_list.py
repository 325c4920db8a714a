"""All codes of conduct, year by year and unit by unit: whose is in, whose is late, who has come since.

A code is due from everyone who was there on the due day. Whoever comes later hands one in as well, and is never late.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.campaign import deadline, due_day
from mingbai.corpus.duty import Duty
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.member import Member
from mingbai.pages import phrase
from mingbai.pages.intranet.column import CONDUCT, front
from mingbai.pages.intranet.duty import chip
from mingbai.pages.intranet.member import belongs, is_leader
from mingbai.pages.intranet.year import short
from mingbai.pages.page import Page, View
from mingbai.pages.public.part import Chip, Link, Tally, rank
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.public.person import Role

STEPS = tuple(Role)
LEADERS, NOWHERE = "leaders", "nowhere"
"""Two groups that are no unit: the leaders, and those whose unit is not known yet."""


class Owed(Struct, frozen=True):
    """One person's code of a year, by id; `duty` is `None` for who was not there on the due day."""

    id: str
    member: Member
    duty: Duty | None
    code: Conduct | None

    @property
    def handed_in(self) -> bool:
        """Whether the code is here; a draft is not."""
        return self.code is not None and self.code.submitted_on is not None

    @property
    def came_since(self) -> bool:
        """Whether the person came in that year, after the due day."""
        return self.duty is None and self.member.until is None and self.id.startswith(f"{self.member.since.year}/")


class CodeRow(Struct, frozen=True):
    """One person: where the code is, how it stands, and what else has to be known."""

    name: str
    href: str
    post: str
    note: str
    chip: Chip


class CodeGroup(Struct, frozen=True):
    """The people of one unit; `anchor` is the group's id on the page."""

    anchor: str
    unit: Link
    count: str
    rows: tuple[CodeRow, ...]


class Missing(Struct, frozen=True):
    """Those of one unit whose codes should be here and are not; who has a draft is led to it."""

    unit: Link
    people: tuple[Link, ...]


class CodeYear(Struct, frozen=True):
    """The codes of one year: the numbers, who is missing, everyone."""

    anchor: str
    title: str
    due: str
    tallies: tuple[Tally, ...]
    late: str
    missing: tuple[Missing, ...]
    groups: tuple[CodeGroup, ...]


class ConductListView(View, frozen=True, kw_only=True):
    """All codes: the year of the day is open, the others are folded."""

    poster: Link | None
    years: tuple[CodeYear, ...]
    others: tuple[CodeYear, ...]


def conduct_list_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """The list at /conduct/."""
    years = corpus.years
    open_now = [year for year in years if year == corpus.day.year] or list(years[:1])
    poster = next((Link("六倡导六不准", routes.route("norms", id)) for id in corpus.public.norms), None)
    view = ConductListView(
        head=front(CONDUCT, CONDUCT.title, "每一年谁交了行为规范，谁逾期，谁还没交，一个单位一个单位列出来。"),
        poster=poster,
        years=tuple(_year(corpus, year) for year in open_now),
        others=tuple(_year(corpus, year) for year in years if year not in open_now),
    )
    yield Page(CONDUCT.href, "intranet/conducts.html", view)


def owed(corpus: IntranetCorpus, year: int) -> tuple[Owed, ...]:
    """Everyone's code of a year: those who owe it, those who came later, those who wrote one all the same."""
    duties = {duty.member.id: duty for duty in corpus.duties(year, HandIn.CONDUCT) if duty.member}
    campaign = corpus.campaigns.get(str(year))
    given = deadline(campaign.record, HandIn.CONDUCT) if campaign else None
    due = due_day(given, corpus.public.workdays) if given else None
    found = []
    for member in corpus.members.values():
        id = f"{year}/{member.id}"
        entry = corpus.conduct.get(id)
        came_later = due is not None and member.since > due and member.since.year == year
        if member.id in duties or came_later or entry:
            found.append(Owed(id, member, duties.get(member.id), entry.record if entry else None))
    return tuple(sorted(found, key=lambda each: _place(corpus, each)))


def _place(corpus: IntranetCorpus, each: Owed) -> tuple[object, ...]:
    """The leaders first, then unit by unit, in each the head first and the newcomers last."""
    member = each.member
    group = _group_of(each)
    step = STEPS.index(member.role) if member.role else len(STEPS)
    return group != LEADERS, rank(corpus.public, group), each.duty is None, step, member.id


def _group_of(each: Owed) -> str:
    return LEADERS if is_leader(each.member) else each.member.division or NOWHERE


def _year(corpus: IntranetCorpus, year: int) -> CodeYear:
    everyone = owed(corpus, year)
    duties = corpus.duties(year, HandIn.CONDUCT)
    missing = [each for each in everyone if each.duty and each.duty.missing]
    anchor = f"y-{year}"
    return CodeYear(
        anchor=anchor,
        title=f"{year}年",
        due=f"{phrase.day(duties[0].due)}截止，当天交的算按时。" if duties else "",
        tallies=_tallies(everyone),
        late=f"{len(missing)}人还没交，逾期{missing[0].duty.days_late}天" if missing and missing[0].duty else "",
        missing=tuple(
            Missing(belongs(corpus, found[0].member), tuple(Link(each.member.name, _href(each)) for each in found))
            for found in (tuple(group) for _, group in groupby(missing, key=_group_of))
        ),
        groups=tuple(
            _group(corpus, f"{anchor}-{group}", tuple(found)) for group, found in groupby(everyone, key=_group_of)
        ),
    )


def _tallies(everyone: Iterable[Owed]) -> tuple[Tally, ...]:
    duties = [each.duty for each in everyone if each.duty]
    others = [each for each in everyone if not each.duty]
    late, missing = sum(duty.was_late for duty in duties), sum(duty.missing for duty in duties)
    here = sum(duty.handed_in is not None for duty in duties)
    theirs = sum(each.handed_in for each in others)
    told = f"{theirs}人交了" if theirs else "都还没交"
    return tuple(
        Tally(str(number), counter, label)
        for number, counter, label in (
            (here, "份", f"交了，应交{len(duties)}份"),
            (late, "份", "逾期才交"),
            (missing, "份", "没交，已经逾期"),
            (sum(duty.lapsed for duty in duties), "人", "没交就离岗了"),
            (len(others), "人", f"截止日不在岗，{told}"),
        )
        if number or counter == "份"
    )


def _group(corpus: IntranetCorpus, anchor: str, found: tuple[Owed, ...]) -> CodeGroup:
    here = sum(each.handed_in for each in found)
    return CodeGroup(
        anchor=anchor,
        unit=belongs(corpus, found[0].member),
        count=f"{len(found)}人，交了{here}份",
        rows=tuple(_row(each) for each in found),
    )


def _row(each: Owed) -> CodeRow:
    member = each.member
    notes = (
        f"{short(member.since)}到岗" if each.came_since else None,
        _left(member, each.id) if member.until else None,
        "有草稿" if each.code and not each.handed_in else None,
    )
    return CodeRow(
        name=member.name,
        href=_href(each),
        post=member.post,
        note=phrase.clauses(*notes),
        chip=chip(each.duty) if each.duty else Chip("done", "交了") if each.handed_in else Chip("noted", "还没交"),
    )


def _left(member: Member, code: str) -> str:
    """When somebody left; the year is said where it is not that of the code."""
    until = member.until
    assert until
    return f"{short(until) if code.startswith(f'{until.year}/') else phrase.day(until)}离岗"


def _href(each: Owed) -> str:
    """Where the code is; nowhere while there is none."""
    return routes.route(Conduct.kind, each.id) if each.code else ""
