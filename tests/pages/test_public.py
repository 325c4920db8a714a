"""What a citizen sees on the public site."""

import re
from datetime import date
from html import unescape
from itertools import pairwise

import pytest

from mingbai.clock import Clock
from mingbai.corpus.public import PublicCorpus
from mingbai.exports.public import shared_exports
from mingbai.pages.chrome import public_chrome
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, changed, content, public_corpus
from tests.pages.full import rendered

ITEM = "public/commitments/market/perf-domestic.yaml"
CATV = "public/fees/catv.yaml"
BUREAU = "public/bureau.yaml"


def source(route: str, corpus: PublicCorpus) -> str:
    page = next(page for page in public_pages(corpus) if page.route == route)
    return rendered(page, public_chrome(corpus, ASSETS))


def seen(route: str, corpus: PublicCorpus) -> str:
    """The text of a page's body, without any white space."""
    body = source(route, corpus).split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", f"<main{body}")))


def golden(path: str = "", old: str = "", new: str = "") -> PublicCorpus:
    return public_corpus(changed(path, old, new) if path else None)


@pytest.fixture(scope="module")
def corpus() -> PublicCorpus:
    return golden()


def test_the_promise_stands_before_the_law_with_unit_and_start(corpus: PublicCorpus) -> None:
    text = seen("/commitments/market/perf-domestic/", corpus)

    assert (
        text.index("1个工作日")
        < text.index("法定3日（《营业性演出管理条例》第十三条），从受理那天起算")
        < text.index("带什么")
    )


def test_what_does_not_count_stands_beside_the_promise(corpus: PublicCorpus) -> None:
    assert "不算在内：等您改节目的时间" in seen("/commitments/market/perf-domestic/", corpus)


def test_the_applicants_deadline_is_not_shown_as_a_promise(corpus: PublicCorpus) -> None:
    text = seen("/commitments/market/perf-domestic/", corpus)

    assert "您的期限：提前3日：演出日期（在这一天之前交齐）" in text
    assert "这是您要做的，不是我们的承诺时限" in text


def test_a_first_review_is_named_as_one() -> None:
    text = seen("/commitments/market/perf-domestic/", golden(ITEM, "authority: 法定本级", "authority: 仅初审"))

    assert "多久初审完" in text
    assert "承诺（初审）" in text
    assert "初审完由上级决定" in text


def test_deemed_approval_stands_beside_the_promise() -> None:
    text = seen("/commitments/market/perf-domestic/", golden(ITEM, "free: true", "free: true\non_expiry: 视为同意"))

    assert text.index("没有答复，视为同意") < text.index("带什么")


def test_what_is_done_at_once_says_so(corpus: PublicCorpus) -> None:
    assert "即时办结" in seen("/commitments/market/catv/", corpus)


def test_a_material_can_be_linked_to_and_names_its_downloads(corpus: PublicCorpus) -> None:
    page = source("/commitments/market/perf-domestic/", corpus)

    assert 'id="m-application"' in page
    assert re.search(r'href="/files/forms/application.txt">空白表（TXT，\d+ kB）', page)


def test_an_item_that_is_suspended_cannot_be_applied_for() -> None:
    events = "free: true\nevents:\n  - {on: 2026-03-01, action: 暂停, reason: 系统升级。}"
    suspended = golden(ITEM, "free: true", events)

    text = seen("/commitments/market/perf-domestic/", suspended)

    assert "2026年3月1日暂停。系统升级。" in text
    assert "网上申请" not in text
    assert "暂停" in seen("/commitments/", suspended)


def test_the_register_separates_what_is_charged_from_what_is_not(corpus: PublicCorpus) -> None:
    charging, ended = seen("/fees/", corpus).split("不再收的", 1)

    assert "14.00元/户·月" in charging
    assert "按下限收" in charging
    assert "文化经营许可证工本费" not in charging
    assert "文化经营许可证工本费取消40元/套每套少交40元2019年1月1日示例文广新〔2018〕40号" in ended


def test_a_fee_that_has_run_out_is_not_charged_from_the_next_day() -> None:
    text = seen("/fees/", golden(CATV, "valid_from: 2005-03-01", "valid_from: 2005-03-01\nvalid_until: 2026-06-30"))

    assert "期满14.00–16.00元/户·月每户每月少交14.00元2026年7月1日有效期到2026年6月30日" in text


def test_the_law_says_who_relies_on_each_article(corpus: PublicCorpus) -> None:
    old, new = (seen("/laws/performances/", corpus).split(name, 1)[1] for name in ("2016年修订", "2020年修订"))

    assert "文化经营许可证工本费" in old
    assert "举办内地营业性演出审批" in new.split("2016年修订")[0]


def test_no_page_says_when_a_law_took_effect_if_nobody_has_looked_it_up() -> None:
    text = seen(
        "/laws/price-2005-catv/", golden("public/laws/price-2005-catv.yaml", "    effective_from: 2005-03-01\n")
    )

    assert "现行有效" in text and "从2005年" not in text


def test_a_basis_leads_to_the_article_of_the_version_that_held(corpus: PublicCorpus) -> None:
    assert 'href="/laws/performances/#v1-第十三条"' in source("/fees/culture-card/", corpus)
    assert 'id="v1-第十三条"' in source("/laws/performances/", corpus)


def test_an_issue_shows_its_articles_in_its_own_order_under_the_name_of_their_file(corpus: PublicCorpus) -> None:
    page = source("/bulletins/2026/01/", corpus)

    assert page.index('id="one-notice"') < page.index('id="less-paper"')


def test_the_editor_speaks_before_the_contents(corpus: PublicCorpus) -> None:
    text = seen("/bulletins/2026/01/", corpus)

    assert text.index("编号：简报2026-01") < text.index("按语") < text.index("目录") < text.index("共印60份")


