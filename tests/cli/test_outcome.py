"""What a build says of the sites: which one stays as it was, and where most of one went."""

import re

import pytest

from mingbai.cli.loss import loss
from mingbai.publish.writer import Released
from tests.cli.shell import DONE, PROBLEMS, build, mingbai, untouched
from tests.workshop import Workshop


def test_a_build_says_which_site_stays_as_it_was(built: Workshop) -> None:
    built.edit("content/intranet/findings/2026/002.yaml", "text: ", "text：")

    with untouched(built, "intranet"):
        said = build(built)

    assert said.code == PROBLEMS
    assert re.fullmatch(r"公众网 \d+ 个文件，改了 \d+ 个，删了 0 个；局办公网有错误，没有动。\n", said.out)


def test_a_build_that_takes_most_of_a_site_away_says_so_and_how_to_put_it_back(built: Workshop) -> None:
    before = built.sites()

    said = build(built, "--only", "public", "--as-of", "2016-06-30")

    assert said.code == DONE
    told = re.fullmatch(
        r"mingbai: 公众网原来有 (\d+) 个文件，(\d+) 个没有了：这次做的是 2016-06-30 那一天的样子。"
        r"不想这样，就先退回原来的样子：build.py (rollback -s \S+ public)；改好再做一次。\n",
        said.err,
    )
    assert told, said.err
    had, gone = int(told[1]), int(told[2])
    assert had == len(before["public"]) - 1, "the manifest is not counted"
    assert f"公众网 {had - gone} 个文件" in said.out
    assert mingbai(*told[3].split()).code == DONE
    assert built.sites() == before


@pytest.mark.parametrize(
    ("before", "removed", "is_said"), [(99, 50, True), (100, 50, False), (60, 49, False), (1000, 500, False)]
)
def test_that_is_said_where_more_than_half_went_and_fifty_at_least(before: int, removed: int, is_said: bool) -> None:
    done = Released("public", 0, removed, before - removed, switched=True, before=before)

    said = loss(done, None, "build.py rollback public") or ""

    assert ("没有了：内容里的文件可能挪走了，或者删掉了。" in said) is is_said
