"""Looking ahead: on which day would a build show something else, though nobody writes a word?

Law: a site is a function of its sources and of the day. So a day to come is tried with the flow of a build, and what
would be published is compared: by fingerprints, and where those differ by the bytes. Which day is tried next is
said by the day before: it was `watched`, and heard until when all that it was asked would be answered the same. No list
of dated fields is kept that somebody could forget to extend. Nothing is written.

A day on which the rules find an error is told too: then the site is not made at all, and stands as it was.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from mingbai import flow
from mingbai.boundary import Audience
from mingbai.build.fingerprint import Parts
from mingbai.build.pool import working
from mingbai.build.site import Site, clean, fingerprints
from mingbai.cache import Cache
from mingbai.cache_file import consulted
from mingbai.corpus.gather import AnyEntry
from mingbai.digest import of_value
from mingbai.exports.export import Export
from mingbai.exports.findable import Group
from mingbai.flow import Checked, Memory
from mingbai.load import Side
from mingbai.make import CACHE, Means, Wish, loaded
from mingbai.materials import Materials, materials
from mingbai.problem import Problem
from mingbai.proofread import proofread
from mingbai.searching import search_exports
from mingbai.source.abroad import Html
from mingbai.source.tree import Tree
from mingbai.watched import Watch

INDEX = "search/index.json"
"""Stands for every file of a site's search index."""
ONE_DAY = timedelta(1)
NOTHING = Side((), {}, (), frozenset())
Known = tuple[Site, Mapping[str, Parts]]
"""A site to be, and what each of its files is known by."""
T = TypeVar("T")
Way = Callable[[Callable[[date], Any], date, date], Iterator[tuple[date, Any]]]
"""How one goes through days, looking: from the first to the last, and which in between."""


class Turn(Struct, frozen=True):
    """The day from which a site is another one: the files that change, come or go; what of its content does.

    `came` are source files whose records are there from that day on, `changed` those of which it knows more or less.
    """

    day: date
    files: tuple[str, ...]
    came: tuple[str, ...]
    changed: tuple[str, ...]


class Stop(Struct, frozen=True):
    """The day from which a site cannot be made any more, and the errors in the way."""

    day: date
    problems: tuple[Problem, ...]


class Ahead(Struct, frozen=True):
    """What comes after the day that is shown, up to and with `until`: for each site its turn and its stop, if any."""

    shown: Checked
    until: date
    turns: Mapping[Audience, Turn] = field(default_factory=dict)
    stops: Mapping[Audience, Stop] = field(default_factory=dict)


class Trial(Struct, frozen=True):
    """What days are tried with."""

    sides: Mapping[Audience, Side]
    wish: Wish
    stuff: Materials
    cache: Cache
    now: datetime

    def assembled(self, day: date | None, site: Audience) -> Checked:
        """What a site knows on a day; the public site nothing of the other folder."""
        sides = self.sides if site is Audience.INTRANET else {**self.sides, Audience.INTRANET: NOTHING}
        found = flow.assembled(sides, flow.clock_of(sides, day, self.now))
        return found if site is Audience.INTRANET else flow.only_public(found)

    def checked(self, day: date | None, site: Audience) -> Checked:
        """The same with what its rules find."""
        found = self.assembled(day, site)
        return flow.with_problems(found, flow.ruled(found))

    def made(self, found: Checked, site: Audience) -> tuple[Checked, Known | None]:
        """The site to be, as rules that found nothing allow it, and what it is known by; none where templates lack."""
        search = partial(_search, cache=self.cache)
        memory = Memory(self.cache.prose, lambda _: search)
        planned = flow.sites(found, (site,), self.stuff, self.wish.root, memory)
        found, sites = flow.printable(found, planned)
        return found, (sites[site], fingerprints(sites[site])) if site in sites else None


def tried(look: Callable[[date], T], first: date, until: date) -> Iterator[tuple[date, T]]:
    """What is seen on the first day, and on each later one on which something else could be seen."""
    day: date | None = first
    while day and day <= until:
        watch = Watch(day)
        yield day, look(watch.watched)
        day = watch.turn


