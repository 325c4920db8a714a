"""A preview to test: the golden bureau in a folder, its rounds in memory or a running server, a browser."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from mingbai import program
from mingbai.boundary import Audience
from mingbai.make import Wish
from mingbai.publish.preview import Shown
from mingbai.serve import Recall, Turn, shown, turned
from tests import ROOT
from tests.workshop import Workshop

PUBLIC, INTRANET = Audience.PUBLIC, Audience.INTRANET
NOW = datetime(2026, 12, 28, 1, 0, tzinfo=UTC)
State = dict[str, Any]
"""What a browser is told."""
GENEROUS = 300.0
"""Seconds after which something that did not happen will not."""
FEE = "content/public/fees/catv.yaml"
FEE_PAGE = "fees/catv/index.html"
NAME = "有线电视基本收视维护费"
PLAN = "content/intranet/plans/2026/market.yaml"
MISTAKE = ("charged: 14.00", "charged: 十四")
"""Put into the fee: a mistake that names its line."""


class Studio(Workshop):
    """A project folder and the rounds of its preview."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.wish = Wish(root, self.out)
        self.cache = Recall()
        self.turn: Turn | None = None

    def next(self, **more: object) -> Turn:
        """One round more."""
        wish = replace(self.wish, **more)
        self.turn = turned(wish, self.cache, self.turn, NOW)
        return self.turn

    def shown(self, audience: Audience) -> Shown:
        """What a site shows now."""
        assert self.turn
        return shown(self.turn, audience, self.root)

    def files(self, audience: Audience) -> dict[str, bytes]:
        """The files that a site shows now."""
        return dict(self.shown(audience).files)

    def override(self, template: str, old: str, new: str) -> None:
        """Give the project a template of its own in place of the program's."""
        self.write(f"templates/{template}", (program.templates() / template).read_text(encoding="utf-8"))
        self.edit(f"templates/{template}", old, new)


def until(holds: Callable[[], object], what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + GENEROUS
    while not holds():
        assert time.monotonic() < end, f"{what}: waited in vain"
        time.sleep(0.02)


def until_told(states: Iterator[State], holds: Callable[[State], object]) -> State:
    """Wait until a browser is told of a state for which something holds."""
    return next(state for state in states if holds(state))


@dataclass
class Got:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Got:
    """Ask the preview for something; headers are named with `_` for `-`."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=GENEROUS)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    got = Got(answer.status, dict(answer.headers), answer.read())
    connection.close()
    return got


@contextmanager
def listening(port: int) -> Iterator[Iterator[State]]:
    """The states that a browser is told, one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=GENEROUS)
    connection.request("GET", "/__mingbai__/events")
    answer = connection.getresponse()

    def states() -> Iterator[State]:
        for line in answer:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    try:
        yield states()
    finally:
        answer.close()
        connection.close()


@dataclass
class Running:
    """The command at work, and where its sites are."""

    process: subprocess.Popen[str]
    ports: list[int] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def read(self) -> str:
        """One more line of what it says."""
        assert self.process.stdout
        self.said.append(self.process.stdout.readline())
        return self.said[-1]

    def stop(self) -> int:
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        self.said += self.process.communicate(timeout=GENEROUS)[0].splitlines(keepends=True)
        return self.process.returncode


INTERRUPTIBLE = """
import signal
from mingbai.cli import run

signal.signal(signal.SIGINT, signal.default_int_handler)
run("build.py")
"""
"""The program as one starts it at a terminal, also where the tests run and nobody could press Ctrl-C."""


def command(root: Path, *more: str) -> subprocess.Popen[str]:
    """The command, started."""
    words = [sys.executable, "-P", "-c", INTERRUPTIBLE, "serve", "-s", str(root), *more]
    return subprocess.Popen(
        words, cwd=root, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@contextmanager
def running(root: Path, *more: str) -> Iterator[Running]:
    """The command at work on ports of its own."""
    run = Running(command(root, "-p", "0", *more))
    try:
        while "Ctrl-C" not in (line := run.read()):
            assert line, "".join(run.said)
            run.ports += [int(port) for port in re.findall(r"http://127\.0\.0\.1:(\d+)/$", line.strip())]
        yield run
    finally:
        if run.process.poll() is None:
            run.process.kill()
        run.process.communicate()
