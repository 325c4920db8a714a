"""What an item owes while it is handled, and no longer owes once it is not."""

import pytest

from tests.factories import changed, problems_of, raw

PERF = "public/commitments/market/perf-domestic.yaml"
CATV = "public/commitments/market/catv.yaml"
ENDED = "published: 2026-01-20 09:00\nevents:\n  - {on: 2026-10-01, action: 取消, reason: 改为公共服务}\n"


def codes(files: dict[str, str]) -> list[str]:
    return [problem.code for problem in problems_of(raw(files))]


def test_an_item_no_longer_handled_owes_nothing() -> None:
    files = changed(PERF, "consult_phone: 0000-0000024\n", "")
    files = changed(PERF, "  number: 1\n", "  number: 100\n", files)
    files = changed(PERF, "free: true\n", "", files)
    ended = changed(PERF, "published: 2026-01-20 09:00\n", ENDED, files)

    assert codes(files) == [
        "commitment/cost-unsaid",
        "commitment/element-missing",
        "commitment/promise-longer-than-law",
    ]
    assert codes(ended) == []


def test_a_suspended_item_owes_everything() -> None:
    files = changed(PERF, "consult_phone: 0000-0000024\n", "")
    files = changed(PERF, "published: 2026-01-20 09:00\n", ENDED.replace("取消", "暂停"), files)

    assert codes(files) == ["commitment/element-missing"]


def test_a_division_is_outward_as_long_as_it_handles_something() -> None:
    files = changed("public/divisions/market.yaml", "policy:\n  - 民营剧团和国办剧团一个标准\n", "")
    half = changed(PERF, "published: 2026-01-20 09:00\n", ENDED, files)
    none = changed(CATV, "published: 2026-01-20 09:00\n", ENDED, half)

    assert codes(half) == ["division/promise-block-missing"]
    assert codes(none) == []


def test_every_window_says_where_it_is() -> None:
    another = "  - kind: 窗口\n    hours: [周六上午]\n    visits: 1\n"

    assert codes(changed(PERF, "channels:\n", f"channels:\n{another}")) == ["commitment/element-missing"]


@pytest.mark.parametrize(("unit", "days", "found"), [("日", 2, 1), ("工作日", 1, 0), ("月", 9, 0), ("小时", 9, 0)])
def test_steps_are_added_up_in_days(unit: str, days: int, found: int) -> None:
    files = changed(PERF, "  number: 1\n  unit: 工作日\n", f"  number: 1\n  unit: {unit}\n")
    files = changed(PERF, "    days: 1\n", f"    days: {days}\n", files)
    files = changed(PERF, "free: true\n", "free: true\ncomparison: 短于法定\n", files)

    assert codes(files).count("commitment/steps-exceed-promise") == found


def test_what_is_done_at_once_takes_no_days() -> None:
    files = changed(CATV, "    days: 0\n", "    days: 1\n")

    assert codes(files) == ["commitment/steps-exceed-promise"]
