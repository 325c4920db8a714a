"""Three pages of the public site before Lighthouse, as a phone: `make lighthouse`.

Each is looked at three times, the median counts; below 95 anywhere the program ends with 1. The sites are served as a
real server would: compressed, over kept connections, assets for a year. The figure for speed is worth something only
on a machine that does nothing else.
"""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.chromium import CHROMIUM
from tests.judges.sample import built
from tests.judges.tools import HOME, LIGHTHOUSE, NODE
from tests.serving import Strict, serving

PAGES = ("/", "/commitments/arts/perf-domestic/", "/fees/")
"""The front page, an item, the list of fees."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WANTED = 95
TIMES = 3
SQUEEZED = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt")


class Real(Strict):
    """A server that compresses what can be compressed and keeps its connections."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The answer's head, and its body if there is one."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if path.suffix not in SQUEEZED or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def looked_at(address: str) -> dict[str, Any]:
    """One report of Lighthouse's, with its own settings for a phone."""
    report = HOME / "lighthouse.json"
    assert NODE, "there is no Node"
    assert CHROMIUM, "there is no Chromium"
    subprocess.run(
        [
            *(NODE, LIGHTHOUSE, address, "--quiet", "--no-enable-error-reporting", "--output=json"),
            *(f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env=os.environ | {"CHROME_PATH": CHROMIUM},
        check=True,
    )
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def wanting(report: dict[str, Any]) -> Iterator[str]:
    """What cost a page points."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']}（{audit.get('displayValue', audit['score'])}）"


def main() -> int:
    """Look at each page, print the medians and what cost points."""
    console = Console()
    public, _ = built()
    table = Table("page", *CATEGORIES)
    good = True
    with serving(public, Real) as address:
        for route in PAGES:
            reports = [looked_at(address + route) for _ in track(range(TIMES), route, console=Console(stderr=True))]
            points = [round(median(each["categories"][kind]["score"] for each in reports) * 100) for kind in CATEGORIES]
            good = good and min(points) >= WANTED
            table.add_row(route, *map(str, points))
            for line in sorted({line for each in reports for line in wanting(each)}):
                console.print(f"{route} {line}", markup=False, highlight=False)
    console.print(table)
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