def test_an_issue_that_goes_to_nobody_has_no_empty_frame_at_its_end(corpus: PublicCorpus) -> None:
    assert 'class="colophon"' in source("/bulletins/2026/01/", corpus)
    assert 'class="colophon"' not in source("/bulletins/2026/02/", corpus)


@pytest.mark.parametrize(
    ("path", "number", "route"),
    [
        ("public/fees/culture-card.yaml", "示例文广新〔2018〕40号", "/fees/culture-card/"),
        ("public/fees/culture-card.yaml", "示例文广新〔2018〕40号", "/fees/"),
        ("public/fees/catv.yaml", "示例文广新〔2026〕4号", "/fees/catv/"),
        ("public/fines/unapproved.yaml", "示例文广新〔2026〕4号", "/fines/unapproved/"),
        ("public/honours/2026.yaml", "示例文广新〔2026〕38号", "/honours/2026/"),
    ],
)
def test_what_cites_a_document_of_ours_leads_to_it(path: str, number: str, route: str) -> None:
    way = 'href="/documents/2026/service-pledges/"'

    assert way not in source(route, golden())
    assert way in source(route, golden(path, number, "示例文广新〔2026〕1号"))


def test_lists_of_issues_lead_to_each_article(corpus: PublicCorpus) -> None:
    for route in ("/bulletins/", "/bulletins/2026/"):
        assert 'href="/bulletins/2026/01/#less-paper"' in source(route, corpus)


def test_the_front_page_leads_to_the_articles_of_the_newest_issue_alone(corpus: PublicCorpus) -> None:
    front = source("/", corpus)

    assert 'href="/bulletins/2026/02/#phone"' in front
    assert 'href="/bulletins/2026/01/"' in front
    assert "less-paper" not in front


def test_years_are_offered_once_there_are_two() -> None:
    files = content()
    issue, article = (f"content/public/bulletins/2026/02/{name}" for name in ("issue.yaml", "phone.md"))
    next_year = files | {
        issue.replace("2026/02", "2027/01"): files[issue]
        .replace("issue_no: 2", "issue_no: 1")
        .replace("cumulative_no: 38", "cumulative_no: 39")
        .replace("2026", "2027"),
        article.replace("2026/02", "2027/01"): files[article].replace("](../01/", "](../../2026/01/"),
    }
    day = date(2027, 6, 1)

    assert "按年份找" not in source("/bulletins/", public_corpus(files))
    page = source("/bulletins/", public_corpus(next_year, Clock(day, day)))
    assert '<a href="/bulletins/2027/" aria-current="true">2027年</a>' in page
    assert "2027年出了1期，1篇。" in page


def test_the_front_page_adds_up_both_limits(corpus: PublicCorpus) -> None:
    assert "1个事项，法定一共3个工作日，我们承诺1个。" in seen("/", corpus)


def test_the_sample_has_no_link_for_reporting_errors_and_the_real_site_has(corpus: PublicCorpus) -> None:
    real = golden(BUREAU, "deploy: 示例", "deploy: 正式")

    assert "我为政府网站找错" not in source("/fees/", corpus)
    assert "我为政府网站找错" in source("/fees/", real)
    assert "这是示例" in source("/fees/", corpus)
    assert "这是示例" not in source("/fees/", real)


def tags(route: str, corpus: PublicCorpus) -> dict[str, str]:
    return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)"', source(route, corpus)))


def test_a_column_names_itself_in_its_page_tags(corpus: PublicCorpus) -> None:
    found = tags("/fees/", corpus)

    assert found["SiteName"] == "示例市文化广电新闻出版局"
    assert found["SiteIDCode"] == "0000000000"
    assert found["ColumnName"] == "收费"
    assert found["ColumnType"] == "办事服务"


def test_a_record_names_its_day_and_source_in_its_page_tags(corpus: PublicCorpus) -> None:
    found = tags("/commitments/market/perf-domestic/", corpus)

    assert found["ArticleTitle"] == "举办内地营业性演出审批"
    assert found["PubDate"] == "2026-01-20 09:00"
    assert found["ContentSource"] == "文化市场管理处"


def test_every_page_has_one_first_heading_and_no_level_left_out(corpus: PublicCorpus) -> None:
    for page in public_pages(corpus):
        levels = [int(level) for level in re.findall(r"<h([1-6])", rendered(page, public_chrome(corpus, ASSETS)))]

        assert levels.count(1) == 1, page.route
        assert levels[0] == 1, page.route
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.route


def test_no_two_things_on_a_page_have_the_same_id(corpus: PublicCorpus) -> None:
    for page in public_pages(corpus):
        ids = re.findall(r'\sid="([^"]*)"', rendered(page, public_chrome(corpus, ASSETS)))

        assert len(ids) == len(set(ids)), page.route


def test_every_link_within_the_site_leads_to_a_page(corpus: PublicCorpus) -> None:
    pages = {page.route: rendered(page, public_chrome(corpus, ASSETS)) for page in public_pages(corpus)}
    data = {f"/{export.path}" for export in shared_exports(corpus, lambda _: {})}
    for route, html in pages.items():
        for target, anchor in re.findall(r'href="(/[^"#]*)(?:#([^"]*))?"', html):
            if target.startswith("/files/") or target in ASSETS.values() or target in data:
                continue
            assert target in pages, (route, target)
            assert not anchor or f'id="{anchor}"' in pages[target], (route, target, anchor)


def test_the_number_that_sorts_units_is_not_printed(corpus: PublicCorpus) -> None:
    """Its page does not say it: the list shows the order itself (`test_every_field` finds it there)."""
    assert corpus.divisions
    assert all("排序" not in seen(f"/divisions/{id}/", corpus) for id in corpus.divisions)
