"""Whole builds of 10,000 bulletins, both sites: how long each takes, and in a round of its own what they weigh (Linux).

Before and after the round of the clock a bare loop of our libraries (`bench/bare.py`) says how fast the machine is.

    .venv/bin/python bench/run.py [FOLDER] [--count 10000]

Run nothing beside it. The project it builds is made by `bench/corpus.py` in FOLDER, which must not
exist and is taken away at the end.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bare import bare
from corpus import make

ROOT = Path(__file__).parents[1]
USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of anybody's machine, where Python keeps what it compiled."""
EDITED = "content/public/bulletins/*/100/one.md"
"""One of the years in between is edited: its hundredth issue."""


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    found = [pid]
    for each in found:
        try:
            for task in os.listdir(f"/proc/{each}/task"):
                children = Path(f"/proc/{each}/task/{task}/children").read_text(encoding="ascii")
                found += [int(child) for child in children.split()]
        except OSError:
            continue
    return found


def weight(pid: int) -> int:
    """The memory of one process in kB, what it shares counted in its share (Pss)."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


def peak(process: subprocess.Popen[str]) -> int:
    """How much memory all processes of a build have at the most, in MB. To look costs them a tenth of their time."""
    most = 0
    while process.poll() is None:
        most = max(most, sum(weight(pid) for pid in family(process.pid)))
        time.sleep(0.1)
    return most // 1024


def edit(folder: Path) -> None:
    """Add a sentence to one body."""
    years = sorted(folder.glob(EDITED))
    with years[len(years) // 2].open("a", encoding="utf-8") as file:
        file.write("\n又减了一样材料。\n")


def builds(folder: Path, *, weighing: bool) -> None:
    """Every line of the table: what a build took or weighed, and what it said."""

    def build(label: str, *more: str) -> None:
        command = [sys.executable, str(ROOT / "build.py"), "build", "-s", str(folder), *more]
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=USUAL)
        memory = f"{peak(process)} MB" if weighing else ""
        said = process.communicate()[0].strip()
        seconds = f"{time.perf_counter() - began:.2f} s"
        if process.returncode:
            sys.exit(f"{label}: 没有建成，时间不算数\n{said}")
        print(f"| {label} | {memory or seconds} | {said} |", flush=True)
        time.sleep(3)  # what is touched within two seconds of a build is not trusted

    build("cold")
    build("nothing changed")
    edit(folder)
    build("one body edited, the first time")
    for _ in range(3):
        edit(folder)
        build("one body edited")
    build("nothing changed")
    build("only the date changed", "--as-of", "2026-12-27")
    build("only the date changed", "--as-of", "2026-12-26")


def compare(folder: Path) -> None:
    """The line of the bare loop, which leaves nothing behind."""
    print(f"| bare loop | {bare(folder):.2f} s | |", flush=True)
    shutil.rmtree(folder / "bare")


def main(folder: Path, count: int) -> None:
    """The whole table, once by the clock and once by the scales."""
    print("| what | seen | it said |\n| --- | ---: | --- |")
    for weighing in (False, True):
        make(ROOT, folder, count)
        if not weighing:
            compare(folder)
        time.sleep(3)
        builds(folder, weighing=weighing)
        if not weighing:
            compare(folder)
        shutil.rmtree(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=None)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    main(arguments.folder or Path(tempfile.mkdtemp()) / "big", arguments.count)
