"""Reviews from outside: who came, what they said, what came of it."""

from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.review import ReviewsView, ReviewView, review_pages
from tests.factories import changed, intranet_corpus

ROUTE = "/reviews/2026/deputies/"


def views(day: str = "2026-12-28", files: dict[str, str] | None = None) -> dict[str, object]:
    on = date.fromisoformat(day)
    return {page.route: page.view for page in review_pages(intranet_corpus(files, Clock(on, on)))}


def view(day: str = "2026-12-28", files: dict[str, str] | None = None) -> ReviewView:
    found = views(day, files)[ROUTE]
    assert isinstance(found, ReviewView)
    return found


def test_the_panel_is_told_by_category_and_number() -> None:
    assert [(share.label, share.number) for share in view().panel] == [("人大代表", "3"), ("特邀监督员", "2")]


def test_comments_stand_word_for_word_with_whom_they_are_about() -> None:
    whole = changed("intranet/reviews/2026/deputies.yaml", "{division: market, text", "{text")

    assert [(row.unit.text, row.text) for row in view().comments] == [
        ("文化市场管理处", "纸条写得清楚，字可以再大一点。")
    ]
    assert [row.unit.text for row in view(files=whole).comments] == ["全局"]


def test_findings_that_came_of_it_stand_as_on_the_day() -> None:
    files = changed(
        "intranet/findings/2026/002.yaml",
        "source: 市察访中心\nexternal_ref: 市察〔2026〕41号\nreceived_on: 2026-11-19\n",
        "source: 视察点评\nreview: 2026/deputies\n",
    )

    assert [(row.link.text, row.chip.text) for row in view(files=files).found] == [("2026-002", "已反馈")]
    assert view("2026-11-19", files).found == ()
    assert view().found == ()


def test_it_is_there_from_its_day() -> None:
    before, after = views("2026-09-09")["/reviews/"], views("2026-09-10")["/reviews/"]

    assert isinstance(before, ReviewsView) and before.years == ()
    assert isinstance(after, ReviewsView) and [row.panel for row in after.years[0].rows] == [
        "人大代表3人、特邀监督员2人"
    ]
