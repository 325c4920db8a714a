"""Pages of one year of the newsletter are made together, and not at all while nothing they are made of has changed."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from mingbai.corpus.public import PublicCorpus
from mingbai.digest import Sealed
from mingbai.pages.intranet import PAGES as INNER
from mingbai.pages.public import PAGES as OUTER
from mingbai.pages.public import bulletin
from mingbai.pages.public.issue import IssueFacts, YearFacts, issues
from mingbai.pages.reuse import Batch
from tests.factories import content, intranet_corpus
from tests.pages.test_late import within
from tests.workshop import Workshop

ISSUE, ARTICLE = "content/public/bulletins/2026/01/issue.yaml", "content/public/bulletins/2026/01/one-notice.md"
BEFORE = "content/public/bulletins/2025/01"
UNIT = "content/public/divisions/market.yaml"
NEWSLETTER = "content/public/bulletins/"


@pytest.fixture
def two_years(workshop: Workshop) -> Workshop:
    """The golden bureau, built, with an issue of the year before."""
    issue = workshop.read(ISSUE).replace("2026-", "2025-").replace("cumulative_no: 37", "cumulative_no: 36")
    workshop.write(f"{BEFORE}/issue.yaml", issue.replace("items: [one-notice, less-paper]", "items: [one-notice]"))
    workshop.write(f"{BEFORE}/one-notice.md", workshop.read(ARTICLE).replace("2026-", "2025-"))
    workshop.build()
    return workshop


def clean(workshop: Workshop) -> dict[str, dict[str, bytes]]:
    workshop.build(clean=True, out=workshop.root / "fresh")
    return workshop.sites(workshop.root / "fresh")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The years of which issues are looked at."""
    found: list[str] = []

    def watched(year: YearFacts) -> Iterator[IssueFacts]:
        found.append(year.volume.year)
        return issues(year)

    monkeypatch.setattr(bulletin, "issues", watched)
    return found


def test_an_article_that_changes_leaves_the_other_years_alone(two_years: Workshop, made: list[str]) -> None:
    two_years.edit(ARTICLE, "title: ", "title: 又")
    two_years.build()

    assert made == ["2026"]
    assert two_years.sites() == clean(two_years)


def test_where_nothing_of_the_newsletter_changes_no_year_is_made(two_years: Workshop, made: list[str]) -> None:
    two_years.edit("content/public/fees/catv.yaml", "payer: 安装", "payer: 装")
    two_years.build()

    assert made == []


def test_the_last_issue_of_a_year_is_known_on_the_page_of_the_next(two_years: Workshop) -> None:
    page = "bulletins/2026/01/index.html"
    assert "2025年第1期".encode() in two_years.sites()["public"][page]

    shutil.rmtree(two_years.path(BEFORE).parent)
    two_years.build()

    assert "2025年第1期".encode() not in two_years.sites()["public"][page]
    assert two_years.sites() == clean(two_years)


def test_a_unit_with_another_name_has_it_in_every_year(two_years: Workshop) -> None:
    two_years.edit(UNIT, "name: 文化市场管理处", "name: 文化市场和演出处")
    two_years.build()

    assert "文化市场和演出处".encode() in two_years.sites()["public"]["bulletins/2025/01/index.html"]
    assert two_years.sites() == clean(two_years)


def test_a_seal_that_forgets_something_is_caught(two_years: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(Batch, "seal", "the same")
    two_years.build()
    two_years.edit(ARTICLE, "title: ", "title: 又")
    two_years.build()
    stale = two_years.sites()
    monkeypatch.undo()

    assert stale["public"]["bulletins/2026/01/index.html"] != clean(two_years)["public"]["bulletins/2026/01/index.html"]


def batches() -> list[Batch[Any]]:
    """All batches of both sites."""
    corpus = intranet_corpus()
    outer = [each for pages in OUTER for each in pages(corpus.public)]
    inner = [each for pages in INNER for each in pages(corpus)]
    return [each for each in (*outer, *inner) if isinstance(each, Batch)]


def test_each_batch_has_a_name_of_its_own() -> None:
    names = [batch.name for batch in batches()]

    assert len(names) == len(set(names)) >= 5


def test_what_makes_a_batch_is_a_function_of_a_module_that_nothing_else_is_bound_to() -> None:
    for batch in batches():
        make: Any = batch.make
        assert (make.__closure__, make.__qualname__) == (None, make.__name__)


def test_the_facts_of_a_batch_are_frozen_data_or_sealed() -> None:
    for batch in batches():
        for each in within(batch.facts):
            plain = each is None or isinstance(each, str | int | tuple | Sealed)
            assert plain or (isinstance(each, Struct) and each.__struct_config__.frozen)


def test_where_the_links_of_an_article_lead_is_not_in_its_file_and_in_the_seal_all_the_same() -> None:
    corpus = intranet_corpus().public
    gone = replace(corpus, present=frozenset())

    assert issue_seals(gone).keys() == issue_seals(corpus).keys()
    assert not set(issue_seals(gone).values()) & set(issue_seals(corpus).values())


def issue_seals(corpus: PublicCorpus) -> dict[str, str]:
    return {
        each.name: each.seal
        for each in bulletin.bulletin_pages(corpus)
        if isinstance(each, Batch) and each.make is bulletin.issue_pages
    }


def test_every_file_of_a_year_is_in_the_seal_of_its_volume() -> None:
    said = content()
    volumes = intranet_corpus().public.newsletter.volumes
    paths = [path for path in said if path.startswith(NEWSLETTER)]

    assert paths
    for path in paths:
        other = intranet_corpus({**said, path: f"{said[path]}\n"})
        assert other.public.newsletter.volumes != volumes, path
