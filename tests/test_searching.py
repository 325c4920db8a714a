"""The search index of a site: what has to be indexed is begun early, once, and comes out the same."""

import sqlite3
from collections.abc import Callable, Iterable

import pytest

from mingbai import flow
from mingbai.attendant import at_once
from mingbai.boundary import Audience
from mingbai.build.pool import ALONE, Workers, working
from mingbai.cache import Cache
from mingbai.exports.export import Export
from mingbai.exports.findable import Group, groups
from mingbai.exports.public.search import public_docs
from mingbai.materials import materials
from mingbai.searching import WORTH_A_POOL, begun, search_exports
from tests import ROOT
from tests.factories import checked, content, public_corpus, raw

FOUND = groups(public_docs(public_corpus()))


def written(exports: Iterable[Export]) -> dict[str, bytes]:
    return {each.path: each.make() for each in exports}


class Empty(Cache):
    """A cache that knows no text: what is said of each page are its record's own words."""

    def prose(self, digests: Iterable[str]) -> dict[str, bytes]:
        return dict.fromkeys(digests, b"")


def fresh() -> Cache:
    return Empty(sqlite3.connect(":memory:"), "")


def nobody(work: Callable[[], object]) -> Callable[[], object]:
    raise AssertionError(f"nothing was to be handed over, but {work}")


def test_few_new_groups_are_handed_over_when_the_index_is_begun_and_it_is_the_same() -> None:
    given: list[Callable[[], object]] = []

    def aside(work: Callable[[], object]) -> Callable[[], object]:
        given.append(work)
        return at_once(work)

    cache = fresh()
    search_exports(FOUND[WORTH_A_POOL - 1 :], cache)
    asked = begun(FOUND, cache, Workers(aside=aside))

    assert len(given) == 1
    assert written(asked(FOUND)) == written(search_exports(FOUND, fresh()))


def test_nothing_is_handed_over_where_every_group_is_known() -> None:
    cache = fresh()
    whole = written(search_exports(FOUND, cache))

    assert written(begun(FOUND, cache, Workers(aside=nobody))(FOUND)) == whole


def test_groups_of_two_sites_are_begun_together_and_each_has_its_own_index() -> None:
    asked = begun(FOUND, fresh(), ALONE)

    for some in (FOUND[:1], FOUND, FOUND[1:]):
        assert written(asked(some)) == written(search_exports(some, fresh()))


def test_of_many_new_groups_those_without_a_day_are_indexed_aside_and_it_is_the_same() -> None:
    given: list[Callable[[], object]] = []

    def aside(work: Callable[[], object]) -> Callable[[], object]:
        given.append(work)
        return at_once(work)

    undated, dated = FOUND
    years = tuple(Group(tuple(doc._replace(day=f"{year}-01-30") for doc in dated.docs)) for year in range(2023, 2027))
    with working(2, aside) as workers:
        asked = begun((undated, *years), fresh(), workers)

        assert written(asked((undated, *years))) == written(search_exports((undated, *years), fresh()))
    assert [len(work()) for work in given] == [1]  # type: ignore[arg-type]


@pytest.mark.parametrize(("wanted", "shown"), [(("public",), 1), (("intranet",), 1), (("public", "intranet"), 2)])
def test_only_what_can_be_found_on_a_site_that_is_wanted_is_begun(wanted: tuple[str, ...], shown: int) -> None:
    begun: list[tuple[Group, ...]] = []
    given: list[tuple[Group, ...]] = []

    def search(found: tuple[Group, ...]) -> Callable[[tuple[Group, ...]], Iterable[Export]]:
        begun.append(found)
        return lambda some: given.append(some) or ()  # type: ignore[func-returns-value]

    memory = flow.Memory(lambda digests: dict.fromkeys(digests, b""), search)
    flow.sites(checked(raw(content())), tuple(map(Audience, wanted)), materials(ROOT), ROOT, memory)

    assert begun == given[-1:]
    assert len(given) == shown
