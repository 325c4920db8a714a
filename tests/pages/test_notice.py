"""The one-time notice: the same conditions and materials as on the item's page, on exactly one sheet of paper."""

import re

from mingbai.corpus.public import PublicCorpus
from mingbai.pages.chrome import public_chrome
from mingbai.pages.page import Page
from mingbai.pages.public import public_pages
from tests.factories import ASSETS, changed, public_corpus
from tests.pages.full import rendered
from tests.sample import sample_corpus

ITEM = "public/commitments/market/perf-domestic.yaml"
ROUTE = "/commitments/market/perf-domestic/notice/"


def pages(corpus: PublicCorpus) -> dict[str, Page]:
    return {page.route: page for page in public_pages(corpus)}


def html(corpus: PublicCorpus, route: str) -> str:
    return rendered(pages(corpus)[route], public_chrome(corpus, ASSETS))


def seen(corpus: PublicCorpus, route: str) -> str:
    body = html(corpus, route).split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"\s+|<[^>]*>", "", f"<main{body}")


def ids(page: str) -> set[str]:
    """The ids of conditions and materials."""
    return set(re.findall(r'\sid="([cm]-[^"]*)"', page))


def test_it_lists_the_conditions_and_materials_of_the_items_page_under_the_same_ids() -> None:
    corpus = sample_corpus()
    found = pages(corpus)
    frame = public_chrome(corpus, ASSETS)
    notices = [route for route in found if route.endswith("/notice/")]

    assert len(notices) == len(corpus.commitments)
    for route in notices:
        on_notice, on_page = (ids(rendered(found[r], frame)) for r in (route, route.removesuffix("notice/")))
        assert on_notice == on_page
        assert on_notice


def test_whatever_an_applicant_may_lack_has_a_box() -> None:
    page = html(public_corpus(), ROUTE)

    for id in ids(page):
        row = page.split(f'id="{id}"', 1)[1].split("</tr>", 1)[0]
        assert re.search(r'type="checkbox" aria-label="[^"]*：(还缺|不符)"', row)


def test_the_items_page_leads_to_it_while_the_item_is_being_handled() -> None:
    events = "free: true\nevents:\n  - {on: 2026-03-01, action: 暂停, reason: 系统升级。}"
    suspended = public_corpus(changed(ITEM, "free: true", events))

    assert f'href="{ROUTE}"' in html(public_corpus(), "/commitments/market/perf-domestic/")
    assert ROUTE not in pages(suspended)
    assert ROUTE not in html(suspended, "/commitments/market/perf-domestic/")


def test_silence_counts_as_acceptance_only_where_the_law_says_so() -> None:
    filing = public_corpus(changed(ITEM, "type: 行政许可", "type: 行政备案"))
    law = "过了5日没有告知，从收到申请那天起就算受理（行政许可法第三十二条"

    for route in (ROUTE, "/commitments/market/perf-domestic/"):
        assert law in seen(public_corpus(), route)
        assert law not in seen(filing, route)
        assert "当场或者5个工作日内一次告知" in seen(filing, route)


def test_it_says_how_long_it_takes_then_what_it_costs_whom_to_ask_and_where_to_complain() -> None:
    text = seen(sample_corpus(), "/commitments/market/ktv/notice/")

    assert (
        "8个工作日办好；法定20日（《中华人民共和国行政许可法》第四十二条），从受理那天起算；不算在内：听证公告和听证的时间"
        in text
    )
    assert "不收费，跑1次" in text
    assert "咨询0000-0000025" in text
    assert "投诉0000-0000002" in text
    assert "mingbai.example/commitments/market/ktv/" in text
    assert "经办人（窗口受理岗）签名" in text
