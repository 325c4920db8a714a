"""What the benchmarks measure is a project that can be built: a refusal is quicker than any build."""

import subprocess
import sys
from pathlib import Path

from tests import ROOT


def test_the_bulletins_of_the_benchmarks_hold_no_mistake(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "bench/corpus.py"), str(tmp_path / "big"), "--count", "12"],
        capture_output=True,
        text=True,
        check=False,
    )

    checked = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "check", "-s", str(tmp_path / "big")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (made.returncode, checked.returncode) == (0, 0), checked.stdout
