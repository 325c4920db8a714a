"""What is kept in is kept in for a reason; what is out was reviewed."""

from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.records.base import Entry, Record
from mingbai.rules.publication import kept_in_for_a_reason
from mingbai.source.located import Places
from tests.factories import changed, intranet_corpus, problems_of, public_corpus, raw


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


def test_a_law_is_not_published_before_it_was_passed() -> None:
    files = changed("public/laws/service-pledges.yaml", "passed_on: 2026-01-10", "passed_on: 2026-01-13")

    assert [problem.code for problem in problems_of(raw(files))] == ["publication/before-origin"]
