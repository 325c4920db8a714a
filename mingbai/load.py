"""From the project's folders to parsed sources, reading and parsing only what the cache cannot answer for."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct

from mingbai import boundary
from mingbai.boundary import Audience
from mingbai.build import picture
from mingbai.build.pool import ALONE, WORTH_A_POOL, Workers
from mingbai.cache import Cache, Remembered
from mingbai.corpus.gather import AnyEntry, File, Known
from mingbai.corpus.past import NOTHING, Past
from mingbai.problem import Place, Problem
from mingbai.process import meanwhile
from mingbai.records import stored
from mingbai.records.parse import FORBIDDEN_FILE, Parsed, forbidden_of, named, parse
from mingbai.source import naming, sighting
from mingbai.source.forbidden import Forbidden
from mingbai.source.sighting import Sighting
from mingbai.source.tree import Tree, read, unreadable

DRAFTS = "content/intranet/drafts/"
"""Drafts are nobody's yet: not checked, not shown, until they are moved to their place."""
CHUNK = 64
"""Files handed to a worker at a time."""
NOT_IN_ADDRESSES = '\\:*?"<>|#%'
"""What a file's name must not hold: it means something else in an address, or is refused by some systems."""


class Side(Struct, frozen=True):
    """One audience's sources: entries, attachments, the mistakes of single files, and every (kind, id) with a file.

    `sightings` are what was seen in them that may have to stay out, `past` what was committed before.
    """

    entries: tuple[AnyEntry, ...]
    files: Mapping[str, File]
    problems: tuple[Problem, ...]
    known: Known
    sightings: tuple[Sighting, ...] = ()
    past: Past = NOTHING


def load(
    root: Path, tree: Tree, audiences: Collection[Audience], cache: Cache, workers: Workers = ALONE
) -> dict[Audience, Side]:
    """The sources of the audiences; what the cache knows for certain is not read again, nor is anybody else's."""
    forbidden = forbidden_in(root, tree)
    known = cache.sources()
    before = known if cache.fact("forbidden") == repr(forbidden) else {}
    passed = (DRAFTS, *(boundary.folder(each) for each in Audience if each not in audiences))
    found = [path for path in tree.files if path.startswith("content/") and not path.startswith(passed)]
    content = [path for path in found if path.isprintable()]
    changed = [path for path in content if path not in before or before[path].stat != tree.files[path]]
    fresh, lost = _remembered(root, tree, changed, before, cache, workers, forbidden)
    content = [path for path in content if path not in lost]
    cache.remember_sources(fresh, known.keys() - set(content))
    cache.set_fact("forbidden", repr(forbidden))
    now = {path: fresh.get(path) or before[path] for path in content}
    problems = [
        *map(unreadable, sorted(lost)),
        *tree.problems,
        *(_unreadable(path) for path in found if not path.isprintable()),
    ]
    shares: dict[Audience | None, dict[str, Remembered]] = {}
    for path, remembered in now.items():
        shares.setdefault(boundary.of(path), {})[path] = remembered
    problems += map(_outside, shares.get(None, ()))
    seen = cache.sightings()
    return {audience: _side(audience, shares.get(audience, {}), problems, seen) for audience in Audience}


def forbidden_in(root: Path, tree: Tree) -> Forbidden:
    """The list of forbidden strings; empty where there is none, and where it is broken, which is told later."""
    if FORBIDDEN_FILE not in tree.files:
        return Forbidden()
    try:
        return forbidden_of(read(root, FORBIDDEN_FILE))
    except OSError:
        return Forbidden()


def _side(audience: Audience, now: Mapping[str, Remembered], odd: Iterable[Problem], seen: Mapping[str, str]) -> Side:
    """One audience's side; `odd` is what was found in the folders that nobody can use, `seen` what in which file."""
    entries: list[AnyEntry] = []
    files: dict[str, File] = {}
    problems = [problem for problem in odd if _owner(problem.place.path) is audience]
    known: set[tuple[str, str]] = set()
    attachments = f"{boundary.folder(audience)}files/"
    for path, remembered in now.items():
        parsed = stored.load(path, remembered.digest, remembered.parsed)
        problems += parsed.problems
        if path.startswith(attachments):
            files[path.removeprefix(attachments)] = File(path, remembered.stat.size, remembered.digest)
        elif parsed.entry:
            entries.append(parsed.entry)
            known.add((parsed.entry.record.kind, parsed.entry.id))
        elif name := named(path):
            known.add((name.kind.kind, name.id))
    sightings = tuple(each for path, found in seen.items() if path in now for each in sighting.load(found))
    return Side(tuple(entries), files, (*problems, *_alike(files)), known, sightings)


