"""What a text may link to."""

import pytest
from msgspec.structs import replace

from mingbai.problem import Problem
from mingbai.records.base import Body, Entry
from mingbai.records.parse import link_in
from mingbai.rules.link import internal_links
from tests.factories import changed, content, intranet_corpus, problems_of, raw, renamed

ARTICLE = "public/bulletins/2026/02/phone.md"


def problems(target: str) -> tuple[Problem, ...]:
    files = changed(ARTICLE, "../01/one-notice.md", target)
    files["content/public/files/图纸.png"] = "png"
    return problems_of(raw(files))


@pytest.mark.parametrize(
    "target",
    [
        "../01/one-notice.md",
        "../01/issue.yaml",
        "../01/one-notice.md#一怎么做",
        "../01/one-notice.md#",
        "../../../files/图纸.png#page=2",
        "phone.md",
        "../../../files/图纸.png",
        "https://www.gov.cn",
        "https://www.gov.cn/zhengce/?a=1&b=2#x",
        "http://zwfw.mingbai.example:8080/query",
        "mailto:wgx@mingbai.example",
        "tel:0000-0000001",
    ],
)
def test_links_that_lead_somewhere(target: str) -> None:
    assert problems(target) == ()


def test_a_file_that_is_there_is_never_taken_for_a_mistyped_address() -> None:
    files = changed(ARTICLE, "../01/one-notice.md", "www.md")
    files["content/public/bulletins/2026/02/www.md"] = files[f"content/{ARTICLE}"].replace("(www.md)", "(phone.md)")

    assert [each for each in problems_of(raw(files)) if each.code.startswith("link/")] == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../03/phone.md", "link/missing"),
        ("one-notice.md", "link/missing"),
        ("../../../../../README.md", "link/missing"),
        ("../../../files/图纸.jpg", "link/missing"),
        ("../01/", "link/missing"),
        ("../../../../intranet/plans/2026/market.yaml", "link/crosses-boundary"),
        ("../../../../intranet/plans/2026/nothing.yaml", "link/crosses-boundary"),
        ("../../../../intranet/files/nothing.pdf", "link/crosses-boundary"),
        ("/fees/catv/", "link/absolute"),
        ("/anything", "link/absolute"),
        ("#nothing", "link/no-such-heading"),
        ("../01/one-notice.md#办事指南", "link/no-such-heading"),
        ("../01/less-paper.md#nothing", "link/no-such-heading"),
        ("../../../fees/catv.yaml#依据", "link/no-such-heading"),
        ("../01/issue.yaml#one-notice", "link/no-such-heading"),
        ("../03/phone.md#nothing", "link/missing"),
        ("//www.gov.cn/", "link/malformed"),
        ("https://gov/", "link/malformed"),
        ("https://www.gov.cn/，", "link/malformed"),
        ("http:/www.gov.cn/", "link/malformed"),
        ("ftp://www.gov.cn/", "markdown/bad-address"),
        ("C:/桌面/表.docx", "markdown/bad-address"),
    ],
)
def test_links_that_do_not(target: str, code: str) -> None:
    assert [problem.code for problem in problems(target)] == [code]


@pytest.mark.parametrize("target", ["http://oa/", "http://oa:8080/a.b"])
def test_a_computer_without_a_domain_is_not_linked_to(target: str) -> None:
    [problem] = problems(target)

    assert problem.message == f"网址写得不对：{target}"
    assert problem.hint.endswith("不是域名：写漏了的，补全；只有单位里面的人打得开的，删掉这个链接")


@pytest.mark.parametrize("target", ["", " ", "<>"])
def test_empty_brackets_are_told_as_such(target: str) -> None:
    found = problems(target)

    assert [(each.code, each.message) for each in found] == [("link/missing", "链接的括号里是空的")]
    assert "[看](路径)" in found[0].hint


@pytest.mark.parametrize(
    "target",
    [
        "C:\\桌面\\表.docx",
        "D:\\表.docx",
        "C:/桌面/表.docx",
        "file:///C:/桌面/表.docx",
        "file:///C:/%E8%A1%A8.docx",
        "\\\\fwq\\表.docx",
    ],
)
def test_a_file_on_the_writers_own_computer_belongs_into_files(target: str) -> None:
    assert [
        "把文件放进 files/" in each.hint and "../../../files/表.docx)" in each.hint for each in problems(target)
    ] == [True]


def test_the_right_file_is_found_by_its_name() -> None:
    assert problems("one-notice.md")[0].hint == "是不是 ../01/one-notice.md？"
    assert (
        problems("less-paper.png")[0].hint == "把文件放进 content/public/files/，这里写 ../../../files/less-paper.png"
    )
    assert problems("/fees/catv/#top")[0].hint == "改为源文件的路径：../../../fees/catv.yaml"


def test_where_no_name_is_like_it_the_names_that_are_there_are_told() -> None:
    assert (
        problems("../../../fees/nothing-like-it.yaml")[0].hint
        == "写现在的文件名；../../../fees/ 里有：culture-card.yaml、catv.yaml"
    )
    assert problems("../../../nowhere/q.yaml")[0].hint == "从本文所在的文件夹写起，例如 ../../../fees/catv.yaml"


