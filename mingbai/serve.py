"""The preview: both sites built in memory, again and again, as the folders change.

Law: what is shown is what a clean build would write or, while there are mistakes, what the last good one did. The flow,
the rules and the scan are those of a build; a mistake in intranet content stops only the intranet.
A developer's mistake is kept as text and shown; the preview lives on, and the next save tries again.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from msgspec import Raw, Struct, field
from msgspec.structs import replace

from mingbai import flow, program
from mingbai.boundary import FOLDERS, Audience
from mingbai.build.before import Before
from mingbai.build.misprint import each_once
from mingbai.build.pool import working
from mingbai.build.site import Site, fingerprints, incremental, kept, reasons
from mingbai.cache import Cache
from mingbai.clock import SHANGHAI
from mingbai.digest import of_bytes
from mingbai.make import Means, Wish, checked, planned
from mingbai.materials import materials
from mingbai.problem import Problem, ordered
from mingbai.publish import manifest, preview_fault
from mingbai.publish.preview import Shown
from mingbai.publish.preview_host import Host
from mingbai.publish.preview_look import Seen, look
from mingbai.publish.preview_report import Report, Told
from mingbai.publish.preview_watch import Watch
from mingbai.records import stored
from mingbai.remembered import Remembered
from mingbai.source.tree import line

REST = 2.0
"""Seconds between two looks that no hint asked for."""
SHARE = 50
"""A look may take this part of the time between two of them, where there is much to look at."""


class Recall(Cache):
    """The cache of one preview: in memory, and the HTML of a text goes when no file holds the text any more."""

    def __init__(self) -> None:
        self._memory = sqlite3.connect(":memory:")
        super().__init__(self._memory, "")
        self._html: dict[str, bytes] = {}
        self._held: dict[str, str] = {}

    def close(self) -> None:
        """Forget everything."""
        self._memory.close()

    def prose(self, digests: Sequence[str]) -> dict[str, bytes]:
        """The HTML of some texts, by digest."""
        return {digest: self._html[digest] for digest in digests if digest in self._html}

    def remember_prose(self, html: Mapping[str, bytes]) -> None:
        """Keep the HTML of some texts."""
        self._html |= html

    def remember_sources(self, changed: Mapping[str, Remembered[Raw]], gone: Iterable[str]) -> None:
        """Add or replace what is known of some files, forget others with their texts."""
        without = tuple(gone)
        super().remember_sources(changed, without)
        for path in (*without, *changed):
            self._held.pop(path, None)
        for path, remembered in changed.items():
            entry = stored.load(path, remembered.digest, remembered.parsed).entry
            if entry and entry.body:
                self._held[path] = entry.body.digest
        self._html = {digest: self._html[digest] for digest in set(self._held.values()) & self._html.keys()}


class Standing(Struct, frozen=True):
    """One site of its last good build: its files with the manifest, and what is known of each artifact."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    before: Before = Before()
    made: int = 0
    gone: int = 0

    @property
    def version(self) -> str:
        """A digest of the whole site."""
        return of_bytes(self.files[manifest.NAME]) if self.files else ""


