"""Searching as a reader does: what is typed, what is found, what is said when nothing is."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.chromium import WANTS_CHROMIUM

pytestmark = WANTS_CHROMIUM


def search(page: Page, site: str, words: str) -> list[str]:
    """The titles found for some words."""
    page.goto(f"{site}/search/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="搜索").click()
    expect(page.get_by_role("status")).to_contain_text(f"“{words}”")
    return page.locator("#found h2").all_inner_texts()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("营业性演出", "举办内地营业性演出审批"),
        ("业性演", "举办内地营业性演出审批"),
        ("演出　审批", "举办内地营业性演出审批"),
        ("jbndy", "举办内地营业性演出审批"),
        ("收视", "有线电视基本收视维护费"),
    ],
)
def test_a_term_is_found_whole_from_its_middle_and_by_its_initials(
    page: Page, sites: dict[str, str], words: str, first: str
) -> None:
    assert search(page, sites["public"], words)[0] == first


@pytest.mark.parametrize(
    ("question", "looked", "first"),
    [
        ("营业性演出要带什么", "营业性演出", "举办内地营业性演出审批"),
        ("我想办营业性演出，大概要多少天？", "营业性演出", "举办内地营业性演出审批"),
        ("请问收视维护费怎么交", "收视维护费", "有线电视基本收视维护费"),
        ("收视维护费多少钱", "收视维护费", "有线电视基本收视维护费"),
        ("办证大厅在哪里", "办证大厅", ""),
        ("多少钱", "多少钱", ""),
    ],
)
def test_of_a_question_what_it_is_about_is_looked_for(
    page: Page, sites: dict[str, str], question: str, looked: str, first: str
) -> None:
    page.goto(f"{sites['public']}/search/")
    page.get_by_role("searchbox").fill(question)
    page.get_by_role("button", name="搜索").click()

    expect(page.get_by_role("status")).to_contain_text(f"“{looked}”")
    if first:
        assert page.locator("#found h2").first.inner_text() == first


TOPICS = {
    "图书馆什么时候开门": "图书馆",
    "演出证什么时候能拿到？": "演出证",
    "谁管理文物": "文物",
    "由谁办理演出证": "演出证",
    "哪里领取图书证": "图书证",
    "局长是谁": "局长",
    "12318是什么电话": "12318",
    "开书店要办什么手续": "开书店",
    "开一家书店要带什么": "书店",
    "要求有哪些": "要求",
    "要件清单是什么": "要件清单",
    "我们局有哪些处室": "处室",
    "网吧归哪个处室管": "网吧",
    "公开办在几楼": "公开办",
    "图书馆在哪": "图书馆",
    "如何申请公开": "申请公开",
    "统一场地收费多少": "统一场地收费",
    "同一场所能不能演出": "同一场所 演出",
    "第二十一场演出哪里看": "第二十一场演出",
    "怎么知道工地旁边有没有文物保护单位": "工地旁边 文物保护单位",
    "没有人问的话": "没有人问的话",
}


def test_no_word_is_cut_in_half_with_what_asks(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/search/")

    assert {question: " ".join(page.evaluate("text => wordsOf(text)", question)) for question in TOPICS} == TOPICS


def test_the_words_are_marked_where_they_stand(page: Page, sites: dict[str, str]) -> None:
    search(page, sites["public"], "维护费")

    assert set(page.locator("#found mark").all_inner_texts()) == {"维护费"}


def test_results_are_shown_without_fetching_a_page(page: Page, sites: dict[str, str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    search(page, sites["public"], "演出")

    assert {path.split("/")[1] for path in asked} == {"search", "assets"}


def test_what_stands_late_in_a_long_text_is_looked_for_in_its_page(page: Page, sites: dict[str, str]) -> None:
    def cut(route: Route) -> None:
        route.fulfill(json=[[*row[:5], "…"] for row in route.fetch().json()])

    page.route("**/search/pages/*.json", cut)

    assert search(page, sites["public"], "工作时间都有人接") == ["电话有人接"]
    expect(page.locator("#found mark")).to_have_text("工作时间都有人接")


def all_found(page: Page) -> list[str]:
    """The titles of all results, after pressing the button for more until it goes away."""
    while page.locator("#more").is_visible():
        page.locator("#more").click()
        page.locator("#found[aria-busy=false]").wait_for()
    return page.locator("#found h2").all_inner_texts()


HEAVY = 60_000


def heavy(page: Page, *, empty: bool = False) -> list[int]:
    """Every file of texts weighs 60 kB from now on, so that one question can pay for one; the bytes of all answers."""
    weights: list[int] = []

    def index(route: Route) -> None:
        about = route.fetch().json()
        route.fulfill(json=about | {"heaviest": {"pairs": 1, "texts": HEAVY // 1000}})

    def texts(route: Route) -> None:
        rows = [[*row[:5], ""] if empty else row for row in route.fetch().json()]
        route.fulfill(body=json.dumps(rows).ljust(HEAVY))
        weights.append(HEAVY)

    page.route("**/search/index.json", index)
    page.route("**/search/pages/*.json", texts)
    return weights


def test_a_question_takes_no_more_than_a_hundred_kilobytes_and_goes_on_when_told_to(
    page: Page, sites: dict[str, str]
) -> None:
    search(page, sites["public"], "演出")
    every = all_found(page)
    weights = heavy(page)
    few = search(page, sites["public"], "演出")

    assert weights == [HEAVY]
    assert few == every[: len(few)]
    assert all_found(page) == every
    assert len(weights) > 1


def test_who_presses_the_button_for_what_was_looked_for_while_he_typed_pays_for_it_once(
    page: Page, sites: dict[str, str]
) -> None:
    weights = heavy(page)
    page.goto(f"{sites['public']}/search/")
    page.get_by_role("searchbox").fill("演出")
    expect(page.get_by_role("status")).to_contain_text("“演出”")
    page.get_by_role("button", name="搜索").click()
    page.wait_for_load_state("networkidle")

    assert weights == [HEAVY]
    assert page.locator("#found h2").count()


def test_where_not_all_was_looked_at_the_page_says_how_far_and_offers_to_go_on(
    page: Page, sites: dict[str, str]
) -> None:
    heavy(page, empty=True)
    search(page, sites["public"], "工作日")

    expect(page.get_by_role("status")).to_contain_text("还没有整个的“工作日”")
    expect(page.get_by_role("button", name="接着找")).to_be_visible()
    all_found(page)
    expect(page.get_by_role("status")).to_contain_text("没有找到整个的“工作日”")


def test_a_sort_can_be_chosen_and_stays_in_the_address(page: Page, sites: dict[str, str]) -> None:
    search(page, sites["public"], "演出")
    page.get_by_role("button", name="事项").click()

    expect(page.get_by_role("button", name="事项")).to_have_attribute("aria-pressed", "true")
    assert set(page.locator("#found p.soft").all_inner_texts()) == {"事项"}
    page.reload()
    expect(page.get_by_role("button", name="事项")).to_have_attribute("aria-pressed", "true")


def test_where_a_text_is_nowhere_as_a_whole_the_nearest_are_shown_and_called_so(
    page: Page, sites: dict[str, str]
) -> None:
    titles = search(page, sites["public"], "收视维护钱")

    expect(page.get_by_role("status")).to_contain_text("没有找到整个的“收视维护钱”")
    assert "有线电视基本收视维护费" in titles


def test_where_nothing_is_found_the_page_says_what_to_do(page: Page, sites: dict[str, str]) -> None:
    assert search(page, sites["public"], "鼋鼍") == []
    expect(page.get_by_role("status")).to_contain_text("按下面的栏目找")


def test_the_box_on_the_front_page_leads_to_what_is_found(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/")
    page.get_by_role("searchbox").fill("收视")
    page.keyboard.press("Enter")

    expect(page.locator("#found h2").first).to_have_text("有线电视基本收视维护费")


def test_so_does_the_box_on_a_page_that_is_not_there(page: Page, sites: dict[str, str]) -> None:
    page.goto(f"{sites['public']}/404.html")
    page.get_by_role("searchbox").fill("收视")
    page.get_by_role("button", name="搜索").click()

    expect(page.get_by_role("status")).to_contain_text("“收视”")


def test_the_intranet_finds_its_own_papers_too(page: Page, sites: dict[str, str]) -> None:
    assert "关于中午总机有人接的通知" in search(page, sites["intranet"], "总机")
    assert search(page, sites["public"], "上半年一件没办完的") == []


def test_without_scripts_the_page_says_so_and_where_to_look(browser: Browser, sites: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sites['public']}/search/?q=演出")

    expect(page.get_by_text("这里搜不了")).to_be_visible()
    assert page.get_by_role("main").get_by_role("link").count() > 1
    context.close()
