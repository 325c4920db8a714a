"""The page 网上监察."""

from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.watch import WatchRow, WatchView, watch_pages
from tests.factories import changed, intranet_corpus


def view(day: str = "2026-12-28", files: dict[str, str] | None = None) -> WatchView:
    on = date.fromisoformat(day)
    (page,) = watch_pages(intranet_corpus(files, Clock(on, on)))
    assert isinstance(page.view, WatchView)
    return page.view


def told(found: WatchView) -> list[tuple[str, str, str]]:
    return [(row.link.text, row.unit.text, row.chip.text) for part in found.parts for row in part.rows]


def test_red_comes_first_then_amber_then_green_and_each_light_is_a_word() -> None:
    assert told(view("2027-01-04")) == [
        ("问题2026-002", "市场处", "红，逾期4天"),
        ("举办内地营业性演出审批", "市场处", "黄，用了80%"),
        ("举报2026-002", "办公室", "绿，用了28.3%"),
        ("有线电视开户", "市场处", "绿，当场办"),
    ]


def test_a_finding_that_waits_for_the_office_is_watched_as_the_offices() -> None:
    found = [row for row in told(view("2026-04-09")) if row[0] == "问题2026-001"]

    assert found == [("问题2026-001", "办公室", "绿，用了20%")]


def test_a_complaint_is_watched_by_its_clocks_first_until_it_is_accepted_then_until_it_is_closed() -> None:
    seen = {
        day: [(row.what, row.unit.text, row.chip.text, row.used, row.allowed, row.note) for row in rows(day)]
        for day in ("2026-05-06", "2026-05-07", "2026-05-11", "2026-05-12")
    }

    assert seen == {
        "2026-05-06": [("答复受理不受理", "市场处", "绿，用了0%", "0天", "期限15天", "5月21日到期")],
        "2026-05-07": [("办结", "市场处", "绿，用了0%", "0天", "期限60天", "7月6日到期")],
        "2026-05-11": [("办结", "市场处", "绿，用了6.6%", "4天", "期限60天", "7月6日到期")],
        "2026-05-12": [],
    }


def rows(day: str) -> list[WatchRow]:
    return [row for part in view(day).parts for row in part.rows if row.link.text == "投诉2026-001"]


def test_a_report_shows_number_and_clock_only_and_turns_amber_and_red() -> None:
    chips = []
    for day in ("2027-02-03", "2027-02-04", "2027-02-16", "2027-02-17"):
        (row,) = [row for part in view(day).parts for row in part.rows if row.link.text.startswith("举报")]
        chips.append(row.chip.text)
        assert (row.link.text, row.unit.text, row.what) == ("举报2026-002", "办公室", "办结")

    assert chips == ["绿，用了78.3%", "黄，用了80%", "黄，用了100%", "红，逾期1天"]


def test_a_unit_with_a_late_case_is_red_in_chart_and_table() -> None:
    late = changed(
        "public/performance/2026-q3.yaml",
        "    completed: 9\n    early: 3\n    on_time: 9\n",
        "    completed: 9\n    early: 3\n    on_time: 8\n    late: 1\n    late_explanation: 停电\n",
    )
    found = view(files=late)

    assert [(row.used, row.promised, row.late.text) for row in found.paces] == [("0.8个工作日", "1个工作日", "红，1件")]
    assert found.chart and [bar.tone for bar in found.chart.bars][-2:] == ["late", "hollow"]


def test_days_of_the_next_year_are_said_to_be_reckoned() -> None:
    files = changed("intranet/findings/2026/002.yaml", "due: 2026-12-31", "due: 2027-01-15")
    (row,) = [row for part in view(files=files).parts for row in part.rows if row.link.text == "问题2026-002"]

    assert "暂按周一至周五推算" in row.allowed
    assert "暂按" not in row.used
