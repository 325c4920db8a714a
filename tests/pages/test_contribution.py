"""Contributions as the office reads them, and the newsletter that stays in."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.intranet.bulletin import InternalBulletinView, internal_bulletin_pages
from mingbai.pages.intranet.contribution import ContributionsView, contribution_pages
from mingbai.pages.intranet.submission import SubmissionView, submission_pages
from mingbai.pages.prose import prose
from mingbai.pages.reuse import opened
from tests.factories import changed, content, intranet_corpus

QUEUE = "intranet/submissions/2026/queue.md"
DECISION = "decision: {on: 2026-04-10, verdict: 退回, reason: 换了以后等多久，没有写}\n"


def pages(files: Mapping[str, str] | None = None, day: date = date(2026, 12, 28)) -> dict[str, ContributionsView]:
    found = {page.route: page.view for page in contribution_pages(intranet_corpus(files, Clock(day, day)))}
    return {route: view for route, view in found.items() if isinstance(view, ContributionsView)}


def front(files: Mapping[str, str] | None = None, day: date = date(2026, 12, 28)) -> ContributionsView:
    return pages(files, day)["/contributions/"]


def test_a_row_says_how_many_were_taken_of_how_many_and_what_became_of_them() -> None:
    market = front().rows[0]

    assert (market.unit.text, market.count, market.share) == ("市场处", "2/3", "67%")
    assert market.fates == "公开2，退回1"
    assert market.cells == ("on", "on", "")


def test_a_piece_that_was_sent_back_is_listed_with_the_reason() -> None:
    (row,) = front().declined

    assert (row.title.href, row.chip.text, row.note) == (
        "/submissions/2026/queue/",
        "退回",
        "换了以后等多久，没有写",
    )


@pytest.mark.parametrize(
    ("decision", "day", "text"),
    [
        ("", date(2026, 4, 8), "还没定，今天来的"),
        ("", date(2026, 4, 20), "还没定，等了12天"),
        ("decision: {on: 2026-04-10, verdict: 采用}\n", date(2026, 4, 20), "采用，等着登"),
    ],
)
def test_a_piece_that_waits_says_for_what_and_how_long(decision: str, day: date, text: str) -> None:
    (row,) = front(changed(QUEUE, DECISION, decision), day).waiting

    assert row.chip.text == text


def test_who_is_silent_is_named_outside_the_table() -> None:
    files = {
        path: text for path, text in content().items() if "/bulletins/" not in path and "/submissions/" not in path
    }
    view = front(files)

    assert (view.rows, [unit.text for unit in view.silent]) == ((), ["市场处"])
    assert view.summary == "还没有人投过稿。"


def test_each_year_has_a_page_and_the_newest_is_the_front() -> None:
    files = changed(QUEUE, "submitted_on: 2026-04-08", "submitted_on: 2025-12-30")
    files["content/intranet/submissions/2025/queue.md"] = files.pop(f"content/{QUEUE}")
    found = pages(files)

    assert list(found) == ["/contributions/", "/contributions/2026/", "/contributions/2025/"]
    assert (found["/contributions/"].year, len(found["/contributions/2025/"].declined)) == ("2026年", 1)


def test_many_articles_make_the_page_no_longer() -> None:
    files = content()
    article = files["content/public/bulletins/2026/02/phone.md"]
    for no in range(200):
        files[f"content/public/bulletins/2026/02/more-{no}.md"] = article.replace("title: ", f"title: 第{no}篇")
    few, many = front(), front(files)

    assert [len(row.cells) for row in many.rows if "202" in row.count or "201" in row.count] == [0]
    assert len(repr(many)) < len(repr(few)) + 100


def test_a_piece_is_read_on_a_page_of_its_own() -> None:
    (page,) = submission_pages(intranet_corpus())
    assert isinstance(page.view, SubmissionView)

    assert page.route == "/submissions/2026/queue/"
    assert page.view.body and page.view.reason == "换了以后等多久，没有写"
    assert page.view.exempt.startswith("内部资料")


def test_an_inner_issue_says_why_it_may_stay_in_and_its_articles_are_found_on_it() -> None:
    files = changed(
        "intranet/activities/2026/start.md", "会开了", "[没交的](../../bulletins/2026/01/two-late.md)。会开了"
    )
    corpus = intranet_corpus(files)
    issue = {page.route: page.view for page in opened(internal_bulletin_pages(corpus))}["/internal-bulletins/2026/01/"]
    assert isinstance(issue, InternalBulletinView)
    text = prose(corpus.activities["2026/start"], corpus.present)

    assert issue.exempt.startswith("内部资料")
    assert [article.anchor for article in issue.issue.articles] == ["two-late"]
    assert text and text.targets[0][1] == "/internal-bulletins/2026/01/#two-late"
