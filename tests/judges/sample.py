"""The sample as `make site` would publish it, in a folder of the judges' own."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests import ROOT
from tests.judges.tools import HOME


def built() -> tuple[Path, Path]:
    """The folders of the public site and of the intranet, made from nothing."""
    out = HOME / "site"
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([sys.executable, "build.py", "build", "--clean", "-o", out], cwd=ROOT, check=True)
    return (out / "public").resolve(), (out / "intranet").resolve()
