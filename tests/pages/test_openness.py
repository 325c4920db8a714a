"""Openness and supervision: what a reader finds there."""

import re
from datetime import date
from html import unescape

import pytest

from mingbai.clock import Clock
from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import intranet_chrome, public_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, content, intranet_corpus, public_corpus, without
from tests.pages.full import rendered

REPORT = "public/pages/report-2025.md"


@pytest.fixture(scope="module")
def corpus() -> PublicCorpus:
    return public_corpus()


def source(route: str, corpus: PublicCorpus) -> str:
    page = next(page for page in public_pages(corpus) if page.route == route)
    return rendered(page, public_chrome(corpus, ASSETS)).split("<main", 1)[1].split("</main>")[0]


def seen(route: str, corpus: PublicCorpus) -> str:
    """The text of a page, without any white space."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", f"<main{source(route, corpus)}")))


def test_each_item_of_the_law_leads_to_where_it_is(corpus: PublicCorpus) -> None:
    text = source("/openness/", corpus)

    assert re.search(r'第八项</th>.*?<a href="/fees/">收费</a>', text, re.S)
    assert re.search(r'第七项</th>.*?<a href="/openness/guide/">找信息的几条路</a>', text, re.S)
    assert "第三项、第四项、第九项" in text and "本局没有这类信息" in text


def test_the_guide_says_whom_to_find_and_every_way_to_reach_them(corpus: PublicCorpus) -> None:
    text = seen("/openness/guide/", corpus)

    assert all(word in text for word in ("办公室", "0000-0000029", "gongkai@mingbai.example", "先看目录"))


def test_the_catalogue_names_each_record_with_its_gist_its_day_and_where_to_find_it(corpus: PublicCorpus) -> None:
    text = source("/openness/catalogue/commitments/", corpus)
    rows = text.count("<tr") - 1

    assert rows == len(corpus.commitments)
    assert '<a href="/commitments/market/perf-domestic/">举办内地营业性演出审批</a>' in text
    assert '<time datetime="2026-01-20">' in text and "commitments/market/perf-domestic" in text


def test_newsletters_are_catalogued_year_by_year(corpus: PublicCorpus) -> None:
    assert '<a href="/openness/catalogue/bulletins-2026/">简报，2026年</a>' in source("/openness/catalogue/", corpus)


def test_who_asks_learns_how_long_it_takes_and_whom_to_ask(corpus: PublicCorpus) -> None:
    text = seen("/openness/request/", corpus)

    assert "举办内地营业性演出审批" in text and "1个工作日" in text and "0000-0000029" in text


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 1, 20), "还没公布"), (date(2026, 2, 1), "晚了"), (date(2026, 12, 28), "晚了")],
)
def test_a_report_that_is_missing_is_late_after_january(day: date, said: str) -> None:
    corpus = public_corpus(without(REPORT), Clock(date(2026, 12, 28), day))

    assert f"2025年的年报，2026年1月31日以前公布：{said}" in seen("/openness/reports/", corpus)


def test_a_report_that_is_out_is_listed(corpus: PublicCorpus) -> None:
    text = seen("/openness/reports/", corpus)

    assert "已经公布" in text and "2025年政府信息公开工作年度报告" in text


def test_a_text_with_a_place_of_its_own_has_no_other(corpus: PublicCorpus) -> None:
    routes = {page.route for page in public_pages(corpus)}

    assert "/pages/report-2025/" in routes and "/pages/guide/" not in routes


def test_supervision_shows_all_norms_and_the_figures_as_they_were_counted(corpus: PublicCorpus) -> None:
    text = seen("/supervision/", corpus)

    assert "N1倡导优质服务不准闲谈炒股玩游戏" in text and "N11不准收取企业和下属的礼金、礼券" in text
    assert "收到46件" in text and "监督电话收到的全部投诉" in text


def test_the_name_behind_an_honour_stands_on_the_intranet_only() -> None:
    whole = intranet_corpus(content())
    outside = tuple(public_pages(whole.public))
    shown = {page.route: page for page in intranet_pages(whole, outside)}
    inside = rendered(shown["/honours/2026/"], intranet_chrome(whole.public, ASSETS))

    assert "示例卯" in inside
    assert "现场检查岗" in seen("/honours/2026/", whole.public)
    assert "示例卯" not in seen("/honours/2026/", whole.public)
