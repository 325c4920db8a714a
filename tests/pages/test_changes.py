"""What changed about the promises, over all items: the newest first, with the way to the document."""

from mingbai.pages.public.changes import LONG, ChangesView, changes_pages
from tests.factories import changed, content, public_corpus
from tests.pages.test_public import seen

TV = "public/commitments/market/catv.yaml"
END = "effective_from: 2026-02-01\n"
PAUSED = END + "events:\n  - {on: 2026-11-05, action: 暂停, reason: 机房搬家}\n"
ITEM = "public/commitments/market/perf-domestic.yaml"
PHOTO = """reform:
  - {on: 2025-09-01, aim: 减, action: 减材料, text: 少交一张照片。, document: {number: 示例文广新〔2025〕6号}}
"""


def view(files: dict[str, str] | None = None) -> ChangesView:
    (page,) = changes_pages(public_corpus(files))
    assert isinstance(page.view, ChangesView)
    return page.view


def test_changes_of_all_items_stand_together_the_newest_first() -> None:
    (year,) = view(changed(TV, END, PAUSED)).years

    assert (year.name, year.count) == ("2026年", "2处")
    assert [(batch.day.machine, turn.item.text) for batch in year.batches for turn in batch.turns] == [
        ("2026-11-05", "有线电视开户"),
        ("2026-02-01", "举办内地营业性演出审批"),
    ]


def test_what_one_document_changed_about_one_item_stands_together() -> None:
    files = changed(ITEM, "reform:\n", PHOTO.replace("2025-09-01", "2026-02-01").replace("〔2025〕6号", "〔2026〕2号"))
    (year,) = view(files).years
    ((turn,),) = [batch.turns for batch in year.batches]

    assert (year.count, [change.action for change in turn.changes]) == ("2处", ["减材料", "压时限"])


def test_a_phone_is_shown_the_newest_year_and_folds_what_is_older() -> None:

    assert [year.fold for year in view(changed(ITEM, "reform:\n", PHOTO)).years] == ["", "看2025年改的1处"]


def test_many_items_changed_on_one_day_are_folded_on_a_phone() -> None:
    item = content()[f"content/{ITEM}"]
    more = {f"content/{ITEM.replace('perf-domestic', f'perf-{n}')}": item for n in range(LONG)}

    assert [batch.fold for batch in view({**content(), **more}).years[0].batches] == ["看这一天改的7件事"]


def test_a_document_of_ours_is_a_link_and_another_is_not() -> None:
    ours = changed(ITEM, "示例文广新〔2026〕2号", "示例文广新〔2026〕1号")
    (year,), (other,) = view(ours).years, view(changed(ITEM, "示例文广新〔2026〕2号", "示例府〔2026〕9号")).years

    assert (year.batches[0].document.href, other.batches[0].document.href) == ("/documents/2026/service-pledges/", "")


def test_where_nothing_changed_the_page_says_so() -> None:
    item = content()[f"content/{ITEM}"]
    reform = item[item.index("reform:") : item.index("review:")]

    assert "到现在还没有改过。" in seen("/changes/", public_corpus(changed(ITEM, reform, "")))
