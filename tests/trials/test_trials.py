"""The editor's mistakes on which other generators publish a secret, lose a page or stop at the first (T1–T13, T16–T19).

What is wanted here: every mistake of a run is named as path:line:column with a sentence and a way out in Chinese, the
exit code is 1, and the live sites stay as they were, byte for byte. Or else: the output is right.
"""

import re
import shutil

import pytest

from mingbai import program
from tests.cli.shell import DONE, PROBLEMS, Said, build, mingbai, untouched, verb
from tests.workshop import Workshop, without_template

FIRST = "content/public/bulletins/2026/01"
ARTICLE = f"{FIRST}/one-notice.md"
SECOND = "content/public/bulletins/2026/02"
PHONE = f"{SECOND}/phone.md"
ISSUE = f"{FIRST}/issue.yaml"
FEE = "content/public/fees/catv.yaml"
CARD = "content/public/fees/culture-card.yaml"
GUIDE = "content/public/commitments/market/perf-domestic.yaml"
OFFICE = "content/public/divisions/office.yaml"
PLAN = "content/intranet/plans/2026/market.yaml"
TOLD = re.compile(
    r"^(?P<place>\S+:\d+:\d+): error (?P<code>[a-z/-]+): .*[\u4e00-\u9fff].*\n"
    r"(?:  +\d* \|.*\n)*  = 提示: .*[\u4e00-\u9fff]",
    re.M,
)


def refused(workshop: Workshop) -> set[str]:
    """What a build over a good one says is wrong, as `place code`; it must publish nothing and end with 1."""
    with untouched(workshop):
        said = build(workshop)
    return told_by(said)


def refused_by_the_command(workshop: Workshop) -> set[str]:
    """The same of a process of its own, as an editor runs it."""
    with untouched(workshop):
        said = mingbai("build", "-s", workshop.root)
    return told_by(said)


def told_by(said: Said) -> set[str]:
    """What a build that failed says is wrong."""
    assert (said.code, said.out) == (PROBLEMS, "网站没有动。\n")
    return named(said)


def named(said: Said) -> set[str]:
    """Each mistake that was told properly, as `place code`. None may be told otherwise."""
    assert "Traceback" not in said.err
    found = {f"{match['place']} {match['code']}" for match in TOLD.finditer(said.err)}
    assert len(found) == len(re.findall(r": error ", said.err)), said.err
    return found


@pytest.mark.parametrize(
    "line",
    ["draft: true", "drfat: true", "published: false", "草稿: 是"],
)
def test_t1_there_is_no_key_that_hides_so_none_can_be_misspelt(built: Workshop, line: str) -> None:
    """Whatever looks like a key that hides is an unknown field."""
    built.edit(PHONE, "division:", f"{line}\ndivision:")

    assert refused(built) == {f"{PHONE}:3:1 field/unknown"}


@pytest.mark.parametrize("value", ["是", "no", "草稿"])
def test_t2_nor_can_its_value_be_misread(built: Workshop, value: str) -> None:
    """`draft: 是` hides nothing and publishes nothing: it is refused."""
    built.edit(PHONE, "division:", f"draft: {value}\ndivision:")

    assert refused(built) == {f"{PHONE}:3:1 field/unknown"}


@pytest.mark.parametrize("line", ["draft：true", "署名： 市场处"])
def test_t3_a_full_width_colon_is_told(built: Workshop, line: str) -> None:
    built.edit(PHONE, "division:", f"{line}\ndivision:")

    assert refused(built) == {f"{PHONE}:3:1 yaml/full-width-colon"}


def test_t4_facts_that_do_not_end_are_refused(built: Workshop) -> None:
    """Without its second `---` a file is neither facts nor text."""
    built.edit(PHONE, "28\n---\n", "28\n")

    assert refused(built) == {f"{PHONE}:1:1 front-matter/unclosed"}


def test_t5_a_key_written_twice_is_refused(built: Workshop) -> None:
    built.edit(FEE, "charged: 14.00\n", "charged: 14.00\ncharged: 15.00\n")

    assert refused(built) == {f"{FEE}:9:1 yaml/duplicate-key"}


def test_t6_a_day_that_does_not_exist_and_a_word_for_a_number_are_refused(built: Workshop) -> None:
    built.edit(FEE, "2005-03-01", "2008-02-30")
    built.edit(CARD, "charged: 40", "charged: 免费")

    assert refused(built) == {f"{FEE}:17:13 field/no-such-day", f"{CARD}:8:10 field/not-an-amount"}