def _remembered(
    root: Path,
    tree: Tree,
    changed: list[str],
    before: Mapping[str, Remembered],
    cache: Cache,
    workers: Workers,
    forbidden: Forbidden,
) -> tuple[dict[str, Remembered], frozenset[str]]:
    """Read the changed files; parse and look at those whose bytes are new. Beside them, those that cannot be read."""
    lost: set[str] = set()
    fresh: dict[str, Remembered] = {}
    to_parse: list[tuple[str, bytes]] = []
    digests: dict[str, str] = {}
    seen: dict[str, tuple[Sighting, ...]] = {}
    for path in changed:
        try:
            raw = read(root, path)
        except OSError:
            lost.add(path)
            continue
        digests[path] = hashlib.sha256(raw).hexdigest()
        old = before.get(path)
        if old and old.digest == digests[path]:
            fresh[path] = Remembered(tree.files[path], digests[path], old.parsed)
        else:
            to_parse.append((path, raw))
    for path, parsed, html, sightings in _parsed(to_parse, workers, forbidden):
        fresh[path] = Remembered(tree.files[path], digests[path], parsed)
        cache.remember_prose(html)
        seen[path] = sightings
    cache.remember_sightings(seen, {path: sighting.dump(found) for path, found in seen.items() if found})
    return fresh, frozenset(lost)


Done = tuple[str, str, dict[str, str], tuple[Sighting, ...]]
"""Of one file: its path, what it parsed to as text, the HTML of its prose by digest, what was seen in it."""


def _parsed(files: list[tuple[str, bytes]], workers: Workers, forbidden: Forbidden) -> Iterator[Done]:
    """Where there are workers, which stay, a child that goes reads the attachments: what reads them is large."""
    work = partial(_parse_chunk, forbidden)
    if not workers.worth(len(files), WORTH_A_POOL):
        yield from chain.from_iterable(map(work, _chunks(files)))
        return
    apart = [file for file in files if _attachment(file[0])]
    with meanwhile(partial(work, apart)) as others:
        rest = [file for file in files if not _attachment(file[0])]
        yield from chain.from_iterable(workers.spread(work, _chunks(rest)))
        yield from others()


def _chunks(files: list[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    return (files[start : start + CHUNK] for start in range(0, len(files), CHUNK))


def _parse_chunk(forbidden: Forbidden, files: list[tuple[str, bytes]]) -> list[Done]:
    done: list[Done] = []
    for path, raw in files:
        if _attachment(path):
            told = stored.dump(Parsed(None, tuple(_unfit(path, raw))))
            done.append((path, told, {}, sighting.in_attachment(path, raw, forbidden)))
            continue
        parsed = parse(path, raw)
        body = parsed.entry.body if parsed.entry else None
        html = {body.digest: parsed.html} if body else {}
        done.append((path, stored.dump(parsed), html, sighting.in_record(path, raw, forbidden)))
    return done


def _attachment(path: str) -> bool:
    return boundary.of(path) is not None and boundary.below(path).startswith("files/")


def _owner(path: str) -> Audience:
    """Whose mistake a file is. What lies in neither folder is not for the public site to know; templates are."""
    content = path.startswith("content/")
    return boundary.of(path) or (Audience.INTRANET if content else Audience.PUBLIC)


def _unfit(path: str, raw: bytes) -> Iterator[Problem]:
    """What keeps an attachment from being published as it is."""
    signs = "".join(dict.fromkeys(sign for sign in path if sign in NOT_IN_ADDRESSES))
    if signs:
        message = f"附件的文件名里有 {signs}，做成网址会打不开"
        yield Problem(Place(path), "file/misplaced", message, "改个文件名，例如 申请表.docx，再改引用它的地方")
    if refused := naming.on_windows(path):
        yield refused
    if picture.is_picture(path) and not picture.opens(path, raw):
        message = "这张图片打不开：坏了，太大，或者不是图片"
        yield Problem(Place(path), "attachment/wrong-type", message, "用看图的程序打开，另存为 jpg 或 png，再放进来")


def _alike(files: Mapping[str, File]) -> Iterator[Problem]:
    """Attachments whose names differ by case only would be one file on many servers."""
    seen: dict[str, str] = {}
    for id, file in files.items():
        other = seen.setdefault(id.casefold(), id)
        if other != id:
            message = f"和 {other} 只差大小写，放到有些服务器上会变成同一个文件"
            yield Problem(Place(file.path), "file/misplaced", message, "改个文件名，再改引用它的地方")


def _unreadable(path: str) -> Problem:
    shown = "".join(letter if letter.isprintable() else "?" for letter in path)
    message = "文件名里有看不见或读不出来的字，多半是压缩包在别的电脑上打的"
    return Problem(Place(shown), "file/encoding", message, "改个文件名，只用看得见的字")


def _outside(path: str) -> Problem:
    return Problem(
        Place(path),
        "file/outside",
        "这个文件不在公众网的文件夹里，也不在内网的文件夹里",
        "公开的放进 content/public/，内部的放进 content/intranet/",
    )
