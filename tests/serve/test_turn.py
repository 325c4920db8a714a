"""The rounds of the preview: what changes, what stays, what is said."""

import pytest
from msgspec.structs import replace

from mingbai import program
from mingbai.problem import Place, Problem, Severity
from mingbai.publish import manifest
from tests.serve.studio import FEE, FEE_PAGE, INTRANET, MISTAKE, NAME, PLAN, PUBLIC, Studio
from tests.workshop import site, without_template


def remade(studio: Studio) -> dict[str, int]:
    assert studio.turn
    return {audience: standing.made for audience, standing in studio.turn.standing.items()}


def assert_as_a_clean_build(studio: Studio) -> None:
    studio.build(clean=True)
    for audience in (PUBLIC, INTRANET):
        assert studio.files(audience) == site(studio.out, audience)


def test_what_is_shown_is_what_a_clean_build_writes(studio: Studio) -> None:
    studio.next()

    assert studio.turn and not studio.turn.problems[PUBLIC] and not studio.turn.faults
    assert manifest.NAME in studio.files(PUBLIC)
    assert_as_a_clean_build(studio)


def test_nothing_reaches_the_folder_of_the_sites(studio: Studio) -> None:
    studio.next()

    assert sorted(path.name for path in studio.root.iterdir()) == [".git", "content"]


def test_nothing_is_made_when_nothing_changed(studio: Studio) -> None:
    first = studio.next()
    second = studio.next()

    assert second.says_as(first)
    assert set(remade(studio).values()) == {0}


def test_an_edit_remakes_the_pages_it_is_on_and_no_other(studio: Studio) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    studio.edit(FEE, NAME, "电视费")
    studio.next()
    after = studio.files(PUBLIC)

    assert "电视费" in after[FEE_PAGE].decode()
    changed = {path for path in after if path != manifest.NAME and before[path] != after[path]}
    looked = {"data/index.html"}  # made again, to find that the files it names are as big as before
    assert studio.turn and studio.turn.standing[PUBLIC].made == len(changed | looked) < len(after) / 2
    assert all(before[path] is after[path] for path in after.keys() - changed - {manifest.NAME})
    assert_as_a_clean_build(studio)


def test_a_renamed_record_moves_and_its_old_address_is_gone(studio: Studio) -> None:
    studio.next()
    studio.move("content/public/fees/culture-card.yaml", "content/public/fees/new-card.yaml")
    studio.next()

    assert studio.turn and not studio.turn.all_problems
    assert "fees/new-card/index.html" in studio.files(PUBLIC)
    assert "fees/culture-card/index.html" not in studio.files(PUBLIC)
    assert studio.turn.standing[PUBLIC].gone == 1
    assert_as_a_clean_build(studio)


def test_a_deleted_record_is_gone_from_every_page(studio: Studio) -> None:
    studio.next()
    studio.path("content/public/fees/culture-card.yaml").unlink()
    studio.next()

    assert not any(b"/fees/culture-card/" in data for data in studio.files(PUBLIC).values())
    assert_as_a_clean_build(studio)


def test_what_moves_from_the_intranet_to_the_public_and_back_is_seen_there(studio: Studio) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    studio.move("content/public/fees/culture-card.yaml", "content/intranet/drafts/culture-card.yaml")
    studio.next()
    without = studio.files(PUBLIC)
    studio.move("content/intranet/drafts/culture-card.yaml", "content/public/fees/culture-card.yaml")
    studio.next()

    assert "fees/culture-card/index.html" not in without
    assert studio.files(PUBLIC) == before


def test_a_template_of_the_site_takes_the_place_of_the_programs(studio: Studio) -> None:
    studio.next()
    studio.override("shared/foot.html", "<footer", "<p>自己的页脚</p><footer")
    studio.next()

    pages = [data for path, data in studio.files(PUBLIC).items() if path.endswith(".html")]
    assert all("自己的页脚".encode() in page for page in pages)
    assert_as_a_clean_build(studio)


