"""What inspectors ask of the public site, and what decides."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.holdings import Piece
from mingbai.rules.indicator import Asked, Group, Indicator, Outcome
from mingbai.rules.inspected import inspected, verdict
from tests.factories import changed, intranet_corpus, public_corpus

BUREAU = "public/bureau.yaml"
ASKED = Asked("V3", Group.VETO, "首页有更新", "")


def found(id: str, files: dict[str, str] | None = None) -> Indicator:
    """The indicator with that id, of the golden bureau or another."""
    return next(each for each in inspected(public_corpus(files), None) if each.id == id)


@pytest.mark.parametrize(
    ("day", "outcome", "soon"),
    [(9, Outcome.PASSED, False), (10, Outcome.PASSED, True), (13, Outcome.PASSED, True), (14, Outcome.FAILED, False)],
)
def test_the_front_page_is_warned_of_at_ten_days_and_fails_at_fourteen(day: int, outcome: Outcome, soon: bool) -> None:
    newest = Piece(date(2026, 12, 1), "简报", "/bulletins/2026/01/", "")

    answer = ASKED.fresh(newest, date(2026, 12, 1 + day), 14, "出一期简报", "/", 10)

    assert (answer.outcome, answer.soon, answer.days) == (outcome, soon, day)
    assert bool(answer.todo) == (day >= 10)


def test_every_indicator_has_an_id_of_its_own_and_says_what_decides() -> None:
    every = inspected(public_corpus(), None)

    assert len({each.id for each in every}) == len(every)
    assert all(each.found and each.asks for each in every)
    assert all(each.todo for each in every if each.outcome is not Outcome.PASSED)


def test_what_nothing_here_can_tell_says_who_can() -> None:
    assert (found("V2").outcome, found("V2").todo) == (Outcome.UNKNOWN, "管服务器的人看访问监测，按一周算")
    assert found("V5-2").outcome is Outcome.UNKNOWN


def test_the_intranet_tells_how_long_people_wait() -> None:
    whole = intranet_corpus()

    answer = next(each for each in inspected(whole.public, whole) if each.id == "V5-2")

    assert answer.outcome is Outcome.PASSED


def test_a_site_without_a_place_to_complain_fails_a_veto() -> None:
    every = inspected(public_corpus(), None)

    assert found("V5-1").outcome is Outcome.FAILED
    assert "V5-1" in verdict(every)
    mended = changed(BUREAU, "route: /fees/\n    type: 办事服务", "route: /supervision/\n    type: 咨询投诉")
    assert found("V5-1", mended).outcome is Outcome.PASSED


def test_the_front_page_of_a_bureau_that_published_nothing_fails() -> None:
    first = date(2026, 1, 2)

    answer = next(e for e in inspected(public_corpus(clock=Clock(first, first)), None) if e.id == "V3")

    assert (answer.outcome, answer.found) == (Outcome.FAILED, "一条也没有")