def ahead(wish: Wish, tree: Tree, now: datetime, days: int, way: Way = tried) -> Ahead:
    """Try days after the one that is shown: for turns until each site has had one, for stops to the end.

    With an error on the day itself, in templates too, there is nothing to compare with, and nothing is tried.
    """
    stuff = materials(wish.root)

    def look(cache: Cache) -> Ahead:
        with working(wish.jobs) as workers:
            sides = loaded(wish, tree, Means(cache, workers))
            proof = proofread(stuff, flow.exits_of(sides), cache, workers)()
        trial = Trial(sides, wish, stuff, cache, now)
        first = flow.clock_of(sides, wish.as_of, now).as_of
        until = min(first, date.max - timedelta(days)) + timedelta(days)
        all_of_it = Audience.INTRANET if Audience.INTRANET in wish.wanted else Audience.PUBLIC
        checks = way(partial(trial.checked, site=all_of_it), first, until)
        shown = flow.with_problems(next(checks)[1], {site: proof[site] for site in wish.wanted})
        if any(problem.is_error for problem in shown.all_problems):
            return Ahead(shown, until)
        stops = _stops(checks, wish.wanted)
        lasts = {site: stops[site].day - ONE_DAY if site in stops else until for site in wish.wanted}
        found = {site: _next(trial, site, way, first, lasts[site]) for site in wish.wanted}
        stops |= {site: each for site, each in found.items() if isinstance(each, Stop)}
        if lacking := {site: stop.problems for site, stop in stops.items() if stop.day == first}:
            return Ahead(flow.with_problems(shown, lacking), until)
        return Ahead(shown, until, {site: each for site, each in found.items() if isinstance(each, Turn)}, stops)

    return consulted(wish.root / CACHE, stuff.program, look)


def _stops(checks: Iterable[tuple[date, Checked]], wanted: Collection[Audience]) -> dict[Audience, Stop]:
    """For each site the first of these days on which it is not sound, if there is one."""
    stops: dict[Audience, Stop] = {}
    for day, found in checks:
        for site in wanted:
            if site not in stops and not found.sound(site):
                told = found.all_problems if site is Audience.INTRANET else found.problems[site]
                stops[site] = Stop(day, tuple(problem for problem in told if problem.is_error))
        if len(stops) == len(wanted):
            break
    return stops


def _next(trial: Trial, site: Audience, way: Way, first: date, until: date) -> Turn | Stop | None:
    """What comes first: that the site is another one, or that a template of a page that comes is not there."""

    def look(day: date) -> tuple[Checked, Known | None]:
        return trial.made(trial.assembled(day, site), site)

    eve: Checked | None = None
    before: Known | None = None
    for day, (found, later) in way(look, first, until):
        if later is None:
            return Stop(day, tuple(each for each in found.all_problems if each.is_error))
        if eve and before and (files := tuple(differing(before, later, trial.cache.prose))):
            return Turn(day, files, *_content(eve, found, site))
        eve, before = found, before or later
    return None


def differing(old: Known, new: Known, html: Html) -> Iterator[str]:
    """The files that are not the same on both, in order; those whose fingerprints differ are made to see it."""
    (before, olds), (later, news) = old, new
    doubtful = {path for path in olds.keys() & news.keys() if olds[path] != news[path]}
    pairs = zip(clean(_only(before, doubtful), html), clean(_only(later, doubtful), html), strict=True)
    # of a page that cannot be printed nobody can say that it stays
    unlike = (one.path for one, other in pairs if one.data != other.data or one.misprint or other.misprint)
    yield from sorted({*(olds.keys() ^ news.keys()), *unlike})


def _only(site: Site, paths: Iterable[str]) -> Site:
    wanted = frozenset(paths)
    pages = tuple(page for page in site.pages if page.path in wanted)
    return replace(site, pages=pages, blobs=tuple(blob for blob in site.blobs if blob.path in wanted))


def _search(found: tuple[Group, ...], cache: Cache) -> tuple[Export, ...]:
    """The whole search index of a site as one file, made only where what it is made from is not the same."""

    def make() -> bytes:
        return b"\0".join(b"%s\0%s" % (each.path.encode(), each.make()) for each in search_exports(found, cache))

    return (Export(INDEX, of_value([group.seal for group in found]), make),)


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
