"""The program as people call it: a command line, what it says, and how it ends."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec import Struct

from mingbai.cli import main
from tests import ROOT
from tests.workshop import Workshop, site

DONE, PROBLEMS, USAGE, WORLD = 0, 1, 2, 3
GENEROUS = 300
"""Seconds; a test that waits so long has failed."""
QUIET = {"NO_COLOR", "CI", "TERM", "LC_ALL", "LANG"}
"""What the environment of the tests must not decide."""


class Said(Struct, frozen=True):
    """How a call ended, and what it said to whom."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything it said."""
        return self.out + self.err


def mingbai(*words: object, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Said:
    """Call `build.py` with these words."""
    return _run([str(ROOT / "build.py"), *map(str, words)], env, cwd)


def probe(code: str, *words: object, env: Mapping[str, str] | None = None) -> Said:
    """Run a few lines of Python that call the program in a way of their own, in a process of their own."""
    return _run(["-P", "-c", code, *map(str, words)], env, None)


def _run(words: list[str], env: Mapping[str, str] | None, cwd: Path | None) -> Said:
    kept = {name: value for name, value in os.environ.items() if name not in QUIET}
    whole = {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})}
    command = [sys.executable, *words]
    done = subprocess.run(command, check=False, capture_output=True, env=whole, cwd=cwd, timeout=GENEROUS)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def verb(name: str, workshop: Workshop, *words: object, typed: str | None = None) -> Said:
    """Call a verb on a project within this process: the same in all but the process, and quicker.

    `typed` is what is answered when it asks.
    """
    with pytest.MonkeyPatch.context() as patch:
        for variable in QUIET:
            patch.delenv(variable, raising=False)
        result = CliRunner().invoke(main, [name, "-s", str(workshop.root), *map(str, words)], input=typed)
    gc.enable()  # a process of its own would not have needed it any more
    return Said(result.exit_code, result.stdout, result.stderr)


def build(workshop: Workshop, *words: object) -> Said:
    """`build` on a project, within this process."""
    return verb("build", workshop, *words)


@contextmanager
def untouched(workshop: Workshop, *sites: str) -> Iterator[None]:
    """The live sites, or those named, are there, and what happens inside changes no byte of them."""
    before = {name: site(workshop.out, name) for name in sites or ("public", "intranet")}
    assert all(before.values())
    yield
    assert before == {name: site(workshop.out, name) for name in before}
