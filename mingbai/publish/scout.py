"""Both trees of each site looked at by a child process, while this one still imports what a build needs.

Law: a scout only looks; what it says is what `survey` says, and whoever sends it out holds the lock. Where there can be
no child, or it comes to grief, this process looks itself.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mingbai import process
from mingbai.publish.trees import Ground, survey

Look = Callable[[str], Ground]
"""Gives what is there of a site; asked once for each, in the order of sites."""


@contextmanager
def scouted(out: Path, sites: Sequence[str]) -> Iterator[Look]:
    """Send out a scout for these sites. What it reports is passed through a pipe from a child of our own."""
    if not process.can_fork():
        yield lambda site: survey(out, site)
        return
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)  # else the scout would wait for itself to listen, when nobody else does
        _report(out, sites, writing)
    os.close(writing)
    with open(reading, "rb") as file:

        def heard(site: str) -> Ground:
            try:
                ground = pickle.load(file)  # noqa: S301 - our own child wrote it
            except (EOFError, pickle.UnpicklingError):
                return survey(out, site)
            return ground if ground.spare.site == site else survey(out, site)

        try:
            yield heard
        finally:
            file.close()
            os.waitpid(child, 0)


def _report(out: Path, sites: Sequence[str], writing: int) -> None:
    """The child's whole life. What goes wrong in it is said by the parent, who then looks itself."""
    try:
        with open(writing, "wb") as file:
            for site in sites:
                pickle.dump(survey(out, site), file, pickle.HIGHEST_PROTOCOL)
                file.flush()
    finally:
        os._exit(0)
