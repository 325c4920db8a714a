"""What inspectors ask of the public site, and what decides."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.holdings import Piece
from mingbai.rules.indicator import Asked, Group, Indicator, Outcome
from mingbai.rules.inspected import inspected, verdict
from tests.factories import changed, content, intranet_corpus, public_corpus

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


CASE = "intranet/complaints/2026/001.yaml"
LOG = "".join(
    f"  - {{on: 2026-05-{rest}}}\n"
    for rest in (
        "07, action: 受理",
        "11, action: 答复, stance: 属实",
        "12, action: 办结",
        "20, action: 评价, satisfaction: 满意",
    )
)
ACCEPTED = "  - {on: 2026-05-07, action: 受理}\n"


@pytest.mark.parametrize(
    ("log", "outcome"),
    [
        (LOG, Outcome.PASSED),
        ("  - {on: 2026-05-07, action: 不受理, note: 归城管管，电话12319}\n", Outcome.PASSED),
        (ACCEPTED, Outcome.FAILED),
    ],
)
def test_the_intranet_tells_how_long_people_wait_and_a_receipt_is_no_answer(log: str, outcome: Outcome) -> None:
    whole = intranet_corpus(changed(CASE, LOG, log))

    answer = next(each for each in inspected(whole.public, whole) if each.id == "V5-2")

    assert answer.outcome is outcome


def test_no_complaints_at_all_are_no_proof_that_all_were_answered() -> None:
    files = {path: text for path, text in content().items() if "/complaints/" not in path}
    whole = intranet_corpus(files)

    answer = next(each for each in inspected(whole.public, whole) if each.id == "V5-2")

    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("id", ["V1-1", "V1-3", "V1-4", "V1-5", "V1-6", "V2"])
def test_what_only_people_can_tell_never_passes(id: str) -> None:
    assert found(id).outcome is Outcome.UNKNOWN


def test_an_attachment_that_nobody_could_read_keeps_from_saying_that_nothing_got_out() -> None:
    unread = {**content(), "content/public/files/forms/old.doc": "x"}

    assert found("V1-2").outcome is Outcome.PASSED
    assert (found("V1-2", unread).outcome, found("V1-2", unread).found) == (
        Outcome.UNKNOWN,
        "有1个附件读不出字，第一个是 files/forms/old.doc",
    )


def test_the_verdict_says_how_many_vetoes_people_have_to_look_at() -> None:
    passed = ASKED.held("yes", "", "")

    assert verdict([passed, ASKED.unknown("", "")]).endswith("查得了的，没有碰到单项否决；还有1项否决要人去查。")
    assert verdict([passed]).endswith("查得了的，没有碰到单项否决。")


def test_a_column_of_news_counts_wherever_it_lies_one_of_papers_only_at_the_top() -> None:
    under = "  - title: 收费\n    route: /fees/\n    under: /fines/\n    type: {}\n"
    top = "  - title: 收费\n    route: /fees/\n    type: 办事服务\n"

    told = [found("V4-1", changed(BUREAU, top, under.format(type))).found for type in ("工作动态", "政策文件")]

    assert ["收费" in each for each in told] == [True, False]


@pytest.mark.parametrize(
    ("day", "out", "outcome", "soon"),
    [
        (date(2027, 1, 31), None, Outcome.PASSED, True),
        (date(2027, 2, 1), None, Outcome.FAILED, False),
        (date(2027, 3, 1), date(2027, 1, 31), Outcome.PASSED, False),
        (date(2027, 3, 1), date(2027, 2, 1), Outcome.FAILED, False),
    ],
)
def test_a_yearly_report_is_not_late_before_its_day(day: date, out: date | None, outcome: Outcome, soon: bool) -> None:
    answer = ASKED.by(date(2027, 1, 31), out, day, "2026年的报表", "写一个页面", "/pages/")

    assert (answer.outcome, answer.soon, answer.on) == (outcome, soon, out)
    assert bool(answer.todo) == (soon or outcome is Outcome.FAILED)


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


PLEDGES = "public/documents/2026/service-pledges.md"


def test_a_rule_of_our_own_is_explained_or_says_why_not() -> None:
    bare = {path: text for path, text in content().items() if not path.endswith("about-pledges.md")}
    excused = changed(PLEDGES, "summary:", "unexplained: 一看就懂\nsummary:", bare)

    assert (found("explained").outcome, found("explained").found) == (Outcome.PASSED, "1份：有解读的1份")
    assert found("explained", bare).outcome is Outcome.FAILED
    assert found("explained", excused).found == "1份：有解读的0份，写明为什么不用的1份"


def test_a_rule_without_a_number_or_a_day_of_effect_is_asked_for_too() -> None:
    bare = {path: text for path, text in content().items() if not path.endswith("about-pledges.md")}
    undated = changed(PLEDGES, "effective_from: 2026-02-01\n", "", bare)
    unnumbered = changed(PLEDGES, "doc_no: 示例文广新〔2026〕1号\n", "", undated)

    assert found("explained", undated).outcome is Outcome.FAILED
    assert found("explained", changed(PLEDGES, "type: 通知", "type: 制度", unnumbered)).outcome is Outcome.FAILED
