"""Everything that is made again can say why, and nothing is made again without a reason."""

import pytest

from mingbai import program
from tests.workshop import Workshop

FEE = "content/public/fees/catv.yaml"
NEW = "线上原来没有这一页"
UNLIKE = "线上的这一页和记下的对不上：退回过上一版、被人动过，或者程序换过、用了 --clean"
VIEW = "页面内容变了"
TEMPLATE = "模板变了"
SITE = "全站共用的部分变了（名称、导航、样式，或者哪些网址、电话可以公开）"
PROGRAM = "程序或程序库的版本变了"


def reasons(workshop: Workshop) -> dict[str, tuple[str, ...]]:
    """Why each artifact of the public site is made now."""
    return {reason.path: reason.sentences for site, reason in workshop.build().reasons if site == "public"}


def test_a_first_build_makes_everything_because_nothing_is_there(workshop: Workshop) -> None:
    found = reasons(workshop)

    assert found.keys() == workshop.sites()["public"].keys() - {"manifest.json"}
    assert set(found.values()) == {(NEW,)}


def test_without_a_change_nothing_is_made(built: Workshop) -> None:
    assert reasons(built) == {}


def test_a_fact_that_changes_makes_the_pages_that_show_it(built: Workshop) -> None:
    built.edit(FEE, "name: 有线电视基本收视维护费", "name: 有线电视收视费")

    pages = ("commitments/market/catv", "data", "fees/catv", "fees", "laws/price-2005-catv", "powers", "sitemap")
    others = ("fees/poster", "openness/catalogue", "openness/catalogue/fees")
    tables = ("fees.csv", "fees-excel.csv", "fees.xlsx", "fees.json")
    item = [f"{vocabulary}{of}.jsonld" for vocabulary in ("cpsv-ap", "schema-org") for of in ("", "/market/catv")]
    data = {f"data/{file}" for file in (*tables, *item, "datapackage.json", "hsds.json")}
    expected = {f"{page}/index.html" for page in (*pages, *others)} | data | {"feed.xml", "changes/feed.xml"}
    found = reasons(built)
    assert found == dict.fromkeys(expected | {path for path in found if path.startswith("search/")}, (VIEW,))


def test_a_remark_in_a_file_makes_nothing(built: Workshop) -> None:
    built.write(FEE, "# 只有编辑看得到\n" + built.read(FEE))

    assert reasons(built) == {}


def test_a_template_that_changes_makes_the_pages_printed_with_it(built: Workshop) -> None:
    text = (program.templates() / "public/law.html").read_text(encoding="utf-8")
    built.write("templates/public/law.html", text + "<!-- 新的 -->")

    assert reasons(built) == {
        f"laws/{name}/index.html": (TEMPLATE,) for name in ("performances", "price-2005-catv", "service-pledges")
    }


def test_a_fact_of_the_bureau_makes_every_page(built: Workshop) -> None:
    built.edit("content/public/bureau.yaml", "icp_no: 示例ICP备00000000号", "icp_no: 示例ICP备00000001号")

    found = reasons(built)

    assert found.pop("sitemap/index.html") == (VIEW, SITE)
    assert set(found.values()) == {(SITE,)}
    assert found.keys() == {path for path in built.sites()["public"] if path.endswith(".html")} - {"sitemap/index.html"}


def test_another_program_makes_everything(built: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even what it remembers is believed, so it cannot say more than that nothing is known of what is there."""
    monkeypatch.setattr(program, "digest", lambda: "another")

    assert set(reasons(built).values()) == {(UNLIKE,)}


@pytest.mark.parametrize("deed", ["altered", "lost"])
def test_a_page_that_somebody_touched_is_made_again(built: Workshop, deed: str) -> None:
    """Unless the spare tree has it, as it has what no edit has changed."""
    built.edit(FEE, "payer: 安装", "payer: 装")
    built.build()
    page = built.out / "public/fees/catv/index.html"
    page.write_text("挂马") if deed == "altered" else page.unlink()

    assert reasons(built) == {"fees/catv/index.html": (UNLIKE,)}


def test_what_is_published_counts_what_visitors_find_changed(built: Workshop) -> None:
    """Not what the spare tree lacked, which lags one release behind."""
    built.edit(FEE, "payer: 安装", "payer: 装")
    built.path("content/public/bulletins/2026/02/phone.md").unlink()
    built.path("content/public/bulletins/2026/02/issue.yaml").unlink()

    before = built.sites()["public"]
    done = built.build().released[0]
    after = built.sites()["public"]

    assert done.written == sum(after[path] != before.get(path) for path in after) - 1, "the manifest is not counted"
    gone = before.keys() - after.keys()
    assert "bulletins/2026/02/index.html" in gone
    assert done.removed == len(gone)
