"""What the tests of the preview share."""

from pathlib import Path

import pytest

from tests.serve.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A project folder with the golden bureau, not yet built."""
    return Studio(tmp_path / "project")
