"""The one-time notice (一次性告知单): one sheet of A4 for each item, with a box for whatever an applicant still lacks.

Law: it lists the conditions and materials of the item's own page, all of them, under the same ids, so that what is
told at the window is what was published. It prints on exactly one sheet: the more there is to say, the smaller it is
set, and where even that would not do, the details stay on the item's page.
An item that is not being handled has no notice; nobody can apply for it.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus, division_of
from mingbai.pages import phrase
from mingbai.pages.page import Crumb, Late, Page, View
from mingbai.pages.public import commitment_time as time
from mingbai.pages.public import commitment_way as way
from mingbai.pages.public.column import COMMITMENTS, record_head
from mingbai.pages.public.item import cost, done, how, is_active, visits
from mingbai.pages.public.part import Link, division, stamp, telephone
from mingbai.pages.qr import Qr, qr
from mingbai.records.base import Entry
from mingbai.records.public import commitment_parts as record
from mingbai.records.public.commitment import TOLD_WITHIN, Commitment, CommitmentKind
from mingbai.records.public.commitment_parts import ChannelKind

SUMMARY = "缺什么，一张纸一次说清：勾出还缺的材料、不符的条件，写明补齐以后多久办好。"
STEMS = "甲乙丙丁戊己庚辛壬癸"
"""Conditions are counted with these, so that nobody takes “第2条” for the second material."""


class Size(Struct, frozen=True):
    """A size to set the sheet in: its name in the style sheet, characters in a line of the tables, lines that fit."""

    name: str
    column: int
    lines: float


SIZES = (Size("", 34, 20), Size("close", 39, 25), Size("tight", 45, 36))
BRIEF = "brief"
"""The smallest size, and details left out."""


class Row(Struct, frozen=True):
    """A material or a condition with its boxes; `anchor` is its id on the item's page, too."""

    anchor: str
    no: str
    text: str
    detail: str
    shared: bool


class NoticeView(View, frozen=True, kw_only=True):
    """One sheet."""

    bureau: str
    name: str
    item: Link
    fit: str
    left_out: str
    materials: tuple[Row, ...]
    no_materials: str
    conditions: tuple[Row, ...]
    promise: str
    beside: tuple[str, ...]
    terms: str
    places: tuple[str, ...]
    consult_phone: Link
    complaint_phone: Link
    told: str
    post: str
    qr: Qr | None = None


def notice_route(id: str) -> str:
    """The address of an item's notice, below the item's own."""
    return f"{routes.route('commitments', id)}notice/"


def notice_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """One sheet for each item that is being handled, at /commitments/<division>/<id>/notice/."""
    for entry in corpus.commitments.values():
        if is_active(corpus, entry):
            facts = notice_view(corpus, entry)
            yield Page(notice_route(entry.id), "public/commitment-notice.html", Late(facts, with_code))


def with_code(facts: NoticeView) -> NoticeView:
    """The sheet with the code that leads to its item; drawn when the page is made, because it takes a while."""
    return replace(facts, qr=qr(facts.item.text))


def notice_view(corpus: PublicCorpus, entry: Entry[Commitment]) -> NoticeView:
    """The sheet of one item, ready to print and to be ticked with a pen."""
    given = entry.record
    route = routes.route("commitments", entry.id)
    unit = division(corpus, division_of(entry))
    title = f"一次性告知单：{given.name}"
    above = (Crumb(unit.text, f"{COMMITMENTS.route}#d-{division_of(entry)}"), Crumb(given.name, route))
    materials = tuple(_material(number, each) for number, each in enumerate(given.materials, 1))
    conditions = tuple(_condition(number, each) for number, each in enumerate(given.conditions))
    found = corpus.divisions.get(division_of(entry))
    office = found.record if found else corpus.bureau.record
    promise = f"{phrase.limit(given.promised)}{done(given)}"
    beside = time.beside(corpus, given)
    places = tuple(_places(given)) or (f"{office.address}（{phrase.listed(office.hours)}）",)
    fit = _fit((*materials, *conditions), promise + phrase.listed((*beside, *places)))
    return NoticeView(
        head=record_head(corpus, COMMITMENTS, notice_route(entry.id), title, SUMMARY, stamp(given, unit.text), above),
        bureau=corpus.bureau.record.name,
        name=given.name,
        item=Link(f"{corpus.bureau.record.public_host}{route}", route),
        fit=fit,
        left_out="填写要求写不下，看网上那一页。" if fit == BRIEF else "",
        materials=tuple(replace(row, detail="") for row in materials) if fit == BRIEF else materials,
        no_materials=given.no_materials or "",
        conditions=conditions,
        promise=promise,
        beside=beside,
        terms=phrase.clauses(cost(corpus, given), f"跑{visits(given)}次（{how(given)}）" if given.channels else None),
        places=places,
        consult_phone=telephone(given.consult_phone or office.phone),
        complaint_phone=telephone(given.complaint_phone),
        told=told_once(given),
        post=_post(given),
    )


def told_once(given: Commitment) -> str:
    """By when what is lacking is said once and for all, and what the law makes of silence."""
    days = given.deficiency_notice_days
    if given.type is not CommitmentKind.LICENCE:
        return f"材料不齐，我们当场或者{days}个工作日内一次告知"
    return (
        f"材料不齐，我们当场或者{days}日内一次告知；过了{TOLD_WITHIN}日没有告知，"
        "从收到申请那天起就算受理（行政许可法第三十二条，按工作日算）"
    )


def _post(given: Commitment) -> str:
    """Who tells: the post of the first step that counts; advice beforehand does not."""
    return next((step.person_role for step in given.process if step.person_role and step.days is not None), "")


def _material(number: int, given: record.Material) -> Row:
    shared = way.is_shared(given)
    details = (
        "我们联网核对，不用您交" if shared else way.form(given),
        given.when,
        given.requirement,
        None if shared else given.source_note,
        f"可以承诺代替：{given.promise_substitute}" if given.promise_substitute else None,
    )
    detail = "；".join(each.rstrip("。") for each in details if each)
    return Row(f"m-{given.id}", str(number), given.name, detail, shared)


def _condition(index: int, given: record.Condition) -> Row:
    no = STEMS[index] if index < len(STEMS) else str(index + 1)
    return Row(f"c-{given.id}", no, given.text, "", shared=False)


def _places(given: Commitment) -> Iterator[str]:
    for channel in given.channels:
        if channel.kind is ChannelKind.WINDOW and channel.address:
            yield channel.address + (f"（{phrase.listed(channel.hours)}）" if channel.hours else "")
        elif channel.kind is ChannelKind.ONLINE and channel.url:
            yield channel.url


def _fit(rows: tuple[Row, ...], after: str) -> str:
    """The largest size at which everything stands on one sheet; a row's rules and padding take a third of a line."""
    for size in SIZES:
        texts = sum(_lines(row.text, size) + _lines(row.detail, size) for row in rows)
        if texts + len(rows) / 3 + _lines(after, size) <= size.lines:
            return size.name
    return BRIEF


def _lines(text: str, size: Size) -> int:
    """How many lines a text takes: letters and figures are half as wide as a Chinese character."""
    halves = sum(1 if ord(sign) < 0x2000 else 2 for sign in text)
    return -(-halves // (2 * size.column))
