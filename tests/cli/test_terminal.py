"""On a terminal there are bars; nowhere else is there an escape code."""

import os
import pty
import re
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from tests import ROOT
from tests.cli.shell import GENEROUS, mingbai
from tests.workshop import Workshop

ESCAPE = b"\x1b"
NO_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


def on_a_terminal(workshop: Workshop, *words: str, **env: str) -> bytes:
    """What a build of the public site prints on a terminal of its own."""
    mine, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI")}
    command = [sys.executable, str(ROOT / "build.py"), "build", "-s", str(workshop.root), "--only", "public", *words]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**kept, "TERM": "xterm-256color", **env}
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(mine, 65536):
                shown += piece
        except OSError:  # Linux says so that nobody holds the other end any more
            pass
        os.close(mine)
        assert process.wait(GENEROUS) == 0
    return shown


def test_on_a_terminal_a_bar_shows_how_far_it_is(workshop: Workshop) -> None:
    shown = on_a_terminal(workshop)

    assert ESCAPE in shown
    assert re.search("公众网 [0-9]+ 个文件".encode(), shown)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"CI": "true"}, {"TERM": "dumb"}], ids=str)
def test_where_they_are_not_wanted_there_are_none(workshop: Workshop, env: dict[str, str]) -> None:
    assert ESCAPE not in on_a_terminal(workshop, **env)


@pytest.mark.parametrize("words", [["-q"], ["--format", "json"]], ids=" ".join)
def test_nor_when_asked_to_be_quiet_or_to_talk_to_a_program(workshop: Workshop, words: list[str]) -> None:
    assert ESCAPE not in on_a_terminal(workshop, *words)


def test_nor_when_piped(workshop: Workshop) -> None:
    workshop.edit("content/public/fees/catv.yaml", "charged: 14.00", "charged: 15.00")

    assert "\x1b" not in mingbai("build", "-s", workshop.root, env={"TERM": "xterm-256color"}).all


def test_chinese_comes_out_as_utf_8_whatever_the_machine_speaks(workshop: Workshop) -> None:
    """A service has no locale at all; its log is to be read all the same."""
    said = mingbai("build", "-s", workshop.root, env=NO_LOCALE)

    assert said.out.startswith("公众网 ")


@pytest.mark.parametrize("end", ["\x04", signal.SIGINT], ids=["Ctrl-D", "Ctrl-C"])
def test_who_leaves_when_asked_for_a_string_is_told_that_nothing_was_added(
    workshop: Workshop, end: str | signal.Signals
) -> None:
    mine, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "build.py"), "forbid", "-s", str(workshop.root)]
    before = workshop.read("content/public/forbidden.yaml")
    ours = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # tests in the background ignore it, with all they start
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
        signal.signal(signal.SIGINT, ours)
        os.close(theirs)
        shown = b""
        while "：".encode() not in shown:
            shown += os.read(mine, 65536)
        if isinstance(end, str):
            os.write(mine, end.encode())
        else:
            process.send_signal(end)
        with suppress(OSError):  # Linux says so that nobody holds the other end any more
            while piece := os.read(mine, 65536):
                shown += piece
        os.close(mine)
        code = process.wait(GENEROUS)

    assert (code, shown.decode().split()) == (3, ["字句：", "mingbai:", "没有加。"])
    assert workshop.read("content/public/forbidden.yaml") == before
