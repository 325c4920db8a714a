"""One page for each code of conduct: what one person undertakes, ready to hang beside the desk."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.chain import Rung
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.member import Member
from mingbai.pages import phrase
from mingbai.pages.intranet.column import CONDUCT, inner
from mingbai.pages.intranet.duty import chip
from mingbai.pages.intranet.exempt import exempt
from mingbai.pages.intranet.member import STEPS, belongs, code_of, record_of
from mingbai.pages.intranet.year import dated
from mingbai.pages.page import Page, View
from mingbai.pages.public.norms import Ban, NormsPart, norms
from mingbai.pages.public.part import Chip, Day, Fact, Link, facts, telephone
from mingbai.records.base import Entry
from mingbai.records.intranet.campaign import HandIn
from mingbai.records.intranet.conduct import Conduct, ConductEvent
from mingbai.records.public.person import Person


class Superior(Struct, frozen=True):
    """One step above somebody: who, or that nobody is there; the link leads to that person's own code."""

    step: str
    name: str
    post: str
    code: str


class ConductTurn(Struct, frozen=True):
    """One step of the code."""

    day: Day
    action: str
    by: str
    note: str


class ConductView(View, frozen=True, kw_only=True):
    """A code of conduct, ready to print."""

    title: str
    year: str
    name: str
    post: str
    unit: Link
    draft: str
    status: str
    since: str
    chip: Chip | None
    work_features: tuple[str, ...]
    commitments: tuple[str, ...]
    norms: NormsPart
    superiors: tuple[Superior, ...]
    phone: Link
    work_no: str
    duties: tuple[str, ...]
    style_duties: tuple[str, ...]
    about: tuple[Fact, ...]
    events: tuple[ConductTurn, ...]
    exempt: str


def conduct_pages(corpus: IntranetCorpus) -> Iterator[Page]:
    """One page for each code, at /conduct/<year>/<person>/; a code of nobody has none, and a rule tells of it."""
    for id, entry in corpus.conduct.items():
        member = corpus.members.get(id.split("/")[1])
        if member:
            route = routes.route(Conduct.kind, id)
            yield Page(route, "intranet/conduct.html", conduct_view(corpus, member, entry, route))


def conduct_view(corpus: IntranetCorpus, member: Member, entry: Entry[Conduct], route: str) -> ConductView:
    """Everything a code says, and what is known of whose it is."""
    code, year = entry.record, entry.id.split("/")[0]
    duty = next((duty for duty in corpus.duties(int(year), HandIn.CONDUCT) if duty.id == entry.id), None)
    latest = max((event.on for event in code.events), default=None)
    record = record_of(corpus, member)
    title, told = f"{member.name}的行为规范", f"{member.name}，{code.post}：{year}年答应做到的事。"
    return ConductView(
        head=inner(CONDUCT, route, f"{title}（{year}年）", told),
        title=title,
        year=f"{year}年",
        name=member.name,
        post=code.post,
        unit=belongs(corpus, member),
        draft="这是草稿，还没有提交，不算数。" if code.submitted_on is None else "",
        status=code.status(corpus.day).value,
        since=phrase.day(latest) if latest else "",
        chip=chip(duty) if duty else None,
        work_features=code.work_features,
        commitments=code.commitments,
        norms=_norms(corpus, code.norms_accepted),
        superiors=tuple(_superior(corpus, rung) for rung in corpus.chain.above(member)),
        phone=telephone(corpus.public.bureau.record.complaint_phone),
        work_no=record.work_no or "",
        duties=record.duties,
        style_duties=record.style_duties if isinstance(record, Person) else (),
        about=facts(
            ("现在的岗位", member.post),
            ("在岗", phrase.period(member.since, member.until)),
            ("办公电话", record.office_phone),
        ),
        events=tuple(_turn(event) for event in sorted(code.events, key=lambda event: event.on)),
        exempt=exempt(code),
    )


def _norms(corpus: IntranetCorpus, accepted: tuple[str, ...]) -> NormsPart:
    """The norms that were accepted, with their texts, in the norms' own order; a number that none has comes last."""
    every = norms(corpus.public) or NormsPart("", (), ())
    pairs = tuple(pair for pair in every.pairs if pair.number in accepted)
    bans = tuple(ban for ban in every.bans if ban.number in accepted)
    known = {pair.number for pair in pairs} | {ban.number for ban in bans}
    unknown = tuple(Ban(number, "这里没有这个编号") for number in accepted if number not in known)
    return NormsPart(every.href, pairs, bans + unknown)


def _superior(corpus: IntranetCorpus, rung: Rung) -> Superior:
    step, member = STEPS[rung.role], rung.member
    return Superior(step, member.name, member.post, code_of(corpus, member)) if member else Superior(step, "", "", "")


def _turn(event: ConductEvent) -> ConductTurn:
    return ConductTurn(dated(event.on), event.action.value, event.by, event.note or "")