def test_a_change_in_the_programs_own_templates_is_seen_and_named(studio: Studio) -> None:
    first = studio.next()
    foot = program.templates() / "shared" / "foot.html"
    foot.write_text(foot.read_text(encoding="utf-8") + "<p>改</p>", encoding="utf-8")
    second = studio.next()

    assert second.seen.since(first.seen) == f"改了 {foot}"
    assert second.standing[PUBLIC].made > 0
    assert_as_a_clean_build(studio)


def test_a_style_sheet_of_the_site_gets_a_new_address_on_every_page(studio: Studio) -> None:
    studio.next()
    studio.override("assets/site.css", "@layer tokens", "/* 改 */ @layer tokens")
    studio.next()

    assert_as_a_clean_build(studio)


def test_a_mistake_leaves_the_pages_as_they_are_and_is_reported(studio: Studio) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    studio.edit(FEE, *MISTAKE)
    studio.next()

    report = studio.shown(PUBLIC).report
    assert studio.files(PUBLIC) == before
    assert report.stops
    assert (FEE, "charged: 十四") in [(told.problem.place.path, told.line) for told in report.problems]
    assert studio.shown(INTRANET).report == report


def test_every_mistake_is_reported_at_once(studio: Studio) -> None:
    studio.edit(FEE, *MISTAKE)
    studio.edit("content/public/fees/culture-card.yaml", "name:", "nmae:")
    studio.edit(PLAN, "title:", "titel:")
    studio.next()

    paths = {told.problem.place.path for told in studio.shown(INTRANET).report.problems}
    assert paths >= {FEE, "content/public/fees/culture-card.yaml", PLAN}


def test_before_the_first_good_build_there_are_no_pages(studio: Studio) -> None:
    studio.edit(FEE, *MISTAKE)
    studio.next()
    waiting = studio.shown(PUBLIC)
    studio.edit(FEE, *reversed(MISTAKE))
    studio.next()

    assert not waiting.files and waiting.report.stops and waiting.version
    assert studio.shown(PUBLIC).files and studio.shown(PUBLIC).version != waiting.version


def test_after_a_mistake_is_mended_the_site_goes_on(studio: Studio) -> None:
    studio.next()
    version = studio.shown(PUBLIC).version
    studio.edit(FEE, *MISTAKE)
    studio.next()
    held = studio.shown(PUBLIC).version
    studio.edit(FEE, *reversed(MISTAKE))
    studio.next()

    assert held == version == studio.shown(PUBLIC).version
    assert not studio.shown(PUBLIC).report.stops
    studio.edit(FEE, NAME, "电视费")
    studio.next()
    assert studio.shown(PUBLIC).version != version
    assert_as_a_clean_build(studio)


def test_a_mistake_in_intranet_content_stops_only_the_intranet(studio: Studio) -> None:
    studio.next()
    inner = studio.files(INTRANET)
    studio.edit(PLAN, "title:", "titel:")
    studio.edit(FEE, NAME, "电视费")
    studio.next()

    assert "电视费" in studio.files(PUBLIC)[FEE_PAGE].decode()
    assert studio.files(INTRANET) == inner
    assert studio.shown(INTRANET).report.stops


def test_browsers_of_the_public_site_never_learn_of_the_intranet(studio: Studio) -> None:
    studio.next()
    before = studio.shown(PUBLIC)
    studio.edit(PLAN, "title:", "titel:")
    studio.next()

    assert studio.shown(PUBLIC) == before


def test_an_edit_in_the_intranet_reloads_no_public_page(studio: Studio) -> None:
    studio.next()
    before = studio.shown(PUBLIC), studio.shown(INTRANET)
    studio.edit(PLAN, "title: 文化市场管理处", "title: 市场处")
    studio.next()

    assert studio.shown(PUBLIC) == before[0]
    assert studio.shown(INTRANET).version != before[1].version


