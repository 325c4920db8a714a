"""What is wrong with the templates: one that went, and where in one a mistake stands.

The latter is read off what Jinja raised: it needs no Jinja to be looked at.
"""

import re
from collections.abc import Mapping
from traceback import walk_tb

FOLDER = "templates/"
_TOLD = re.compile(rf'File "({FOLDER}[^"]+)", line (\d+)')
"""A line of a traceback that came as text, from another process."""


class Gone(LookupError):  # noqa: N818  somebody took it away, which is no error of ours
    """A template, or a file that pages load, that is not there."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)

    def __str__(self) -> str:
        what = "文件" if self.path.startswith(f"{FOLDER}assets/") else "模板"
        return f"{what} {self.path} 不见了"

    @property
    def hint(self) -> str:
        """What to do."""
        return f"取回它，例如 git checkout -- {self.path}"


class Shelf(dict[str, str]):
    """What is known of each template or asset by its name below a folder; who asks for one that went is told so."""

    def __init__(self, known: Mapping[str, str], folder: str = FOLDER) -> None:
        self._folder = folder
        super().__init__(known)

    def __missing__(self, name: str) -> str:
        raise Gone(f"{self._folder}{name}")


def spot(error: BaseException) -> tuple[str, int] | None:
    """The template's path and the line at which it could not be read or printed; nothing where it was no template."""
    written: object = getattr(error, "filename", None)  # one that cannot even be read is in no frame
    if isinstance(written, str) and written.startswith(FOLDER):
        return written, getattr(error, "lineno", 1)
    frames = [(frame.f_code.co_filename, number) for frame, number in walk_tb(error.__traceback__)]
    told = [(path, int(number)) for path, number in _TOLD.findall(str(error.__cause__))]
    return next((found for found in reversed(frames + told) if found[0].startswith(FOLDER)), None)
