"""Where in a template a mistake stands, read off what Jinja raised: it needs no Jinja to be looked at."""

import re
from traceback import walk_tb

FOLDER = "templates/"
_TOLD = re.compile(rf'File "({FOLDER}[^"]+)", line (\d+)')
"""A line of a traceback that came as text, from another process."""


def spot(error: BaseException) -> tuple[str, int] | None:
    """The template's path and the line at which it could not be read or printed; nothing where it was no template."""
    written: object = getattr(error, "filename", None)  # one that cannot even be read is in no frame
    if isinstance(written, str) and written.startswith(FOLDER):
        return written, getattr(error, "lineno", 1)
    frames = [(frame.f_code.co_filename, number) for frame, number in walk_tb(error.__traceback__)]
    told = [(path, int(number)) for path, number in _TOLD.findall(str(error.__cause__))]
    return next((found for found in reversed(frames + told) if found[0].startswith(FOLDER)), None)
