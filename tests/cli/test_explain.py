"""`explain`: one page backwards, to the files its facts are written in, and why it was last made."""

import re

import pytest

from tests.cli.shell import DONE, PROBLEMS, USAGE, Said, build, verb
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"


def explain(workshop: Workshop, *words: object) -> Said:
    return verb("explain", workshop, *words)


def test_it_names_file_fingerprint_template_view_records_and_reason(built: Workshop) -> None:
    said = explain(built, "/fees/catv/")

    assert (said.code, said.err) == (DONE, "")
    assert re.fullmatch(
        rf"文件  {re.escape(str(built.out))}/public/fees/catv/index\.html\n"
        r"指纹  内容 [0-9a-f]{12}  模板 [0-9a-f]{12}  全站 [0-9a-f]{12}  程序 [0-9a-f]{12}\n"
        r"模板  templates/public/fee\.html\n"
        r"视图  mingbai\.pages\.public\.fee\.FeeView\n"
        rf"记录  {FEE}\n"
        r"上次重做  线上原来没有这一页\n",
        said.out,
    )


def test_it_says_why_a_page_was_made_again(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")
    build(built)

    assert explain(built, "/fees/catv/").out.endswith("上次重做  页面内容变了\n")
    assert explain(built, "/laws/performances/").out.endswith("上次重做  线上原来没有这一页\n")


def test_an_issue_names_all_its_articles(built: Workshop) -> None:
    said = explain(built, "/bulletins/2026/01/")

    assert re.findall("^记录  (.*)$", said.out, re.M) == [
        f"content/public/bulletins/2026/01/{name}" for name in ("issue.yaml", "less-paper.md", "one-notice.md")
    ]


def test_the_intranets_page_is_another_one(built: Workshop) -> None:
    said = explain(built, "/plans/2026/market/", "--only", "intranet")

    assert said.code == DONE
    assert "记录  content/intranet/plans/2026/market.yaml\n" in said.out
    assert explain(built, "/plans/2026/market/").code == USAGE


def test_a_page_that_is_not_there_is_wrong_usage(built: Workshop) -> None:
    said = explain(built, "/fees/none/")

    assert (said.code, said.out) == (USAGE, "")
    assert (
        said.err
        == "mingbai: 公众网没有 /fees/none/ 这一页。地址像 /fees/catv/ 这样写；局办公网上的，加 --only intranet。\n"
    )


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/fees/catc/", "公众网没有 /fees/catc/ 这一页。是不是 /fees/catv/？"),
        ("/plans/2026/markte/", "公众网没有 /plans/2026/markte/ 这一页。是不是 /plans/2026/market/ --only intranet？"),
        ("/plans/2026/market/", "公众网没有 /plans/2026/market/ 这一页。是不是 /plans/2026/market/ --only intranet？"),
        ("catv", "公众网没有 /catv/ 这一页。是不是 /commitments/market/catv/、/fees/catv/？"),
        ("2026", "公众网没有 /2026/ 这一页。是不是 /bulletins/2026/、/honours/2026/？"),
    ],
)
def test_an_address_that_is_nearly_right_is_answered_with_the_right_one(
    built: Workshop, asked: str, meant: str
) -> None:
    assert explain(built, asked).err == f"mingbai: {meant}\n"


def test_with_errors_in_the_content_it_says_those_and_not_that_the_page_is_missing(built: Workshop) -> None:
    built.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = explain(built, "/fees/catv/")

    assert (said.code, said.out) == (PROBLEMS, "")
    assert said.err.startswith(f"{FEE}:8:10: error fee/above-lower-limit: ")


