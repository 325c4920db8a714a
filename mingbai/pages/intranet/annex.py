"""The public pages of records that have an annex: the same view, and below it what only the office knows.

Law: the public page is taken as it is; its view becomes one of a subclass with one more field, its template the
intranet's template of the same name. Public code does not know of it: its templates only leave a block open.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from mingbai.corpus import routes
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.unit import staff_lines, unit_facts
from mingbai.pages.page import Page, View
from mingbai.pages.public.cite import cite
from mingbai.pages.public.column import DIVISIONS
from mingbai.pages.public.commitment import CommitmentView
from mingbai.pages.public.commitment_time import LimitRow
from mingbai.pages.public.division import DivisionListView, DivisionView
from mingbai.pages.public.fee import FeeView
from mingbai.pages.public.fine import FineView
from mingbai.pages.public.honours import HonoursView
from mingbai.pages.public.part import Fact, facts
from mingbai.pages.public.person import person
from mingbai.records.intranet.annex import Annex as Record
from mingbai.records.intranet.annex import (
    CommitmentAnnex,
    DivisionAnnex,
    FeeAnnex,
    FineAnnex,
    HonoursAnnex,
    PersonAnnex,
)
from mingbai.records.intranet.reward import Reward
from mingbai.records.values import Limit


class Remarks(Struct, frozen=True):
    """Sentences under one heading."""

    title: str
    lines: tuple[str, ...]


class Annex(Struct, frozen=True):
    """What only the office knows, and why it may keep it in."""

    facts: tuple[Fact, ...]
    limits: tuple[LimitRow, ...]
    remarks: tuple[Remarks, ...]
    exempt: str


class AnnexedCommitmentView(CommitmentView, frozen=True, kw_only=True):
    """A commitment with its annex."""

    annex: Annex


class AnnexedFeeView(FeeView, frozen=True, kw_only=True):
    """A fee with its annex."""

    annex: Annex


class AnnexedFineView(FineView, frozen=True, kw_only=True):
    """A fine with its annex."""

    annex: Annex


class AnnexedDivisionView(DivisionView, frozen=True, kw_only=True):
    """A unit with its annex."""

    annex: Annex


class AnnexedDivisionListView(DivisionListView, frozen=True, kw_only=True):
    """Everyone and every unit, with the annexes of people."""

    annex: Annex


class AnnexedHonoursView(HonoursView, frozen=True, kw_only=True):
    """A year's honours with the names of the people."""

    annex: Annex


ANNEXED: Mapping[type[View], Callable[..., View]] = {
    CommitmentView: AnnexedCommitmentView,
    FeeView: AnnexedFeeView,
    FineView: AnnexedFineView,
    DivisionView: AnnexedDivisionView,
    DivisionListView: AnnexedDivisionListView,
    HonoursView: AnnexedHonoursView,
}


def annexed_pages(corpus: IntranetCorpus, public: Iterable[Page]) -> Iterator[Page]:
    """The public pages, those of records that have an annex with it; units show their staff as well."""
    annexes = _annexes(corpus)
    for page in public:
        yield _annexed(page, annexes[page.route]) if page.route in annexes else page


def _annexed(page: Page, annex: Annex) -> Page:
    template = page.template.replace("public/", "intranet/", 1)
    return Page(page.route, template, ANNEXED[type(page.view)](**asdict(page.view), annex=annex))


def _annexes(corpus: IntranetCorpus) -> dict[str, Annex]:
    """Each annex by the address of the page it stands on; people stand together on the page of units."""
    found = {}
    people = {}
    for (kind, id), entry in sorted(corpus.annexes.items()):
        if isinstance(entry.record, PersonAnnex):
            people[id] = entry.record
        else:
            found[routes.route(kind, id)] = _annex(corpus.public, entry.record)
    for id in corpus.public.divisions:
        route = routes.route("divisions", id)
        known, lines = unit_facts(corpus, id), staff_lines(corpus, id)
        if known or lines:
            own = found.get(route) or _annex(corpus.public, DivisionAnnex())
            staff = _remarks(("工作人员", lines))
            found[route] = replace(own, facts=own.facts + known, remarks=staff + own.remarks)
    for reward in corpus.rewards.values():
        cited = reward.record.honour
        if cited and cited.year in corpus.public.honours:
            route = routes.route("honours", cited.year)
            own = found.get(route) or Annex((), (), (), exempt(reward.record))
            given = Fact(f"序号{cited.no}的奖励", reward.record.measure, routes.route(Reward.kind, reward.id))
            found[route] = replace(own, facts=(*own.facts, given))
    if people:
        found[DIVISIONS.route] = _people(corpus.public, people)
    return found


def _annex(corpus: PublicCorpus, record: Record) -> Annex:
    match record:
        case CommitmentAnnex():
            return _of_commitment(corpus, record)
        case FeeAnnex(revenue=revenue):
            known = facts(("上年收入", f"{phrase.figure(revenue)}元" if revenue is not None else None))
            return Annex(known, (), _remarks(("退费说明", record.refund_notes)), exempt(record))
        case FineAnnex(revenue=revenue):
            known = facts(("上年罚没", f"{phrase.figure(revenue)}元" if revenue is not None else None))
            return Annex(known, (), _remarks(("退还说明", record.refund_notes)), exempt(record))
        case DivisionAnnex(members_count=count):
            known = facts(("在岗人数", f"{count}人" if count is not None else None))
            return Annex(known, (), _remarks(("备注", record.notes)), exempt(record))
        case HonoursAnnex(holders=holders):
            names = tuple(Fact(f"序号{holder.no}", holder.name, f"#no-{holder.no}") for holder in holders)
            return Annex(names, (), (), exempt(record))
        case _:
            raise TypeError(f"no page shows {type(record).__name__}")


def _of_commitment(corpus: PublicCorpus, record: CommitmentAnnex) -> Annex:
    limit = record.internal_limit
    return Annex(
        facts=facts(("内部联系人", record.internal_contact)),
        limits=(_limit(corpus, limit),) if limit else (),
        remarks=_remarks(("廉政风险点", record.risk_points), ("经办说明", record.handling_notes)),
        exempt=exempt(record),
    )


def _people(corpus: PublicCorpus, people: Mapping[str, PersonAnnex]) -> Annex:
    named = ((person(corpus, id), record) for id, record in people.items())
    known = (
        Fact(link.text, f"{phrase.day(record.staff_since)}入职", link.href)
        for link, record in named
        if record.staff_since
    )
    return Annex(tuple(known), (), (), exempt(next(iter(people.values()))))


def _remarks(*given: tuple[str, tuple[str, ...]]) -> tuple[Remarks, ...]:
    return tuple(Remarks(title, lines) for title, lines in given if lines)


def _limit(corpus: PublicCorpus, limit: Limit) -> LimitRow:
    return LimitRow(
        label="内部控制时限",
        span=phrase.limit(limit),
        start=phrase.start(limit),
        basis=cite(corpus, limit.basis) if limit.basis else None,
        note=limit.note or "",
        extension=limit.extension or "",
    )
