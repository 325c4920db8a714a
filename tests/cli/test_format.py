"""Problems as people and as programs get them."""

import json
import re
from typing import Any
from unicodedata import east_asian_width

import pytest

from mingbai import report
from mingbai.problem import Place, Problem
from tests.cli.shell import DONE, PROBLEMS, Said, build, verb
from tests.workshop import GOLDEN, Workshop

FEE = "content/public/fees/catv.yaml"
LAW = "content/public/laws/price-2005-catv.yaml"
ENDING = GOLDEN.parents[1] / "broken/basis-ends-soon" / LAW
"""A law that lapses soon: two warnings and no error."""
MORE = "其中 1 个文件没有查完：改好了再检查一次，可能还有别的错误。\n"


@pytest.fixture
def warned(workshop: Workshop) -> Workshop:
    """A project with two warnings."""
    workshop.write(LAW, ENDING.read_text(encoding="utf-8"))
    return workshop


def columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def check(workshop: Workshop, *words: object) -> Said:
    return verb("check", workshop, *words)


@pytest.mark.parametrize(
    ("path", "old", "wrong"),
    [
        (FEE, "review: {by: 办公室, on: 2026-01-23}", "2026-02-30"),
        (FEE, "  - {law: price-2005-catv, articles: [第二条]}", "第二十二条"),
        ("content/public/laws/performances.yaml", "review: {by: 办公室, on: 2026-01-08}", "２０２６年"),
    ],
)
def test_the_mark_stands_under_the_spot_behind_wide_letters(
    workshop: Workshop, path: str, old: str, wrong: str
) -> None:
    """Columns are counted in letters, but the mark in what they take on a screen."""
    new = re.sub(r"2026-01-\d\d|第二条", wrong, old)
    workshop.edit(path, old, new)

    said = check(workshop)
    _, shown, mark, hint, *_ = said.err.splitlines()

    assert new in shown and hint.startswith("  = 提示: ")
    assert columns(mark.partition("^")[0]) == columns(shown.partition(wrong)[0])


def test_what_moves_the_cursor_is_not_printed(workshop: Workshop) -> None:
    """A control character in a file is told by its number and never reaches the terminal."""
    workshop.edit(FEE, "name: 有线", "name: 有\x1b[31m线")

    said = check(workshop)

    assert f"{FEE}:1:8: error file/control-character: 这里有一个看不见的字符 U+001B" in said.err
    assert "  1 | name: 有 [31m线" in said.err
    assert "\x1b" not in said.all


def test_each_problem_has_its_line_and_the_end_counts_them(warned: Workshop) -> None:
    warned.edit(FEE, "charged: 14.00", "charged: 十四")

    said = check(warned)

    assert said.err.count("\n  = 提示: ") == said.err.count(" | ^") + said.err.count("  ^") >= 2
    assert said.err.endswith("2 个文件里有 1 个错误，1 个提醒。" + MORE)


def test_where_a_file_was_not_looked_at_all_through_the_last_line_says_that_more_may_come(workshop: Workshop) -> None:
    workshop.edit(FEE, "charged: 14.00", "charged: @14.00")
    workshop.edit(LAW, "title: ", "tilte: ")

    said = check(workshop)

    assert said.err.rpartition("2 个文件里有 ")[2].endswith(f" 个错误。{MORE.replace('1', '2')}")


def test_a_file_in_which_two_versions_met_was_not_looked_at_all_through_either(workshop: Workshop) -> None:
    workshop.edit(FEE, "charged: 14.00", "<<<<<<< HEAD\ncharged: 14.00\n=======\ncharged: 15.00\n>>>>>>> other")

    assert check(workshop).err.endswith(MORE)


def test_what_is_said_of_a_file_without_a_number_by_others_comes_once_it_has_one(workshop: Workshop) -> None:
    first = "content/intranet/findings/2026/001.yaml"
    workshop.write(first.replace("001", "2"), workshop.read(first).replace("三次", "四次"))

    assert check(workshop).err.endswith("1 个文件里有 1 个错误。" + MORE)


def test_where_a_file_in_a_wrong_place_is_missed_the_last_line_says_to_begin_with_it(workshop: Workshop) -> None:
    moved = FEE.replace("/fees/", "/fee/")
    workshop.move(FEE, moved)

    said = check(workshop).err

    assert said.index("reference/missing") < said.index("file/misplaced")
    assert said.endswith(f"先改 {moved}：地方或名字不对，别处说“没有”的可能就是它，把它改好，那些错误也就没了。\n")


def test_where_nothing_is_missed_it_does_not(workshop: Workshop) -> None:
    workshop.write(FEE.replace("/fees/", "/fee/"), "name: 有线\n")

    assert check(workshop).err.endswith("1 个文件里有 1 个错误。\n")