def test_it_changes_nothing_that_is_published(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")
    before = built.sites()

    explain(built, "/fees/catv/")

    assert before == built.sites()
    assert "改了 0 个" not in build(built).out
    assert "装有线电视的居民用户" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_an_address_may_be_written_as_it_comes(built: Workshop) -> None:
    said = explain(built, "/fees/catv/")

    for written in ("fees/catv", "/fees/catv/index.html", "http://127.0.0.1:8000/fees/catv/#basis"):
        assert explain(built, written) == said


def test_a_file_of_a_site_is_explained_as_it_is_named(built: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    said = explain(built, "/fees/catv/")
    monkeypatch.chdir(built.root)
    plan = "plans/2026/market/"

    for written in (built.out / "public/fees/catv/index.html", "site/public/fees/catv/", "site/public/fees/catv"):
        assert explain(built, written) == said
    assert explain(built, f"site/intranet/{plan}index.html") == explain(built, f"/{plan}", "--only", "intranet")
    assert explain(built, "site/public/sitemap.xml") == explain(built, "/sitemap.xml")
    assert explain(built, "site/public/fees/none/").err == explain(built, "/fees/none/").err


@pytest.mark.parametrize("path", ["sitemap.xml", "data/fees.csv", "files/forms/sample.txt"])
def test_a_file_that_is_no_page_is_explained_as_far_as_it_goes(built: Workshop, path: str) -> None:
    said = explain(built, f"/{path}")

    assert (said.code, said.err) == (DONE, "")
    assert re.fullmatch(
        rf"文件  {re.escape(str(built.out / 'public' / path))}\n"
        r"指纹  内容 [0-9a-f]{12}  程序 [0-9a-f]{12}\n"
        r"上次重做  线上原来没有这一页\n",
        said.out,
    )


def test_a_file_that_is_there_and_no_content_is_told_to_be_none(built: Workshop) -> None:
    built.write("README.md", "# 说明")

    for written in ("README.md", built.path("README.md")):
        said = explain(built, str(written))
        assert (said.code, said.out) == (USAGE, "")
        assert (
            said.err
            == f"mingbai: {written} 不是网站的内容。写 content/ 里一个文件的路径，或者地址，像 /fees/catv/ 这样。\n"
        )
    assert explain(built, "READER.md").err == "mingbai: 没有 READER.md 这个文件。\n"


def test_a_file_that_is_not_there_is_asked_for_without_a_slash(built: Workshop) -> None:
    assert explain(built, "/data/none.csv").err.startswith("mingbai: 公众网没有 /data/none.csv 这个文件。")


def test_a_source_file_is_explained_by_its_page_on_every_site_that_has_it(built: Workshop) -> None:
    said = explain(built, FEE)

    assert said.code == DONE
    assert re.findall("^网页  (.*)$", said.out, re.M) == ["公众网 /fees/catv/", "局办公网 /fees/catv/"]
    assert (
        explain(built, FEE, "--only", "public").out == f"网页  公众网 /fees/catv/\n{explain(built, '/fees/catv/').out}"
    )
    assert explain(built, built.root / FEE) == explain(built, FEE.replace("/", "\\")) == said


def test_an_internal_file_and_an_article_are_explained_by_the_page_they_stand_on(built: Workshop) -> None:
    plan = explain(built, "content/intranet/plans/2026/market.yaml")
    article = explain(built, "content/public/bulletins/2026/01/less-paper.md", "--only", "public")

    assert re.findall("^网页  (.*)$", plan.out, re.M) == ["局办公网 /plans/2026/market/"]
    assert re.findall("^网页  (.*)$", article.out, re.M) == ["公众网 /bulletins/2026/01/"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("content/public/fees/none.yaml",), "没有 content/public/fees/none.yaml 这个文件。"),
        (("content/public/fees/catv.yml",), f"没有 content/public/fees/catv.yml 这个文件。是不是 {FEE}？"),
        (("content/public/fees/catvv.yaml",), f"没有 content/public/fees/catvv.yaml 这个文件。是不是 {FEE}？"),
        (("public/fees/catv.yaml",), f"没有 public/fees/catv.yaml 这个文件。是不是 {FEE}？"),
        (("culture-card.yml",), "没有 culture-card.yml 这个文件。是不是 content/public/fees/culture-card.yaml？"),
        (("content/public/fees/",), "content/public/fees/ 是一个文件夹，写里面的一个文件。"),
        (
            ("content/public/forbidden.yaml",),
            "content/public/forbidden.yaml 没有自己的网页：附件、草稿没有，日期没到的还没有。",
        ),
        (
            ("content/intranet/plans/2026/market.yaml", "--only", "public"),
            "content/intranet/plans/2026/market.yaml 在公众网上没有自己的网页：附件、草稿没有，日期没到的还没有。",
        ),
    ],
)
def test_a_file_without_a_page_is_wrong_usage(built: Workshop, words: tuple[str, ...], said: str) -> None:
    assert explain(built, *words) == Said(USAGE, "", f"mingbai: {said}\n")


@pytest.mark.parametrize("asked", ["content/public/fees/later.yaml", "/fees/later/"])
def test_a_fee_whose_first_day_has_not_come_is_told_with_that_day(built: Workshop, asked: str) -> None:
    built.write("content/public/fees/later.yaml", built.read(FEE).replace("valid_from: 2005", "valid_from: 2027"))

    said = explain(built, asked)

    assert (said.code, said.out) == (USAGE, "")
    assert re.fullmatch(
        r"mingbai: content/public/fees/later\.yaml 第 17 行：起收日期 2027-\S+ 还没到，今天的网站上没有它。"
        r"到那一天再生成一次，它就会出现；写错了就改过来。\n",
        said.err,
    )


def test_after_a_way_back_it_says_that_what_is_live_is_not_what_was_made(built: Workshop) -> None:
    built.edit(FEE, "payer: 安装", "payer: 装")
    build(built)
    before = explain(built, "/fees/catv/").out
    verb("rollback", built, "public")
    back = explain(built, "/fees/catv/").out
    build(built)

    assert back == (
        f"{before}线上  现在放着的不是上次做的那一份：退回过上一版，或者被人动过。再生成一次，就换成上次做的\n"
    )
    assert explain(built, "/fees/catv/").out.endswith(
        "上次重做  线上的这一页和记下的对不上：退回过上一版、被人动过，或者程序换过、用了 --clean\n"
    )


def test_a_file_of_another_project_is_not_answered_with_a_page_of_this_one(built: Workshop) -> None:
    other = f"/elsewhere/{FEE}"

    assert explain(built, other) == Said(
        USAGE, "", f"mingbai: {other} 不是这个项目的文件。用 -s 指出它的项目文件夹。\n"
    )


def test_what_is_no_address_at_all_is_wrong_usage(built: Workshop) -> None:
    said = "mingbai: http://[bad 不是网址。地址像 /fees/catv/ 这样写。\n"

    assert explain(built, "http://[bad") == Said(USAGE, "", said)
