"""From git to which files have another name now, asking only where something was committed, came or went since.

Law: this is for a reminder; no byte of a site depends on it. What git calls a rename counts, and what looks like one
while it is not committed. Where git has nothing to say nothing is known, and `past.py` has said so.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from mingbai import boundary
from mingbai.cache import Cache
from mingbai.digest import of_bytes
from mingbai.records.named import named
from mingbai.source.alike import pairs
from mingbai.source.checkout import heads, homes
from mingbai.source.history import Rename, renames, standing, texts
from mingbai.source.tree import Tree, read

FOLDERS = tuple(folder for folder, _ in boundary.FOLDERS)


def renamed(root: Path, tree: Tree, cache: Cache) -> dict[str, tuple[Rename, ...]]:
    """What the files that are there were called before, by the path they have now."""
    paths = [path for path in tree.files if path.startswith(FOLDERS)]
    now = heads(root, FOLDERS)
    told = json.loads(cache.fact("names") or "{}")
    key = of_bytes(json.dumps([now, paths]).encode())  # in ASCII: a name need not be text
    if told.get("key") != key:
        kept = [(home, folders) for home, folders in homes(root, FOLDERS).items() if now[home]]
        there = {home: standing(root, home, folders) for home, folders in kept}
        told = {"homes": [_asked(root, home, folders, there[home], paths) for home, folders in kept]}
        if all(there.values()):  # else git could not say, and may be able to next time
            told["key"] = key
        cache.set_fact("names", json.dumps(told))
    steps: list[Rename] = []
    for home, committed, gone, came in told["homes"]:
        steps += [Rename(old, new, date.fromisoformat(day)) for old, new, day in committed]
        steps += [Rename(old, new, None) for old, new in _pending(root, home, gone, came).items()]
    return _followed(steps, tree)


def _asked(
    root: Path, home: str, folders: tuple[str, ...], there: Mapping[str, str], paths: list[str]
) -> tuple[object, ...]:
    """What git knows of one repository: renames that are committed; records that went, of those `there`, or came."""
    committed = [(each.old, each.new, str(each.day)) for each in renames(root, home, folders)]
    gone = {path: there[path] for path in sorted(there.keys() - set(paths)) if named(path)}
    below = (path for path in paths if path.startswith(folders))
    came = [path for path in below if path not in there and named(path)] if gone else []
    return home, committed, gone, came


def _pending(root: Path, home: str, gone: Mapping[str, str], came: list[str]) -> dict[str, str]:
    """The names that files have now, by those they have in the last commit."""
    if not gone or not came:
        return {}
    said = texts(root, home, sorted(set(gone.values())))
    return pairs({path: said[blob] for path, blob in gone.items() if blob in said}, _read(root, came))


def _read(root: Path, paths: list[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path in paths:
        with suppress(OSError):  # it went meanwhile
            found[path] = read(root, path)
    return found


def _followed(steps: list[Rename], tree: Tree) -> dict[str, tuple[Rename, ...]]:
    """Every name that is nobody's now with what became of it, also through several renames."""
    after = {step.old: step for step in steps}
    found: dict[str, tuple[Rename, ...]] = {}
    for old, step in sorted(after.items()):
        passed, new = {old}, step.new
        while new not in tree.files and new in after and new not in passed:
            passed.add(new)
            new = after[new].new
        if old not in tree.files and new in tree.files:
            found[new] = (*found.get(new, ()), Rename(old, new, step.day))
    return found
