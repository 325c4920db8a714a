"""Times what git costs a build of 10,000 bulletins: what was committed, and which files have another name now.

    .venv/bin/python bench/past.py FOLDER [--count 10000]

The project is made by `bench/corpus.py` in FOLDER, which must not exist, and committed once on a fixed day.
"""

import argparse
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import make

from mingbai.cache_file import opened
from mingbai.past import recalled
from mingbai.source.tree import scan

ROOT = Path(__file__).parents[1]
DAY = "2026-12-01T09:00:00+08:00"
EDITED = "content/public/bulletins/2020/100/one.md"


def git(folder: Path, *words: str) -> None:
    """Run git as an editor of our own."""
    who = ("-c", "user.name=示例编辑", "-c", "user.email=editor@mingbai.example")
    days = {"GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY}
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, env=os.environ | days)


def spent() -> float:
    """The processor time of this process and its children so far, in ms."""
    times = os.times()
    return 1000 * (times.user + times.system + times.children_user + times.children_system)


def timed(label: str, folder: Path, cache: Path) -> None:
    """Print what one build spends on it, and on making records of the versions."""
    tree = scan(folder, "content")
    with opened(cache, "") as kept:
        began = spent()
        found = recalled(folder, tree, kept)
        asked = spent()
        versions = sum(map(len, found.past.versions.values()))
    print(
        f"| {label} | {asked - began:.0f} ms | {versions} versions as records: {spent() - asked:.0f} ms |", flush=True
    )


def main(folder: Path, count: int) -> None:
    """The whole table."""
    make(ROOT, folder, count)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "内容")
    edited = folder / EDITED
    with TemporaryDirectory() as cache:
        timed("first", folder, Path(cache))
        for _ in range(3):
            timed("the same commit", folder, Path(cache))
        for _ in range(3):
            edited.write_text(edited.read_text(encoding="utf-8") + "\n又减了一样材料。\n", encoding="utf-8")
            git(folder, "commit", "-qam", "改")
            timed("another commit", folder, Path(cache))
        edited.rename(edited.with_name("two.md"))
        timed("renamed, not committed", folder, Path(cache))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    main(arguments.folder, arguments.count)
