"""Times whole builds of 10,000 bulletins, both sites, and the memory of all their processes together (Linux).

    .venv/bin/python bench/run.py [FOLDER] [--count 10000]

Run nothing beside it. The project it builds is made by `bench/corpus.py` in FOLDER, which must not exist.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from corpus import make

ROOT = Path(__file__).parents[1]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As on anybody's machine, where Python keeps what it compiled."""
EDITED = "content/public/bulletins/2020/100/one.md"


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


def timed(label: str, folder: Path, *more: str) -> None:
    """Run one build and print how long it took and how much memory all its processes had at the most."""
    command = [sys.executable, str(ROOT / "build.py"), "build", "-s", str(folder), *more]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, sum(weight(pid) for pid in family(process.pid)))
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    said, _ = process.communicate()
    seconds = time.perf_counter() - began
    watcher.join()
    print(f"| {label} | {seconds:.2f} s | {peak // 1024} MB | {said.strip()} |", flush=True)


def edit(folder: Path) -> None:
    """Add a sentence to one body."""
    with (folder / EDITED).open("a", encoding="utf-8") as file:
        file.write("\n又减了一样材料。\n")


def main(folder: Path, count: int) -> None:
    """The whole table."""
    make(ROOT, folder, count)
    time.sleep(3)
    print("| what | time | memory | it said |\n| --- | ---: | ---: | --- |")
    timed("cold", folder)
    time.sleep(3)
    timed("nothing changed", folder)
    edit(folder)
    timed("one body edited, the first time", folder)
    time.sleep(3)
    for _ in range(3):
        edit(folder)
        timed("one body edited", folder)
        time.sleep(3)
    timed("nothing changed", folder)
    timed("only the date changed", folder, "--as-of", "2026-12-27")
    time.sleep(3)
    timed("only the date changed", folder, "--as-of", "2026-12-26")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=None)
    parser.add_argument("--count", type=int, default=10_000)
    arguments = parser.parse_args()
    main(arguments.folder or Path(tempfile.mkdtemp()) / "big", arguments.count)
