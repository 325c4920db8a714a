"""From the project's folders to parsed sources, reading and parsing only what the cache cannot answer for."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, filterfalse, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Raw, Struct
from msgspec.json import encode

from mingbai import boundary, unfit
from mingbai.boundary import Audience, is_attachment
from mingbai.build.pool import ALONE, WORTH_A_POOL, Workers
from mingbai.cache import Cache
from mingbai.corpus.gather import AnyEntry, File, Known
from mingbai.corpus.past import NOTHING, Past
from mingbai.problem import Problem
from mingbai.process import meanwhile
from mingbai.records import stored
from mingbai.records.named import named
from mingbai.records.parsed import Parsed
from mingbai.records.public.forbidden import FORBIDDEN_FILE, listed
from mingbai.records.stored import Written
from mingbai.records.torn import Torn
from mingbai.remembered import Remembered
from mingbai.source import seen
from mingbai.source.forbidden import Forbidden
from mingbai.source.seen import Sighting
from mingbai.source.tree import Stat, Tree, read, unreadable

if TYPE_CHECKING:
    from mingbai.parsing import Done, Read

DRAFTS = "content/intranet/drafts/"
"""Drafts are nobody's yet: not checked, not shown, until they are moved to their place."""
CHUNK = 64
"""Files handed to a worker at a time."""
FOLDERS = tuple(map(boundary.folder, Audience))


class Side(Struct, frozen=True):
    """One audience's sources: entries, attachments, the mistakes of single files, and every (kind, id) with a file.

    `sightings` are what was seen in them that may have to stay out, `past` what was committed before,
    `torn` the broken files as far as they go. `closed`: a folder could not be read, so nobody knows what is there.
    """

    entries: tuple[AnyEntry, ...]
    files: Mapping[str, File]
    problems: tuple[Problem, ...]
    known: Known
    sightings: tuple[Sighting, ...] = ()
    past: Past = NOTHING
    torn: tuple[Torn, ...] = ()
    closed: bool = False


class Source(Struct, frozen=True):
    """One file as it is now: the digest of its bytes, what it says, what was seen in it, as text."""

    digest: str
    parsed: Parsed
    seen: str = ""


LOST = Source("", Parsed(None, ()))
"""A file that is there and cannot be read."""


def load(
    root: Path, tree: Tree, audiences: Collection[Audience], cache: Cache, workers: Workers = ALONE
) -> dict[Audience, Side]:
    """The sources of the audiences; what the cache knows for certain is not read again, nor is anybody else's."""
    passed = (DRAFTS, *(boundary.folder(each) for each in Audience if each not in audiences))
    found = [path for path in tree.files if path.startswith("content/") and not path.startswith(passed)]
    content = {path: tree.files[path] for path in found if path.isprintable()}
    sources, stale = _unchanged(content, cache)
    helped = workers if sources or stale else ALONE  # the one that waits in a first build waits for something else
    forbidden = _forbidden(root, tree, sources, helped)
    if cache.fact("forbidden") != repr(forbidden):  # each file has to be looked through again
        sources, stale = {}, dict.fromkeys((*sources, *stale))
    changed = [path for path in content if path not in sources]
    fresh: dict[str, Remembered[Raw]] = {}
    for path, each in _anew(root, content, changed, stale, cache, workers, forbidden):
        fresh[path] = each
        sources[path] = Source(each.digest, stored.load(path, each.digest, each.parsed), each.seen)
    lost = dict.fromkeys(path for path in changed if path not in fresh)
    gone = stale.keys() - fresh.keys()
    cache.remember_sources(fresh, gone)
    cache.set_fact("forbidden", repr(forbidden))
    same = not gone and all(_same_for_rules(path, stale.get(path), each) for path, each in fresh.items())
    cache.settle(same=same, whole=not lost)
    odd = [
        *map(unreadable, lost),
        *tree.problems,
        *(unfit.nameless(path) for path in found if path not in content),
        *(unfit.outside(path) for path in content if not path.startswith(FOLDERS) and path not in lost),
    ]
    return {audience: _side(audience, content, sources, odd) for audience in Audience}


Stale = Mapping[str, Remembered[Written] | None]
"""What was known of files that changed or went; `None` where it is of no use, since all are to be looked through."""


def _unchanged(content: Mapping[str, Stat], cache: Cache) -> tuple[dict[str, Source], Stale]:
    """The files that are as they were; beside them, what is stale."""
    sources: dict[str, Source] = {}
    stale: dict[str, Remembered[Written]] = {}
    for some in cache.sources():
        for path, each in some.items():
            if content.get(path) == each.stat:
                sources[path] = Source(each.digest, stored.again(path, each.digest, each.parsed), each.seen)
            else:
                stale[path] = each
    return sources, stale


def _same_for_rules(path: str, old: Remembered[Written] | None, new: Remembered[Raw]) -> bool:
    """Whether a rule can see no difference between what was known of a file and what is now."""
    if old is None or old.seen != new.seen:
        return False
    return old.digest == new.digest or (not is_attachment(path) and stored.same_for_rules(old.parsed, new.parsed))


