"""The documents as the tests read them, and copies of the project to try them on.

A fenced block is a file when the line above it ends with that file's name in backticks (and a colon).
Of a block in `diff`, the lines with a space and with `-` are looked for in the file, however they are folded, and
must be there once; the lines with a space and with `+` take their place. `@@` stands between two such spots.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from tests import ROOT
from tests.repository import Repository

FENCE = re.compile(
    r"^(?P<above>[^\n]*)\n(?:\n)?(?P<indent> *)```(?P<language>\w*)\n(?P<text>.*?)^(?P=indent)```$", re.M | re.S
)
NAMED = re.compile(r"`(?P<path>[\w./-]+/[\w.-]+)`(?:\*\*)?[:：]?$")
SPOT = re.compile(r"^@@.*\n", re.M)
PARTS = ("bench", "content", "mingbai", "templates", "tests", "build.py", "LICENSE", "pyproject.toml", "README.md")
PAPERS = sorted(
    path
    for folder, pattern in ((ROOT, "*.md"), (ROOT / "docs", "**/*.md"))
    for path in folder.glob(pattern)
    if "changes" not in path.parts
)
"""Every document of the project."""


class Fence(Struct, frozen=True):
    """A fenced block: its language, the file named right above it (or nothing), what stands in it."""

    language: str
    path: str
    text: str


def read(name: str) -> str:
    """A document."""
    return (ROOT / name).read_text(encoding="utf-8")


def fences(text: str) -> list[Fence]:
    """The fenced blocks of a document, in order."""
    found = []
    for match in FENCE.finditer(text):
        named = NAMED.search(match["above"])
        text = re.sub(f"^{match['indent']}", "", match["text"], flags=re.M)
        found.append(Fence(match["language"], named["path"] if named else "", text))
    return found


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    start = text.index(f"\n{heading}\n") + 1
    level = len(heading) - len(heading.lstrip("#"))
    end = re.compile(rf"^#{{1,{level}}} ", re.M).search(blanked(text), start + len(heading))
    return text[start : end.start() if end else len(text)]


def blanked(text: str) -> str:
    """The text with every fenced block blanked out, so that a comment in one is no heading; as long as before."""
    return re.sub(r"^ *```.*?^ *```$", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.M | re.S)


def merged(old: str, diff: str) -> str:
    """A file with the changes of a `diff` block made."""
    for spot in SPOT.split(diff):
        lines = [(line[:1], line[1:]) for line in spot.splitlines()]
        words = " ".join(line for mark, line in lines if mark in " -").split()
        folded = re.compile(r"[ \t]*" + r"\s+".join(map(re.escape, words)))
        assert len(folded.findall(old)) == 1, f"{' '.join(words)!r} stands {len(folded.findall(old))} times"
        new = "\n".join(line for mark, line in lines if mark in " +")
        old = folded.sub(lambda _, new=new: new, old)  # type: ignore[misc]
    return old


class Copy:
    """A copy of the project in a folder of its own, to write, run and break."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("*.pyc.*", "docs"))
            elif source.is_file():
                shutil.copy(source, root / part)
        repository = Repository(root)
        repository.git("add", "content")
        repository.git("commit", "-q", "-m", "内容")

    def write(self, path: str, text: str) -> None:
        """Write a file, with the folders it needs."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        """What a file says."""
        return (self.root / path).read_text(encoding="utf-8")

    def follow(self, fence: Fence) -> None:
        """Do what a block says: write the file, or change it."""
        self.write(fence.path, merged(self.read(fence.path), fence.text) if fence.language == "diff" else fence.text)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command in the copy, with the tools of this environment first on the path."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "COV"))}
        environment |= {"PATH": path, "NO_COLOR": "1"}
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=600
        )

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`build.py` with these arguments."""
        return self.run(sys.executable, "build.py", *arguments)

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        """A script as a reader would paste it; `.venv/bin/` is wherever this environment lies."""
        return self.run("sh", "-e", "-c", script.replace(".venv/bin/", f"{Path(sys.executable).parent}/"))
