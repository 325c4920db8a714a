"""What all tests share: in CI a skipped test is a failure, unless its reason stands in `allowed-skips.txt`."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
