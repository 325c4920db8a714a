"""The report on the site itself: counted from what is published, asked where nothing here can tell."""

from datetime import date

from mingbai.clock import Clock
from mingbai.draft.draft import Draft
from mingbai.draft.site_report import site_report_draft
from mingbai.records.parse import parse
from mingbai.records.public.page import Page
from tests.factories import CLOCK, changed, content, intranet_corpus, problems_of, raw

CALL = "public/documents/2026/hearing-at-night.md"
HOME = "content/public/pages/site-report-2026.md"


def draft(files: dict[str, str] | None = None, year: int = 2026, clock: Clock = CLOCK) -> Draft:
    return site_report_draft(intranet_corpus(files, clock), year)


def rows(given: Draft) -> dict[str, str]:
    return dict(line.strip("| ").split(" | ") for line in given.text.splitlines() if line.startswith("| "))


def answered(given: Draft) -> str:
    text = given.text.replace("# summary: 一句话：", "summary: ").replace(
        "# formed_on: 2027-01-日", "formed_on: 2026-12-28"
    )
    text = text.replace("# review: {by: 审查单位, on: 审查日期,", "review: {by: 办公室, on: 2026-12-28,")
    return text.replace("# published: 2027-01-日", "published: 2026-12-28")


def finished(given: Draft) -> str:
    lines = answered(given).splitlines()
    return "\n".join(f"{line.split('【填')[0]}没有 |" if "【填" in line else line for line in lines) + "\n"


def test_what_the_records_tell_is_counted() -> None:
    told = rows(draft())

    assert (told["文件"], told["简报"], told["解读"], told["解读到的文件"]) == ("1份", "2期，3篇", "1篇", "1份")
    assert (told["在办的事项"], told["网上能办的"], told["在收的费"]) == ("2项", "1项", "1项")
    assert (told["收到的申请"], told["办结"]) == ("91件", "90件，按时的89件")
    assert (told["征集意见"], told["公布结果的征集"]) == ("1次", "1次，收到意见16条，采纳15条")
    assert told["投诉、建议等：办完"] == "1件，查实的1件"


def test_a_year_is_told_of_by_what_came_out_in_it() -> None:
    later = changed(CALL, "opens_on: 2026-03-02", "opens_on: 2025-12-29")
    before = rows(draft(year=2025))

    assert rows(draft(later))["征集意见"] == "0次"
    assert (before["文件"], before["简报"], before["收到的申请"]) == ("0份", "0期，0篇", "0件")
    assert before["投诉、建议等"] == "【填：收到几件、办完几件】"


def test_a_quarter_that_is_not_out_is_asked_for() -> None:
    assert rows(draft())["没有算上的"].startswith("【填：第1、4季度还没有公布")


def test_in_a_year_that_is_not_over_it_says_so() -> None:
    new_year = Clock(date(2027, 1, 8), date(2027, 1, 8))

    assert "这一年还没有过完" in draft().text
    assert "这一年还没有过完" not in draft(clock=new_year).text
    assert "2027年1月8日数的" in draft(clock=new_year).text


def test_finished_it_is_no_mistake() -> None:
    given = draft()
    entry = parse(given.home, finished(given).encode()).entry

    assert given.home == HOME
    assert entry and isinstance(entry.record, Page)
    assert (entry.record.site_report_year, entry.record.division) == (2026, "office")
    assert problems_of(raw({**content(), HOME: finished(given)})) == ()


def test_with_one_question_left_it_does_not_pass() -> None:
    given = draft()
    parsed = parse(given.home, answered(given).encode())

    assert {problem.code for problem in parsed.problems} == {"markdown/left-open"}
    assert len(parsed.problems) == given.text.count("【填")
    assert parse(given.home, given.text.encode()).entry is None
