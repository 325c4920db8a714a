"""What the options of `build` and `check` change."""

import json
import re

import pytest

from tests.cli.shell import DONE, PROBLEMS, build, mingbai, probe, untouched, verb
from tests.cli.test_format import ENDING, LAW
from tests.workshop import Workshop, site

FEE = "content/public/fees/catv.yaml"
READS = """
import json, sys
from mingbai.cli import main

touched = []

def hook(event, arguments):
    if event in ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove"):
        touched.append(str(arguments[0]))

sys.addaudithook(hook)
try:
    main(sys.argv[1:])
finally:
    print(json.dumps([path for path in touched if "intranet" in path]))
"""
"""Runs the program and tells which paths of the intranet it opened, listed, wrote or removed."""


def test_strict_production_refuses_what_is_made_up_and_plain_strict_does_not(workshop: Workshop) -> None:
    for name in ("check", "build"):
        said = verb(name, workshop, "--only", "public", "--strict", "production")

        assert said.code == PROBLEMS
        for code in ("production/still-a-sample", "production/made-up", "production/sample-day"):
            assert f"error {code}" in said.err
        assert verb(name, workshop, "--only", "public", "--strict").code == DONE


def test_strict_makes_errors_of_warnings(workshop: Workshop) -> None:
    workshop.write(LAW, ENDING.read_text(encoding="utf-8"))
    assert build(workshop, "--only", "public").code == DONE
    workshop.edit(FEE, "payer: 安装", "payer: 装")

    with untouched(workshop, "public"):
        said = build(workshop, "--only", "public", "--strict")

    assert said.code == PROBLEMS
    assert said.err.endswith("2 个文件里有 2 个错误。\n")


def test_a_warning_alone_stops_nothing(workshop: Workshop) -> None:
    workshop.write(LAW, ENDING.read_text(encoding="utf-8"))

    said = build(workshop)

    assert said.code == DONE
    assert said.err.count(": warning basis/ends-soon: ") == 2
    assert workshop.sites()["public"] and workshop.sites()["intranet"]


def test_only_public_builds_the_same_site_where_the_intranet_is_absent(built: Workshop) -> None:
    right = built.sites()["public"]
    out = built.root / "elsewhere"
    built.move("content/intranet", "not-here")

    said = build(built, "--only", "public", "-o", out)

    assert (said.code, said.err) == (DONE, "")
    assert said.out.startswith("公众网 ") and "局办公网" not in said.out
    assert right == site(out, "public")
    assert sorted(path.name for path in out.iterdir()) == [".trees", "public"]


@pytest.mark.parametrize("verb", ["build", "check"])
def test_only_public_neither_reads_nor_lists_the_intranet(workshop: Workshop, verb: str) -> None:
    workshop.write("content/intranet/plans/2026/broken.yaml", "：\n")

    said = probe(READS, verb, "-s", workshop.root, "--only", "public")

    assert (said.code, said.err) == (DONE, "")
    assert [path for path in json.loads(said.out.splitlines()[-1]) if "content" in path] == []


def test_a_build_of_both_does_read_the_intranet(workshop: Workshop) -> None:
    """The control for the test above."""
    said = probe(READS, "check", "-s", workshop.root)

    assert any("content/intranet/plans" in path for path in json.loads(said.out.splitlines()[-1]))


def test_only_intranet_leaves_the_public_site_alone(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")

    with untouched(built, "public"):
        said = build(built, "--only", "intranet")

    assert said.code == DONE
    assert "装有线电视的居民用户" in built.sites()["intranet"]["fees/catv/index.html"].decode()


def test_what_lies_in_neither_folder_stops_the_intranet_and_is_told(built: Workshop) -> None:
    """The public site is made from its own folder alone, so it cannot know."""
    built.write("content/notes.md", "忘了放进去\n")
    built.edit(FEE, "payer: 安装", "payer: 装")

    with untouched(built, "intranet"):
        said = build(built)

    assert said.code == PROBLEMS
    assert said.err.startswith("content/notes.md:1:1: error file/outside: ")
    assert "装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_quiet_says_nothing_but_problems(workshop: Workshop) -> None:
    assert build(workshop, "-q").all == ""
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")
    said = build(workshop, "-q")

    assert (said.code, said.out) == (PROBLEMS, "")
    assert "error fee/above-lower-limit" in said.err


def test_verbose_says_of_each_page_why_it_was_made(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")

    said = build(built, "-v", "--only", "public")

    assert "公众网 fees/catv/index.html：页面内容变了\n" in said.out
    assert "laws/" not in said.out


@pytest.mark.parametrize(
    ("day", "issues"),
    [("2026-03-01", set()), ("2026-03-02", {"01"}), ("2026-05-05", {"01"}), ("2026-12-31", {"01", "02"})],
)
def test_as_of_shows_the_state_of_a_day_in_the_past_or_the_future(
    workshop: Workshop, day: str, issues: set[str]
) -> None:
    said = build(workshop, "--as-of", day)

    assert (said.code, said.err) == (DONE, "")
    pages = workshop.sites()["public"]
    assert {no for no in ("01", "02") if f"bulletins/2026/{no}/index.html" in pages} == issues


@pytest.mark.parametrize("day", ["0001-01-01", "2026-01-09"])
def test_as_of_a_day_when_next_to_nothing_was_there_still_makes_whole_sites(workshop: Workshop, day: str) -> None:
    said = build(workshop, "--as-of", day)

    assert (said.code, said.err) == (DONE, "")
    assert {"index.html", "404.html", "sitemap.xml"} <= workshop.sites()["public"].keys()


def test_as_of_the_last_day_there_is_only_the_yearly_clearing_is_missing(workshop: Workshop) -> None:
    said = build(workshop, "--as-of", "9999-12-31")

    assert said.code == PROBLEMS
    assert set(re.findall(r"error (\S+):", said.err)) == {"clearing/outdated"}


def test_clean_makes_everything_anew_and_changes_nothing(built: Workshop) -> None:
    with untouched(built):
        said = build(built, "--clean", "-v")

    assert said.code == DONE
    assert "公众网 index.html：" in said.out
    assert "改了 0 个" in said.out


def test_the_sites_go_where_output_says(workshop: Workshop) -> None:
    said = mingbai("build", "-s", "content/..", "-o", "out/here", cwd=workshop.root)

    assert said.code == DONE
    assert site(workshop.root / "out/here", "public")
    assert not workshop.out.exists()
