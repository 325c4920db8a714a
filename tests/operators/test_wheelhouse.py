"""The script that gathers the wheels: what it says when its folder was left out."""

import subprocess
from pathlib import Path

import pytest

from tests import ROOT

SCRIPT = ROOT / "docs" / "operators" / "wheelhouse"


@pytest.mark.parametrize("words", [[], ["--help"], ["wheels", "manylinux2014_aarch64"]])
def test_who_writes_too_little_is_told_what_to_write_and_nothing_is_made(words: list[str], tmp_path: Path) -> None:
    said = subprocess.run(["sh", SCRIPT, *words], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (said.returncode, said.stdout, [*tmp_path.iterdir()]) == (2, "", [])
    assert said.stderr == (
        "写法：sh docs/operators/wheelhouse /tmp/mingbai-wheels，"
        "两台机器不一样的再写平台和版本，例如 manylinux2014_aarch64 311\n"
    )
