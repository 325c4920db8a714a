"""Looking ahead: until the day it names a site is the same to the byte; then it is another one, in what was named."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from mingbai.ahead import INDEX, Ahead, Way, ahead, tried
from mingbai.boundary import Audience
from mingbai.make import Wish
from mingbai.source.tree import scan
from tests.workshop import NOW, Files, Workshop

DAYS = 6


def looked(workshop: Workshop, day: date, days: int = DAYS, way: Way = tried) -> Ahead:
    return ahead(Wish(workshop.root, workshop.out, as_of=day), scan(workshop.root, "content"), NOW, days, way)


def every_day(look: Callable[[date], Any], first: date, until: date) -> Iterator[tuple[date, Any]]:
    """The slow way, which skips nothing."""
    for number in range((until - first).days + 1):
        day = first + timedelta(number)
        yield day, look(day)


def built_on(workshop: Workshop, day: date) -> dict[str, Files]:
    """Both sites as a build of that day makes them, without the list of files and with one index of the search."""
    assert not [problem for problem in workshop.build(as_of=day).problems if problem.is_error]
    return {site: folded(files) for site, files in workshop.sites().items()}


def folded(files: Files) -> Files:
    index = b"".join(data for path, data in sorted(files.items()) if path.startswith("search/") and path[-1] == "n")
    rest = {path: data for path, data in files.items() if not (path.startswith("search/") and path.endswith(".json"))}
    return {**{path: data for path, data in rest.items() if path != "manifest.json"}, INDEX: index}


@pytest.mark.slow
@pytest.mark.parametrize("first", ["2026-01-28", "2026-03-07", "2026-05-29", "2026-12-29"])
def test_every_day_before_the_turn_is_the_same_and_the_turn_is_what_was_named(workshop: Workshop, first: str) -> None:
    start = date.fromisoformat(first)
    found = looked(workshop, start)
    shown = built_on(workshop, start)
    waiting = set(shown)
    for number in range(1, DAYS + 1):
        day = start + timedelta(number)
        sites = built_on(workshop, day)
        for site in sorted(waiting):
            paths = shown[site].keys() | sites[site].keys()
            differ = tuple(sorted(path for path in paths if shown[site].get(path) != sites[site].get(path)))
            turn = found.turns.get(Audience(site))
            if turn and turn.day == day:
                assert (differ, day) == (turn.files, turn.day)
                waiting.remove(site)
            else:
                assert not differ, (site, day, differ)
        if not waiting:
            break

    assert waiting == set(shown) - {str(site) for site in found.turns}


@pytest.mark.slow
@pytest.mark.parametrize("first", ["2026-01-18", "2026-02-27", "2026-05-20", "2026-08-03", "2026-12-14", "2027-02-12"])
def test_the_days_that_are_skipped_are_those_on_which_nothing_changes(workshop: Workshop, first: str) -> None:
    """All the year round, also where a day that comes has errors."""
    start = date.fromisoformat(first)
    quick, slow = looked(workshop, start, 21), looked(workshop, start, 21, every_day)

    assert (quick.turns, quick.stops) == (slow.turns, slow.stops)
    assert quick.turns


def test_few_days_are_tried(workshop: Workshop) -> None:
    days: list[date] = []

    def counted(look: Callable[[date], Any], first: date, until: date) -> Iterator[tuple[date, Any]]:
        for day, seen in tried(look, first, until):
            days.append(day)
            yield day, seen

    shutil.rmtree(workshop.path("content/intranet"))
    wish = Wish(workshop.root, workshop.out, (Audience.PUBLIC,), date(2026, 4, 1))
    found = ahead(wish, scan(workshop.root, "content"), NOW, 60, counted)

    assert found.turns
    assert len(days) < 20


def test_what_becomes_visible_is_named_by_its_file(workshop: Workshop) -> None:
    """An article handed in for 2 March is on no page before."""
    turn = looked(workshop, date(2026, 3, 1), 1).turns[Audience.PUBLIC]

    assert turn.day == date(2026, 3, 2)
    assert "content/public/bulletins/2026/01/issue.yaml" in turn.came
    assert "bulletins/2026/01/index.html" in turn.files


def test_what_changes_on_its_day_is_named_too(workshop: Workshop) -> None:
    """A division that will be closed is told from that day on."""
    path = "content/public/people/yi.yaml"
    workshop.edit(path, "in_post_from: 2024-05-10", "in_post_from: 2024-05-10\nin_post_to: 2026-06-01")

    assert path in looked(workshop, date(2026, 5, 31), 1).turns[Audience.PUBLIC].changed


def test_what_cannot_be_made_any_more_is_named_with_its_day(workshop: Workshop) -> None:
    """Fees and fines are cleared by the end of February, and nobody has written what came of it."""
    stops = looked(workshop, date(2027, 2, 26), 5).stops

    assert {site: stop.day for site, stop in stops.items()} == dict.fromkeys(Audience, date(2027, 3, 1))
    assert {problem.code for stop in stops.values() for problem in stop.problems} == {"clearing/outdated"}


def test_of_a_page_that_cannot_be_printed_nobody_says_that_it_stays(workshop: Workshop) -> None:
    workshop.write("templates/intranet/home.html", "{{ page.nothing }}")

    assert "index.html" in looked(workshop, date(2026, 3, 1), 1).turns[Audience.INTRANET].files
