"""`check --inspection`: the list as it is printed."""

import json
from datetime import date

from tests import ROOT
from tests.cli.shell import DONE, PROBLEMS, USAGE, mingbai
from tests.workshop import Workshop

EXPECTED = ROOT / "tests" / "cli" / "inspection.txt"


def test_the_sample_is_told_in_these_words() -> None:
    said = mingbai("check", "--inspection", "-s", ROOT, "--as-of", date(2026, 12, 28))

    assert (said.code, said.out) == (DONE, EXPECTED.read_text(encoding="utf-8"))


def test_programs_get_the_same_as_data() -> None:
    said = mingbai("check", "--inspection", "--format", "json", "-s", ROOT)

    facts = json.loads(said.out)
    home = next(each for each in facts["indicators"] if each["id"] == "V3")
    assert {"id", "group", "name", "asks", "outcome", "soon", "found", "route", "on", "days", "todo"} == home.keys()
    assert (home["outcome"], home["route"], home["days"]) == ("通过", "/", 10)


def test_where_content_has_mistakes_the_list_says_why_it_is_not_there(workshop: Workshop) -> None:
    workshop.write("content/public/fees/catv.yaml", "name: 3\n")
    said = mingbai("check", "--inspection", "-s", workshop.root)

    assert (said.code, said.out) == (PROBLEMS, "")
    assert said.err.count(": error ") == 11
    assert said.err.endswith(
        "mingbai: 内容里有 11 个错误，都列在上面，还没有自查。先改好，再来一次；只看错误用 build.py check。\n"
    )


def test_a_day_with_mistakes_is_named_with_how_many_and_how_to_see_them(workshop: Workshop) -> None:
    """What will come into force only later may be wrong on an earlier day alone."""
    workshop.write("content/public/fees/catv.yaml", "name: 3\n")
    said = mingbai("check", "--inspection", "--as-of", "2026-10-01", "-s", workshop.root)

    errors = said.err.count(": error ")
    assert errors
    assert f"看 2026-10-01 这一天，内容里有 {errors} 个错误，都列在上面，还没有自查。" in said.err
    assert said.err.endswith("只看错误用 build.py check --as-of 2026-10-01。\n")


def test_annotations_have_no_indicators() -> None:
    assert mingbai("check", "--inspection", "--format", "github", "-s", ROOT).code == USAGE
