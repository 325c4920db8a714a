"""From the project's folders to parsed sources, reading and parsing only what the cache cannot answer for."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mingbai import boundary
from mingbai.boundary import Audience
from mingbai.build.pool import WORTH_A_POOL, spread
from mingbai.cache import Cache, Remembered
from mingbai.corpus.gather import AnyEntry, File
from mingbai.problem import Place, Problem
from mingbai.records import stored
from mingbai.records.parse import named, parse
from mingbai.source.tree import Tree, read

CHUNK = 64
"""Files handed to a worker at a time."""


@dataclass(frozen=True)
class Side:
    """One audience's sources: entries, attachments, the mistakes of single files, and every (kind, id) with a file."""

    entries: tuple[AnyEntry, ...]
    files: Mapping[str, File]
    problems: tuple[Problem, ...]
    known: Collection[tuple[str, str]]


def load(root: Path, tree: Tree, audiences: Collection[Audience], cache: Cache, jobs: int) -> dict[Audience, Side]:
    """The sources of the audiences; what the cache knows for certain is not read again, nor is anybody else's."""
    before = cache.sources()
    content = [path for path in tree.files if path.startswith("content/") and _wanted(path, audiences)]
    changed = [path for path in content if path not in before or before[path].stat != tree.files[path]]
    fresh = _remembered(root, tree, changed, before, cache, jobs)
    cache.remember_sources(fresh, before.keys() - set(content))
    now = {path: fresh.get(path) or before[path] for path in content}
    outside = tuple(_outside(path) for path in content if boundary.of(path) is None)
    sides = {audience: _side(audience, now, tree) for audience in Audience}
    public = sides[Audience.PUBLIC]
    sides[Audience.PUBLIC] = Side(public.entries, public.files, public.problems + outside, public.known)
    return sides


def _side(audience: Audience, now: Mapping[str, Remembered], tree: Tree) -> Side:
    entries: list[AnyEntry] = []
    files: dict[str, File] = {}
    problems = [problem for problem in tree.problems if boundary.of(problem.place.path) in (audience, None)]
    known: set[tuple[str, str]] = set()
    for path, remembered in now.items():
        if boundary.of(path) is not audience:
            continue
        if _attachment(path):
            files[boundary.below(path).removeprefix("files/")] = File(path, remembered.stat.size, remembered.digest)
            continue
        parsed = stored.load(path, remembered.parsed)
        problems += parsed.problems
        if parsed.entry:
            entries.append(parsed.entry)
            known.add((parsed.entry.record.kind, parsed.entry.id))
        elif name := named(path):
            known.add((name.kind.kind, name.id))
    return Side(tuple(entries), files, tuple(problems), known)


def _remembered(
    root: Path, tree: Tree, changed: list[str], before: Mapping[str, Remembered], cache: Cache, jobs: int
) -> dict[str, Remembered]:
    """Read the changed files; parse those whose bytes are new."""
    fresh: dict[str, Remembered] = {}
    to_parse: list[tuple[str, bytes]] = []
    digests: dict[str, str] = {}
    for path in changed:
        raw = read(root, path)
        digests[path] = hashlib.sha256(raw).hexdigest()
        old = before.get(path)
        if _attachment(path) or (old and old.digest == digests[path]):
            fresh[path] = Remembered(tree.files[path], digests[path], old.parsed if old else "")
        else:
            to_parse.append((path, raw))
    prose: dict[str, str] = {}
    for path, parsed, html in _parsed(to_parse, jobs):
        fresh[path] = Remembered(tree.files[path], digests[path], parsed)
        prose |= html
    cache.remember_prose(prose)
    return fresh


def _parsed(files: list[tuple[str, bytes]], jobs: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    chunks = (files[start : start + CHUNK] for start in range(0, len(files), CHUNK))
    pooled = jobs > 1 and len(files) >= WORTH_A_POOL
    for done in spread(_parse_chunk, chunks, jobs) if pooled else map(_parse_chunk, chunks):
        yield from done


def _parse_chunk(files: list[tuple[str, bytes]]) -> list[tuple[str, str, dict[str, str]]]:
    done = []
    for path, raw in files:
        parsed = parse(path, raw)
        body = parsed.entry.body if parsed.entry else None
        done.append((path, stored.dump(parsed), {body.digest: parsed.html} if body else {}))
    return done


def _attachment(path: str) -> bool:
    return boundary.of(path) is not None and boundary.below(path).startswith("files/")


def _wanted(path: str, audiences: Collection[Audience]) -> bool:
    """Drafts are nobody's yet: not checked, not shown, until they are moved to their place."""
    audience = boundary.of(path)
    return (audience is None or audience in audiences) and not path.startswith("content/intranet/drafts/")


def _outside(path: str) -> Problem:
    return Problem(
        Place(path),
        "file/outside",
        "这个文件不在公众网的文件夹里，也不在内网的文件夹里",
        "公开的放进 content/public/，内部的放进 content/intranet/",
    )
