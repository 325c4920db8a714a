"""The laws everything rests on: versions, the gist of each cited article, and who relies on it."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public.linked.schema_page import LawFacts, law
from mingbai.exports.public.linked.subject import known, office
from mingbai.pages import phrase
from mingbai.pages.page import Page, View
from mingbai.pages.public.cite import Spot, User, anchor, relied_on
from mingbai.pages.public.column import LAWS, column_head, record_head
from mingbai.pages.public.linked import about
from mingbai.pages.public.part import Chip, Fact, Stamp, facts, stamp
from mingbai.records.base import Entry
from mingbai.records.public.law import Law, LawLevel, LawVersion

IN_FORCE = Chip("done", "现行有效")
NOT_YET = Chip("soon", "还没施行", "off")
LAPSED = Chip("ended", "已经失效", "off")


class LawRow(Struct, frozen=True):
    """A law in the list."""

    title: str
    href: str
    issuer: str
    current: str
    chip: Chip


class LawGroup(Struct, frozen=True):
    """The laws of one rank, and how many they are."""

    anchor: str
    title: str
    count: str
    laws: tuple[LawRow, ...]


class LawListView(View, frozen=True, kw_only=True):
    """All laws by rank."""

    groups: tuple[LawGroup, ...]


class Article(Struct, frozen=True):
    """One article: what it says in our words, and who relies on it."""

    anchor: str
    name: str
    gist: str
    relied_on: tuple[User, ...]


class Version(Struct, frozen=True):
    """One version of a law."""

    anchor: str
    number: str
    chip: Chip
    about: tuple[Fact, ...]
    note: str
    articles: tuple[Article, ...]
    relied_on: tuple[User, ...]


class LawView(View, frozen=True, kw_only=True):
    """A law, ready to print, the newest version first."""

    title: str
    issuer: str
    level: str
    versions: tuple[Version, ...]
    stamp: Stamp


def law_pages(corpus: PublicCorpus) -> Iterator[Page]:
    """The list at /laws/, and one page for each law at /laws/<id>/."""
    yield Page(LAWS.route, "public/laws.html", law_list(corpus))
    users = relied_on(corpus)
    for entry in corpus.laws.values():
        route = routes.route("laws", entry.id)
        yield Page(route, "public/law.html", law_view(corpus, entry, route, users))


def law_list(corpus: PublicCorpus) -> LawListView:
    """The laws by rank, from the highest down."""
    groups = (
        (
            f"level-{number}",
            level.value,
            tuple(_row(entry, corpus.day) for entry in corpus.laws.values() if entry.record.level is level),
        )
        for number, level in enumerate(LawLevel, start=1)
    )
    return LawListView(
        head=column_head(corpus, LAWS),
        groups=tuple(LawGroup(anchor, title, f"{len(laws)}件", laws) for anchor, title, laws in groups if laws),
    )


def law_view(corpus: PublicCorpus, entry: Entry[Law], route: str, users: Mapping[Spot, tuple[User, ...]]) -> LawView:
    """Everything the public may know about a law."""
    record = entry.record
    made = stamp(record, corpus.bureau.record.name)
    description = f"{phrase.law(record.title)}：版本、条文要旨、哪些事项依据它"
    head = record_head(corpus, LAWS, route, record.title, description, made)
    current = record.version(None, corpus.day)
    facts = LawFacts(office(corpus), known(entry), current.doc_no if current else "")
    newest_first = sorted(enumerate(record.versions), key=lambda pair: pair[1].since, reverse=True)
    return LawView(
        head=about(corpus.bureau.record.public_host, head, facts, law),
        title=phrase.law(record.title),
        issuer=record.issuer,
        level=record.level.value,
        versions=tuple(_version(corpus.day, entry, position, v, users) for position, v in newest_first),
        stamp=made,
    )


def _version(
    day: date, law: Entry[Law], position: int, version: LawVersion, users: Mapping[Spot, tuple[User, ...]]
) -> Version:
    return Version(
        anchor=f"v{position + 1}",
        number=version.doc_no,
        chip=_chip(law.record, version, day),
        about=facts(
            ("通过", phrase.day(version.passed_on) if version.passed_on else None),
            ("有效", _valid(version)),
        ),
        note=version.note or "",
        articles=tuple(
            Article(anchor(spot := (law.id, position, name)).removeprefix("#"), name, gist, users.get(spot, ()))
            for name, gist in version.articles.items()
        ),
        relied_on=users.get((law.id, position, ""), ()),
    )


def _valid(version: LawVersion) -> str | None:
    """From when to when, as far as it is known."""
    if version.effective_from:
        return phrase.period(version.effective_from, version.effective_to)
    return f"到{phrase.day(version.effective_to)}" if version.effective_to else None


def _chip(law: Law, version: LawVersion, day: date) -> Chip:
    if law.held(version, day, day):
        return IN_FORCE
    return NOT_YET if version.since > day else LAPSED


def _row(entry: Entry[Law], day: date) -> LawRow:
    record = entry.record
    latest = max(record.versions, key=lambda version: version.since, default=None)
    current = record.version(None, day) or latest
    number, chip = (current.doc_no, _chip(record, current, day)) if current else ("", NOT_YET)
    return LawRow(record.title, routes.route("laws", entry.id), record.issuer, number, chip)
