"""Inspections, circulars and complaints: what is just right, and what is just not."""

from datetime import date

import pytest

from mingbai.clock import Clock
from tests.factories import changed, content, problems_of, raw, without

VISIT, CIRCULAR = "intranet/inspections/2026/01.yaml", "intranet/circulars/2026/01.yaml"
FIRST, SECOND = "intranet/findings/2026/001.yaml", "intranet/findings/2026/002.yaml"
CASE, REPORT = "intranet/complaints/2026/001.yaml", "intranet/complaints/2026/002.yaml"
POINT = "good_points:\n  - {division: market, text: 缺哪样写在纸条上交给人, exemplar: 2026/two-people}\n"


def codes(files: dict[str, str], clock: Clock | None = None) -> list[str]:
    return [p.code for p in (problems_of(raw(files), clock) if clock else problems_of(raw(files)))]


def test_a_visit_whose_findings_are_registered_the_day_after_says_enough_on_its_own_day() -> None:
    files = changed(VISIT, POINT, "")

    assert codes(files, Clock(date(2026, 12, 28), date(2026, 3, 12))) == []


def test_of_a_visit_whose_finding_cannot_be_read_nothing_is_said() -> None:
    files = changed(FIRST, "severity:", "severty:", changed(VISIT, POINT, ""))

    assert codes(files) == ["field/unknown"]


def test_a_visit_that_found_nothing_says_so_and_that_is_enough() -> None:
    files = changed(VISIT, POINT, "nothing_found: true\n", without(CIRCULAR))
    files = changed(FIRST, "source: 察访\ninspection: 2026/01", "source: 群众提", files)

    assert codes(files) == []


def test_whoever_came_openly_may_name_whom_they_met() -> None:
    files = changed(VISIT, "summary: 窗口有人", "summary: 示例乙在窗口")

    assert codes(files) == ["inspection/somebody-named"]
    assert codes(changed(VISIT, "method: 暗访", "method: 走访", files)) == []


def test_what_was_registered_after_a_circular_went_out_need_not_be_in_it() -> None:
    files = changed(SECOND, "source: 市察访中心", "source: 察访\ninspection: 2026/01")
    files = changed(SECOND, "external_ref: 市察〔2026〕41号\nreceived_on: 2026-11-19\n", "", files)

    assert codes(files) == []


def test_a_correction_quotes_the_same_words_and_cites_the_older_one() -> None:
    text = content()[f"content/{CIRCULAR}"].replace("on: 2026-03-17", "on: 2026-03-20").replace("1号", "2号")
    files = {**content(), "content/intranet/circulars/2026/02.yaml": text + "corrects: 2026/01\n"}

    assert codes(files) == []


def test_a_changed_word_breaks_every_circular_that_quotes_it_on_every_day() -> None:
    files = changed(FIRST, "没有人接。", "才有人接。")

    assert codes(files) == ["circular/text-changed"]
    assert codes(files, Clock(date(2026, 12, 28), date(2026, 3, 17))) == ["circular/text-changed"]
    assert codes(files, Clock(date(2026, 12, 28), date(2026, 3, 16))) == []


@pytest.mark.parametrize("kind", ["求助", "建议"])
def test_only_of_a_complaint_it_is_said_whether_it_was_so(kind: str) -> None:
    files = changed(CASE, "type: 投诉", f"type: {kind}", changed(CASE, ", stance: 属实", ""))

    assert codes(files) == []


@pytest.mark.parametrize(
    ("received", "told"), [("2026-04-22", False), ("2026-04-21", True)], ids=["fifteen-days", "sixteen"]
)
def test_the_fifteenth_day_is_in_time(received: str, told: bool) -> None:
    assert codes(changed(CASE, "received_on: 2026-05-06", f"received_on: {received}")) == ["complaint/late"] * told


@pytest.mark.parametrize(("closed", "told"), [("2026-07-06", False), ("2026-07-07", True)], ids=["sixty", "more"])
def test_so_is_the_sixtieth_and_a_note_answers_for_more(closed: str, told: bool) -> None:
    files = changed(CASE, "  - {on: 2026-05-20, action: 评价, satisfaction: 满意}\n", "")
    files = changed(CASE, "2026-05-12, action: 办结", f"{closed}, action: 办结", files)

    assert codes(files) == ["complaint/late"] * told
    assert codes(changed(CASE, "action: 办结", "action: 办结, note: 等鉴定", files)) == []


def test_of_a_report_nothing_is_asked_but_days() -> None:
    files = content()
    files[f"content/{REPORT}"] += "  - {on: 2026-12-22, action: 答复}\n  - {on: 2026-12-24, action: 办结}\n"

    assert codes(files) == []


def test_a_case_may_wait_without_a_unit_until_it_is_accepted() -> None:
    head, log = changed(CASE, "division: market\n", "")[f"content/{CASE}"].split("result:")
    files = {**content(), f"content/{CASE}": head + "log: []\n"}

    assert log
    assert codes(files) == []


@pytest.mark.parametrize("day", [12, 13, 28])
def test_what_is_found_while_a_visit_still_goes_on_may_be_registered_at_once(day: int) -> None:
    """The visit is not shown before it is over; until then the finding stands there without it."""
    files = changed(VISIT, "on: 2026-03-12\n", "on: 2026-03-12\nuntil: 2026-03-13\n")
    files = changed(FIRST, "registered_on: 2026-03-13", "registered_on: 2026-03-12", files)

    assert codes(files, Clock(date(2026, 12, 28), date(2026, 3, day))) == []


def test_a_finding_of_a_visit_that_names_none_is_told_on_every_day() -> None:
    files = changed(FIRST, "inspection: 2026/01\n", "", without(CIRCULAR))

    assert "finding/visit-missing" in codes(files, Clock(date(2026, 12, 28), date(2026, 3, 13)))