def test_t7_dead_links_and_references_are_all_told(built: Workshop) -> None:
    """In prose and in facts: to a file, an address, a heading, a record and an attachment that are not there."""
    built.write(
        ARTICLE,
        built.read(ARTICLE) + "\n[一](../01/none.md)\n\n[二](/none/)\n\n[三](#没有)\n\n[四](../../../files/none.txt)\n",
    )
    built.edit(OFFICE, "head: jia", "head: bing")
    built.edit(GUIDE, "forms/sample.txt", "forms/smaple.txt")

    assert refused(built) == {
        f"{ARTICLE}:24:5 link/missing",
        f"{ARTICLE}:26:5 link/absolute",
        f"{ARTICLE}:28:5 link/no-such-heading",
        f"{ARTICLE}:30:5 link/missing",
        f"{OFFICE}:5:7 reference/missing",
        f"{GUIDE}:35:13 reference/missing",
    }


@pytest.mark.parametrize("twin", ["Catv.yaml", "catv.yml", "catv.md", "catv/index.yaml"])
def test_t8_two_records_cannot_have_one_address(built: Workshop, twin: str) -> None:
    """An address is the file's path in small letters; a second file for it is refused by its name."""
    built.write(f"content/public/fees/{twin}", built.read(FEE))

    assert refused(built) == {f"content/public/fees/{twin}:1:1 file/misplaced"}


def test_t8_one_issue_in_two_folders_is_told(built: Workshop) -> None:
    """`01` and `1` are two addresses and one issue."""
    built.write("content/public/bulletins/2026/1/issue.yaml", built.read(ISSUE))
    for name in ("one-notice", "less-paper"):
        built.write(f"content/public/bulletins/2026/1/{name}.md", built.read(f"{FIRST}/{name}.md"))

    assert refused(built) == {"content/public/bulletins/2026/1/issue.yaml:2:11 bulletin/number-twice"}


def test_t8_attachments_that_differ_by_case_only_are_told(built: Workshop) -> None:
    """On many servers they would be one file."""
    built.write("content/public/files/forms/Sample.txt", "另一张\n")

    assert refused(built) == {"content/public/files/forms/sample.txt:1:1 file/misplaced"}


@pytest.mark.parametrize("to", ["content/intranet/drafts/bulletins/2026/02", "content/intranet/drafts/二月"])
def test_t9_what_is_hidden_by_moving_it_is_gone(built: Workshop, to: str) -> None:
    """A page that was public and is moved to the drafts is on neither site, in no list, map or neighbour."""
    assert "电话有人接" in text_of(built, "public")
    built.move(SECOND, to)

    assert build(built).code == DONE
    assert "bulletins/2026/02/index.html" not in built.sites()["public"] | built.sites()["intranet"]
    for site in ("public", "intranet"):
        assert "电话有人接" not in text_of(built, site)
        assert "2026年第2期" not in text_of(built, site)
        assert "/bulletins/2026/02/" not in text_of(built, site)


@pytest.mark.parametrize("to", ["content/intranet/fees/culture-card.yaml", "content/intranet/culture-card.yaml"])
def test_t9_a_public_record_has_no_place_in_the_intranet_and_is_public_no_more(built: Workshop, to: str) -> None:
    """Moved where no such record lies, it is told, and the public site is without it all the same."""
    built.move(CARD, to)

    said = build(built)

    assert (said.code, named(said)) == (PROBLEMS, {f"{to}:1:1 file/misplaced"})
    assert "工本费" not in text_of(built, "public")


@pytest.mark.parametrize("again", [(), ("--clean",)], ids=["incremental", "clean"])
def test_t10_what_is_deleted_is_gone(built: Workshop, again: tuple[str, ...]) -> None:
    built.path(CARD).unlink()

    assert build(built, *again).code == DONE
    for site in ("public", "intranet"):
        assert "fees/culture-card/index.html" not in built.sites()[site]
        assert "culture-card" not in text_of(built, site)
        assert "工本费" not in text_of(built, site)


def test_t10_what_is_renamed_is_at_its_new_address_only(built: Workshop) -> None:
    built.move(CARD, "content/public/fees/licence-card.yaml")

    assert build(built).code == DONE
    for site in ("public", "intranet"):
        assert "fees/licence-card/index.html" in built.sites()[site]
        assert "fees/culture-card/index.html" not in built.sites()[site]
        assert "/fees/culture-card/" not in text_of(built, site)


def test_t10_an_attachment_nobody_refers_to_any_more_is_gone(built: Workshop) -> None:
    built.edit(GUIDE, "    sample: forms/sample.txt\n", "")

    assert build(built).code == DONE
    assert "files/forms/sample.txt" not in built.sites()["public"] | built.sites()["intranet"]


