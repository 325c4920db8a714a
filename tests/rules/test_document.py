"""Documents: released in time, numbered without gaps."""

import pytest

from tests.factories import changed, content, problems_of, raw

PLEDGES = "public/documents/2026/service-pledges.md"
PHONE = "intranet/documents/2026/duty-phone.md"


@pytest.mark.parametrize(("published", "codes"), [("2026-02-13", []), ("2026-02-14", ["document/published-late"])])
def test_twenty_working_days_are_counted_by_the_calendar(published: str, codes: list[str]) -> None:
    """From 16 January the 13th of February is the twentieth; the 14th, a Saturday, is worked and one too many."""
    files = changed(PLEDGES, "published: 2026-01-20", f"published: {published}")

    found = [problem.code for problem in problems_of(raw(files))]

    assert [code for code in found if code.startswith("document/published")] == codes


def test_a_number_is_not_missed_while_a_paper_is_broken_or_gone_ahead() -> None:
    broken = {**raw(content()), f"content/{PLEDGES}": b"\xff\xfe"}

    assert "document/number-gap" not in {problem.code for problem in problems_of(broken)}


def test_a_number_is_not_missed_while_the_bureau_is_broken() -> None:
    broken = changed(PHONE, "〔2026〕2号", "〔2026〕3号", changed("public/bureau.yaml", "short_name:", "short_nme:"))

    assert {problem.code for problem in problems_of(raw(broken))} == {"field/unknown"}


def test_internal_and_public_papers_share_one_series() -> None:
    (problem,) = problems_of(raw(changed(PHONE, "〔2026〕2号", "〔2026〕3号")))

    assert (problem.code, problem.place.path) == ("document/number-gap", f"content/{PHONE}")
    assert "〔2026〕2号不在文件库里" in problem.message


def test_a_number_of_another_year_is_told_once_and_leaves_no_gap() -> None:
    found = problems_of(raw(changed(PHONE, "〔2026〕2号", "〔2025〕2号")))

    assert [problem.code for problem in found] == ["document/number-year"]


def test_another_issuers_series_begins_at_one_again() -> None:
    assert problems_of(raw(changed(PHONE, "示例文广新〔2026〕2号", "示例文广新办〔2026〕1号"))) == ()


def test_a_slip_in_the_year_is_told_once_and_not_for_every_year_without_a_calendar() -> None:
    found = problems_of(raw(changed(PLEDGES, "formed_on: 2026-01-16", "formed_on: 1926-01-16")))

    assert len([problem for problem in found if problem.place.path == f"content/{PLEDGES}"]) < 6
    assert "calendar/year-missing" not in {problem.code for problem in found}


def test_a_calendar_that_is_missing_is_told_of_once_however_many_documents_there_are() -> None:
    files = {path: text for path, text in raw(content()).items() if path != "content/public/calendar/2026.yaml"}

    missing = [problem.place.path for problem in problems_of(files) if problem.code == "calendar/year-missing"]

    assert len(missing) == len(set(missing)) == 1
