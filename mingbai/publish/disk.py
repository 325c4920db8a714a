"""The only hand that writes, and the words for a world that refuses.

Rule 1: every change to the disk is one call of one method of `Disk`; so a test can fail or kill at the n-th of them.
Rule 2: what the system refuses is a `WorldFault`: one Chinese line that says what, where and why. Nobody else meets it.
Rule 3: files are 0644 and folders 0755, whatever the umask; a name that is taken is never written through.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_MODE = 0o644
FOLDER_MODE = 0o755
SYNC_ALL = 64
"""From this many paths on, one sync of everything is cheaper than one of each."""

REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有权限",
    errno.EPERM: "系统不允许这样操作",
    errno.EROFS: "只读文件系统",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EFBIG: "文件太大",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EBUSY: "正被占用",
    errno.EEXIST: "已经有同名的文件",
    errno.ENOENT: "文件或文件夹不见了",
    errno.ENOTDIR: "上级不是文件夹",
    errno.EISDIR: "那里是文件夹",
    errno.ENOTEMPTY: "文件夹里还有东西",
}


class WorldFault(Exception):  # noqa: N818  the world's fault, not an error of ours
    """The world is in the way (disk, rights, a foreign file, another build): one line that says so, in Chinese."""


class LiveChanged(WorldFault):
    """A file of the live tree is no longer what the build kept: look again with `trees.survey` and build once more."""


class Refused(Exception):  # noqa: N818  same
    """What the system refused to do; `told` makes it a `WorldFault`."""

    def __init__(self, deed: str, path: str, error: OSError) -> None:
        super().__init__(deed, path, error)
        self.deed, self.path, self.error = deed, path, error


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Tell every refusal inside as a `WorldFault`; what lies below `out` is named from there."""
    try:
        yield
    except Refused as refused:
        raise _fault(out, refused.deed, refused.path, refused.error) from refused
    except OSError as error:
        raise _fault(out, "读取", str(error.filename or out), error) from error


def _fault(out: Path, deed: str, path: str, error: OSError) -> WorldFault:
    reason = REASONS.get(error.errno or 0) or os.strerror(error.errno or 0)
    if error.errno == errno.EACCES:
        reason = "没有读权限" if deed == "读取" else "没有写权限"
    below = os.path.relpath(path, out)
    name = below if below.split(os.sep)[0] not in (os.curdir, os.pardir) else os.path.abspath(path)
    return WorldFault(f"{deed} {shown(name)} 失败：{reason}（线上网站没有变动）")


def shown(path: str) -> str:
    """A path fit for one line, whatever bytes a stranger put into its name."""
    return "".join(letter if letter.isprintable() else "?" for letter in path)


def content(path: str) -> bytes:
    """The bytes of a file; never through a symlink (that counts as no file), never waiting for a pipe."""
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", buffering=0) as file:
            return file.readall()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from error
        raise


class Disk:
    """The real disk. A test's disk overrides `attempt`, through which every change goes."""

    def attempt(self, _deed: str, _path: str, effect: Callable[[], None]) -> None:
        """Make one change."""
        effect()

    def do(self, deed: str, path: str, effect: Callable[[], None]) -> None:
        """Make one change, or be `Refused`."""
        try:
            self.attempt(deed, path, effect)
        except OSError as error:
            raise Refused(deed, path, error) from error

    def mkdir(self, path: str) -> None:
        """Make one folder."""

        def effect() -> None:
            os.mkdir(path)
            os.chmod(path, FOLDER_MODE)

        self.do("新建", path, effect)

    def mkdirs(self, path: str) -> None:
        """Make a folder and those above it, where they are not there yet."""
        if not os.path.isdir(path):
            self.mkdirs(os.path.dirname(os.path.abspath(path)))
            self.mkdir(path)

    def write(self, path: str, data: bytes) -> None:
        """Write a new file; that its name is taken is a refusal."""

        def effect() -> None:
            file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(file, rest) :]
                os.fchmod(file, FILE_MODE)
            except OSError:
                os.unlink(path)  # half a file is none, and it may be tried once more
                raise
            finally:
                os.close(file)

        self.do("写入", path, effect)

    def touch(self, path: str) -> None:
        """Set a file's times to now, by the disk's own clock."""
        self.do("写入", path, lambda: os.utime(path, follow_symlinks=False))

    def move(self, path: str, to: str) -> None:
        """Give a file its final name in one step, in place of what had it."""
        self.do("写入", to, lambda: os.replace(path, to))

    def symlink(self, target: str, path: str) -> None:
        """Make a symlink."""
        self.do("新建", path, lambda: os.symlink(target, path))

    def unlink(self, path: str) -> None:
        """Remove a file or a symlink."""
        self.do("删除", path, lambda: os.unlink(path))

    def rmdir(self, path: str) -> None:
        """Remove an empty folder."""
        self.do("删除", path, lambda: os.rmdir(path))

    def clear(self, path: str) -> None:
        """Remove whatever stands at `path`, if anything, with all below it; no symlink is followed."""
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISDIR(mode):
            self.unlink(path)
            return
        for name in sorted(os.listdir(path)):
            self.clear(f"{path}/{name}")
        self.rmdir(path)

    def sync(self, paths: Iterable[str]) -> None:
        """Return when these files and folders are on the platter; where they are many, when everything is."""
        many = set(paths)
        if len(many) > SYNC_ALL:
            self.do("写入", min(many), os.sync)
            return
        for path in sorted(many):
            self.do("写入", path, lambda path=path: _fsync(path))  # type: ignore[misc]


def _fsync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


REAL = Disk()
"""The real disk; it has no state."""