class Turn(Struct, frozen=True):
    """What one round found and made: the next one begins with it. `problems` and `faults` are those of each side."""

    seen: Seen
    standing: Mapping[Audience, Standing]
    problems: Mapping[Audience, tuple[Problem, ...]]
    faults: Mapping[Audience, str]
    seconds: float = 0.0

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem once, in order."""
        return ordered(problem for side in self.problems.values() for problem in side)

    def says_as(self, other: "Turn | None") -> bool:
        """Whether there is nothing to tell that the other one did not: the same files, sites, problems and faults."""
        if other is None or self.seen.found != other.seen.found:
            return False
        if (self.problems, self.faults) != (other.problems, other.faults):
            return False
        return {a: s.version for a, s in self.standing.items()} == {a: s.version for a, s in other.standing.items()}


def shipped(wish: Wish) -> Path | None:
    """The folder of the program's own templates, unless it is the project's."""
    folder = program.templates()
    return None if folder == wish.root / "templates" else folder


def turned(wish: Wish, cache: Cache, last: Turn | None, now: datetime) -> Turn:
    """One round: look, load, check, make what is stale. The look comes first, so a later change is seen next time."""
    with working(wish.jobs) as workers:
        return _turned(wish, Means(cache, workers), last, now)


def _turned(wish: Wish, means: Means, last: Turn | None, now: datetime) -> Turn:
    began = time.perf_counter()
    seen = _look(wish, now)
    standing = {audience: last.standing[audience] if last else Standing() for audience in wish.wanted}
    standing = {audience: replace(site, made=0, gone=0) for audience, site in standing.items()}
    problems: dict[Audience, tuple[Problem, ...]] = {}
    faults: dict[Audience, str] = {}
    if seen.fault:
        return Turn(seen, standing, problems, dict.fromkeys(wish.wanted, seen.fault), time.perf_counter() - began)
    try:
        stuff = replace(materials(wish.root), program="")
        found = checked(wish, seen.tree, stuff, means, now)
        problems = dict(found.problems)
        found, sites = flow.printable(found, planned(found, wish, stuff, means))
        problems = dict(found.problems)
    except Exception as error:
        fault = preview_fault.told(error)
        return Turn(seen, standing, problems, dict.fromkeys(wish.wanted, fault), time.perf_counter() - began)
    held = {sha: site.files[path] for site in standing.values() for path, sha in site.before.digests.items()}
    for audience, site in sites.items():
        try:
            standing[audience], scanned = _remade(site, standing[audience], means, held)
            problems[audience] = problems.get(audience, ()) + scanned
        except Exception as error:
            faults[audience] = preview_fault.told(error)
    if len(sites) == len(Audience):
        means.cache.forget_slots()
    return Turn(seen, standing, problems, faults, time.perf_counter() - began)


def _remade(site: Site, last: Standing, means: Means, held: dict[str, bytes]) -> tuple[Standing, tuple[Problem, ...]]:
    """The site as it is now, or as it was, with what the scan found; equal bytes are held once for both sites.

    What is kept is scanned again only when the site has other addresses than before: nothing else can break a link.
    """
    now = fingerprints(site)
    stale = tuple(reasons(now, last.before))
    digests = kept(now, stale, last.before)
    files = {path: last.files[path] for path in digests}
    misprints: list[Problem] = []
    doubtful = set(files) if now.keys() != last.before.digests.keys() else set()
    for artifact in incremental(site, stale, means.cache.prose, means.workers):
        path, digests[artifact.path] = artifact.path, artifact.digest
        files[path] = held.setdefault(artifact.digest, artifact.data)
        if artifact.misprint:
            misprints.append(artifact.misprint)
        elif not artifact.passed:
            doubtful.add(path)
    gate = site.gate()
    problems = [
        *each_once(misprints),
        *(problem for path in sorted(doubtful) for problem in gate.at(path, files[path])),
    ]
    if clash := manifest.clash(files):
        raise ValueError(f"the artifact {clash!r} has the name of another one, or of a folder")
    if problems:
        return last, tuple(problems)
    files[manifest.NAME] = manifest.encode({path: (len(files[path]), digest) for path, digest in digests.items()})
    return Standing(files, Before(now, digests), len(stale), len(last.before.digests.keys() - now.keys())), ()


def shown(turn: Turn, audience: Audience, root: Path) -> Shown:
    """What a site's browsers get to see: public pages never learn of a problem in intranet content."""
    sides = (Audience.PUBLIC,) if audience is Audience.PUBLIC else tuple(Audience)
    found = ordered(each_once(problem for side in sides for problem in turn.problems.get(side, ())))
    told = tuple(Told(p, None if p.is_private else line(root, p.place)) for p in found)
    report = Report(told, turn.faults.get(audience, ""))
    site = turn.standing[audience]
    return Shown.of(site.files, site.version or of_bytes(repr(report).encode()), report)


def serve(
    wish: Wish,
    hosts: Mapping[Audience, Host],
    poll: float | None,
    now: Callable[[], datetime],
    tell: Callable[[Turn, Turn | None], None],
) -> None:
    """Show the sites on their hosts, and rebuild them whenever something changes, until interrupted.

    The first build comes before any thread, so that its processes can be forked; later ones do without.
    """
    folders = [wish.root / "content", wish.root / "templates", shipped(wish) or wish.root / "templates"]
    with closing(Recall()) as cache:
        last, turn = None, turned(wish, cache, None, now())
        with Watch(dict.fromkeys(folders), poll) as watch:
            while True:
                if not turn.says_as(last):
                    for audience, host in hosts.items():
                        host.board.show(shown(turn, audience, wish.root))
                    tell(turn, last)
                if last is None:
                    for host in hosts.values():
                        host.start()
                last = turn
                turn = _next(replace(wish, jobs=1), cache, last, now, watch)


def _next(wish: Wish, cache: Cache, last: Turn, now: Callable[[], datetime], watch: Watch) -> Turn:
    """Wait until a look finds something else, and build that. What failed on shifting ground is tried again."""
    rest = REST
    while True:
        watch.renew()
        watch.wait(rest)
        began = time.perf_counter()
        seen = _look(wish, now())
        rest = max(REST, SHARE * (time.perf_counter() - began))
        if seen.found == last.seen.found and not last.seen.young:
            continue
        turn = turned(wish, cache, last, now())
        if not turn.faults or _look(wish, now()).found == turn.seen.found:
            return turn


def _look(wish: Wish, now: datetime) -> Seen:
    kept = [folder for folder, _ in FOLDERS] if wish.history and Audience.INTRANET in wish.wanted else []
    return look(wish.root, shipped(wish), now.astimezone(SHANGHAI).date(), kept)
