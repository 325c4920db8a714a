"""What all tests share: a project for each test, built or not.

In CI a skipped test is a failure, unless its reason stands in `allowed-skips.txt`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.workshop import Workshop

LINES = Path(__file__).with_name("allowed-skips.txt").read_text(encoding="utf-8").splitlines()
ALLOWED = [line for line in LINES if line and not line.startswith("#")]

settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("default")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    outcome = yield
    report = outcome.get_result()
    if report.skipped and "CI" in os.environ and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in ALLOWED):
            report.outcome = "failed"
            report.longrepr = f"skipped in CI, and not allowed to: {reason}"


@pytest.fixture(scope="session", autouse=True)
def plugged() -> Iterator[None]:
    """Nobody pulls the plug here, and who waits for the disk thousands of times waits for all that others write.

    What is synced, and when, is told by `Disk`, whose steps tests/publish counts.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "sync", lambda: None)
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden bureau as it was published, for who only looks at it."""
    workshop = Workshop(tmp_path_factory.mktemp("first"))
    workshop.publish()
    return workshop.root


@pytest.fixture
def built(workshop: Workshop) -> Workshop:
    """A project whose two sites have been published."""
    workshop.publish()
    return workshop
