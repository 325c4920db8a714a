"""One build from end to end: look, load, check, make what is stale, publish each site that has no errors.

Law: with an error on a site's side, that site stays as it was. The two sites switch one after the other.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mingbai import flow, program
from mingbai.attendant import Aside, at_once
from mingbai.boundary import Audience
from mingbai.build.artifact import Made
from mingbai.build.before import Before, Known
from mingbai.build.fingerprint import Parts
from mingbai.build.misprint import each_once
from mingbai.build.pool import ALONE, Workers, working
from mingbai.build.site import Reason, Site, fingerprints, incremental, kept, reasons
from mingbai.cache import TICK, Cache
from mingbai.cache_file import consulted, forget, opened
from mingbai.damage import mended
from mingbai.flow import Checked, Memory, Told
from mingbai.load import Side, load
from mingbai.materials import Materials, materials
from mingbai.past import recalled
from mingbai.problem import Problem, ordered
from mingbai.proofread import proofread, remember, went
from mingbai.publish import trees, writer
from mingbai.publish.disk import Disk
from mingbai.publish.lock import lock
from mingbai.publish.scout import Look
from mingbai.publish.second import Yielding
from mingbai.publish.trees import Ground
from mingbai.publish.writer import Released
from mingbai.reusing import exported, reused
from mingbai.searching import begun
from mingbai.source.tree import Tree
from mingbai.told import ruled

CACHE = ".mingbai"


class Wish(Struct, frozen=True):
    """What a build is asked for: the project's folder, where the sites go, which ones, which day, how.

    `strict` takes warnings for mistakes, `production` all that is made up. `history` compares with what git keeps.
    """

    root: Path
    out: Path
    wanted: tuple[Audience, ...] = tuple(Audience)
    as_of: date | None = None
    clean: bool = False
    strict: bool = False
    production: bool = False
    history: bool = False
    jobs: int = 1

    @property
    def read(self) -> tuple[Audience, ...]:
        """Whose sources are read: the public site is made from its own, the intranet from both."""
        return (Audience.PUBLIC,) if self.wanted == (Audience.PUBLIC,) else tuple(Audience)


class Means(Struct, frozen=True):
    """What a build works with: what the last one knew, the processes that share the work."""

    cache: Cache
    workers: Workers = ALONE


class Outcome(Struct, frozen=True):
    """What came of a build: every problem, each site's release, why each was made, the young sources' digests.

    `checked` is what it was made from, `sites` are what was published as far as it was sound.
    """

    problems: tuple[Problem, ...]
    released: tuple[Released, ...]
    reasons: tuple[tuple[Audience, Reason], ...]
    digests: Mapping[str, str]
    checked: Checked
    sites: Mapping[Audience, Site]


Progress = Callable[[str, int], Callable[[], None]]
"""Called with a site's name and how many of its artifacts are to be made; what it returns is called after each one."""


def assembled(wish: Wish, sides: Mapping[Audience, Side], means: Means, now: datetime) -> Checked:
    """Assemble all content that was loaded, as far as it is wanted; the public side always."""
    means.cache.commit()
    found = flow.assembled(sides, flow.clock_of(sides, wish.as_of, now))
    return found if Audience.INTRANET in wish.read else flow.only_public(found)


def loaded(wish: Wish, tree: Tree, means: Means) -> dict[Audience, Side]:
    """The sources of the audiences wanted, with what was committed before; public ones always."""
    sides = load(wish.root, tree, wish.read, means.cache, means.workers)
    if wish.history and Audience.INTRANET in wish.read:  # which may know what was committed of either side
        found, side = recalled(wish.root, tree, means.cache, means.workers), sides[Audience.INTRANET]
        sides[Audience.INTRANET] = replace(side, past=found.past, problems=side.problems + found.problems)
    return sides


def judged(wish: Wish, found: Checked, told: Told) -> Checked:
    """What was assembled, with what the rules found."""
    found = flow.with_problems(found, told)
    if wish.production and found.public:
        from mingbai.rules.production import fit_for_production  # most builds do not ask

        found = flow.with_problems(found, {Audience.PUBLIC: fit_for_production(found.public)})
    return flow.strict(found) if wish.strict else found


def checked(wish: Wish, tree: Tree, stuff: Materials | None, means: Means, now: datetime) -> Checked:
    """Load and check all content of the audiences wanted, and the templates, if these matter."""
    sides = loaded(wish, tree, means)
    found = assembled(wish, sides, means, now)
    proof = proofread(stuff, flow.exits_of(sides), means.cache, means.workers)() if stuff else {}
    return judged(wish, flow.with_problems(found, proof), flow.ruled(found))


def check_only(wish: Wish, tree: Tree, now: datetime, stuff: Materials | None = None) -> Checked:
    """Name every mistake in the content, and in the templates, if these matter; write nothing."""

    def check(cache: Cache) -> Checked:
        with working(wish.jobs) as workers:
            means = Means(cache, workers)
            found = checked(wish, tree, stuff, means, now)
            lost = went(stuff, cache) if stuff else {}
            if not stuff or not any(lost.values()):
                return found
            sites = planned(found, wish, stuff, means)  # with the last record of a kind its template may go as well
            found, _ = flow.printable(found, sites)
            return flow.with_problems(found, {side: lost[side] for side in lost.keys() - sites.keys()})

    return consulted(wish.root / CACHE, program.digest(), check)


