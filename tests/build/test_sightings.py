"""What is seen in files is seen once for each version of a file, and a longer list is looked for in all of them."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import Raw
from msgspec.json import encode

from mingbai.boundary import Audience
from mingbai.cache import Cache
from mingbai.remembered import Remembered
from mingbai.source.forbidden import item
from tests import ROOT
from tests.cli.shell import PROBLEMS, build, verb
from tests.workshop import Workshop

ARTICLE = "content/public/bulletins/2026/01/one-notice.md"
PLAN = "content/intranet/plans/2026/market.yaml"
LIST = "content/public/forbidden.yaml"
NUMBER = "11010519491231002X"


def codes(workshop: Workshop, *, clean: bool = False) -> list[tuple[str, str]]:
    """Where each problem of a build is, and its code."""
    return [(problem.place.path, problem.code) for problem in workshop.build(clean=clean).problems]


def test_a_number_is_told_again_from_the_cache_until_it_is_gone(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit(ARTICLE, "跑第二趟", f"{NUMBER}跑第二趟")

    assert codes(workshop) == codes(workshop) == [(ARTICLE, "personal/citizen-number")]

    workshop.edit(ARTICLE, NUMBER, "")
    assert codes(workshop) == []


def test_nothing_is_published_with_a_number_in_it(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.build()
    before = workshop.sites()
    workshop.edit(ARTICLE, "跑第二趟", f"{NUMBER}跑第二趟")
    workshop.build()

    assert workshop.sites() == before


def test_a_mobile_number_that_is_an_office_line_may_stand_anywhere(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit(ARTICLE, "跑第二趟", "打138-0013-8000，跑第二趟")
    assert codes(workshop) == [(ARTICLE, "personal/mobile-number")]

    workshop.edit("content/public/people/yi.yaml", "office_phone: ", 'office_phone: "13800138000" # ')
    assert codes(workshop) == []


def test_on_the_intranet_a_mobile_number_is_only_a_warning(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit(PLAN, "owner: 处长", "owner: 处长13800138000")
    outcome = workshop.build()

    assert [(problem.code, problem.is_error) for problem in outcome.problems] == [("personal/mobile-number", False)]
    assert len(outcome.released) == 2


def test_a_number_inside_stops_the_intranet_only(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit(PLAN, "owner: 处长", f"owner: 处长{NUMBER}")

    assert [released.site for released in workshop.build().released] == ["public"]


def test_the_number_is_never_printed_whole(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.edit(ARTICLE, "跑第二趟", f"{NUMBER}跑第二趟")
    said = build(workshop)

    assert said.code == PROBLEMS
    assert "110*************2X" in said.err
    assert NUMBER not in said.all


def test_a_string_put_on_the_list_is_found_in_files_that_did_not_change(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    assert codes(workshop) == []

    salt = workshop.read(LIST).split()[1]
    workshop.write(LIST, f"{workshop.read(LIST)}  - {item(salt, '跑第二趟')}\n")
    assert set(codes(workshop)) == {(ARTICLE, "forbidden/string"), (PLAN, "forbidden/string")}


def test_the_verb_writes_a_digest_and_not_the_string(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    said = verb("forbid", workshop, typed="跑第二趟\n")

    assert said.code == 0
    assert "跑" not in workshop.read(LIST) + said.all
    assert {code for _, code in codes(workshop)} == {"forbidden/string"}
    assert "已经有它了" in verb("forbid", workshop, typed="跑 第 二 趟\n").out
    assert "太短" in verb("forbid", workshop, typed="二趟\n").err


def test_without_a_terminal_the_verb_reads_a_line_and_python_warns_of_nothing(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    command = [sys.executable, str(ROOT / "build.py"), "forbid", "-s", str(workshop.root)]

    said = subprocess.run(
        command, input="跑第二趟\n", text=True, capture_output=True, start_new_session=True, check=True
    )

    assert (said.stdout.splitlines()[0], said.stderr) == (f"加好了。加错了，就删掉 {LIST} 的最后一行。", "")
    assert {code for _, code in codes(workshop)} == {"forbidden/string"}


@pytest.mark.parametrize("file", ["salt: 5eed5eed5eed5eed\nstrings: []\n", "salt: 5eed5eed5eed5eed\n"])
def test_the_verb_never_breaks_a_list_that_is_written_in_another_way(tmp_path: Path, file: str) -> None:
    workshop = Workshop(tmp_path)
    workshop.write(LIST, file)
    said = verb("forbid", workshop, typed="跑第二趟\n")

    assert (said.code, workshop.read(LIST)) == (PROBLEMS, file)
    assert "加不进去" in said.err


def test_the_verb_makes_the_list_where_there_is_none(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.path(LIST).unlink()
    said = verb("forbid", workshop, typed="跑第二趟\n")

    assert f"加错了，就删掉 {LIST}。" in said.out
    assert {code for _, code in codes(workshop)} == {"forbidden/string"}


@pytest.mark.parametrize(
    ("string", "where"),
    [
        ("跑第二趟", f"现在 2 个文件里有它，例如 {PLAN}。不改好，网站就不更新；在哪一行，运行 build.py check 看。"),
        ("无此字句", "现在哪个文件里都没有它；以后哪个文件里有了，网站就不更新。"),
    ],
)
def test_the_verb_says_in_how_many_files_it_stands_and_how_to_take_it_back(
    tmp_path: Path, string: str, where: str
) -> None:
    workshop = Workshop(tmp_path)
    before = workshop.read(LIST)
    said = verb("forbid", workshop, typed=f"{string}\n")

    assert said.out.splitlines()[-2:] == [f"加好了。加错了，就删掉 {LIST} 的最后一行。", where]
    assert verb("forbid", workshop, typed=f"{string}\n").out.splitlines()[-2:] == ["名单里已经有它了。", where]
    assert workshop.read(LIST).splitlines()[:-1] == before.splitlines()


def test_a_build_in_which_nothing_changed_looks_at_nothing_again(tmp_path: Path) -> None:
    """The control: what is kept is what is told, so a sighting put into the cache by hand is told as well."""
    workshop = Workshop(tmp_path)
    workshop.build()
    _plant(workshop, ARTICLE)

    assert codes(workshop) == [(ARTICLE, "personal/citizen-number")]


def _plant(workshop: Workshop, path: str) -> None:
    with closing(sqlite3.connect(workshop.root / ".mingbai" / "cache.sqlite")) as db, db:
        (program,) = db.execute("select value from fact where name = 'program'").fetchone()
        seen = f'[[["{path}", 1, 1], "身份证号码", "110*************2X", ""]]'
        cache = Cache(db, program)
        known = next(some[path] for some in cache.sources() if path in some)
        cache.remember_sources({path: Remembered(known.stat, known.digest, Raw(encode(known.parsed)), seen)}, ())
        cache.settle(same=False, whole=True)  # as whoever writes what the rules see another way


def test_a_longer_list_reaches_files_that_the_next_build_leaves_out(tmp_path: Path) -> None:
    """The list grows, the public site alone is built; what lies inside is looked at when the intranet is built."""
    workshop = Workshop(tmp_path)
    workshop.build()
    salt = workshop.read(LIST).split()[1]
    workshop.write(LIST, f"{workshop.read(LIST)}  - {item(salt, '委托书已签')}\n")

    workshop.build(wanted=(Audience.PUBLIC,))

    assert codes(workshop) == codes(workshop, clean=True)
    assert (PLAN, "forbidden/string") in codes(workshop)
