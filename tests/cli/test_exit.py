"""Exit codes are promises: 0 done · 1 problems in the content · 2 wrong usage · 3 the world or a fault of our own."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mingbai import load
from mingbai.cli import say
from mingbai.publish.lock import lock
from mingbai.source.tree import read
from tests import ROOT
from tests.cli.shell import DONE, PROBLEMS, USAGE, WORLD, build, mingbai, probe, untouched, verb
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"


def test_a_build_that_publishes_says_what_it_did_on_standard_output(workshop: Workshop) -> None:
    said = mingbai("build", "-s", workshop.root)

    assert (said.code, said.err) == (DONE, "")
    assert re.fullmatch(
        r"公众网 (\d+) 个文件，改了 \1 个，删了 0 个；局办公网 (\d+) 个文件，改了 \2 个，删了 0 个。\n", said.out
    )


def test_no_verb_is_build(workshop: Workshop) -> None:
    assert mingbai(cwd=workshop.root).code == DONE
    assert workshop.sites()["public"]


@pytest.mark.parametrize("name", ["build", "check"])
def test_problems_in_the_content_are_1_and_go_to_standard_error(workshop: Workshop, name: str) -> None:
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = mingbai(name, "-s", workshop.root)

    assert said.code == PROBLEMS
    assert said.err.startswith(f"{FEE}:8:10: error fee/above-lower-limit: ")
    assert said.err.endswith("\n\n1 个文件里有 1 个错误。\n")
    assert not workshop.sites()["public"]


def test_check_without_problems_says_so_and_writes_nothing(workshop: Workshop) -> None:
    before = sorted(workshop.root.rglob("*"))

    said = verb("check", workshop)

    assert (said.code, said.err) == (DONE, "")
    assert re.fullmatch(r"\d+ 个文件，没有错误。\n", said.out)
    assert before == sorted(workshop.root.rglob("*"))


@pytest.mark.parametrize(
    "words",
    ["build", "check", "serve", "explain /", "rollback public", "list due", "new campaign 2027", "new calendar 2026"],
)
def test_outside_a_project_it_is_2_with_one_line_and_nothing_is_made(tmp_path: Path, words: str) -> None:
    said = mingbai(*words.split(), "-s", tmp_path / "elsewhere")

    assert (said.code, said.out) == (USAGE, "")
    assert re.fullmatch(r"mingbai: \S+/elsewhere 里没有 content/public/，这里不是明白的项目。[^\n]*\n", said.err)
    assert not list(tmp_path.iterdir())


def test_a_lock_that_is_held_is_3_and_says_by_whom(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")

    with untouched(built), lock(built.out):
        said = mingbai("build", "-s", built.root)

    assert (said.code, said.out) == (WORLD, "")
    assert re.fullmatch(rf"mingbai: 另一次生成正在进行（进程 {os.getpid()}，自 [\d-]+ [\d:]+ 起）：[^\n]*\n", said.err)


def test_a_way_back_that_is_not_there_is_3(built: Workshop) -> None:
    said = verb("rollback", built, "public")

    assert (said.code, said.out) == (WORLD, "")
    assert said.err == "mingbai: public 没有上一版可以退回\n"


def test_a_folder_that_is_in_the_way_is_3_and_one_line(workshop: Workshop) -> None:
    workshop.write("site/public/mine.txt", "我自己的")

    said = build(workshop)

    assert said.code == WORLD
    assert re.fullmatch(r"mingbai: public 的位置上已有别的文件或文件夹：[^\n]*\n", said.err)
    assert workshop.read("site/public/mine.txt") == "我自己的"


@pytest.mark.parametrize("words", ["build", "explain /", "rollback public"])
@pytest.mark.parametrize(
    ("below", "why"),
    [
        ("content", "网站不能放在 content/ 里：做出来的网页会被当成内容"),
        ("content/public/fees/new", "网站不能放在 content/ 里：做出来的网页会被当成内容"),
        ("templates/site", "网站不能放在 templates/ 里：做出来的网页会被当成模板"),
        (".", "网站不能直接放在项目文件夹里：做出来的网页会和项目的文件混在一起"),
    ],
)
def test_sites_among_what_they_are_made_from_are_2_and_nothing_is_made(
    workshop: Workshop, words: str, below: str, why: str
) -> None:
    before = sorted(workshop.root.rglob("*"))

    name, *rest = words.split()
    said = verb(name, workshop, *rest, "-o", workshop.path(below))

    assert (said.code, said.out) == (USAGE, "")
    assert said.err == f"mingbai: {why}。换一个文件夹，例如 -o {workshop.path('site')}。\n"
    assert before == sorted(workshop.root.rglob("*"))


@pytest.mark.parametrize("below", ["taken", "taken/site"])
def test_an_output_where_none_can_be_is_3_and_named(workshop: Workshop, below: str) -> None:
    workshop.write("taken", "")

    said = verb("build", workshop, "-o", workshop.path(below))

    assert said.code == WORLD
    assert said.err == f"mingbai: 新建 {workshop.path('taken')} 失败：已经有同名的文件（线上网站没有变动）\n"


def test_a_cache_that_cannot_be_written_is_3_and_one_line(workshop: Workshop) -> None:
    workshop.write(".mingbai", "一个文件")

    said = build(workshop)

    assert said.code == WORLD
    assert re.fullmatch(r"mingbai: [^\n]*\.mingbai：已经有同名的文件\n", said.err)


def test_a_fault_of_our_own_is_3_with_a_traceback(built: Workshop) -> None:
    """It is never taken for a mistake in the content, which is 1."""
    code = (
        "import sys\n"
        "from mingbai import cli, make\n"
        "def broken(*_): raise RuntimeError('gone wrong')\n"
        "make.flow.assembled = broken\n"
        "cli.main(['check', '-s', sys.argv[1]])"
    )

    said = probe(code, built.root)

    assert said.code == WORLD
    assert "RuntimeError: gone wrong" in said.err
    assert said.err.endswith("mingbai: 程序自己出了错，不是内容写错；请把上面这些发给管程序的人。\n")


def test_being_interrupted_is_3_and_one_line(built: Workshop) -> None:
    code = (
        "import os, signal, sys\n"
        "from mingbai import cli, make\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # the tests may run where nobody can interrupt
        "make.flow.assembled = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "cli.main(['build', '-s', sys.argv[1], '--clean'])"
    )

    with untouched(built):
        said = probe(code, built.root)

    assert (said.code, said.out, said.err) == (WORLD, "", "mingbai: 按了 Ctrl-C，停下了。\n")


def test_who_starts_it_need_not_care_for_its_children(built: Workshop) -> None:
    """A shell with `trap '' CHLD` passes that on, and then the end of no child is told."""
    code = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
        "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    )
    built.edit(FEE, "payer: 安装", "payer: 装")

    said = probe(code, ROOT / "build.py", "build", "-s", built.root)

    assert (said.code, said.err) == (DONE, "")


@pytest.mark.parametrize("spoilt", [0, 1, 3], ids=["header", "schema", "data"])
def test_a_damaged_cache_is_made_anew(built: Workshop, spoilt: int) -> None:
    """What is remembered can be ruined at any place: the build goes on without it."""
    cache = built.path(".mingbai/cache.sqlite")
    data = cache.read_bytes()
    cache.write_bytes(data[: spoilt * 4096] + b"\xff" * (len(data) - spoilt * 4096))
    built.edit(FEE, "payer: 安装", "payer: 装")

    said = build(built)

    assert (said.code, said.err) == (DONE, "")
    assert "装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_so_is_one_in_which_a_text_is_none_any_more(built: Workshop) -> None:
    cache = built.path(".mingbai/cache.sqlite")
    with closing(sqlite3.connect(cache)) as memory:
        memory.execute("update page set known = cast(x'ff' as text) where site = 'public'")
        memory.commit()
    built.edit(FEE, "payer: 安装", "payer: 装")

    assert build(built).code == DONE
    assert "装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_a_content_folder_that_is_a_link_is_no_project(workshop: Workshop) -> None:
    """A link is never followed, so that nothing of the other side can slip in through one."""
    workshop.move("content/public", "elsewhere")
    workshop.path("content/public").symlink_to(workshop.path("elsewhere"))

    assert verb("check", workshop).code == USAGE
    assert verb("check", workshop, "--only", "public").code == USAGE


@pytest.mark.parametrize(
    ("code", "said"),
    [("FULL", "磁盘满了"), ("BUSY", "另一次生成正在用它，请等它结束，再试一次"), ("IOERR", "用不了（…）")],
)
def test_what_keeps_the_cache_from_being_written_is_3_and_says_what_helps(
    capsys: pytest.CaptureFixture[str], code: str, said: str
) -> None:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{code}")

    with pytest.raises(SystemExit) as ended, say.world_faults():
        raise error

    assert ended.value.code == WORLD
    assert capsys.readouterr().err.startswith(f"mingbai: .mingbai/cache.sqlite：{said}")


def test_what_cannot_be_read_is_told_once_and_not_by_those_that_refer_to_it(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(root: Path, path: str) -> bytes:
        if path in (FEE, "content/public/files/forms/sample.txt"):
            raise PermissionError(13, "refused", path)
        return read(root, path)

    monkeypatch.setattr(load, "read", refusing)

    assert {problem.code for problem in workshop.build().problems} == {"file/unreadable"}


@pytest.mark.parametrize("folder", ["content/public/divisions", "content/public", "content/intranet/plans"])
def test_a_folder_that_cannot_be_read_is_told_and_not_what_only_follows_from_it(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    def refusing(path: str) -> object:
        if str(path).endswith(folder):
            raise PermissionError(13, "refused", path)
        return scandir(path)

    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", refusing)

    assert [(p.place.path, p.code) for p in workshop.build().problems] == [(folder, "folder/unreadable")]


def test_a_folder_of_templates_that_cannot_be_read_hides_no_mistake_and_stops_its_own_site(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: str) -> object:
        if str(path).endswith("templates/intranet"):
            raise PermissionError(13, "refused", path)
        return scandir(path)

    workshop.write("templates/intranet/own.html", "")
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", refusing)

    assert [released.site for released in workshop.build().released] == ["public"]
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")
    codes = {problem.code for problem in workshop.build().problems if problem.is_error}
    assert codes == {"folder/unreadable", "fee/above-lower-limit"}