def _forbidden(root: Path, tree: Tree, unchanged: Mapping[str, Source], workers: Workers) -> Forbidden:
    """The list of forbidden strings; empty where there is none."""
    if FORBIDDEN_FILE not in tree.files:
        return Forbidden()
    if known := unchanged.get(FORBIDDEN_FILE):
        return listed(known.parsed.entry.record if known.parsed.entry else None)
    found: Forbidden = workers.aside(partial(_forbidden_in, root))()
    return found


def _forbidden_in(root: Path) -> Forbidden:
    from mingbai.parsing import forbidden_in

    return forbidden_in(root)


def _side(
    audience: Audience, content: Mapping[str, Stat], sources: Mapping[str, Source], odd: Iterable[Problem]
) -> Side:
    """One audience's side; `odd` is what was found in the folders that nobody can use."""
    folder = boundary.folder(audience)
    attachments = f"{folder}files/"
    there = [path for path in content if path.startswith(folder)]
    entries: list[AnyEntry] = []
    known: set[tuple[str, str]] = set()
    files: dict[str, File] = {}
    problems = [problem for problem in odd if _owner(problem.place.path) is audience]
    sightings: list[Sighting] = []
    torn: list[Torn] = []
    for path in there:  # also what cannot be read is there, and may be referred to
        source = sources.get(path, LOST)
        parsed = source.parsed
        if entry := parsed.entry:
            entries.append(entry)
            known.add((type(entry.record).kind, entry.id))
        elif path.startswith(attachments):
            files[path.removeprefix(attachments)] = File(path, content[path].size, source.digest)
        elif name := named(path):
            known.add((name.kind.kind, name.id))
        problems += parsed.problems
        sightings += seen.load(source.seen) if source.seen else ()
        torn += (parsed.torn,) if parsed.torn else ()
    problems += unfit.alike(files)
    unread = [problem.place.path for problem in problems if problem.code.startswith("folder/")]
    closed = any(path.startswith("content") for path in unread)
    return Side(tuple(entries), files, tuple(problems), known, tuple(sightings), torn=tuple(torn), closed=closed)


def _anew(
    root: Path,
    content: Mapping[str, Stat],
    changed: Sequence[str],
    before: Stale,
    cache: Cache,
    workers: Workers,
    forbidden: Forbidden,
) -> Iterator[tuple[str, Remembered[Raw]]]:
    """Read the changed files that can be read; parse and look at those whose bytes are new."""
    digests: dict[str, str] = {}
    same: list[tuple[str, Remembered[Raw]]] = []

    def new(paths: Iterable[str]) -> "Iterator[Read]":
        for path in paths:
            try:
                raw = read(root, path)
            except OSError:
                continue
            digests[path] = hashlib.sha256(raw).hexdigest()
            old = before.get(path)
            if old and old.digest == digests[path]:
                same.append((path, Remembered(content[path], old.digest, Raw(encode(old.parsed)), old.seen)))
            else:
                yield path, raw

    for path, parsed, html, sightings in _parsed(changed, new, workers, forbidden):
        cache.remember_prose(html)
        told = seen.dump(sightings) if sightings else ""
        yield path, Remembered(content[path], digests[path], Raw(parsed), told)
    yield from same


def _parsed(
    paths: Sequence[str],
    new: "Callable[[Iterable[str]], Iterator[Read]]",
    workers: Workers,
    forbidden: Forbidden,
) -> "Iterator[Done]":
    """Where there are workers, which stay, a child that goes reads the attachments: what reads them is large.

    What an edit changes is parsed aside, so that this process need not learn how.
    """
    work = partial(_parse_all, forbidden)
    if not workers.worth(len(paths), WORTH_A_POOL):
        for some in _chunks(new(paths)):
            told = workers.aside(partial(work, some))
            import mingbai.rules.table  # noqa: F401 - rules are what comes next, and there is time until the answer

            yield from told()
        return
    with meanwhile(partial(work, list(new(filter(is_attachment, paths))))) as others:
        yield from chain.from_iterable(workers.spread(work, _chunks(new(filterfalse(is_attachment, paths)))))
        yield from others()


def _chunks(files: "Iterator[Read]") -> "Iterator[list[Read]]":
    while some := list(islice(files, CHUNK)):
        yield some


def _parse_all(forbidden: Forbidden, files: "list[Read]") -> "list[Done]":
    from mingbai.parsing import parse_all  # who only asks does not import what it takes

    return parse_all(forbidden, files)


def _owner(path: str) -> Audience:
    """Whose mistake a file is. What lies in neither folder is not for the public site to know; templates are."""
    inner = f"{path}/".startswith(("content/", "templates/intranet/"))
    return boundary.of(f"{path}/") or (Audience.INTRANET if inner else Audience.PUBLIC)
