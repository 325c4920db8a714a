"""A project for each test of a whole build."""

from pathlib import Path

import pytest

from tests.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture
def built(workshop: Workshop) -> Workshop:
    """A project whose two sites have been published."""
    workshop.build()
    return workshop
