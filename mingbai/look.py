"""The first look: has anything changed since the last build? Answered without reading content or loading libraries.

Law: the stamp covers every file's stat below content/ and templates/, the program and its libraries, the day, what
was asked for, what is checked out where history counts, and the state of the output. A file touched within two seconds
before the last build is not trusted: an edit within one tick of the file system's clock leaves no trace in its stat.
What is remembered counts only if it is what was written, to the byte.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.json import encode

from mingbai import boundary, program
from mingbai.clock import SHANGHAI
from mingbai.digest import of_bytes
from mingbai.problem import Problem, dump, load
from mingbai.publish.stamp import stamp
from mingbai.source.checkout import heads
from mingbai.source.tree import Stat, Tree, read, scan

TICK = 2_000_000_000
"""Two seconds, in nanoseconds."""


class Remembered(Struct, frozen=True):
    """What the last build had to say: its warnings, and its summary."""

    problems: tuple[Problem, ...]
    summary: str


class Look(Struct, frozen=True, dict=True):
    """One question: would this build change anything? `tree` is what the disk said when it was asked."""

    root: Path
    out: Path
    sites: Sequence[str]
    as_of: date | None
    strict: str | None
    now: datetime
    tree: Tree

    def unchanged(self) -> Remembered | None:
        """What the last build said, if nothing it depended on has changed since; else `None`."""
        try:
            digest, _, said = self._file.read_text(encoding="utf-8").partition("\n")
            if digest != of_bytes(said.encode()):
                return None
            kept = json.loads(said)
            if not all(self._same(path, kept["digests"].get(path)) for path in self._young(kept["at"])):
                return None
            if kept["input"] != self._input or kept["output"] != [stamp(self.out, site) for site in self.sites]:
                return None
            return Remembered(load(kept["problems"]), kept["summary"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def remember(
        self, problems: Sequence[Problem], summary: str, digests: Mapping[str, str], stamps: Mapping[str, str]
    ) -> None:
        """Keep what a build that published everything it was asked for had to say, and when it began.

        `digests` are those of the sources it read that were too young to be trusted: they are kept as well.
        `stamps` are those of the sites it released, where they are known.
        """
        at = int(self.now.timestamp() * 1e9)
        kept = {
            "digests": {path: digests[path] for path in self._young(at) if path in digests},
            "input": self._input,
            "output": [stamps.get(site) or stamp(self.out, site) for site in self.sites],
            "at": at,
            "problems": dump(problems),
            "summary": summary,
        }
        with suppress(OSError):  # then the next build takes a closer look
            said = json.dumps(kept)
            self._file.unlink(missing_ok=True)  # it may be somebody else's
            self._file.write_text(f"{of_bytes(said.encode())}\n{said}", encoding="utf-8")

    def _young(self, at: int) -> Iterator[str]:
        """The files whose stat cannot be trusted, because they changed within a tick before a build began, or since."""
        since = at - TICK
        for files in (self.tree.files, self._shipped):
            for path, each in files.items():
                if each.mtime >= since or each.ctime >= since:
                    yield path

    def _same(self, path: str, digest: str | None) -> bool:
        """Whether a young file still says what the last build read."""
        return digest is not None and hashlib.sha256(read(self.root, path)).hexdigest() == digest

    @property
    def _file(self) -> Path:
        return self.root / ".mingbai" / "stamp.json"

    @cached_property
    def _input(self) -> str:
        asked = [list(self.sites), str(self.as_of), self.strict, str(self.now.astimezone(SHANGHAI).date())]
        found = hashlib.sha256(json.dumps(asked).encode())
        if boundary.Audience.INTRANET in self.sites:
            found.update(json.dumps(heads(self.root, [folder for folder, _ in boundary.FOLDERS])).encode())
        found.update(program.digest().encode())
        found.update(repr(self.tree.problems).encode())
        for files in (self.tree.files, self._shipped):
            found.update(os.fsencode("\0".join(files)))
            found.update(encode([*files.values()]))
        return found.hexdigest()

    @cached_property
    def _shipped(self) -> Mapping[str, Stat]:
        """The templates that come with the program, which lie outside the project."""
        folder = program.templates()
        return scan(folder.parent, folder.name).files
