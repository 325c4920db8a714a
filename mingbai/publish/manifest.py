"""What a released tree holds: its manifest for everyone, and its record for us.

Rule 1: the manifest lies in the tree as `manifest.json`: plain JSON, a line for each file, sorted by path, not itself.
Rule 2: the same files give the same bytes; there is no time in it.
Rule 3: a path is relative, below its folder on every system, and unique also where upper and lower case are one.
Rule 4: the record lies beside the tree and adds the stat of every file (the manifest too) and folder, as it was when it
was checked. It is written once the disk's clock has moved past every stat in it, so no later change can look the same.
Rule 5: a manifest that is not ours to the byte, or a record that is not whole, counts as none.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.json import Decoder, Encoder

from mingbai.publish.disk import Disk, content

NAME = "manifest.json"
TICKS = 10
"""How often to look whether the disk's clock has moved on; a tick of Linux is 1 to 10 ms."""

_STEP = r"(?!\.\.?(?:/|\Z))[^/\\\x00-\x1f\x7f\ud800-\udfff]+"
_PATH = f"(?:{_STEP}/)*{_STEP}"
_DIGEST = "[0-9a-f]{64}"
"""Compiled where a release has files of new names, or no record."""


class _Line(Struct, frozen=True):
    path: str
    size: int
    sha256: str


class _Listed(Struct, frozen=True):
    files: list[_Line]


_ENCODER = Encoder()
_LISTED = Decoder(_Listed)


class Sum(NamedTuple):
    """What a file is known by: its size in bytes and its SHA-256 in hex."""

    size: int
    sha256: str


def is_proper(path: str) -> bool:
    r"""Whether a released file may be called so.

    >>> is_proper("fees/index.html"), is_proper("../x"), is_proper("a\\b"), is_proper("Manifest.json")
    (True, False, False, False)
    """
    return re.fullmatch(_PATH, path) is not None and path.casefold() != NAME


def folders(paths: Iterable[str]) -> set[str]:
    """Every folder these files need, the tree itself (`""`) included.

    >>> sorted(folders(["a/b/c", "d"]))
    ['', 'a', 'a/b']
    """
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def clash(paths: Iterable[str]) -> str | None:
    """A path that is a folder of another one, or differs from it by case only; `None` when all can stand together.

    >>> clash(["a/b", "A"]), clash(["a", "A"]), clash(["a/b", "a/c"])
    ('A', 'A', None)
    """
    seen: set[str] = set()
    names = [(path, path.casefold()) for path in paths]
    needed = folders(folded for _, folded in names)
    for path, folded in names:
        if folded in seen or folded in needed:
            return path
        seen.add(folded)
    return None


def encode(files: Mapping[str, tuple[int, str]]) -> bytes:
    """The bytes of `manifest.json`.

    >>> print(encode({"a": Sum(3, "0f")}).decode(), end="")
    {"files":[
    {"path":"a","size":3,"sha256":"0f"}
    ]}
    """
    lines = _ENCODER.encode_lines([_Line(path, size, sha) for path, (size, sha) in sorted(files.items())])
    return b'{"files":[\n%s\n]}\n' % lines[:-1].replace(b"\n", b",\n")  # within a string JSON writes it as two letters


def decode(data: bytes) -> dict[str, Sum] | None:
    """The files a manifest names; `None` when these bytes are not a manifest of ours, to the byte."""
    try:
        files = {line.path: Sum(line.size, line.sha256) for line in _LISTED.decode(data).files}
        right = all(is_proper(path) and re.fullmatch(_DIGEST, sha) for path, (_, sha) in files.items())
        return files if right and encode(files) == data else None
    except (ValueError, RecursionError):
        return None


Row = tuple[int, int, int, int, str]
"""What a file was: size, mtime_ns, ctime_ns, inode, SHA-256 in hex."""

Folder = tuple[int, int, int]
"""What a folder was: mtime_ns, ctime_ns, inode. While they stay, nothing was added, removed or renamed in it."""

of_file: Callable[[os.stat_result], tuple[int, int, int, int]] = attrgetter(
    "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"
)
"""What a row says of a file's stat."""
of_folder: Callable[[os.stat_result], Folder] = attrgetter("st_mtime_ns", "st_ctime_ns", "st_ino")
"""What is recorded of a folder."""


class Record(Struct, frozen=True):
    """What a tree should hold, and what each file and folder of it was when it was checked last."""

    files: dict[str, Row]
    folders: dict[str, Folder]


_COLUMNS = Decoder(
    tuple[
        tuple[list[str], list[int], list[int], list[int], list[int], list[str]],
        tuple[list[str], list[int], list[int], list[int]],
    ]
)


def recall(path: str) -> Record | None:
    """The record at `path`, if there is a whole one."""
    try:
        head, _, rest = content(path).partition(b"\n")
        body = rest[:-2]
        return Record(*map(_rows, _COLUMNS.decode(body))) if head == _head(hashlib.sha256(body).hexdigest()) else None
    except (OSError, ValueError):
        return None


def remember(path: str, record: Record, marker: str, disk: Disk) -> str:
    """Write the record; what comes back is its digest, empty where a stat was too young to be recorded.

    `marker` is a file there that serves to ask the disk's clock.
    """
    newest = max([row[2] for row in record.files.values()] + [folder[1] for folder in record.folders.values()])
    now = _later(newest, marker, disk)
    if now <= newest:
        record = _without(record, now)
    body = _ENCODER.encode((_columns(record.files), _columns(record.folders)))
    digest = hashlib.sha256(body).hexdigest()
    disk.clear(f"{path}.new")
    disk.write(f"{path}.new", b"%s\n%s]\n" % (_head(digest), body))
    disk.move(f"{path}.new", path)
    return digest if now > newest else ""


def _columns(rows: Mapping[str, tuple[int | str, ...]]) -> list[Sequence[int | str]]:
    """Names, then a column for each thing recorded: so JSON is read and written soonest."""
    return [list(rows), *zip(*rows.values(), strict=True)]


def _rows(columns: tuple[list[Any], ...]) -> dict[str, Any]:
    names, *rest = columns
    return dict(zip(names, zip(*rest, strict=True), strict=True))


def _head(digest: str) -> bytes:
    return b'["%s",' % digest.encode()


def _later(newest: int, marker: str, disk: Disk) -> int:
    """What the disk's clock says once it is past `newest`; less when it does not get there soon."""
    for _ in range(TICKS):
        disk.touch(marker)
        now = os.lstat(marker).st_ctime_ns
        if now > newest:
            break
        time.sleep(0.005)
    return now


def _without(record: Record, since: int) -> Record:
    """The record without those stats that a change from now on could repeat."""
    files = {path: row if row[2] < since else (row[0], 0, 0, 0, row[4]) for path, row in record.files.items()}
    folders = {path: folder if folder[1] < since else (0, 0, 0) for path, folder in record.folders.items()}
    return Record(files, folders)
