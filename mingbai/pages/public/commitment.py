"""One page for each commitment, the answer first: how long, how much, how often, where, whom to ask."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.exports.jsonld import Node
from mingbai.exports.public.linked.schema import service_node
from mingbai.exports.public.linked.subject import Service, service
from mingbai.pages import phrase, phrase_money
from mingbai.pages.page import Crumb, Page, View
from mingbai.pages.public import commitment_kept as kept
from mingbai.pages.public import commitment_life as life
from mingbai.pages.public import commitment_time as time
from mingbai.pages.public import commitment_way as way
from mingbai.pages.public.cite import Cited, cites
from mingbai.pages.public.column import COMMITMENTS, record_head
from mingbai.pages.public.commitment_notice import notice_route, told_once
from mingbai.pages.public.commitment_stage import Stages, stages
from mingbai.pages.public.fee_status import CHIPS as FEE_CHIPS
from mingbai.pages.public.item import cost, how, visits
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Chip, Fact, Link, Objection, Stamp, division, facts, objections, stamp, telephone
from mingbai.records.base import Entry
from mingbai.records.public.commitment import Commitment
from mingbai.records.public.commitment_parts import ChannelKind, Question


class Place(Struct, frozen=True):
    """Where to go and whom to ask, for the panel at the head."""

    address: str
    hours: tuple[str, ...]
    phone: Link
    division: Link


class FeeRow(Struct, frozen=True):
    """A fee of the item: what is charged, what the law allows, whether it still is."""

    name: str
    href: str
    charged: str
    standard: str
    chip: Chip


class Answer(Struct, frozen=True):
    """A question people ask, and its answer."""

    question: str
    answer: str


class CommitmentView(View, frozen=True, kw_only=True):
    """A commitment, ready to print."""

    name: str
    summary: str
    notice: life.Notice | None
    stages: Stages | None
    promise: time.Promise
    cost: str
    visits: str
    how: str
    place: Place
    apply_url: str
    query_url: str
    sheet: str
    deadline: time.Deadline | None
    bring: str
    materials: tuple[way.Material, ...]
    shared: tuple[way.Material, ...]
    no_materials: str
    conditions: tuple[way.Condition, ...]
    prohibitions: tuple[str, ...]
    quantity_limit: str
    annual_check: str
    told: str
    step_count: str
    steps: tuple[way.Step, ...]
    times: time.Times
    fees: tuple[FeeRow, ...]
    channels: tuple[way.Channel, ...]
    result: way.Result
    faq: tuple[Answer, ...]
    basis: tuple[Cited, ...]
    basis_impl: tuple[Cited, ...]
    supervision_basis: tuple[Cited, ...]
    complaint_phone: Link
    remedies: tuple[Objection, ...]
    kept: kept.Kept | None
    changes: tuple[life.Change, ...]
    changed: str
    change_reason: str
    about: tuple[Fact, ...]
    partners: tuple[Link, ...]
    stamp: Stamp


def commitment_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One page for each commitment, at /commitments/<division>/<id>/."""
    for entry in corpus.commitments.values():
        route = routes.route("commitments", entry.id)
        yield Page(route, "public/commitment.html", commitment_view(corpus, entry, route))


def commitment_view(corpus: PublicCorpus, entry: Entry[Commitment], route: str) -> CommitmentView:
    """Everything the public may know about a commitment."""
    record = entry.record
    unit = division(corpus, division_of(entry))
    made = stamp(record, unit.text)
    notice = life.notice(corpus, record)
    changed = life.changes(corpus, record)
    above = Crumb(unit.text, f"{COMMITMENTS.route}#d-{division_of(entry)}")
    head = record_head(corpus, COMMITMENTS, route, record.name, record.plain_summary, made, (above,))
    host = corpus.bureau.record.public_host
    return CommitmentView(
        head=about(host, replace(head, keywords=phrase.listed(record.topics)), service(corpus, entry), said_of),
        name=record.name,
        summary=record.plain_summary,
        notice=notice,
        stages=stages(corpus, entry.id),
        promise=time.promise(corpus, record, "原来" if notice else ""),
        cost=cost(corpus, record),
        visits=f"{visits(record)}次" if record.channels else "",
        how=how(record),
        place=_place(corpus, entry, unit),
        apply_url="" if notice else corpus.exits.way(_apply_url(record)),
        query_url=corpus.exits.way(record.query_url or ""),
        sheet="" if notice else notice_route(entry.id),
        deadline=time.deadline(corpus, record),
        bring=way.bring(record),
        materials=tuple(way.material(corpus, m) for m in record.materials if not way.is_shared(m)),
        shared=tuple(way.material(corpus, m) for m in record.materials if way.is_shared(m)),
        no_materials=record.no_materials or "",
        conditions=way.conditions(corpus, record.conditions),
        prohibitions=record.prohibitions,
        quantity_limit=record.quantity_limit or "",
        annual_check=record.annual_check or "",
        told=told_once(record),
        step_count=f"{len(record.process)}步",
        steps=tuple(way.step(corpus, each) for each in record.process),
        times=time.times(corpus, record),
        fees=tuple(_fee(corpus, id) for id in record.fees),
        channels=tuple(way.channel(corpus, each) for each in record.channels),
        result=way.result(corpus, record.result),
        faq=tuple(_answer(each) for each in record.faq),
        basis=cites(corpus, record.basis),
        basis_impl=cites(corpus, record.basis_impl),
        supervision_basis=cites(corpus, record.supervision_basis),
        complaint_phone=telephone(record.complaint_phone),
        remedies=objections(record.remedies),
        kept=kept.kept_word(corpus, entry),
        changes=changed,
        changed=f"看改了什么，一共{len(changed)}次，最近一次是{changed[0].day.text}" if changed else "",
        change_reason=record.change_reason or "",
        about=_about(record),
        partners=tuple(division(corpus, id) for id in record.partner_divisions),
        stamp=made,
    )


def said_of(service: Service) -> Iterator[Node]:
    """What programs learn of a commitment."""
    yield service_node(service)


def _apply_url(record: Commitment) -> str:
    return next((c.url for c in record.channels if c.kind is ChannelKind.ONLINE and c.url), "")


def _place(corpus: PublicCorpus, entry: Entry[Commitment], unit: Link) -> Place:
    """The window if there is one, else the division's office, else the bureau's."""
    window = next((c for c in entry.record.channels if c.kind is ChannelKind.WINDOW and c.address), None)
    found = corpus.divisions.get(division_of(entry))
    office = found.record if found else corpus.bureau.record
    return Place(
        address=(window and window.address) or office.address,
        hours=(window and window.hours) or office.hours,
        phone=telephone(entry.record.consult_phone or office.phone),
        division=unit,
    )


def _fee(corpus: PublicCorpus, id: str) -> FeeRow:
    fee = corpus.fees[id].record
    standard = phrase.clauses(phrase_money.standard(fee), phrase_money.at_minimum(fee))
    chip = FEE_CHIPS[fee.status(corpus.day)]
    return FeeRow(fee.name, routes.route("fees", id), phrase_money.charged(fee), standard, chip)


def _answer(given: Question) -> Answer:
    return Answer(given.question, given.answer)


def _about(record: Commitment) -> tuple[Fact, ...]:
    return facts(
        ("事项类型", record.type.value),
        ("权力来源", record.authority.value),
        ("服务对象", phrase.listed(who.value for who in record.audience_of_service)),
        ("主题", phrase.listed(record.topics)),
        ("承诺有效", phrase.period(record.effective_from, record.effective_to)),
        ("基本编码", record.code_basic),
        ("实施编码", record.code_impl),
    )
