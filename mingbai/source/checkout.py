"""What is checked out, read from git's own files without a process; which repository keeps a folder.

Law: an answer here is enough to tell one state from another; what a commit holds says git alone (`history.py`).
"""

from collections.abc import Collection
from os.path import exists
from pathlib import Path


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


def _home(root: Path, folder: str) -> str:
    """From where a folder's repository is asked: the folder itself or one above it, as far as the project's root."""
    steps = folder.rstrip("/").split("/")
    for end in range(len(steps), 0, -1):
        home = "/".join(steps[:end]) + "/"
        if exists(root / home / ".git"):  # which raises nothing where a folder cannot be read
            return home
    return ""


def dot_git(folder: Path) -> Path | None:
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


def shallow(folder: Path) -> bool:
    """Whether the repository knows only its last commits."""
    own = dot_git(folder)
    return own is not None and (_common(own) / "shallow").exists()


def _head(folder: Path) -> str:
    """The commit that is checked out, and whether what came before it is there, too."""
    own = dot_git(folder)
    if own is None:
        return ""
    cut = "shallow " if shallow(folder) else ""
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
