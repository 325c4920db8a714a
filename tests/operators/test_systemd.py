"""The units and the scripts that they call: systemd finds nothing wrong, and the scripts do what they say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.workshop import Workshop

OPERATORS = ROOT / "docs" / "operators"
UNITS = sorted((OPERATORS / "systemd").iterdir())
FEE = "content/public/fees/catv.yaml"
needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")


def analyzed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, encoding="utf-8", check=False)


@needs_systemd
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    """The programs lie elsewhere here; nothing else is changed."""
    for unit in UNITS:
        text = unit.read_text("utf-8").replace("/usr/local/lib/mingbai/", f"{OPERATORS}/")
        (tmp_path / unit.name).write_text(text, "utf-8")
    done = analyzed("verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS))

    assert (done.returncode, [line for line in done.stderr.splitlines() if "mingbai" in line]) == (0, [])


def test_what_the_units_speak_of_lies_where_the_handbook_puts_it() -> None:
    """Their programs, and the handbook that `systemctl help` opens."""
    handbook = (ROOT / "docs" / "operators.zh-CN.md").read_text("utf-8")
    named = re.findall(r"^(?:Documentation=file:|Exec\w+=[+-]*)(\S+)", "".join(map(Path.read_text, UNITS)), re.M)
    put = re.findall(r"^install -D -m \d+ -t (\S+) (.+)$", handbook, re.M)

    assert len(named) == 3
    assert set(named) <= {f"{folder}/{Path(each).name}" for folder, files in put for each in files.split()}


@needs_systemd
def test_the_service_may_do_little_to_the_machine() -> None:
    """On systemd's own scale, from 0 to 10."""
    done = analyzed("security", "--offline=yes", "--threshold=20", str(OPERATORS / "systemd" / "mingbai.service"))

    assert done.returncode == 0, done.stdout


@needs_systemd
def test_the_timer_rings_at_midnight_too() -> None:
    said = (OPERATORS / "systemd" / "mingbai.timer").read_text("utf-8")
    calendar = re.search(r"OnCalendar=(.+)", said)

    assert calendar
    for moment in ("2026-12-31 23:59:59", "2026-06-30 12:34:00"):
        done = analyzed("calendar", "--base-time", moment, calendar[1])
        assert done.returncode == 0
        expected = "2027-01-01 00:00:00" if moment.endswith("59") else "2026-06-30 12:40:00"
        assert expected in done.stdout


class Machine:
    """A machine on which our scripts run, with programs of the test's own on their path."""

    def __init__(self, root: Path) -> None:
        self.root, self.tools, self.state = root, root / "tools", root / "state"
        for folder in (self.tools, self.state):
            folder.mkdir(parents=True)

    def tool(self, name: str, script: str) -> None:
        """Put a program on the path of the scripts."""
        path = self.tools / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    def call(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one of our scripts as its unit does."""
        srv = self.root / "srv"
        srv.mkdir(exist_ok=True)
        path = f"{self.tools}:{os.environ['PATH']}"
        env = {"PATH": path, "LANG": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0", "MINGBAI_NOTICE_STATE": str(self.state)}
        return subprocess.run(
            [OPERATORS / script],
            cwd=srv,
            env=env | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )


class Publishing(Machine):
    """A machine on which the two folders of the golden bureau are clones of two repositories."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.editors = Workshop(root / "editors")
        self.content = root / "srv" / "content"
        self.content.mkdir(parents=True)
        self.tool("mingbai", f'exec "{sys.executable}" "{ROOT}/build.py" "$@"')
        for side in ("public", "intranet"):
            folder = self.editors.path(f"content/{side}")
            git(folder, "init", "-q", "-b", "main")
            self.commit(side)
            git(self.content, "clone", "-q", str(folder), side)

    def commit(self, side: str) -> None:
        """An editor hands in what was written."""
        folder = self.editors.path(f"content/{side}")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "内容")

    def shown(self, path: str) -> str:
        """What the public site shows there."""
        return (self.root / "srv" / "site" / "public" / path / "index.html").read_text("utf-8")


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@mingbai.example"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def publishing(tmp_path: Path) -> Publishing:
    return Publishing(tmp_path)


def test_what_editors_hand_in_is_fetched_and_published(publishing: Publishing) -> None:
    first = publishing.call("run")
    publishing.editors.edit(FEE, "payer: 安装", "payer: 装")
    publishing.commit("public")
    second = publishing.call("run")
    third = publishing.call("run")

    assert (first.returncode, second.returncode, third.returncode) == (0, 0, 0), first.stderr + second.stderr
    assert "装有线电视的居民用户" in publishing.shown("fees/catv")
    assert third.stdout.startswith("没有变化。")


def test_without_the_intranet_s_folder_the_public_site_is_made_alone(publishing: Publishing) -> None:
    shutil.rmtree(publishing.content / "intranet")

    assert publishing.call("run").returncode == 0
    assert sorted(p.name for p in (publishing.root / "srv" / "site").iterdir() if p.name[0] != ".") == ["public"]


