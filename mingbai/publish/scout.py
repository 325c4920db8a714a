"""Both trees of each site looked at by a child process, while this one still imports what a build needs.

Law: a scout says what `survey` says, and whoever sends it out holds the lock.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mingbai import process
from mingbai.publish.trees import Ground, survey

Look = Callable[[str], Ground]
"""Gives what is there of a site."""


@contextmanager
def scouted(out: Path, sites: Sequence[str]) -> Iterator[Look]:
    """Send out a scout for these sites; another site is looked at when it is asked for."""
    with process.meanwhile(partial(_surveyed, out, sites), patient=True) as heard:
        yield lambda site: heard()[site] if site in sites else survey(out, site)


def _surveyed(out: Path, sites: Sequence[str]) -> dict[str, Ground]:
    return {site: survey(out, site) for site in sites}