@pytest.mark.parametrize("path", [PHONE, FEE, PLAN], ids=["markdown", "yaml", "intranet"])
def test_t11_a_file_saved_as_gbk_is_told_and_never_published(built: Workshop, path: str) -> None:
    built.path(path).write_bytes(built.read(path).encode("gbk"))

    with untouched(built):
        said = build(built)

    assert said.code == PROBLEMS
    assert [each.split()[1] for each in named(said)] == ["file/encoding"]
    assert "GBK" in said.err
    assert "\ufffd" not in said.all


def test_t12_three_broken_files_are_all_named(built: Workshop) -> None:
    built.edit(FEE, "name: ", "nmae: ")
    built.edit(PHONE, "28\n---\n", "28\n")
    built.path(OFFICE).write_bytes(built.read(OFFICE).encode("gbk"))

    found = refused_by_the_command(built)

    assert {each.split(":")[0] for each in found} == {FEE, PHONE, OFFICE}


def test_t12_one_run_names_every_mistake_of_every_kind(built: Workshop) -> None:
    """What T1 to T7 do one by one, done at once and on both sides: nothing hides anything else."""
    built.edit(PHONE, "division:", "draft：true\ndivision:")
    built.edit(FEE, "charged: 14.00\n", "charged: 14.00\ncharged: 15.00\n")
    built.edit(CARD, "charged: 40", "charged: 免费")
    built.edit(OFFICE, "head: jia", "head: bing\nhidden: true")
    built.edit(ARTICLE, "/perf-domestic.yaml", "/none.yaml")
    built.edit(PLAN, "due: 2026-06-30", "due: 2026-06-31")

    assert sorted(each.split()[1] for each in refused(built)) == [
        "field/no-such-day",
        "field/not-an-amount",
        "field/unknown",
        "link/missing",
        "reference/missing",
        "yaml/duplicate-key",
        "yaml/full-width-colon",
    ]


def test_t13_a_failed_build_over_a_good_one_changes_nothing(built: Workshop) -> None:
    """Neither the sites nor the folder around them: not a file is added, removed or touched."""
    before = {path: path.lstat().st_mtime_ns for path in built.out.rglob("*") if path.name != ".lock"}
    built.edit(FEE, "charged: 14.00", "charged: 15.00")

    assert refused_by_the_command(built) == {f"{FEE}:8:10 fee/above-lower-limit"}
    assert before == {path: path.lstat().st_mtime_ns for path in built.out.rglob("*") if path.name != ".lock"}


def test_t13_a_build_that_breaks_down_half_way_changes_nothing(built: Workshop) -> None:
    """A template that cannot be printed is a mistake like any other, at its line."""
    built.write("templates/public/laws.html", "\n{{ page.nothing }}")

    assert refused_by_the_command(built) == {"templates/public/laws.html:2:1 template/unprintable"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\n\n{% if %}", "3:1 template/syntax"),
        ('\n{% include "public/nowhere.html" %}', "2:1 template/missing"),
        ("\n{% include page.title %}", "2:1 template/unnamed"),
        ("\n", "1:1 template/empty"),
        ('{% include "public/laws.html" %}', "1:1 template/endless"),
    ],
)
def test_t13_a_template_that_cannot_be_read_changes_nothing(built: Workshop, written: str, told: str) -> None:
    """Nor one that includes another that is not there; `check` says the same, and nothing when it is put right."""
    built.write("templates/public/laws.html", written)

    assert refused_by_the_command(built) == {f"templates/public/laws.html:{told}"}
    checked = mingbai("check", "-s", built.root)
    assert (checked.code, named(checked)) == (PROBLEMS, {f"templates/public/laws.html:{told}"})
    built.path("templates/public/laws.html").unlink()
    assert [mingbai(name, "-s", built.root).code for name in ("check", "build")] == [DONE, DONE]


def test_t13_templates_that_all_went_are_told_once(built: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "templates", lambda: built.path("templates"))

    assert refused(built) == {"templates/:1:1 template/gone"}


def test_t13_a_style_sheet_that_was_emptied_changes_nothing(built: Workshop) -> None:
    built.write("templates/assets/site.css", "")

    assert refused(built) == {"templates/assets/site.css:1:1 template/empty"}


