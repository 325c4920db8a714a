"""Leaders and heads as cards: name, post, telephone, and both halves of what they answer for."""

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.pages import phrase
from mingbai.pages.public.part import Fact, Link, Stamp, facts, in_order, rank, stamp, telephone
from mingbai.records.base import Entry
from mingbai.records.public.person import Person, Role

ORDER = tuple(Role)


class PersonCard(Struct, frozen=True):
    """One person; `anchor` is the id of the card on the page of units."""

    anchor: str
    name: str
    post: str
    role: str
    phone: Link
    division: Link | None
    leads: tuple[Link, ...]
    duties: tuple[str, ...]
    style_duties: tuple[str, ...]
    about: tuple[Fact, ...]
    stamp: Stamp


class People(Struct, frozen=True):
    """Leaders, heads of units, and those who have left."""

    leaders: tuple[PersonCard, ...]
    heads: tuple[PersonCard, ...]
    left: tuple[PersonCard, ...]


def people(corpus: PublicCorpus) -> People:
    """Everyone whose name must be public, in the order of responsibility."""
    leads = _leads(corpus)
    entries = sorted(corpus.people.values(), key=lambda entry: _place(corpus, entry))
    here = [entry for entry in entries if entry.record.in_post_to is None]
    return People(
        leaders=tuple(_card(corpus, e, leads) for e in here if e.record.role is not Role.HEAD),
        heads=tuple(_card(corpus, e, leads) for e in here if e.record.role is Role.HEAD),
        left=tuple(_card(corpus, e, leads) for e in entries if e.record.in_post_to is not None),
    )


def _place(corpus: PublicCorpus, entry: Entry[Person]) -> tuple[int, tuple[int, int, str], str]:
    """Where a person stands: by role, then by the place of the unit, then by id."""
    return ORDER.index(entry.record.role), rank(corpus, entry.record.division or ""), entry.id


def person(corpus: PublicCorpus, id: str) -> Link:
    """A person by name, leading to the card."""
    return Link(corpus.people[id].record.display_name, routes.route("people", id))


def _leads(corpus: PublicCorpus) -> dict[str, list[Link]]:
    """The units that each leader supervises."""
    found: dict[str, list[Link]] = {}
    for id in in_order(corpus, corpus.divisions):
        unit = corpus.divisions[id].record
        if unit.closed_on is None:
            link = Link(unit.short_name, routes.route("divisions", id))
            found.setdefault(unit.supervising_leader, []).append(link)
    return found


def _card(corpus: PublicCorpus, entry: Entry[Person], leads: dict[str, list[Link]]) -> PersonCard:
    record = entry.record
    unit = corpus.divisions[record.division] if record.division else None
    return PersonCard(
        anchor=entry.id,
        name=record.display_name,
        post=record.post,
        role=record.role.value,
        phone=telephone(record.office_phone),
        division=Link(unit.record.name, routes.route("divisions", unit.id)) if unit else None,
        leads=tuple(leads.get(entry.id, ())),
        duties=record.duties,
        style_duties=record.style_duties,
        about=facts(
            ("任职", phrase.period(record.in_post_from, record.in_post_to)),
            ("工号", record.work_no),
        ),
        stamp=stamp(record, corpus.bureau.record.name),
    )