def test_what_a_broken_file_refers_to_is_told_with_it_and_as_well_from_memory(workshop: Workshop) -> None:
    workshop.edit(FEE, "charged: 14.00", "charged: 14元\ndivision: offic")

    first, again = check(workshop), check(workshop)

    assert f"{FEE}:8:10: error field/not-an-amount: " in first.err
    assert f"{FEE}:9:11: error reference/missing: 没有 divisions/offic\n" in first.err
    assert first.err.endswith("\n\n1 个文件里有 2 个错误。" + MORE)
    assert again.err == first.err


def test_json_is_a_list_with_every_fact_of_every_problem(workshop: Workshop) -> None:
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = check(workshop, "--format", "json")
    (problem,) = json.loads(said.out)

    assert (said.code, said.err) == (PROBLEMS, "")
    assert problem == {
        "path": FEE,
        "line": 8,
        "column": 10,
        "severity": "error",
        "code": "fee/above-lower-limit",
        "message": "“有线电视基本收视维护费”实收 15.00 元/户·月，高于法定下限 14.00 元/户·月",
        "hint": "改为 charged: 14.00",
        "hides_others": False,
    }


def test_json_says_of_which_files_more_may_come(workshop: Workshop) -> None:
    workshop.edit(FEE, "charged: 14.00", "charged: 14元\ndivision: offic")

    told = json.loads(check(workshop, "--format", "json").out)

    assert {problem["code"]: problem["hides_others"] for problem in told} == {
        "field/not-an-amount": True,
        "reference/missing": False,
    }


@pytest.mark.parametrize("name", ["build", "check"])
@pytest.mark.parametrize(("shape", "nothing"), [("json", []), ("gitlab", []), ("github", None)])
def test_without_problems_programs_get_an_empty_report_and_nothing_else(
    workshop: Workshop, name: str, shape: str, nothing: Any
) -> None:
    said = verb(name, workshop, "--format", shape)

    assert (said.code, said.err) == (DONE, "")
    assert (json.loads(said.out) if nothing is not None else said.out) == (nothing if nothing is not None else "")


def test_gitlab_gets_a_code_quality_report(warned: Workshop) -> None:
    """The five fields that GitLab asks for, a fingerprint of its own for each problem."""
    warned.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = check(warned, "--format", "gitlab")
    rows = json.loads(said.out)

    assert [(row["check_name"], row["severity"], row["location"]["lines"]["begin"]) for row in rows] == [
        ("basis/ends-soon", "minor", 8),
        ("fee/above-lower-limit", "major", 8),
        ("basis/ends-soon", "minor", 10),
    ]
    assert all(set(row) == {"description", "check_name", "fingerprint", "severity", "location"} for row in rows)
    assert all(row["location"]["path"].startswith("content/public/") for row in rows)
    assert all(re.fullmatch("[0-9a-f]{64}", row["fingerprint"]) for row in rows)
    assert len({row["fingerprint"] for row in rows}) == 3


def test_github_gets_one_annotation_a_line(warned: Workshop) -> None:
    warned.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = check(warned, "--format", "github")
    lines = said.out.splitlines()

    assert len(lines) == 3
    assert lines[1] == (
        f"::error file={FEE},line=8,col=10,title=fee/above-lower-limit::"
        "“有线电视基本收视维护费”实收 15.00 元/户·月，高于法定下限 14.00 元/户·月（改为 charged: 14.00）"
    )
    assert lines[0].startswith("::warning file=content/public/commitments/market/catv.yaml,line=8,col=11,title=basis")


def test_githubs_own_signs_are_escaped() -> None:
    """A line break would end the command; in a property a colon or a comma would, too."""
    problem = Problem(Place("a,b:c%.yaml", 2, 3), "x/y", "百分之50%\n第二行", "写 a: 1")

    assert report.github([problem]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=x/y::百分之50%25%0A第二行（写 a: 1）"
    )


def test_a_file_name_nobody_can_read_is_told_with_question_marks(workshop: Workshop) -> None:
    """Names from an archive packed on another system are bytes and no text; they stop neither the run nor the shell."""
    folder = bytes(workshop.path("content/public/files"))
    with open(folder + b"/\xc9\xea\xc7\xeb.txt", "wb") as file:
        file.write(b"x")

    said = build(workshop)

    assert said.code == PROBLEMS
    assert said.err.startswith("content/public/files/????.txt:1:1: error file/encoding: 文件名里有")


def test_of_a_line_without_end_only_what_is_near_is_shown(workshop: Workshop) -> None:
    """A file from another program may be one line of a megabyte; the mark stands under the spot all the same."""
    workshop.edit(FEE, "name: 有线", f"name: {'字' * 3000}\x1b[31m{'字' * 3000}线")

    said = check(workshop)
    _, shown, mark, *_ = said.err.splitlines()

    assert len(shown) < 300 and shown.split("| ")[1].startswith("…") and shown.endswith("…")
    assert columns(mark.partition("^")[0]) == columns(shown.partition(" [31m")[0])