@pytest.mark.parametrize("name", ["build", "check"])
@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("public/laws.html", "public/laws.html:1:1 template/gone"),
        ("intranet/home.html", "intranet/home.html:1:1 template/gone"),
        ("assets/site.css", "assets/site.css:1:1 template/gone"),
        ("shared/layout.html", "public/accessibility.html:2:1 template/missing"),
    ],
)
def test_t13_a_template_that_went_changes_nothing(built: Workshop, name: str, gone: str, told: str) -> None:
    with untouched(built), without_template(gone):
        said = verb(name, built)

    assert (said.code, named(said)) == (PROBLEMS, {f"templates/{told}"})
    assert f"取回它，例如 git checkout -- templates/{gone}\n" in said.err


def test_a_template_may_go_with_the_last_record_of_its_kind(built: Workshop) -> None:
    shutil.rmtree(built.path("content/public/errands"))
    with without_template("public/errand.html"):
        assert [verb(name, built).code for name in ("check", "build")] == [DONE, DONE]


def test_a_line_that_both_sites_print_is_told_once(built: Workshop) -> None:
    built.write("templates/shared/day.html", "\n{{ page.nothing }}")
    for name in ("public/laws.html", "intranet/home.html"):
        built.write(f"templates/{name}", '{% include "shared/day.html" %}')
    outcome = built.build()

    assert [str(problem.place) for problem in outcome.problems if problem.is_error] == ["templates/shared/day.html:2:1"]


def test_t13_a_mistake_in_the_intranet_stops_the_intranet_alone(built: Workshop) -> None:
    built.edit(PLAN, "level: 处室", "level: 处")
    built.edit(FEE, "payer: 安装有线电视的居民用户", "payer: 居民")

    with untouched(built, "intranet"):
        said = build(built)

    assert (said.code, named(said)) == (PROBLEMS, {f"{PLAN}:1:8 field/not-a-choice"})
    assert "居民" in built.sites()["public"]["fees/catv/index.html"].decode()


def test_t16_headings_have_ids_in_their_own_words(workshop: Workshop) -> None:
    """办事指南 and 收费标准, and not their position: a heading added above changes no id."""
    workshop.write(PHONE, workshop.read(PHONE) + "\n## 办事指南\n\n一。\n\n## 收费标准\n\n二。\n")
    workshop.build()
    page = workshop.sites()["public"]["bulletins/2026/02/index.html"].decode()
    workshop.edit(PHONE, "## 办事指南", "## 先看这里\n\n零。\n\n## 办事指南")
    workshop.build()
    after = workshop.sites()["public"]["bulletins/2026/02/index.html"].decode()

    for name in ("办事指南", "收费标准"):
        assert re.search(rf'<h[2-4] id="[a-z-]*{name}"', page)
        assert re.findall(rf'id="([a-z-]*{name})"', page) == re.findall(rf'id="([a-z-]*{name})"', after)


def test_t17_emphasis_ends_beside_chinese_punctuation(workshop: Workshop) -> None:
    workshop.write(PHONE, workshop.read(PHONE) + "\n**真，**她说。说**“好”**的人。\n")
    workshop.build()
    page = workshop.sites()["public"]["bulletins/2026/02/index.html"].decode()

    assert "<strong>真，</strong>她说。说<strong>“好”</strong>的人。" in page


def test_t18_a_line_break_between_chinese_lines_leaves_no_space(workshop: Workshop) -> None:
    workshop.write(PHONE, workshop.read(PHONE) + "\n窗口把缺项\n列成单子，\n**照单子**\n讲 OK\n的事。\n")
    workshop.build()
    page = workshop.sites()["public"]["bulletins/2026/02/index.html"].decode()

    assert "窗口把缺项列成单子，<strong>照单子</strong>讲 OK\n的事。" in page


def test_t19_an_article_that_is_not_listed_is_refused(built: Workshop) -> None:
    """Neither published silently nor lost silently."""
    built.write(f"{FIRST}/extra.md", built.read(f"{FIRST}/less-paper.md"))

    assert refused(built) == {f"{ISSUE}:8:8 bulletin/article-unlisted"}


def text_of(workshop: Workshop, site: str) -> str:
    """Every word of a site, with the names of its files; of a workbook the same words stand in its CSV."""
    return "\n".join(f"{path}\n{data.decode(errors='replace')}" for path, data in workshop.sites()[site].items())


def test_t11_a_template_of_ones_own_saved_as_gbk_is_told_like_any_other_file(built: Workshop) -> None:
    built.path("templates/public").mkdir(parents=True)
    built.path("templates/public/laws.html").write_bytes("<h1>依据</h1>".encode("gbk"))

    assert refused_by_the_command(built) == {"templates/public/laws.html:1:5 file/encoding"}