def make(wish: Wish, tree: Tree, now: datetime, progress: Progress) -> Outcome:
    """Build and publish the sites wanted that have no errors, holding the output alone."""
    with lock(wish.out):
        return make_locked(wish, tree, now, progress, partial(trees.survey, wish.out))


def make_locked(
    wish: Wish, tree: Tree, now: datetime, progress: Progress, look: Look, aside: Aside[Any] = at_once
) -> Outcome:
    """The same for whoever holds the lock; `tree` is what the disk says now, `look` what there is of each site.

    What a child can do `aside` is given to it.

    A cache that turns out to be damaged half-way is thrown away, and everything is done again without it.
    """
    make = partial(_make, wish, tree, now, progress, aside)
    again = partial(make, partial(trees.survey, wish.out))
    return mended(partial(make, look), partial(forget, wish.root / CACHE), again)


def _make(wish: Wish, tree: Tree, now: datetime, progress: Progress, aside: Aside[Any], look: Look) -> Outcome:
    stuff = materials(wish.root)
    kept = None if wish.clean else wish.root / CACHE
    with opened(kept, stuff.program) as cache, working(wish.jobs, aside) as workers:
        means = Means(cache, workers)
        sides = loaded(wish, tree, means)
        proof = proofread(stuff, flow.exits_of(sides), cache, workers)
        found = assembled(wish, sides, means, now)
        found, sites = _ahead(found, wish, stuff, means, proof)
        problems = list(found.all_problems)
        released: list[Released] = []
        why: list[tuple[Audience, Reason]] = []
        disk = Yielding(Disk())
        for work in [_begun(wish, audience, site, means, look(audience)) for audience, site in sites.items()]:
            done = _release(work, means, progress, disk)
            released.append(done)
            problems += done.problems
            why += [(work.audience, reason) for reason in work.stale]
        if len(released) == len(Audience):  # the intranet asks for everything the public site does
            cache.forget_slots()
            remember({page.template for page in sites[Audience.INTRANET].pages}, cache)
        young = cache.digests(int(now.timestamp() * 1e9) - TICK)
        return Outcome(ordered(each_once(problems)), tuple(released), tuple(why), young, found, sites)


def _ahead(
    found: Checked, wish: Wish, stuff: Materials, means: Means, proof: Callable[[], Told]
) -> tuple[Checked, Mapping[Audience, Site]]:
    """Check what was assembled; meanwhile put the sites together as if there were no error, and keep those without.

    Pages rely on what rules have established. So what goes wrong in haste is forgotten, and comes again at leisure
    where the rules find nothing.
    """
    with ruled(found, means.cache) as rules:
        try:
            hoped = planned(found, wish, stuff, means)
        except Exception:
            hoped = None
            means.workers.forget()
        found = judged(wish, flow.with_problems(found, proof()), rules())
    if hoped is None:
        return flow.printable(found, planned(found, wish, stuff, means))
    return flow.printable(found, {audience: site for audience, site in hoped.items() if found.sound(audience)})


def planned(found: Checked, wish: Wish, stuff: Materials, means: Means) -> dict[Audience, Site]:
    """The sites to be, with what the cache remembers."""
    search = partial(begun, cache=means.cache, workers=means.workers)
    memory = Memory(means.cache.prose, search, partial(reused, means.cache), partial(exported, means.cache))
    return flow.sites(found, wish.wanted, stuff, wish.root, memory)


class _Work(Struct, frozen=True):
    """What there is to do for one site: what it will be known by, what was known, what is stale; that being made."""

    audience: Audience
    site: Site
    ground: Ground
    now: Mapping[str, Parts]
    last: Before
    before: Before
    stale: tuple[Reason, ...]
    made: Iterator[Made]


def _begun(wish: Wish, audience: Audience, site: Site, means: Means, ground: Ground) -> _Work:
    """Begin to make what is stale of one site, or all of it for a clean build.

    All sites are begun before the first is released, so that workers need not wait while it is put in its place. What
    goes wrong in the program while pages of one are begun stops the other as well, before anything is published.
    """
    now = fingerprints(site)
    last = Before() if wish.clean else means.cache.pages(audience)
    before = last.there(ground.sound)
    stale = tuple(reasons(now, before, ground.named))
    made = incremental(site, stale, means.cache.prose, means.workers)
    return _Work(audience, site, ground, now, last, before, stale, made)


def _release(work: _Work, means: Means, progress: Progress, disk: Yielding) -> Released:
    """Bring one site up to date.

    What is told counts the files that visitors find changed or gone, not those that the spare tree lacked.
    """
    now, ground = work.now, work.ground
    why = {reason.path: reason.sentences for reason in work.stale}
    made: dict[str, Known] = {}
    told = progress(work.audience, len(work.stale))

    def watched() -> Iterator[Made]:
        for artifact in work.made:
            made[artifact.path] = Known(now[artifact.path], artifact.digest, why[artifact.path])
            told()
            yield artifact

    stay = kept(now, work.stale, work.before)
    released = writer.release(ground, watched(), stay, scan=work.site.gate().at, disk=disk)
    released = replace(released, problems=each_once(released.problems))
    if not released.problems:
        means.cache.remember_pages(work.audience, made, work.last.digests.keys() - now.keys())
    changed = sum(ground.named.get(path) != new.digest for path, new in made.items())
    gone = len(ground.named.keys() - now.keys())
    return replace(released, written=changed, removed=gone, before=len(ground.named))
