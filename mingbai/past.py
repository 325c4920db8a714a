"""From git to what was committed before, asking git only where something was committed since the last build.

Law: which commit is checked out says all of its past, so what is known of that commit holds for good. Where nobody can
say what was there before, that is said, once for each reason: what is not checked must not look as if it were right.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from mingbai import boundary
from mingbai.build.pool import ALONE, WORTH_A_POOL, Workers
from mingbai.cache import Cache, Kept
from mingbai.corpus.past import Former, Past
from mingbai.problem import Place, Problem, Severity
from mingbai.records import stored
from mingbai.records.intranet.appraisal import Appraisal
from mingbai.records.intranet.complaint import Complaint
from mingbai.records.intranet.conduct import Conduct
from mingbai.records.intranet.document import InternalDocument
from mingbai.records.intranet.finding import Finding
from mingbai.records.intranet.plan import Plan
from mingbai.records.named import FOLDERS, named
from mingbai.records.parsed import Parsed
from mingbai.records.public.document import Document
from mingbai.renamed import renamed
from mingbai.source.checkout import heads, homes
from mingbai.source.history import Gap, history, texts
from mingbai.source.tree import Tree

REMEMBERED = (Document, Finding, Complaint, Appraisal, Plan, Conduct, InternalDocument)
"""The kinds whose past says what may be written now: they have a log, or a number given for good."""
WHERE = tuple(
    f"{folder}{kind.pattern.split('*')[0]}" for folder, kinds in FOLDERS.items() for kind in kinds if kind in REMEMBERED
)
"""Where their files lie."""
CHUNK = 64
"""Versions handed to a worker at a time."""
WHY = {
    Gap.NO_GIT: ("这台机器上没有 git", "装上 git，例如 apt install git"),
    Gap.NO_REPOSITORY: (
        "内容不在 git 库里",
        "把内容放进 git 库：git init，git add，git commit；已有的库用 git clone 领",
    ),
    Gap.NOT_OURS: (
        "git 库是别的用户的，git 不让读",
        "把文件夹改成运行程序的用户的；或者用这个用户运行 git config --global --add safe.directory 加上库的文件夹",
    ),
    Gap.SHALLOW: ("git 库只领了最近几次提交", "领全以前的：git fetch --unshallow；以后 git clone 不加 --depth"),
    Gap.NOT_COMMITTED: ("内容一次也没有提交过", "git add content，git commit；以后每次改完都提交"),
    Gap.UNREADABLE: ("git 库读不出来", "在内容的文件夹里运行 git fsck，看看库坏在哪里；坏了就从备份重新 git clone"),
}
"""Why nothing can be compared, and what to do."""


class Recalled(Struct, frozen=True):
    """What was committed before, and what of it nobody can say."""

    past: Past
    problems: tuple[Problem, ...]


def recalled(root: Path, tree: Tree, cache: Cache, workers: Workers = ALONE) -> Recalled:
    """What git keeps of the kinds above, from the cache where the same commits are checked out as at the last build."""
    names = renamed(root, tree, cache)
    now = heads(root, WHERE)
    if all(now.values()) and cache.fact("heads") == json.dumps(now):
        return Recalled(Past(Versions(cache.versions()), names, cache.committed()), ())
    known = {(kept.path, kept.blob): kept.parsed for kept in cache.versions()}
    rows: list[Kept] = []
    gaps: dict[Gap, list[str]] = {}
    for home, folders in homes(root, WHERE).items():
        found = history(root, home, folders)
        if found.gap:
            if found.gap is not Gap.NOT_COMMITTED or any(path.startswith(folders) for path in tree.files):
                gaps.setdefault(found.gap, []).append(home)
            continue
        versions = [each for of_one in found.versions.values() for each in of_one if named(each.path)]
        fresh = {(each.path, each.blob) for each in versions} - known.keys()
        said = texts(root, home, sorted({blob for _, blob in fresh}))
        known |= _parsed(((path, blob, said[blob]) for path, blob in sorted(fresh) if blob in said), workers)
        rows += [
            Kept(each.path, number, each.blob, each.commit, str(each.day), home, known.get((each.path, each.blob), ""))
            for number, each in enumerate(versions)
        ]
    cache.remember_versions(rows)
    cache.set_fact("heads", "" if gaps else json.dumps(now))
    past = Past(Versions(rows), names, cache.committed())
    return Recalled(past, tuple(_unchecked(gap, where) for gap, where in sorted(gaps.items())))


class Versions(Mapping[str, tuple[Former, ...]]):
    """Committed versions, made records of when somebody asks: the rules do, in a process that no page waits for."""

    def __init__(self, rows: Iterable[Kept]) -> None:
        self._rows = tuple(rows)

    def __getitem__(self, path: str) -> tuple[Former, ...]:
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)

    @cached_property
    def _read(self) -> dict[str, tuple[Former, ...]]:
        versions: dict[str, list[Former]] = {}
        for row in self._rows:
            entry = stored.load(row.path, row.blob, row.parsed).entry if row.parsed else None
            if entry:
                former = Former(entry, row.commit, date.fromisoformat(row.day), row.home)
                versions.setdefault(row.path, []).append(former)
        return {path: tuple(found) for path, found in versions.items()}


Said = tuple[str, str, bytes]
"""A version: its path, git's name for it, its bytes."""


def _parsed(said: Iterable[Said], workers: Workers) -> dict[tuple[str, str], str]:
    every = list(said)
    chunks: Iterator[list[Said]] = (every[start : start + CHUNK] for start in range(0, len(every), CHUNK))
    spread = workers.worth(len(every), WORTH_A_POOL)
    done = workers.spread(_parse_chunk, chunks) if spread else map(_parse_chunk, chunks)
    return {pair: parsed for some in done for pair, parsed in some.items()}


def _parse_chunk(some: list[Said]) -> dict[tuple[str, str], str]:
    from mingbai.records.parse import parse  # most builds have nothing to parse here

    bare = {(path, blob): Parsed(parse(path, raw, prose=False).entry, ()) for path, blob, raw in some}
    return {pair: stored.dump(parsed).decode() for pair, parsed in bare.items()}


def _unchecked(gap: Gap, where: list[str]) -> Problem:
    """A check that was passed over names itself."""
    home, *more = where
    why, todo = WHY[gap]
    return Problem(
        Place("content" if more or not boundary.of(home) else home.rstrip("/")),
        "history/unchecked",
        f"未检查：{why}，办理记录有没有被改写、用过的号有没有再用、改了文件名的留没留旧地址，没有查",
        todo,
        Severity.WARNING,
    )
