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
    assert said.err.endswith("mingbai: 内容里有错误，还没有自查；先改好上面说的，再来一次。\n")


def test_annotations_have_no_indicators() -> None:
    assert mingbai("check", "--inspection", "--format", "github", "-s", ROOT).code == USAGE