def test_where_nothing_can_be_fetched_the_sites_are_made_all_the_same(publishing: Publishing) -> None:
    publishing.editors.path("content/public").rename(publishing.root / "gone")
    done = publishing.call("run")

    assert done.returncode == 75
    assert done.stderr.endswith("网站是用原来的内容做的：没有领到 content/public\n")
    assert "有线电视" in publishing.shown("fees/catv")


def test_a_mistake_that_was_handed_in_stops_with_1_and_the_old_site_stays(publishing: Publishing) -> None:
    publishing.call("run")
    before = publishing.shown("fees/catv")
    publishing.editors.edit(FEE, "charged: 14.00", "charged: 15.00")
    publishing.commit("public")
    done = publishing.call("run")

    assert done.returncode == 1
    assert "fee/above-lower-limit" in done.stderr
    assert publishing.shown("fees/catv") == before


class Post:
    """What the notice sends, and what the journal says."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.letters = machine.root / "letters"
        machine.tool("sendmail", f'cat >>"{self.letters}"')
        self.says("content/public/fees/catv.yaml:8:10: error fee/above-lower-limit: 高了")

    def says(self, text: str) -> None:
        self.machine.tool("journalctl", f"test $1 = --sync || printf '%s\\n' '{text}'")

    def after(self, result: str, status: int) -> str:
        """The letter that goes out when a run has ended so; empty if there is none."""
        self.letters.unlink(missing_ok=True)
        more = {"SERVICE_RESULT": result, "EXIT_STATUS": str(status), "INVOCATION_ID": "1f"}
        done = self.machine.call("notice", MINGBAI_NOTICE_TO="wangguan@mingbai.example", **more)
        assert (done.returncode, done.stderr) == (0, "")
        return self.letters.read_text("utf-8") if self.letters.exists() else ""


@pytest.fixture
def post(machine: Machine) -> Post:
    return Post(machine)


def test_who_runs_the_site_hears_what_went_wrong_and_what_to_do(post: Post) -> None:
    letter = post.after("exit-code", 1)

    assert letter.startswith("To: wangguan@mingbai.example\nSubject: =?UTF-8?B?")
    assert "内容里有错误，有错误的网站没有动。\n该做的：请写内容的人照下面说的改" in letter
    assert letter.endswith("content/public/fees/catv.yaml:8:10: error fee/above-lower-limit: 高了\n")


def test_the_same_is_told_once_a_day_something_else_at_once_and_that_all_is_well_once(post: Post) -> None:
    first, same = post.after("exit-code", 1), post.after("exit-code", 1)
    post.says("content/public/fees/hall.yaml:8:10: error fee/above-lower-limit: 高了")
    other = post.after("exit-code", 1)
    well, still = post.after("success", 0), post.after("success", 0)

    assert first and not same and other
    assert "网站又做好了" in well and not still


@pytest.mark.parametrize(
    ("status", "said", "again"),
    [
        (1, "a.yaml:8:10: error time/late: 晚了3天", "生成用了2秒\na.yaml:9:10: error time/late: 晚了4天"),
        (3, "另一次还没做完（进程 4711）", "另一次还没做完（进程 4712）"),
        (75, "ssh: connect to host port 22\n没有领到 content/public", "ssh: timed out\n没有领到 content/public"),
    ],
)
def test_one_thing_in_other_words_is_told_once_a_day(post: Post, status: int, said: str, again: str) -> None:
    post.says(said)
    first = post.after("exit-code", status)
    post.says(again)

    assert first and not post.after("exit-code", status)


def test_what_comes_back_in_turns_is_told_once_each(post: Post) -> None:
    """Now nothing can be fetched, now what was fetched is wrong: two letters a day, not one every ten minutes."""
    told = [bool(post.after("exit-code", status)) for status in (75, 1, 75, 1)]

    assert told == [True, True, False, False]


@pytest.mark.parametrize(
    ("result", "status", "words"),
    [
        ("exit-code", 2, "命令写错了"),
        ("exit-code", 3, "机器有事"),
        ("exit-code", 75, "没有领到新内容"),
        ("timeout", 0, "做了十五分钟"),
        ("oom-kill", 0, "程序被系统停掉了（oom-kill）"),
    ],
)
def test_every_end_has_its_words(post: Post, result: str, status: int, words: str) -> None:
    assert words in post.after(result, status)


def test_where_no_letter_can_be_sent_it_lies_in_a_file(machine: Machine) -> None:
    machine.tool("journalctl", "true")
    done = machine.call("notice", SERVICE_RESULT="exit-code", EXIT_STATUS="1", INVOCATION_ID="1f")

    assert done.returncode == 0
    if not shutil.which("sendmail"):
        assert "内容里有错误" in (machine.state / "notice.txt").read_text("utf-8")
