"""What was committed before: nobody else asks git.

Law: git is asked for what it holds and changes nothing; it runs no hook, no pager and no filter, fetches nothing, and
takes no word from the environment. Two processes tell all that is asked, however many files there are: one which
versions there were, one what they said. Names have two of their own: which files were renamed, which there are.

Only the line of first parents counts, so that versions come one after the other, also where branches were merged.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from mingbai.clock import SHANGHAI
from mingbai.source.checkout import dot_git, shallow

LONGEST = 120
"""Seconds after which git is not waited for any more."""
SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.quotePath=off",
    "diff.renameLimit=1000",
    "log.diffMerges=separate",
    "log.showSignature=false",
)
ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
COMMIT = "\x01"
"""Begins the line of a commit; no path in a site's content does."""


ALIKE = "90%"
"""So much of a file that was renamed is as it was; less, and it is another one."""


class Gap(StrEnum):
    """Why nobody can say what was there before."""

    NO_GIT = "no git"
    NO_REPOSITORY = "no repository"
    NOT_OURS = "not ours"
    SHALLOW = "shallow"
    NOT_COMMITTED = "not committed"
    UNREADABLE = "unreadable"


class Version(Struct, frozen=True):
    """A file as it was committed: the name git has for its bytes, the commit and its day."""

    path: str
    blob: str
    commit: str
    day: date


class Rename(Struct, frozen=True):
    """A file that was called otherwise before, and the day it was renamed; `None` while that is not committed."""

    old: str
    new: str
    day: date | None


class History(Struct, frozen=True):
    """The versions of some files, the oldest first; of a file that is gone too. `gap` says why there are none.

    `home` is where the repository is asked from, below the project's root: empty, or a folder with `/` at its end.
    """

    home: str
    versions: Mapping[str, tuple[Version, ...]]
    gap: Gap | None = None


def history(root: Path, home: str, folders: Sequence[str]) -> History:
    """Every committed version of the files below `folders` that is on the way to what is checked out."""
    if dot_git(root / home) is None:
        return History(home, {}, Gap.NO_REPOSITORY)
    asked = [folder.removeprefix(home) or "." for folder in folders]
    told = _git(
        root / home,
        *("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--relative", "-z"),
        *(f"--format={COMMIT}%H %ct", "--", *asked),
    )
    if isinstance(told, Gap):
        return History(home, {}, told)
    if shallow(root / home):
        return History(home, {}, Gap.SHALLOW)
    versions: dict[str, list[Version]] = {}
    for version in _read(told.decode(errors="surrogateescape"), home):
        versions.setdefault(version.path, []).append(version)
    if not versions:
        return History(home, {}, Gap.NOT_COMMITTED)
    return History(home, {path: tuple(reversed(found)) for path, found in versions.items()})


def texts(root: Path, home: str, blobs: Collection[str]) -> dict[str, bytes]:
    """What git keeps under these names; what it cannot give is left out."""
    if not blobs:
        return {}
    told = _git(root / home, "cat-file", "--batch", typed="".join(f"{blob}\n" for blob in blobs).encode())
    if isinstance(told, Gap):
        return {}
    found: dict[str, bytes] = {}
    here = 0
    while (end := told.find(b"\n", here)) > 0:
        name, *rest = told[here:end].decode().split(" ")
        here = end + 1
        if len(rest) == 2:
            size = int(rest[1])
            found[name] = told[here : here + size]
            here += size + 1
    return found


def renames(root: Path, home: str, folders: Sequence[str]) -> tuple[Rename, ...]:
    """Every file below `folders` that was renamed by a commit, the oldest first; none where git has nothing to say."""
    asked = [folder.removeprefix(home) or "." for folder in folders]
    told = _git(
        root / home,
        *("log", "--first-parent", "-m", "--raw", f"-M{ALIKE}", "--diff-filter=R", "--no-ext-diff", "--relative", "-z"),
        *(f"--format={COMMIT}%H %ct", "--", *asked),
    )
    if isinstance(told, Gap):
        return ()
    found: list[Rename] = []
    day = date.min
    parts = iter(told.decode(errors="surrogateescape").split("\0"))
    for part in parts:
        line = part.lstrip("\n")
        if line.startswith(COMMIT):
            day = _day(line)
        elif line.startswith(":"):
            found.append(Rename(home + next(parts), home + next(parts), day))
    return tuple(reversed(found))


def standing(root: Path, home: str, folders: Sequence[str]) -> dict[str, str]:
    """The files below `folders` in the commit that is checked out: git's name for what each says, by path."""
    asked = [folder.removeprefix(home) or "." for folder in folders]
    told = _git(root / home, "ls-tree", "-r", "-z", "HEAD", "--", *asked)
    if isinstance(told, Gap):
        return {}
    lines = told.decode(errors="surrogateescape").split("\0")
    parted = (line.partition("\t") for line in lines if line.startswith("100"))
    return {home + path: about.split(" ")[2] for about, _, path in parted}


def _read(told: str, home: str) -> Iterator[Version]:
    """The versions in what `git log --raw -z` says, the newest first; a file that was taken away is passed over."""
    commit, day = "", date.min
    parts = iter(told.split("\0"))
    for part in parts:
        line = part.lstrip("\n")
        if line.startswith(COMMIT):
            commit, day = line.removeprefix(COMMIT).split(" ")[0], _day(line)
        elif line.startswith(":"):
            _, mode, _, blob, _ = line.split(" ")
            path = home + next(parts)
            if mode in ("100644", "100755"):
                yield Version(path, blob, commit, day)


def _day(line: str) -> date:
    """The day of the commit that a line begins."""
    return datetime.fromtimestamp(int(line.rpartition(" ")[2]), SHANGHAI).date()


def _git(folder: Path, *words: str, typed: bytes = b"") -> bytes | Gap:
    """What git says in `folder`, or why it says nothing."""
    import subprocess

    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    command = ["git", "--no-pager", *settings, *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and the names of folders after `--`
            command,
            cwd=folder,
            env=kept | ENVIRONMENT,
            input=typed,
            capture_output=True,
            check=False,
            timeout=LONGEST,
        )
    except FileNotFoundError:
        return Gap.NO_GIT
    except (OSError, subprocess.TimeoutExpired):
        return Gap.UNREADABLE
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace")
    if "dubious ownership" in said or "unsafe repository" in said:
        return Gap.NOT_OURS
    if "does not have any commits" in said:
        return Gap.NOT_COMMITTED
    return Gap.UNREADABLE
