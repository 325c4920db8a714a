"""Tests that take longer than a writer waits are marked `slow`; `make fast` leaves them out."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes longer than a writer waits")
