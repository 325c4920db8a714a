"""Columns in two levels: how a reader finds what does not stand in the navigation."""

import re

import pytest
from msgspec.structs import replace

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import intranet_chrome, public_chrome
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, public_corpus
from tests.pages.full import rendered


@pytest.fixture(scope="module")
def corpus() -> PublicCorpus:
    """The golden bureau, where 依据 lies under 办事."""
    return public_corpus()


def links(corpus: PublicCorpus, route: str, label: str, internal: bool = False) -> list[str]:
    """The links of one navigation of a page; the marked ones with a star."""
    page = next(page for page in public_pages(corpus) if page.route == route)
    frame = (intranet_chrome if internal else public_chrome)(corpus, ASSETS)
    found = re.search(rf'<nav[^>]*aria-label="{label}">.*?</nav>', rendered(page, frame), re.S)
    pairs = re.findall(r"<a href=\"[^\"]*\"( aria-current[^>]*)?>([^<]*)</a>", found[0] if found else "")
    return [f"{'*' if mark else ''}{text}" for mark, text in pairs]


def test_the_navigation_holds_main_columns_only_and_marks_the_one_that_is_near(corpus: PublicCorpus) -> None:
    assert links(corpus, "/laws/", "主导航") == ["*办事", "收费", "简报", "机构"]
    assert links(corpus, "/fees/catv/", "主导航") == ["办事", "*收费", "简报", "机构"]


def test_a_main_column_shows_what_lies_under_it_on_the_front_page(corpus: PublicCorpus) -> None:
    assert links(corpus, "/commitments/", "办事栏目") == ["*办事", "依据"]
    assert links(corpus, "/laws/", "办事栏目") == ["*办事", "*依据"]
    assert links(corpus, "/commitments/market/perf-domestic/", "办事栏目") == []


def test_the_way_to_a_page_goes_through_the_main_column(corpus: PublicCorpus) -> None:
    assert links(corpus, "/laws/", "当前位置") == ["首页", "办事"]
    assert links(corpus, "/laws/performances/", "当前位置") == ["首页", "办事", "法规依据"]


def test_inside_only_the_columns_near_by_are_unfolded(corpus: PublicCorpus) -> None:
    assert links(corpus, "/laws/", "栏目", internal=True)[-5:] == ["*办事", "*依据", "收费", "简报", "机构"]
    assert links(corpus, "/fees/", "栏目", internal=True)[-4:] == ["办事", "*收费", "简报", "机构"]


def test_on_the_intranet_one_entry_stands_for_one_address(corpus: PublicCorpus) -> None:
    """The library stands where the public list of documents does: it takes that column's place."""
    bureau = corpus.bureau.record
    papers = replace(bureau.columns[1], title="文件", route="/documents/", under=None)
    calls = replace(papers, title="征集", route="/consultations/", under="/documents/")
    wider = replace(bureau, columns=(*bureau.columns, papers, calls))
    frame = intranet_chrome(replace(corpus, bureau=corpus.bureau.reduced(wider, "with two columns more")), ASSETS)

    titles = {item.title: [each.title for each in item.under] for item in (*frame.nav, *frame.shared_nav)}
    assert titles["文件库"] == ["征集"]
    assert "文件" not in titles
