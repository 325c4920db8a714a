"""`list next`: when the sites will be others by themselves, for people and for programs."""

import json
import shutil

import pytest

from tests.cli.shell import DONE, PROBLEMS, USAGE, verb
from tests.workshop import Workshop, without_template

KEYS = ["site", "as_of", "until", "next", "files", "came", "changed", "refused_from", "errors"]


def test_it_says_of_each_site_the_day_and_what_changes(workshop: Workshop) -> None:
    said = verb("list", workshop, "next", "--as-of", "2026-03-01", "--days", "2")

    assert (said.code, said.err) == (DONE, "")
    title, public, intranet, _, summary = said.out.splitlines()
    assert title.split() == ["网站", "哪天", "文件", "变的是"]
    assert public.startswith("公众网    2026-03-02") and "出现content/public/" in public
    assert intranet.startswith("局办公网  2026-03-02")
    assert summary == "2026-03-01，公众网下一次会变是 2026-03-02，局办公网下一次会变是 2026-03-02。"
    assert not workshop.out.exists() and not workshop.path(".mingbai").exists()


def test_for_programs_it_is_a_list_of_two(workshop: Workshop) -> None:
    said = verb("list", workshop, "next", "--as-of", "2026-03-01", "--days", "1", "--format", "json")
    public, intranet = json.loads(said.out)

    assert [*public] == [*intranet] == KEYS
    assert (public["site"], public["next"], public["until"]) == ("public", "2026-03-02", "2026-03-02")
    assert "bulletins/2026/01/index.html" in public["files"]


def test_without_the_intranet_it_speaks_of_the_public_site_alone(workshop: Workshop) -> None:
    shutil.rmtree(workshop.path("content/intranet"))
    said = verb("list", workshop, "next", "--as-of", "2026-03-01", "--days", "1")

    assert said.out.splitlines()[-1] == "2026-03-01，公众网下一次会变是 2026-03-02。"


def test_where_nothing_comes_it_says_how_far_it_looked(workshop: Workshop) -> None:
    shutil.rmtree(workshop.path("content/intranet"))
    said = verb("list", workshop, "next", "--as-of", "2026-03-03", "--days", "1")

    assert said.out == "2026-03-03，公众网到 2026-03-04 为止不会自己变。\n"


def test_from_when_the_site_cannot_be_made_is_told_with_the_lines(workshop: Workshop) -> None:
    shutil.rmtree(workshop.path("content/intranet"))
    said = verb("list", workshop, "next", "--as-of", "2027-02-27", "--days", "3")

    assert "内容不改，2027-03-01 起公众网做不成，有 2 个错误：\n" in said.out
    assert "\n  content/public/fees/catv.yaml:19: “有线电视基本收视维护费”的清理还是 2026 年的" in said.out
    assert said.out.endswith("2027-02-27，公众网到 2027-03-01 以前不会自己变。\n")


def test_with_a_mistake_on_the_day_itself_there_is_nothing_to_look_ahead_from(workshop: Workshop) -> None:
    workshop.edit("content/public/fees/catv.yaml", "charged: 14.00", "charged: 15.00")
    said = verb("list", workshop, "next")

    assert (said.code, said.out) == (PROBLEMS, "")
    assert "fee/above-lower-limit" in said.err


def test_it_is_about_whole_sites(workshop: Workshop) -> None:
    said = verb("list", workshop, "next", "--division", "market")

    assert said.code == USAGE
    assert "next 说的是整个网站，不写 --division 和 --only" in said.err


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ("public/fees.html", "templates/public/fees.html:1:1: error template/gone: 网页的模板不见了"),
        ("shared/foot.html", "error template/missing: 没有 shared/foot.html 这个模板"),
        ("assets/site.css", "templates/assets/site.css:1:1: error template/gone: 网页要用的文件不见了"),
    ],
)
def test_without_a_template_there_is_nothing_to_look_ahead_from(workshop: Workshop, lost: str, said: str) -> None:
    with without_template(lost):
        found = verb("list", workshop, "next", "--as-of", "2026-03-01", "--days", "1")

    assert (found.code, found.out) == (PROBLEMS, "")
    assert said in found.err


def test_a_template_that_is_not_there_on_the_day_its_first_page_comes_is_told(workshop: Workshop) -> None:
    with without_template("public/bulletin.html"):
        said = verb("list", workshop, "next", "--as-of", "2026-03-01", "--days", "1")

    assert "内容不改，2026-03-02 起公众网做不成，有 1 个错误：\n" in said.out
    assert "\n  templates/public/bulletin.html:1: 网页的模板不见了\n" in said.out
