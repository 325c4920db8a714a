"""A project for each trial."""

import shutil
from pathlib import Path

import pytest

from tests.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden bureau, built once."""
    workshop = Workshop(tmp_path_factory.mktemp("first"))
    workshop.build()
    return workshop.root


@pytest.fixture
def built(first: Path, workshop: Workshop) -> Workshop:
    """A project whose two sites have been published."""
    for name in (".mingbai", "site"):
        shutil.copytree(first / name, workshop.root / name, symlinks=True)
    return workshop
