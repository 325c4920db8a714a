"""What a unit handed in and what became of it is counted from the files, on the day that is shown."""

from collections.abc import Mapping
from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.contribution import Standing, standings
from tests.factories import changed, content, intranet_corpus

QUEUE = "intranet/submissions/2026/queue.md"
DECISION = "decision: {on: 2026-04-10, verdict: 退回, reason: 换了以后等多久，没有写}\n"
DECEMBER = date(2026, 12, 28)


def of(unit: str, files: Mapping[str, str] | None = None, day: date = DECEMBER, year: int = 2026) -> Standing:
    found = standings(intranet_corpus(files, Clock(day, day)))[year]
    return next(standing for standing in found if standing.unit == unit)


def test_articles_of_both_newsletters_are_taken_and_a_declined_piece_was_handed_in() -> None:
    market, office = of("market"), of("office")

    assert (market.public, market.internal, market.declined, market.handed_in) == (2, 0, 1, 3)
    assert (office.public, office.internal, office.taken, office.handed_in) == (1, 1, 2, 2)


@pytest.mark.parametrize(
    ("decision", "stands"),
    [("", (0, 1)), ("decision: {on: 2026-04-10, verdict: 采用}\n", (1, 0))],
)
def test_an_accepted_piece_counts_as_taken_while_it_waits_for_an_issue(decision: str, stands: tuple[int, int]) -> None:
    market = of("market", changed(QUEUE, DECISION, decision))

    assert (market.accepted, market.waiting) == stands


def test_a_piece_is_there_from_its_day_and_its_decision_from_its_own() -> None:
    before, waiting, declined = (of("market", day=date(2026, 4, day)) for day in (7, 9, 10))

    assert (before.waiting, before.declined) == (0, 0)
    assert (waiting.waiting, waiting.declined) == (1, 0)
    assert (declined.waiting, declined.declined) == (0, 1)


def test_a_piece_counts_in_the_year_it_was_handed_in() -> None:
    files = changed(QUEUE, "submitted_on: 2026-04-08", "submitted_on: 2025-12-30")
    files["content/intranet/submissions/2025/queue.md"] = files.pop(f"content/{QUEUE}")

    assert (of("market", files, year=2025).declined, of("market", files).declined) == (1, 0)


def test_a_unit_that_is_silent_is_named_all_the_same() -> None:
    """Whom a plan is due from is asked for pieces too, also in a year in which nobody has written yet."""
    files = {
        path: text for path, text in content().items() if "/bulletins/" not in path and "/submissions/" not in path
    }
    found = standings(intranet_corpus(files, Clock(DECEMBER, DECEMBER)))

    assert [(standing.unit, standing.handed_in, standing.latest) for standing in found[2026]] == [("market", 0, None)]


def test_the_most_taken_come_first() -> None:
    found = standings(intranet_corpus())[2026]

    assert [(standing.unit, standing.taken) for standing in found] == [("market", 2), ("office", 2)]
