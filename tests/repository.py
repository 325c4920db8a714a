"""A small git repository of our own: fixed names and days, and nothing of the machine's configuration."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

IDENTITY = {
    "GIT_AUTHOR_NAME": "示例编辑",
    "GIT_AUTHOR_EMAIL": "editor@mingbai.example",
    "GIT_COMMITTER_NAME": "示例编辑",
    "GIT_COMMITTER_EMAIL": "editor@mingbai.example",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


class Repository:
    """A folder that git keeps; `afresh` it forgets what it kept before."""

    def __init__(self, root: Path, *, afresh: bool = False) -> None:
        if shutil.which("git") is None:
            pytest.skip("git is not there")
        self.root = root
        if afresh:
            shutil.rmtree(root / ".git")
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, day: str = "2026-12-01") -> str:
        """What git says to some words, on a day."""
        when = f"{day}T09:00:00+08:00"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = kept | IDENTITY | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        done = subprocess.run(["git", *words], cwd=self.root, env=env, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files; those with `None` are taken away."""
        for path, text in files.items():
            target = self.root / path
            if text is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")

    def commit(self, files: Mapping[str, str | None] | None = None, day: str = "2026-12-01") -> str:
        """Commit all that lies there, after writing `files`; the commit's name."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "内容", day=day)
        return self.git("rev-parse", "HEAD")
