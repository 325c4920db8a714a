"""What the tests of the preview share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai import program
from tests.serve.studio import Studio


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A project folder with the golden bureau, not yet built, and the program's templates where nobody edits them."""
    shutil.copytree(program.templates(), tmp_path / "templates")
    monkeypatch.setattr(program, "templates", lambda: tmp_path / "templates")
    made = Studio(tmp_path / "project")
    yield made
    made.cache.close()
