"""What is kept in is kept in for a reason; what is out was reviewed."""

from datetime import date
from typing import ClassVar

import pytest
from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.records.base import Entry, Record
from mingbai.rules.publication import kept_in_for_a_reason
from mingbai.source.located import Places
from tests.factories import changed, content, intranet_corpus, problems_of, public_corpus, raw


class Unreasoned(Record):
    """An intranet record whose kind names no article."""

    kind: ClassVar[str] = "notes"
    label: ClassVar[str] = "便条"
    pattern: ClassVar[str] = "notes/*.yaml"


def test_an_intranet_kind_names_the_article_that_keeps_it_in() -> None:
    corpus = intranet_corpus()
    note = Entry("a", Unreasoned(), Places("content/intranet/notes/a.yaml"), "")

    found = kept_in_for_a_reason(replace(corpus, entries=(*corpus.entries, note)))

    assert [problem.code for problem in found] == ["publication/exempt-basis-missing"]


def test_what_is_published_tomorrow_is_not_there_today() -> None:
    files = changed("public/bulletins/2026/02/issue.yaml", "published: 2026-05-06", "published: 2026-12-29")
    tomorrow = Clock(date(2026, 12, 29), date(2026, 12, 29))

    assert "2026/02" not in public_corpus(files).bulletins
    assert "2026/02" in public_corpus(files, tomorrow).bulletins
    assert [problem.code for problem in problems_of(raw(files))] == ["publication/waiting"]


@pytest.mark.parametrize("day", ["2026-01-13", "2027-01-10"])
def test_a_law_is_not_published_before_it_was_passed(day: str) -> None:
    """Nor before a day that has not come, on which none of its versions is known."""
    files = changed("public/laws/service-pledges.yaml", "passed_on: 2026-01-10", f"passed_on: {day}")

    assert "publication/before-origin" in [problem.code for problem in problems_of(raw(files))]


def test_a_law_may_be_published_before_its_only_version_takes_effect() -> None:
    """It need not say when it was passed."""
    files = content()
    law = files["content/public/laws/service-pledges.yaml"].replace("    passed_on: 2026-01-10\n", "")
    files["content/public/laws/to-come.yaml"] = law.replace("2026-02-01", "2027-02-01").replace("2号", "3号")

    assert problems_of(raw(files)) == ()


@pytest.mark.parametrize(
    ("result", "refused"),
    [
        ("同意公开", False),
        ("不涉密，同意公开，附件不公开", False),
        ("可以公开", False),
        ("不同意公开", True),
        ("不予公开", True),
        ("暂缓公开", True),
        ("依申请公开", True),
        ("仅限内部", True),
        ("不可以公开", True),
    ],
)
def test_what_a_review_refused_is_not_published(result: str, refused: bool) -> None:
    files = changed(
        "public/fees/catv.yaml", "{by: 办公室, on: 2026-01-23}", f"{{by: 办公室, on: 2026-01-23, result: {result}}}"
    )

    assert ("publication/refused" in [p.code for p in problems_of(raw(files))]) == refused
