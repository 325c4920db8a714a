"""The only reader of the project's folders: which files there are, what they weigh, what they say.

Law: a symlink is never followed, so nothing outside the tree, and nothing of the other audience, can slip in.
What editors' programs leave lying about (dot files, backups, Thumbs.db) is not content and is passed over.
"""

import errno
import os
import stat
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from mingbai.problem import Place, Problem

PASSED_OVER = ("Thumbs.db", "desktop.ini")


class Stat(Struct, frozen=True, array_like=True, gc=False):
    """What the file system says of a file; the same four numbers mean the same content, tick of the clock aside."""

    size: int
    mtime: int
    ctime: int
    inode: int


class Tree(Struct, frozen=True):
    """The files below some folders of the project, by path below the root with `/`, in order; and the odd ones."""

    files: Mapping[str, Stat]
    problems: tuple[Problem, ...]


def scan(root: Path, *folders: str) -> Tree:
    """List every file below `folders` of `root` without reading any; a folder that is not there is empty."""
    return told(*listed(root, *folders))


Listed = tuple[list[str], list[int], tuple[Problem, ...]]
"""A tree as it is quickest handed between processes: the paths, four numbers for each, the odd ones."""


def listed(root: Path, *folders: str) -> Listed:
    """What `scan` finds, to be handed on."""
    files: dict[str, tuple[int, int, int, int]] = {}
    problems: list[Problem] = []
    for folder in folders:
        if (root / folder).is_dir():
            _list(str(root), folder, files, problems)
    paths = sorted(files)
    return paths, [*chain.from_iterable(map(files.__getitem__, paths))], tuple(problems)


def told(paths: list[str], numbers: list[int], problems: tuple[Problem, ...]) -> Tree:
    """The tree that was `listed`."""
    each = iter(numbers)
    return Tree(dict(zip(paths, map(Stat, each, each, each, each), strict=True)), problems)


def read(root: Path, path: str) -> bytes:
    """The bytes of one file; `path` is below `root`. A link or a pipe is refused as if it could not be read."""
    descriptor = os.open(root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        return file.read()


def line(root: Path, place: Place) -> str | None:
    """The line at a place, read again to be shown; `None` where it cannot be read as text.

    What has no width or moves the cursor shows as a space, so that a mark below stands where it should.
    """
    try:
        text = read(root, place.path).decode("utf-8-sig")
    except (OSError, ValueError):
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = lines[place.line - 1] if place.line <= len(lines) else ""
    return "".join(letter if letter.isprintable() or letter == "\u3000" else " " for letter in found)


def passed_over(name: str) -> bool:
    """Whether a file or folder of that name is not content.

    >>> passed_over(".DS_Store"), passed_over("fee.yaml~"), passed_over("fee.yaml")
    (True, True, False)
    """
    return name.startswith((".", "~$", "#")) or name.endswith(("~", ".swp", ".tmp")) or name in PASSED_OVER


def _list(root: str, folder: str, files: dict[str, tuple[int, int, int, int]], problems: list[Problem]) -> None:
    """Add everything below a folder; 20,000 files are listed in a tenth of a second."""
    waiting = [folder]
    while waiting:
        below = waiting.pop()
        try:
            found = _entries(f"{root}/{below}")
        except OSError:
            problems.append(closed(below))
            continue
        for entry in found:
            path = f"{below}/{entry.name}"
            if passed_over(entry.name):
                continue
            if entry.is_symlink():
                problems.append(_odd(path, "file/symlink", "这是一个链接，不是文件", "把文件本身放到这里"))
            elif entry.is_file():
                try:
                    s = entry.stat()
                except OSError:
                    problems.append(unreadable(path))
                else:
                    files[path] = s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino
            elif entry.is_dir():
                waiting.append(path)
            else:
                problems.append(_odd(path, "file/not-a-file", "这不是普通文件", "删掉它"))


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    """What lies in a folder. One that shows the names in it and no more is refused as if it could not be read."""
    found = list(os.scandir(folder))
    try:
        found[0].stat(follow_symlinks=False)  # which the entry keeps: it is asked for anyway, if this is a file
    except (IndexError, FileNotFoundError):  # nothing is there, or it went meanwhile
        os.stat(f"{folder}/.")
    return found


def unreadable(path: str) -> Problem:
    """What is said of a file that is there, but cannot be read, or went while the others were read."""
    return Problem(Place(path), "file/unreadable", "读不了这里", "看看它还在不在，有没有读的权限，再试一次")


def closed(folder: str) -> Problem:
    """What is said of a folder that cannot be read: what lies in it may be right, and so may all that refers to it."""
    message = "读不了这个文件夹，不知道里面有什么"
    hint = "看看运行程序的用户有没有读它的权限，再试一次；别处提到的东西在不在，要等读得了它再查"
    return Problem(Place(folder), "folder/unreadable", message, hint)


def _odd(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(Place(path), code, message, hint)
