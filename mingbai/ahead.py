"""Looking ahead: on which day would a build show something else, though nobody writes a word?

Law: a site is a function of its sources and of the day. So the days to come are tried one by one, the next first, with
the flow of a build, and what would be published is compared: by fingerprints, and where those differ by the bytes. No
list of dated fields is kept that somebody could forget to extend. Nothing is written.

A day on which the rules find an error is told too: then the site is not made at all, and stands as it was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.build.pool import working
from mingbai.build.site import Site, clean, fingerprints
from mingbai.cache import Cache, opened
from mingbai.corpus.gather import AnyEntry
from mingbai.digest import of_value
from mingbai.exports.export import Export
from mingbai.exports.search import Group
from mingbai.flow import Checked, Materials
from mingbai.load import load
from mingbai.make import Wish, materials
from mingbai.problem import Problem
from mingbai.searching import search_exports
from mingbai.source.abroad import Html
from mingbai.source.tree import Tree

INDEX = "search/index.json"
"""Stands for every file of a site's search index."""


@dataclass(frozen=True)
class Turn:
    """The day from which a site is another one: the files that change, come or go; what of its content does.

    `came` are source files whose records are there from that day on, `changed` those of which it knows more or less.
    """

    day: date
    files: tuple[str, ...]
    came: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Stop:
    """The day from which a site cannot be made any more, and the errors in the way."""

    day: date
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Ahead:
    """What comes after the day that is shown, up to and with `until`: for each site its turn and its stop, if any."""

    shown: Checked
    until: date
    turns: Mapping[Audience, Turn] = field(default_factory=dict)
    stops: Mapping[Audience, Stop] = field(default_factory=dict)


def ahead(wish: Wish, tree: Tree, now: datetime, days: int) -> Ahead:
    """Try the days after the one that is shown: for turns until each site has had one, for stops to the end.

    With an error on the day itself there is nothing to compare with, and nothing is tried.
    """
    stuff = materials(wish.root)
    with opened(None, stuff.program) as cache, working(wish.jobs) as workers:
        sides = load(wish.root, tree, tuple(Audience), cache, workers)

        def checked(day: date | None) -> Checked:
            found = flow.check(sides, flow.clock_of(sides, day, now))
            return flow.only_public(found) if wish.wanted == (Audience.PUBLIC,) else found

        shown = checked(wish.as_of)
        first = shown.clock.as_of
        until = min(first, date.max - timedelta(days)) + timedelta(days)
        if any(problem.is_error for problem in shown.all_problems):
            return Ahead(shown, until)
        before = _sites(shown, wish.wanted, stuff, wish, cache)
        turns: dict[Audience, Turn] = {}
        stops: dict[Audience, Stop] = {}
        eve = shown
        for number in range(1, (until - first).days + 1):
            found = checked(first + timedelta(number))
            stops |= {site: _stop(found) for site in before if site not in stops and not found.sound(site)}
            open_ = [site for site in before if site not in turns and site not in stops]
            for site, later in (_sites(found, open_, stuff, wish, cache) if open_ else {}).items():
                if files := tuple(differing(before[site], later, cache.prose)):
                    turns[site] = Turn(found.clock.as_of, files, *_content(eve, found, site))
            if before.keys() <= stops.keys():
                break
            eve = found
        return Ahead(shown, until, turns, stops)


def differing(old: Site, new: Site, html: Html) -> Iterator[str]:
    """The files that are not the same on both, in order; those whose fingerprints differ are made to see it."""
    olds, news = fingerprints(old), fingerprints(new)
    doubtful = {path for path in olds.keys() & news.keys() if olds[path] != news[path]}
    pairs = zip(clean(_only(old, doubtful), html), clean(_only(new, doubtful), html), strict=True)
    yield from sorted({*(olds.keys() ^ news.keys()), *(one.path for one, other in pairs if one.data != other.data)})


def _only(site: Site, paths: Iterable[str]) -> Site:
    wanted = frozenset(paths)
    pages = tuple(page for page in site.pages if page.path in wanted)
    return replace(site, pages=pages, blobs=tuple(blob for blob in site.blobs if blob.path in wanted))


def _sites(
    found: Checked, wanted: Iterable[Audience], stuff: Materials, wish: Wish, cache: Cache
) -> Mapping[Audience, Site]:
    return flow.sites(found, tuple(wanted), stuff, wish.root, partial(_search, cache=cache), cache.prose)


def _search(found: tuple[Group, ...], cache: Cache) -> tuple[Export, ...]:
    """The whole search index as one file, which is made only where what it is made from is not the same."""

    def make() -> bytes:
        return b"\0".join(b"%s\0%s" % (each.path.encode(), each.make()) for each in search_exports(found, cache))

    return (Export(INDEX, of_value([group.seal for group in found]), make),)


def _stop(found: Checked) -> Stop:
    return Stop(found.clock.as_of, tuple(problem for problem in found.all_problems if problem.is_error))


def _content(eve: Checked, found: Checked, site: Audience) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The source files whose records came overnight, and those that say something else than the evening before."""
    old = {entry.path: entry.record for entry in _entries(eve, site)}
    new = {entry.path: entry.record for entry in _entries(found, site)}
    changed = (path for path in new.keys() & old.keys() if new[path] != old[path])
    return tuple(sorted(new.keys() - old.keys())), tuple(sorted(changed))


def _entries(found: Checked, site: Audience) -> Iterator[AnyEntry]:
    """What a site knows: the intranet all of it."""
    if found.public:
        yield from found.public.entries
    if found.intranet and site is Audience.INTRANET:
        yield from found.intranet.entries
