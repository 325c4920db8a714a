"""What was committed before, as records: what logs, numbers and names of today are compared with.

Law: the past is for rules; no page shows it. It says nothing about the day that is shown, only about what was written.
"""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from mingbai.corpus.gather import AnyEntry
from mingbai.records.named import named
from mingbai.source.history import Rename


class Former(Struct, frozen=True):
    """A record as a commit has it; `home` is the folder of its repository below the project's root, `/` at its end."""

    entry: AnyEntry
    commit: str
    day: date
    home: str = ""

    @property
    def way_back(self) -> str:
        """The command that puts the file back as it was."""
        there = f"-C {self.home.rstrip('/')} " if self.home else ""
        return f"git {there}checkout {self.commit[:10]} -- {self.entry.path.removeprefix(self.home)}"


class Past(Struct, frozen=True):
    """The committed versions of each file that can be read, the oldest first, by path; also of files that are gone.

    `renamed` says what files that are there were called before; the `seal` is what the versions are known by.
    """

    versions: Mapping[str, tuple[Former, ...]] = field(default_factory=dict)
    renamed: Mapping[str, tuple[Rename, ...]] = field(default_factory=dict)
    seal: tuple[str | None, ...] = ()

    def now(self, kind: str, id: str) -> str | None:
        """The id of a record whose file had another name before, by its kind and the id it had."""
        for path, steps in self.renamed.items():
            new = named(path)
            for old in (named(step.old) for step in steps):
                if new and old and (old.kind.kind, old.id, new.kind) == (kind, id, old.kind):
                    return new.id
        return None

    def paths_now(self, folder: str) -> dict[str, str]:
        """The path that files below a folder have now, by each that they had there before."""
        return {
            step.old: path
            for path, steps in self.renamed.items()
            for step in steps
            if path.startswith(folder) and step.old.startswith(folder)
        }

    def since(self, day: date | None) -> "Past":
        """What stood on the eve of `day`, and what was committed or renamed from then on; all of it for `None`."""
        if day is None:
            return self
        return Past(
            {path: _since(formers, day) for path, formers in self.versions.items()},
            {
                path: tuple(step for step in steps if step.day is None or step.day >= day)
                for path, steps in self.renamed.items()
            },
        )


NOTHING = Past()
"""Where nobody asked, or nobody knows."""


def _since(formers: tuple[Former, ...], day: date) -> tuple[Former, ...]:
    before = sum(former.day < day for former in formers)
    return formers[max(before - 1, 0) :]
