"""Who does what: leaders, units, and one page for each unit with the five blocks it promises in public."""

from collections.abc import Iterator

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.feeds import of_unit
from mingbai.exports.public.linked.schema_page import UnitFacts, unit
from mingbai.exports.public.linked.subject import known, office
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.column import DIVISIONS, column_head, record_head
from mingbai.pages.public.item import Item, items
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Fact, Link, Stamp, facts, in_order, stamp, telephone
from mingbai.pages.public.person import People, people, person
from mingbai.records.base import Entry, Record
from mingbai.records.field import fields_of
from mingbai.records.public.division import Division, DivisionKind


class UnitRow(Struct, frozen=True):
    """A unit in the list: where it is, who heads it, how many items it handles."""

    name: str
    href: str
    head: Link
    phone: Link
    address: str
    items: str


class UnitGroup(Struct, frozen=True):
    """The units of one kind; `anchor` is the group's id on the page."""

    anchor: str
    title: str
    count: str
    units: tuple[UnitRow, ...]


class DivisionListView(View, frozen=True, kw_only=True):
    """Everyone and every unit."""

    people: People
    groups: tuple[UnitGroup, ...]


class Block(Struct, frozen=True):
    """One of the five blocks: what a unit promises as a whole."""

    anchor: str
    title: str
    lines: tuple[str, ...]


class DivisionView(View, frozen=True, kw_only=True):
    """A unit, ready to print."""

    name: str
    closed: str
    blocks: tuple[Block, ...]
    leader: Link
    supervisor: Link
    address: str
    hours: tuple[str, ...]
    phone: Link
    complaint_phone: Link
    email: str
    items: tuple[Item, ...]
    pledges: tuple[Link, ...]
    feed: Link
    about: tuple[Fact, ...]
    stamp: Stamp


def division_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /divisions/, and one page for each unit at /divisions/<id>/."""
    yield Page(DIVISIONS.route, "public/divisions.html", division_list(corpus))
    for entry in corpus.divisions.values():
        route = routes.route("divisions", entry.id)
        yield Page(route, "public/division.html", division_view(corpus, entry, route))


def division_list(corpus: PublicCorpus) -> DivisionListView:
    """Leaders, then units by kind in the bureau's own order, then units that are no more."""
    units = [corpus.divisions[id] for id in in_order(corpus, corpus.divisions)]
    groups = [
        (f"units-{number}", kind.value, [u for u in units if u.record.type is kind and u.record.closed_on is None])
        for number, kind in enumerate(DivisionKind, start=1)
    ]
    groups.append(("units-closed", "已经撤销的单位", [u for u in units if u.record.closed_on is not None]))
    return DivisionListView(
        head=column_head(corpus, DIVISIONS),
        people=people(corpus),
        groups=tuple(
            UnitGroup(anchor, title, f"{len(members)}个单位", tuple(_row(corpus, unit) for unit in members))
            for anchor, title, members in groups
            if members
        ),
    )


def division_view(corpus: PublicCorpus, entry: Entry[Division], route: str) -> DivisionView:
    """Everything the public may know about a unit."""
    record = entry.record
    made = stamp(record, record.name)
    own = corpus.commitments_of.get(entry.id, ())
    feed = of_unit(record, entry.id)
    description = f"{record.name}：{''.join(record.functions[:2]) or record.address}"
    head = record_head(corpus, DIVISIONS, route, record.name, description, made)
    return DivisionView(
        head=about(corpus.bureau.record.public_host, head, UnitFacts(office(corpus), known(entry)), unit),
        name=record.name,
        closed=f"{phrase.day(record.closed_on)}撤销" if record.closed_on else "",
        blocks=_blocks(record),
        leader=person(corpus, record.head),
        supervisor=person(corpus, record.supervising_leader),
        address=record.address,
        hours=record.hours,
        phone=telephone(record.phone),
        complaint_phone=telephone(record.complaint_phone),
        email=record.email or "",
        items=items(corpus, own),
        pledges=tuple(
            Link(pledges.record.title, routes.route("pledges", id))
            for id, pledges in reversed(tuple(corpus.pledges.items()))
            if id.split("/")[1] == entry.id
        ),
        feed=Link(feed.name, feed.href),
        about=facts(
            ("简称", record.short_name),
            ("类别", record.type.value),
            ("设立", phrase.day(record.established_on) if record.established_on else None),
        ),
        stamp=made,
    )


def _blocks(record: Division) -> tuple[Block, ...]:
    titles: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("functions", record.functions),
        ("policy", record.policy),
        ("content", record.content),
        ("procedure", record.procedure),
        ("time_limits", record.time_limits),
    )
    return tuple(Block(name.replace("_", "-"), _title(Division, name), lines) for name, lines in titles if lines)


def _title(kind: type[Record], field: str) -> str:
    """What the field is called, written once, in the record."""
    return fields_of(kind)[field].title or ""


def _row(corpus: PublicCorpus, entry: Entry[Division]) -> UnitRow:
    record = entry.record
    count = len(corpus.commitments_of.get(entry.id, ()))
    return UnitRow(
        name=record.name,
        href=routes.route("divisions", entry.id),
        head=person(corpus, record.head),
        phone=telephone(record.phone),
        address=record.address,
        items=f"{count}项" if count else "",
    )
