"""The golden bureau: a small bureau with every kind of record and no mistake, and ways to change and check it.

Its files lie in `tests/golden/`; the sample bureau in `content/` is larger and may change, this one is for tests.
"""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from mingbai import boundary, flow
from mingbai.boundary import Audience
from mingbai.clock import Clock
from mingbai.corpus.gather import AnyEntry, File
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.corpus.past import NOTHING, Former, Past
from mingbai.corpus.public import PublicCorpus
from mingbai.load import Side
from mingbai.problem import Problem
from mingbai.records.named import named
from mingbai.records.parse import forbidden_of, parse
from mingbai.records.public.forbidden import FORBIDDEN_FILE
from mingbai.records.torn import Torn
from mingbai.source import sighting
from mingbai.source.alike import pairs
from mingbai.source.history import Rename
from mingbai.source.seen import Sighting
from tests import ROOT

GOLDEN = Path(__file__).with_name("golden")
CLOCK = Clock(date(2026, 12, 28), date(2026, 12, 28))
PUBLIC = "content/public/"
INTRANET = "content/intranet/"
ASSETS = {path.name: f"/{path.name}" for path in sorted((ROOT / "templates" / "assets").iterdir())}
"""Every script and style, at an address as plain as its name."""

kept = lru_cache(maxsize=4096)
read = kept(parse)
seen_in_record = kept(sighting.in_record)
seen_in_attachment = kept(sighting.in_attachment)
"""Pure functions of a file: most files are the same in all tests, and a PDF takes long to be looked through.

Those that were not asked for lately are forgotten: property tests make thousands."""


def content() -> dict[str, str]:
    """The golden bureau as text files, by path below the project's root."""
    paths = sorted(path for path in (GOLDEN / "content").rglob("*") if path.is_file())
    return {path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def raw(files: Mapping[str, str]) -> dict[str, bytes]:
    """Text files as the bytes that lie on disk."""
    return {path: text.encode() for path, text in files.items()}


def changed(path: str, old: str, new: str, files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The golden bureau, or `files`, with one spot of one file rewritten; `path` is below `content/`."""
    files = content() if files is None else files
    path = f"content/{path}"
    assert files[path].count(old) == 1, f"{old!r} stands {files[path].count(old)} times in {path}"
    return {**files, path: files[path].replace(old, new)}


def without(path: str, files: Mapping[str, str] | None = None) -> dict[str, str]:
    """The golden bureau, or `files`, without one file; `path` is below `content/`."""
    files = content() if files is None else files
    return {other: text for other, text in files.items() if other != f"content/{path}"}


def public_only(files: Mapping[str, str]) -> dict[str, str]:
    """What lies under `content/public/`."""
    return {path: text for path, text in files.items() if path.startswith(PUBLIC)}


def checked(files: Mapping[str, bytes], clock: Clock = CLOCK, past: Past = NOTHING) -> flow.Checked:
    """What checking those files finds: both corpora and all problems, without a disk."""
    sides = {audience: _side(audience, files) for audience in Audience}
    return flow.check({**sides, Audience.INTRANET: replace(sides[Audience.INTRANET], past=past)}, clock)


def problems_of(files: Mapping[str, bytes], clock: Clock = CLOCK, past: Past = NOTHING) -> tuple[Problem, ...]:
    """Every problem in those files, in the order in which they are printed."""
    return checked(files, clock, past).all_problems


def committed(*versions: Mapping[str, bytes], home: str = "") -> Past:
    """These versions of the files, committed one day after the other, the last yesterday."""
    found: dict[str, list[Former]] = {}
    for number, files in enumerate(versions):
        day = CLOCK.today - timedelta(len(versions) - number)
        for path, data in files.items():
            if (entry := read(path, data, prose=False).entry) and (
                not found.get(path) or entry.seal != found[path][-1].entry.seal
            ):
                found.setdefault(path, []).append(Former(entry, f"{number + 1:x}" * 40, day, home))
    return Past({path: tuple(formers) for path, formers in found.items()})


def renamed(before: Mapping[str, bytes], now: Mapping[str, bytes], day: date | None = None) -> Past:
    """These files, committed yesterday; those of them that have another name now were renamed on `day`."""
    gone = {path: data for path, data in before.items() if path not in now}
    came = {path: data for path, data in now.items() if path not in before}
    steps = {new: (Rename(old, new, day),) for old, new in pairs(gone, came).items()}
    return replace(committed(before), renamed=steps)


def public_corpus(files: Mapping[str, str] | None = None, clock: Clock = CLOCK) -> PublicCorpus:
    """The public corpus of the golden bureau, or of `files`."""
    found = checked(raw(content() if files is None else files), clock).public
    assert found
    return found


def intranet_corpus(files: Mapping[str, str] | None = None, clock: Clock = CLOCK) -> IntranetCorpus:
    """The intranet's corpus of the golden bureau, or of `files`."""
    found = checked(raw(content() if files is None else files), clock).intranet
    assert found
    return found


def _side(audience: Audience, files: Mapping[str, bytes]) -> Side:
    entries: list[AnyEntry] = []
    attachments: dict[str, File] = {}
    problems: list[Problem] = []
    known: set[tuple[str, str]] = set()
    seen: list[Sighting] = []
    torn: list[Torn] = []
    forbidden = forbidden_of(files.get(FORBIDDEN_FILE, b""))
    for path, data in files.items():
        if boundary.of(path) is not audience:
            continue
        if boundary.below(path).startswith("files/"):
            digest = hashlib.sha256(data).hexdigest()
            seen += seen_in_attachment(path, data, forbidden)
            attachments[boundary.below(path).removeprefix("files/")] = File(path, len(data), digest)
            continue
        parsed = read(path, data)
        seen += seen_in_record(path, data, forbidden)
        problems += parsed.problems
        if parsed.entry:
            entries.append(parsed.entry)
        if parsed.torn:
            torn.append(parsed.torn)
        if name := named(path):
            known.add((name.kind.kind, name.id))
    return Side(tuple(entries), attachments, tuple(problems), known, tuple(seen), torn=tuple(torn))