def test_the_headings_of_another_text_are_named() -> None:
    there = "#一怎么做、#一先看材料、#二再打电话、#二后来怎么样"

    assert problems("../01/one-notice.md#办事指南")[0].hint == f"可以写的有：{there}"
    assert problems("../../../fees/catv.yaml#依据")[0].hint == "删掉 # 和后面的字，写成 ../../../fees/catv.yaml"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("submitted_on: 2026-02-25", "submitted_on: x", ["field/not-a-day", "link/no-such-heading"]),
        ("---\n\n", "\n\n", ["front-matter/unclosed"]),
    ],
)
def test_of_the_headings_of_a_broken_text_so_much_is_said_as_can_be_read(old: str, new: str, codes: list[str]) -> None:
    files = changed(ARTICLE, "../01/one-notice.md", "../01/one-notice.md#nothing")
    files = changed("public/bulletins/2026/01/one-notice.md", old, new, files)

    assert [problem.code for problem in problems_of(raw(files))] == codes


def test_a_broken_file_is_there() -> None:
    files = changed(ARTICLE, "../01/one-notice.md", "../../../commitments/market/perf-domestic.yaml")
    files = changed("public/commitments/market/perf-domestic.yaml", "authority: 法定本级", "authority: 本级", files)

    assert [problem.code for problem in problems_of(raw(files))] == ["field/not-a-choice"]


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("market.yaml", []),
        ("../../annexes/fees/catv.yaml", []),
        ("../../../public/fees/catv.yaml", []),
        ("../../../public/files/forms/sample.txt", []),
        ("../../files/forms/sample.txt", ["link/missing"]),
        ("office.yaml", ["link/missing"]),
        ("../../../public/bulletins/2026/01/one-notice.md#一怎么做", []),
        ("../../../public/bulletins/2026/01/one-notice.md#nothing", ["link/no-such-heading"]),
        ("market.yaml#nothing", ["link/no-such-heading"]),
    ],
)
def test_an_intranet_text_may_link_to_both_sides(target: str, codes: list[str]) -> None:
    corpus = intranet_corpus(content())
    plan = corpus.plans["2026/market"]
    text = Entry(plan.id, plan.record, plan.places, plan.seal, Body("", (link_in(plan.path, target, (3, 1)),)))

    found = internal_links(replace(corpus, entries=(text, *corpus.entries[1:])))

    assert [problem.code for problem in found] == codes


def test_a_broken_intranet_file_is_there_too() -> None:
    """A slip in a plan is told once, in the plan, and not in every text that links to it."""
    files = changed("intranet/activities/2026/start.md", "会开了", "见[方案](../../plans/2026/market.yaml)，会开了")

    assert problems_of(raw(files)) == ()

    files = changed("intranet/plans/2026/market.yaml", "due: 2026-06-30", "due: 2026/6/30", files)
    assert [problem.code for problem in problems_of(raw(files))] == ["field/not-a-day"]


def test_what_a_heading_was_called_before_still_leads_there() -> None:
    files = changed(ARTICLE, "../01/one-notice.md", "../01/one-notice.md#办法")
    path = "content/public/bulletins/2026/01/one-notice.md"
    assert [p.code for p in problems_of(raw(files))] == ["link/no-such-heading"]
    files[path] = files[path].replace("怎么做\n", '怎么做 {oldids="办法"}\n', 1)

    assert problems_of(raw(files)) == ()


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("../../../fees/cavt.yaml", "../../../fees/catv.yaml"),
        ("../../../fines/catv.yaml", "../../../fees/catv.yaml"),
        ("../01/one-notce.md", "../01/one-notice.md"),
        ("../../../files/图纸.jpg", "../../../files/图纸.png"),
    ],
)
def test_a_dead_link_is_answered_with_the_file_that_was_meant(target: str, meant: str) -> None:
    assert [problem.hint for problem in problems(target)] == [f"是不是 {meant}？"]


@pytest.mark.parametrize(("target", "answer"), [("../09/nine.md", "从本文"), ("../../../laws/zzz.yaml", "写现在")])
def test_where_no_name_is_like_it_none_is_put_forward(target: str, answer: str) -> None:
    assert [problem.hint[:3] for problem in problems(target)] == [answer]


def test_a_link_to_a_file_that_was_renamed_is_told_its_new_path_but_nobody_outside_is_told_one_inside() -> None:
    old, new = "public/documents/2026/hearing-at-night.md", "public/documents/2026/late-desk.md"
    before = changed(ARTICLE, "../01/one-notice.md", "../../../documents/2026/hearing-at-night.md")
    inside = new.replace("public", "intranet")
    hints = []
    for path in (new, inside):
        files = {f"content/{path}" if name == f"content/{old}" else name: text for name, text in before.items()}
        told = problems_of(raw(files), past=renamed(raw(before), raw(files)))
        hints += [problem.hint for problem in told if problem.code == "link/missing"]

    assert hints[0] == "它改名了，这里改成 ../../../documents/2026/late-desk.md"
    assert len(hints) == 2 and "intranet" not in hints[1]


@pytest.mark.parametrize("target", ["../../../fees/catv-old.yaml", "../../../fees/catv-2005.yaml"])
def test_a_dead_link_to_no_near_misspelling_is_answered_with_what_the_folder_holds(target: str) -> None:
    assert [problem.hint for problem in problems(target)] == [
        "写现在的文件名；../../../fees/ 里有：catv.yaml、culture-card.yaml"
    ]
