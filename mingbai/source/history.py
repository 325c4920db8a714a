"""What was committed before: the only reader of git.

Law: git is asked for what it holds and changes nothing; it runs no hook, no pager and no filter, fetches nothing, and
takes no word from the environment. Two processes tell all that is asked, however many files there are: one which
versions there were, one what they said. What lies in the ref files themselves (`heads`) is read without a process.

Only the line of first parents counts, so that versions come one after the other, also where branches were merged.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from mingbai.clock import SHANGHAI

LONGEST = 120
"""Seconds after which git is not waited for any more."""
SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.quotePath=off",
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


class Gap(StrEnum):
    """Why nobody can say what was there before."""

    NO_GIT = "no git"
    NO_REPOSITORY = "no repository"
    NOT_OURS = "not ours"
    SHALLOW = "shallow"
    NOT_COMMITTED = "not committed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Version:
    """A file as it was committed: the name git has for its bytes, the commit and its day."""

    path: str
    blob: str
    commit: str
    day: date


@dataclass(frozen=True)
class History:
    """The versions of some files, the oldest first; of a file that is gone too. `gap` says why there are none.

    `home` is where the repository is asked from, below the project's root: empty, or a folder with `/` at its end.
    """

    home: str
    versions: Mapping[str, tuple[Version, ...]]
    gap: Gap | None = None


def homes(root: Path, folders: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The folders by the place from which their repository is asked; a folder may be a repository of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        home = _home(root, folder)
        found[home] = (*found.get(home, ()), folder)
    return found


def heads(root: Path, folders: Collection[str]) -> dict[str, str]:
    """What is checked out where the folders' versions are kept, by home: a commit; empty where none can be told."""
    return {home: _head(root / home) for home in homes(root, folders)}


def history(root: Path, home: str, folders: Sequence[str]) -> History:
    """Every committed version of the files below `folders` that is on the way to what is checked out."""
    if _dot_git(root / home) is None:
        return History(home, {}, Gap.NO_REPOSITORY)
    asked = [folder.removeprefix(home) or "." for folder in folders]
    told = _git(
        root / home,
        *("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--relative", "-z"),
        *(f"--format={COMMIT}%H %ct", "--", *asked),
    )
    if isinstance(told, Gap):
        return History(home, {}, told)
    if _shallow(root / home):
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


def _read(told: str, home: str) -> Iterator[Version]:
    """The versions in what `git log --raw -z` says, the newest first; a file that was taken away is passed over."""
    commit, day = "", date.min
    parts = iter(told.split("\0"))
    for part in parts:
        line = part.lstrip("\n")
        if line.startswith(COMMIT):
            commit, seconds = line.removeprefix(COMMIT).split(" ")
            day = datetime.fromtimestamp(int(seconds), SHANGHAI).date()
        elif line.startswith(":"):
            _, mode, _, blob, _ = line.split(" ")
            path = home + next(parts)
            if mode in ("100644", "100755"):
                yield Version(path, blob, commit, day)


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


def _home(root: Path, folder: str) -> str:
    """From where a folder's repository is asked: the folder itself or one above it, as far as the project's root."""
    steps = folder.rstrip("/").split("/")
    for end in range(len(steps), 0, -1):
        home = "/".join(steps[:end]) + "/"
        if (root / home / ".git").exists():
            return home
    return ""


def _dot_git(folder: Path) -> Path | None:
    """The folder in which git keeps what belongs to this checkout; a worktree's `.git` is a file that names it."""
    for above in (folder.absolute(), *folder.absolute().parents):
        found = above / ".git"
        try:
            if found.is_file():
                return above / found.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
            if found.is_dir():
                return found
        except (OSError, ValueError):
            return None
    return None


def _common(own: Path) -> Path:
    """The folder that all worktrees share."""
    try:
        return own / (own / "commondir").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return own


def _shallow(folder: Path) -> bool:
    own = _dot_git(folder)
    return own is not None and (_common(own) / "shallow").exists()


def _head(folder: Path) -> str:
    """The commit that is checked out, and whether what came before it is there, too."""
    own = _dot_git(folder)
    if own is None:
        return ""
    cut = "shallow " if _shallow(folder) else ""
    try:
        said = (own / "HEAD").read_text(encoding="utf-8").strip()
        if not said.startswith("ref: "):
            return cut + said
        return cut + _ref(_common(own), said.removeprefix("ref: "))
    except (OSError, ValueError):
        return ""


def _ref(common: Path, name: str) -> str:
    """The commit a branch is at: in a file of its own, or among the packed ones; in a table, whatever stands for it."""
    tables = common / "reftable" / "tables.list"
    if tables.is_file():
        return tables.read_text(encoding="utf-8").strip()
    loose = common / name
    if loose.is_file():
        return loose.read_text(encoding="utf-8").strip()
    packed = common / "packed-refs"
    lines = packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else []
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {name}")), "")
