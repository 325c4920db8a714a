"""The ledger: in which order, under which addresses and in which words findings stand, as on any day."""

from datetime import date

import pytest

from mingbai.clock import Clock
from mingbai.pages.intranet.ledger import LedgerRow, LedgerView, ledger_pages
from mingbai.pages.intranet.unit import unit_facts
from tests.factories import changed, content, intranet_corpus

FIRST, SECOND = "intranet/findings/2026/001.yaml", "intranet/findings/2026/002.yaml"


def views(day: str = "2026-12-28", files: dict[str, str] | None = None) -> dict[str, LedgerView]:
    on = date.fromisoformat(day)
    found = {page.route: page.view for page in ledger_pages(intranet_corpus(files, Clock(on, on)))}
    return {route: view for route, view in found.items() if isinstance(view, LedgerView)}


def rows(view: LedgerView) -> list[LedgerRow]:
    return [row for part in view.parts for row in part.rows]


def numbers(view: LedgerView) -> list[str]:
    return [row.link.text for row in rows(view)]


def with_more() -> dict[str, str]:
    """The golden bureau with an older finding, one more due later and one overdue."""
    files = content()
    path = "content/intranet/findings/{}.yaml"
    base = files[path.format("2026/002")]
    files[path.format("2026/003")] = base.replace("due: 2026-12-31", "due: 2027-01-08")
    files[path.format("2026/004")] = base.replace("due: 2026-12-31", "due: 2026-12-24").replace("market", "office")
    files[path.format("2025/001")] = files[path.format("2026/001")].replace("2026-", "2025-").replace("2026/", "2025/")
    return files


def test_of_the_settled_the_newest_stands_first() -> None:
    files = content()
    base = files[f"content/{FIRST}"]
    for number, day in ((3, "2026-04-25"), (4, "2026-04-26")):
        path = f"content/intranet/findings/2026/{number:03}.yaml"
        files[path] = base.replace("on: 2026-04-24, action", f"on: {day}, action")

    assert numbers(views(files=files)["/ledger/closed/"]) == ["2026-004", "2026-003", "2026-001"]


def test_the_overdue_stand_first_then_by_the_last_day_then_the_settled() -> None:
    whole = views(files=with_more())["/ledger/"]

    assert [part.title for part in whole.parts] == ["还没办完的", "办完了的"]
    assert numbers(whole) == ["2026-004", "2026-002", "2026-003", "2026-001"]


@pytest.mark.parametrize(
    ("day", "state", "left", "round"),
    [
        ("2026-03-13", "已登记", "办公室还剩5天", ""),
        ("2026-03-19", "整改中", "还剩32天", ""),
        ("2026-04-08", "待验收", "办公室还剩7天", ""),
        ("2026-04-14", "整改中", "还剩6天", "第2轮"),
        ("2026-04-21", "整改中", "还剩6天", "第2轮"),
        ("2026-04-27", "已销号", "按时改好", "第2轮"),
    ],
)
def test_a_row_says_how_the_finding_stood_on_the_day(day: str, state: str, left: str, round: str) -> None:
    (row,) = rows(views(day)["/ledger/"])

    assert row.left
    assert (row.chip.text, row.left.text, row.round) == (state, left, round)


def test_who_is_late_is_said_in_words_and_shape() -> None:
    unit, office = "2027-01-05", "2026-11-26"
    told = changed(
        SECOND,
        "  - {on: 2026-11-24, action: 反馈, by: office, to: yi, cc: [jia], note: 要等新的门牌名单，期限放宽}\n",
        "",
    )
    told = {**told, f"content/{SECOND}": told[f"content/{SECOND}"].replace("log:\n", "")}

    (late,) = [row for row in rows(views(unit)["/ledger/"]) if row.is_late]
    (slow,) = [row for row in rows(views(office, told)["/ledger/"]) if row.is_late]
    assert late.left and (late.left.shape, late.left.text, late.choice) == ("late", "逾期5天", "逾期")
    assert slow.left and slow.left.text == "办公室逾期1天"


def test_late_work_that_was_struck_off_stays_late() -> None:
    late = changed(
        FIRST,
        "  - {on: 2026-04-15, action: 延期, by: office, due: 2026-04-27, approved_by: jia, note: 电话要装转接}\n",
        "",
    )

    (row,) = [row for row in rows(views(files=late)["/ledger/"]) if row.link.text == "2026-001"]
    assert row.left and row.left.text == "晚2天改好"


def test_each_state_and_each_unit_has_an_address_that_needs_no_script() -> None:
    found = views(files=with_more())

    assert numbers(found["/ledger/late/"]) == ["2026-004"]
    assert numbers(found["/ledger/closed/"]) == ["2026-001"]
    assert numbers(found["/ledger/notified/"]) == ["2026-004", "2026-002", "2026-003"]
    assert numbers(found["/ledger/units/office/"]) == ["2026-004"]
    assert [(way.text, way.href) for way in found["/ledger/"].stands] == [
        ("全部 4", "/ledger/"),
        ("逾期 1", "/ledger/late/"),
        ("已反馈 3", "/ledger/notified/"),
        ("已销号 1", "/ledger/closed/"),
    ]
    assert [way.text for way in found["/ledger/late/"].stands if way.current] == ["逾期 1"]


def test_what_an_earlier_year_left_open_stays_and_what_it_settled_has_its_own_page() -> None:
    files = with_more()
    assert views(files=files)["/ledger/"].years[0].text == "2025年"
    assert numbers(views(files=files)["/ledger/2025/"]) == ["2025-001"]

    closed = "  - {on: 2025-04-24, action: 验收通过"
    path = "content/intranet/findings/2025/001.yaml"
    still_open = {**files, path: files[path][: files[path].index(closed)]}
    assert "2025-001" in numbers(views(files=still_open)["/ledger/"])


def test_many_settled_ones_are_folded_on_a_phone() -> None:
    files = content()
    for number in range(3, 15):
        files[f"content/intranet/findings/2026/{number:03}.yaml"] = files[f"content/{FIRST}"]

    assert [part.fold for part in views(files=files)["/ledger/"].parts] == ["", "办完了的13个"]


def test_the_chart_and_its_table_tell_the_months_and_how_theirs_stand() -> None:
    chart = views(files=with_more())["/ledger/"].chart

    assert chart and chart.heads == ("办完了", "单位在改", "等办公室", "逾期")
    assert [
        (row.month, row.total, tuple(each.text for each in row.counts)) for row in chart.rows if row.total != "0"
    ] == [
        ("3月", "1", ("1", "0", "0", "0")),
        ("11月", "3", ("0", "2", "0", "1")),
    ]


def test_without_findings_the_ledger_says_so() -> None:
    whole = views("2026-03-12")["/ledger/"]

    assert (whole.summary, whole.parts, whole.downloads) == ("这里一个问题也没有。", (), ())


def test_a_units_page_says_how_its_findings_stand() -> None:
    facts = {fact.label: fact for fact in unit_facts(intranet_corpus(), "market")}

    assert facts["台账问题"].text == "登记2个，销号1个，没办完1个。"
    assert facts["台账问题"].href == "/ledger/units/market/"
    assert "台账问题" not in {fact.label for fact in unit_facts(intranet_corpus(), "office")}
