"""When a promise is longer than the law allows, and when that cannot be told."""

import pytest

from tests.factories import changed, problems_of, raw

PERF = "public/commitments/market/perf-domestic.yaml"
STATUTORY = "  number: 3\n  unit: 日\n  clock: 受理\n"
PROMISED = "  number: 1\n  unit: 工作日\n  clock: 受理\n"


def codes(statutory: str, promised: str, type: str = "行政许可", more: str = "") -> list[str]:
    """What is said of an item with these two limits, apart from the days of its steps."""
    files = changed(PERF, STATUTORY, statutory)
    files = changed(PERF, PROMISED, promised, files)
    files = changed(PERF, "type: 行政许可\n", f"type: {type}\n{more}", files)
    files = changed(PERF, "    days: 1\n", "", files)
    return [problem.code for problem in problems_of(raw(files))]


def limit(number: int, unit: str, clock: str = "受理") -> str:
    return f"  number: {number}\n  unit: {unit}\n  clock: {clock}\n"


def test_a_licence_counts_the_days_of_the_law_as_working_days() -> None:
    assert codes(limit(20, "日"), limit(20, "工作日")) == []
    assert codes(limit(20, "日"), limit(21, "工作日")) == ["commitment/promise-longer-than-law"]


@pytest.mark.parametrize("type", ["行政备案", "公共服务"])
def test_elsewhere_days_and_working_days_need_a_comparison(type: str) -> None:
    assert codes(limit(20, "日"), limit(10, "工作日"), type) == ["commitment/limits-not-comparable"]
    assert codes(limit(20, "日"), limit(10, "工作日"), type, "comparison: 10个工作日不到20日\n") == []


def test_different_clocks_need_a_comparison() -> None:
    assert codes(limit(20, "日", "收到申请"), limit(5, "日")) == ["commitment/limits-not-comparable"]


@pytest.mark.parametrize("unit", ["工作日", "日", "小时", "月"])
def test_a_promise_as_long_as_the_law_allows_is_kept_within_it(unit: str) -> None:
    assert codes(limit(2, unit), limit(2, unit)) == []
    assert codes(limit(2, unit), limit(3, unit)) == ["commitment/promise-longer-than-law"]


def test_at_once_is_less_than_everything() -> None:
    assert codes(limit(1, "小时"), "  instant: true\n") == []
    assert codes("  instant: true\n", limit(1, "小时")) == ["commitment/promise-longer-than-law"]
    assert codes("  instant: true\n", "  instant: true\n") == []


def test_what_is_missing_is_not_compared() -> None:
    assert codes(limit(3, "日"), "  number: 9\n  unit: 工作日\n") == ["limit/incomplete"]


def test_an_event_is_told_once() -> None:
    assert codes(limit(3, "日"), limit(9, "日", "事件")) == ["commitment/clock-is-event"]
