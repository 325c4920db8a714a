"""Complaints and their clocks; and that of a report against somebody nothing else can be seen anywhere."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.exports.intranet import intranet_exports
from mingbai.exports.intranet.search import intranet_docs
from mingbai.pages.chrome import intranet_chrome
from mingbai.pages.intranet import intranet_pages
from mingbai.pages.intranet.complaint import ComplaintView, complaint_pages
from mingbai.pages.intranet.complaint_list import ComplaintsView, complaint_list_pages
from mingbai.pages.public import public_pages
from mingbai.records.intranet.complaint import Complaint
from tests.factories import ASSETS, changed, content, intranet_corpus
from tests.pages.full import rendered

FIRST, REPORT = "intranet/complaints/2026/001.yaml", "intranet/complaints/2026/002.yaml"
SPOKEN = """
received_on: 2026-12-14
channel: 电话
type: 举报
division: market
subject: 某某收了一箱苹果
result: 苹果退了
finding: 2026/002
log:
  - {on: 2026-12-18, action: 受理, note: 转给了他的处长, stance: 属实, satisfaction: 不满意}
"""
"""The golden report with everything filled in that must not be kept."""
FINISHED = (
    "log:\n  - {on: 2026-12-15, action: 受理}\n  - {on: 2026-12-16, action: 答复}\n  - {on: 2026-12-17, action: 办结}\n"
)


def corpus(day: str = "2026-12-28", files: dict[str, str] | None = None) -> IntranetCorpus:
    on = date.fromisoformat(day)
    return intranet_corpus(files, Clock(on, on))


def view(number: str, day: str = "2026-12-28", files: dict[str, str] | None = None) -> ComplaintView:
    found = {page.route: page.view for page in complaint_pages(corpus(day, files))}[f"/complaints/2026/{number}/"]
    assert isinstance(found, ComplaintView)
    return found


def lists(day: str = "2026-12-28", files: dict[str, str] | None = None) -> dict[str, ComplaintsView]:
    found = {page.route: page.view for page in complaint_list_pages(corpus(day, files))}
    return {route: each for route, each in found.items() if isinstance(each, ComplaintsView)}


def numbers(found: ComplaintsView) -> list[list[str]]:
    return [[row.link.text for row in part.rows] for part in found.parts]


@pytest.mark.parametrize(
    ("day", "state", "left", "until"),
    [
        ("2026-12-14", "已收到", "受理还剩15天", "2026-12-29"),
        ("2026-12-17", "已收到", "受理还剩12天", "2026-12-29"),
        ("2026-12-18", "已受理", "办结还剩60天", "2027-02-16"),
        ("2027-02-16", "已受理", "今天该办结", "2027-02-16"),
        ("2027-02-17", "已受理", "办结逾期1天", "2027-02-16"),
    ],
)
def test_the_clock_runs_from_receipt_and_then_from_acceptance(day: str, state: str, left: str, until: str) -> None:
    found = view("002", day)

    assert (found.chip.text, found.left and found.left.text, found.until and found.until.machine) == (
        state,
        left,
        until,
    )


def test_what_is_not_answered_in_fifteen_days_is_late() -> None:
    unanswered = changed(REPORT, "log:\n  - {on: 2026-12-18, action: 受理}\n", "log: []\n")

    left = [view("002", day, unanswered).left for day in ("2026-12-29", "2026-12-30")]
    assert [each and each.text for each in left] == ["今天该受理", "受理逾期1天"]


def test_a_finished_one_says_whether_it_was_in_time_and_how_long_each_step_took() -> None:
    found = view("001")

    assert found.left and found.left.text == "按时办结"
    assert [(fact.label, fact.text) for fact in found.clocks] == [
        ("收到", "2026年5月6日"),
        ("说受不受理", "2026年5月7日，用了1天，最多15天"),
        ("办结", "2026年5月12日，用了5天，最多60天"),
    ]


def test_the_result_and_what_was_found_are_not_known_before_they_are() -> None:
    before = {fact.label for fact in view("001", "2026-05-11").about}

    assert "结果" not in before and "结果" in {fact.label for fact in view("001", "2026-05-12").about}
    assert [len(view("001", day).steps) for day in ("2026-05-07", "2026-05-11")] == [1, 2]


def test_the_open_ones_come_first_the_late_on_top() -> None:
    files = content()
    files["content/intranet/complaints/2026/003.yaml"] = (
        files[f"content/{FIRST}"].split("result:")[0].replace("2026-05-06", "2026-12-01")
    )

    assert numbers(lists("2026-12-27", files)["/complaints/"]) == [["2026-003", "2026-002"], ["2026-001"]]
    assert [row.is_late for row in lists("2026-12-27", files)["/complaints/"].parts[0].rows] == [True, False]


def test_the_year_is_counted_and_of_reports_not_what_was_found() -> None:
    told = changed(
        REPORT, "log:\n  - {on: 2026-12-18, action: 受理}\n", FINISHED.replace("答复}", "答复, stance: 属实}")
    )

    assert [(tally.label, tally.number) for tally in lists(files=told)["/complaints/"].tallies] == [
        ("收到", "2"),
        ("受理", "2"),
        ("办结", "2"),
        ("属实", "1"),
        ("满意", "1"),
    ]


def test_an_open_one_of_an_earlier_year_stays_on_the_list() -> None:
    files = content()
    old = files[f"content/{FIRST}"].replace("2026", "2025")
    files["content/intranet/complaints/2025/001.yaml"] = old.split("result:")[0]
    files["content/intranet/complaints/2025/002.yaml"] = old.replace("finding: 2025/001\n", "")
    found = lists(files=files)

    assert numbers(found["/complaints/"])[0][0] == "2025-001"
    assert [number for part in numbers(found["/complaints/2025/"]) for number in part] == ["2025-001", "2025-002"]


def test_a_report_shows_number_days_and_clock_alone() -> None:
    found = view("002", files={**content(), f"content/{REPORT}": SPOKEN})
    (row,) = [row for part in lists()["/complaints/"].parts for row in part.rows if row.link.text == "2026-002"]

    assert (found.subject, found.unit, found.about) == ("", None, ())
    assert [(step.day.machine, step.action, step.about) for step in found.steps] == [("2026-12-18", "受理", ())]
    assert (row.subject, row.unit) == ("举报，只列编号和期限", None)


def test_whatever_a_report_says_no_page_file_or_search_of_the_intranet_changes() -> None:
    """Two bureaus that differ in what their reports say are one to everybody who looks."""
    silent, spoken = corpus(), corpus(files={**content(), f"content/{REPORT}": SPOKEN})
    assert spoken.complaints["2026/002"].record.subject

    assert shown(silent) == shown(spoken)
    assert files_of(silent) == files_of(spoken)
    assert list(intranet_docs(silent)) == list(intranet_docs(spoken))


def test_the_same_of_a_complaint_would_show() -> None:
    """The control: what is compared does see what a complaint says."""
    assert shown(corpus()) != shown(corpus(files=changed(FIRST, "跑了两趟", "跑了三趟")))


def test_complaints_are_found_and_reports_are_not() -> None:
    found = {doc.source.id for doc in intranet_docs(corpus()) if isinstance(doc.source.record, Complaint)}

    assert found == {"2026/001"}


def shown(found: IntranetCorpus) -> dict[str, str]:
    """Every page of the intranet's own and every other, as a reader sees it."""
    frame = intranet_chrome(found.public, ASSETS)
    pages = intranet_pages(found, tuple(public_pages(found.public)))
    return {page.route: rendered(page.drawn(linked=False), frame) for page in pages}


def files_of(found: IntranetCorpus) -> dict[str, bytes]:
    return {export.path: export.make() for export in intranet_exports(found)}
