"""Feeds of what is new: of everything, of what changed about promises and fees, and of each unit.

Law: both sites have the same files, with addresses of the public one: an entry has one name wherever it is read. A text
is only fetched when its feed is written, and a feed only when what it tells has changed.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from mingbai.corpus import routes
from mingbai.corpus.public import PublicCorpus
from mingbai.digest import of_bytes
from mingbai.exports.atom import Change, Feed, moment, tag
from mingbai.exports.export import Export
from mingbai.exports.public.news import CHANGES, ENOUGH, Story, Text, stories
from mingbai.records.public.division import Division
from mingbai.source.abroad import Html, abroad, linked, paragraphs
from mingbai.source.fitting import resolve, without_links

SINCE = 2026
"""The year from which the feeds have their names; it stays, or readers would show everything once more."""
FILE = "feed.xml"


class Offer(Struct, frozen=True):
    """A feed there is: its name, what it tells, its address on a site, and the page that it goes with."""

    name: str
    about: str
    href: str
    page: str


class Told(Struct, frozen=True):
    """All that a feed is made from, but for the HTML of its texts."""

    offer: Offer
    bureau: str
    host: str
    empty: date
    stories: tuple[Story, ...]


def general(corpus: PublicCorpus) -> tuple[Offer, ...]:
    """The feeds of the whole site; none as long as there is no unit that could have anything to tell."""
    if not corpus.divisions:
        return ()
    name = corpus.bureau.record.short_name
    return (
        Offer(f"{name}：新的都在这里", "简报、文件、典型、表彰，承诺和收费的变动。", f"/{FILE}", "/"),
        Offer(
            f"{name}：承诺和收费的变动",
            "新承诺、减了什么、停了什么，收费哪天起降、免、停。",
            f"/changes/{FILE}",
            "/changes/",
        ),
    )


def of_unit(division: Division, id: str) -> Offer:
    """The feed of a unit."""
    page = routes.route(Division.kind, id)
    return Offer(
        f"{division.short_name}：新的都在这里", "它的简报、文件，它的承诺和收费的变动。", f"{page}{FILE}", page
    )


def feed_exports(corpus: PublicCorpus, html: Html) -> Iterator[Export]:
    """The file of every feed, for both sites."""
    for told in _told(corpus):
        yield _export(told, html)


def _told(corpus: PublicCorpus) -> Iterator[Told]:
    found = sorted(stories(corpus), key=lambda story: moment(story.on), reverse=True)
    units: dict[str, list[Story]] = {}
    for story in found:
        for unit in story.units:
            units.setdefault(unit, []).append(story)
    bureau, since = corpus.bureau.record, [entry.record.published for entry in corpus.divisions.values()]
    changes = [story for story in found if story.sort in CHANGES]
    for offer, some in zip(general(corpus), (found, changes), strict=False):
        yield Told(offer, bureau.name, bureau.public_host, max(since), tuple(some[:ENOUGH]))
    for id, entry in corpus.divisions.items():
        own = tuple(units.get(id, ())[:ENOUGH])
        yield Told(of_unit(entry.record, id), entry.record.name, bureau.public_host, entry.record.published, own)


def _export(told: Told, html: Html) -> Export:
    def make() -> bytes:
        from mingbai.exports.atom_file import atom_bytes  # most builds write no feed

        return atom_bytes(_feed(told, html))

    return Export(told.offer.href[1:], of_bytes(repr(told).encode()), make)


def _feed(told: Told, html: Html) -> Feed:
    texts = html([story.text.digest for story in told.stories if story.text])
    address = f"https://{told.host}"
    return Feed(
        id=tag(told.host, SINCE, told.offer.href[1:].removesuffix(FILE).strip("/") or "all"),
        name=told.offer.name,
        about=told.offer.about,
        author=told.bureau,
        address=f"{address}{told.offer.href}",
        page=f"{address}{told.offer.page}",
        changes=tuple(
            _change(told, story, texts[story.text.digest].decode() if story.text else "") for story in told.stories
        ),
        empty=told.empty,
    )


def _change(told: Told, story: Story, text: str) -> Change:
    page = f"https://{told.host}{story.route}"
    files = [(name, f"https://{told.host}{to}") for name, to in story.files]
    body = _body(story.text, text, page) if story.text else ""
    return Change(
        id=tag(told.host, SINCE, story.name),
        on=story.on,
        title=story.title,
        text="",
        page=page,
        category=story.sort,
        author="" if story.author == told.bureau else story.author,
        html=paragraphs(story.lines) + body + linked(files),
    )


def _body(text: Text, html: str, page: str) -> str:
    """The HTML of a text as it can be read away from its page."""
    targets = dict(text.targets)
    dropped = {target for target, address in targets.items() if not address}
    led = resolve(without_links(html, dropped) if dropped else html, targets)
    return abroad(led, page, text.prefix)
