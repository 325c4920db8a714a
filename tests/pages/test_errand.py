"""What people want to get done: found on the front page, item by item in order, with what each takes and costs."""

from mingbai.pages.public.errand import errand_links, errand_pages
from tests.factories import changed, content, public_corpus
from tests.pages.test_public import seen

SHOW = "public/errands/show.yaml"
STEP = "  - commitment: market/perf-domestic\n"
OPEN_UP = "  - {commitment: market/catv, when: 先办}\n"


def test_an_errand_shows_its_items_with_what_each_takes_and_costs() -> None:
    text = seen("/errands/show/", public_corpus())

    assert "只办1项，不收费。" in text
    assert "多久1个工作日办好，法定3日多少钱不收费跑几次0次，全程网上办带什么1样" in text
    assert "安全许可：一千人以上的场子，找公安机关" in text


def test_items_stand_in_the_order_written() -> None:
    text = seen("/errands/show/", public_corpus(changed(SHOW, STEP, OPEN_UP + STEP)))

    assert text.index("有线电视开户先办") < text.index("举办内地营业性演出审批场地和演员")
    assert "最多办2项，全办下来我们最多用1个工作日。" in text


def test_an_item_that_is_no_longer_handled_is_shown_as_such() -> None:
    ended = changed(
        "public/commitments/market/perf-domestic.yaml",
        "effective_from: 2026-02-01\n",
        "effective_from: 2026-02-01\neffective_to: 2026-06-30\n",
    )
    (page,) = errand_pages(public_corpus(ended))

    assert [part.chip.text for part in page.view.parts if part.chip] == ["不再办理"]  # type: ignore[attr-defined]
    assert "多久" not in [fact.label for part in page.view.parts for fact in part.about]  # type: ignore[attr-defined]


def test_what_most_people_come_for_stands_first() -> None:
    files = content()
    show = files[f"content/{SHOW}"]
    tv = show.replace("办演出", "装有线电视").replace("market/perf-domestic", "market/catv")

    links = errand_links(public_corpus({**files, "content/public/errands/tv.yaml": tv}))

    assert [link.text for link in links] == ["装有线电视", "办演出"]


def test_the_front_page_leads_to_errands_and_shows_what_is_asked_for_most() -> None:
    text = seen("/", public_corpus())

    assert text.index("办演出") < text.index("办得最多的事") < text.index("有线电视开户")
    assert "最近四个季度" in text