def test_a_warning_stops_nothing(studio: Studio) -> None:
    turn = studio.next()
    warning = Problem(Place(FEE, 3), "fee/odd", "有点怪", severity=Severity.WARNING)
    studio.turn = replace(turn, problems={PUBLIC: (warning,)})

    assert not studio.shown(PUBLIC).report.stops
    assert studio.shown(PUBLIC).report.title == "内容里有 1 个提醒"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("{{ page.nonsense }}", "template/unprintable"),
        ("{% if %}", "template/syntax"),
        ('{% include "shared/none.html" %}', "template/missing"),
        ('{% include "public/fee.html" %}', "template/endless"),
    ],
)
def test_a_mistake_in_a_template_is_reported_as_any_other_and_when_it_is_mended_the_site_goes_on(
    studio: Studio, wrong: str, code: str
) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    studio.override("public/fee.html", "{% block main %}", f"{{% block main %}}{wrong}")
    studio.next()
    report = studio.shown(PUBLIC).report
    studio.path("templates/public/fee.html").unlink()
    studio.next()

    [told] = report.problems
    assert (report.fault, told.problem.code) == ("", code)
    assert told.problem.place.path == "templates/public/fee.html" and wrong in (told.line or "")
    assert studio.files(PUBLIC) == before
    assert not studio.shown(PUBLIC).report.stops


@pytest.mark.parametrize("gone", ["public/laws.html", "assets/site.css"])
def test_a_template_that_went_is_named_and_when_it_is_back_the_next_round_goes_on(studio: Studio, gone: str) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    with without_template(gone):
        studio.next()
        report = studio.shown(PUBLIC).report
    studio.next()

    assert (report.fault, [f"{told.problem.place} {told.problem.hint}" for told in report.problems]) == (
        "",
        [f"templates/{gone}:1:1 取回它，例如 git checkout -- templates/{gone}"],
    )
    assert studio.files(PUBLIC) == before
    assert not studio.shown(PUBLIC).report.stops


@pytest.mark.parametrize("wrong", ["{{ page.nonsense }}", "{% if %}"])
def test_a_mistake_in_an_intranet_template_stops_only_the_intranet(studio: Studio, wrong: str) -> None:
    studio.next()
    studio.override("intranet/home.html", "{% block main %}", f"{{% block main %}}{wrong}")
    studio.edit(FEE, NAME, "电视费")
    studio.next()

    assert "电视费" in studio.files(PUBLIC)[FEE_PAGE].decode()
    assert not studio.shown(PUBLIC).report.problems
    assert studio.shown(INTRANET).report.stops


def test_a_dead_link_in_a_template_stops_the_site_as_the_scan_of_a_build_does(studio: Studio) -> None:
    studio.next()
    before = studio.files(PUBLIC)
    studio.override("public/fee.html", "{% block main %}", '{% block main %}<a href="/nowhere/">去</a>')
    studio.next()

    assert studio.files(PUBLIC) == before
    assert "page/dead-link" in {told.problem.code for told in studio.shown(PUBLIC).report.problems}


def test_a_page_that_stayed_is_scanned_again_when_another_one_goes(studio: Studio) -> None:
    studio.override("public/home.html", "{% block main %}", '{% block main %}<a href="/fees/culture-card/">卡</a>')
    studio.next()
    good = studio.files(PUBLIC)
    studio.path("content/public/fees/culture-card.yaml").unlink()
    studio.next()

    assert good and studio.files(PUBLIC) == good
    assert "page/dead-link" in {told.problem.code for told in studio.shown(PUBLIC).report.problems}


def test_one_site_can_be_shown_alone(studio: Studio) -> None:
    studio.next(wanted=(PUBLIC,))

    assert studio.turn and list(studio.turn.standing) == [PUBLIC] == list(studio.turn.problems)


def test_memory_does_not_grow_with_edits(studio: Studio) -> None:
    article = "content/public/bulletins/2026/02/phone.md"
    text = studio.read(article)
    studio.next()
    rows = sum(map(len, studio.cache.sources())), len(studio.cache._html)
    for number in range(6):
        studio.write(article, f"{text}\n第 {number} 稿。\n")
        studio.next()
        studio.path(FEE).touch()

    assert studio.turn and not studio.turn.faults
    assert (sum(map(len, studio.cache.sources())), len(studio.cache._html)) == rows
    assert_as_a_clean_build(studio)


def test_both_sites_share_equal_bytes(studio: Studio) -> None:
    studio.next()
    public, inner = studio.files(PUBLIC), studio.files(INTRANET)
    same = [path for path in public.keys() & inner.keys() if public[path] == inner[path]]

    assert same and all(public[path] is inner[path] for path in same)
