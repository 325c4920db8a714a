"""What was committed stays: entries of logs, registered findings and complaints, the words of a finding."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from mingbai.clock import Clock
from mingbai.corpus.past import Past
from tests.factories import CLOCK, changed, committed, content, problems_of, raw, without

BUREAU = "public/bureau.yaml"
PLAN = "intranet/plans/2026/market.yaml"
FINDING = "intranet/findings/2026/002.yaml"
TOLD = "  - {on: 2026-11-24, action: 反馈, by: office, to: yi, cc: [jia], note: 要等新的门牌名单，期限放宽}\n"
PLANNED = "  - {on: 2026-12-01, action: 定措施, by: market}\n"
EXTENDED = "  - {on: 2026-12-02, action: 延期, by: office, due: 2027-01-29, approved_by: jia, note: 名单没到}\n"
BEGUN = "{on: 2026-03-01, action: 进行中, note: 表改好了}"
SLOWED = "{on: 2026-04-02, action: 调整, note: 等市里的系统}"


def log(*entries: str) -> dict[str, str]:
    """The golden bureau, the log of its second finding made of these entries."""
    files = changed(FINDING, TOLD, "".join(entries))
    return changed(
        FINDING, "due: 2026-12-31", "due: 2026-12-31\ncause: 门牌换了\nmeasures: [重来一遍的只换一张纸]", files
    )


def codes(now: Mapping[str, str], past: Past) -> list[str]:
    """What is told of the past."""
    told = problems_of(raw(now), past=past)
    return [each.code for each in told if each.code.startswith(("log/", "finding/reworded"))]


def versions(*each: Mapping[str, str]) -> Past:
    """These versions, committed one day after the other."""
    return committed(*map(raw, each))


def test_a_first_import_has_nothing_to_compare_with() -> None:
    assert codes(content(), Past()) == []
    assert codes(content(), versions(content())) == []


def test_a_log_may_be_added_to_day_after_day() -> None:
    assert codes(log(TOLD, PLANNED, EXTENDED), versions(content(), log(TOLD, PLANNED))) == []


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ([TOLD, PLANNED.replace("12-01", "12-03"), EXTENDED], "第2条改过了"),
        ([TOLD, EXTENDED], "第2条没有了"),
        ([TOLD, PLANNED], "第3条没有了"),
        ([TOLD, EXTENDED, PLANNED], "第2条前面插进了别的"),
    ],
)
def test_what_was_done_to_the_first_entry_that_differs_is_told(now: list[str], what: str) -> None:
    problems = problems_of(raw(log(*now)), past=versions(log(TOLD, PLANNED, EXTENDED)))

    told = [each for each in problems if each.code == "log/rewritten"]
    assert [what in each.message for each in told] == [True]


def test_a_rewritten_log_that_was_committed_and_added_to_is_told_until_it_is_put_back() -> None:
    rewritten = TOLD.replace("期限放宽", "期限照旧")
    past = versions(log(TOLD), log(rewritten), log(rewritten, PLANNED))

    assert codes(log(rewritten, PLANNED), past) == ["log/rewritten"]
    assert codes(log(TOLD, PLANNED), past) == []


def test_the_hint_can_be_typed_as_it_stands() -> None:
    quoted = EXTENDED.replace("名单没到", '"名单, 没到: #3"').replace("  - ", "  -   ")
    past = versions(log(TOLD, PLANNED, quoted))

    (told,) = (each for each in problems_of(raw(log(TOLD, PLANNED)), past=past) if each.code == "log/rewritten")
    entry = told.hint.partition("：")[2].partition("；")[0]
    assert codes(log(TOLD, PLANNED, f"  {entry}\n"), past) == []


def test_a_remark_or_another_way_to_write_the_same_changes_no_entry() -> None:
    spread = TOLD.replace("{on: 2026-11-24, ", "{ on: 2026-11-24 ,  ").replace("\n", "  # 电话里说的\n")

    assert codes(log(spread), versions(content())) == []


def test_what_was_registered_may_not_go_though_its_log_is_empty() -> None:
    past = versions(changed(FINDING, f"log:\n{TOLD}", ""))

    assert codes(without(FINDING), past) == ["log/gone"]


def test_a_file_that_is_broken_is_not_gone() -> None:
    assert codes(changed(FINDING, "log:", "log"), versions(content())) == []


def test_a_code_that_was_only_drafted_may_go() -> None:
    conduct = "intranet/conduct/2026/bing.yaml"
    text = content()[f"content/{conduct}"]
    drafted = {**content(), f"content/{conduct}": text[: text.index("events:")]}

    assert codes(without(conduct), versions(drafted)) == []
    assert codes(without(conduct), versions(content())) == ["log/gone"]


def test_the_way_back_names_the_commit_and_the_repository() -> None:
    past = committed(raw(content()), home="content/intranet/")

    (told,) = (each for each in problems_of(raw(without(FINDING)), past=past) if each.code == "log/gone")
    assert told.hint == "放回来：git -C content/intranet checkout 1111111111 -- findings/2026/002.yaml"


def test_what_was_tried_out_before_the_day_from_which_logs_are_kept_does_not_count() -> None:
    rewritten = log(TOLD.replace("期限放宽", "期限照旧"))
    tried = versions(log(TOLD), rewritten, rewritten)

    def since(days: int, files: Mapping[str, str]) -> list[str]:
        day = CLOCK.today - timedelta(days)
        return codes(changed(BUREAU, "deploy:", f"logs_kept_since: {day}\ndeploy:", files), tried)

    assert since(1, rewritten) == []
    assert since(1, log(TOLD)) == ["log/rewritten"]
    assert since(5, rewritten) == ["log/rewritten"]


def measures(*progress: str) -> dict[str, str]:
    """The golden bureau, its second measure with these notes of progress."""
    log = "".join(f"      - {note}\n" for note in progress)
    return changed(PLAN, "due: 2026-03-31\n", f"due: 2026-03-31\n    progress:\n{log}")


def told_of_plan(now: Mapping[str, str], past: Past) -> list[tuple[str, str]]:
    """The code and the message of what is told of the past, without what was committed."""
    told = problems_of(raw(now), past=past)
    return [(each.code, each.message.partition("，提交过")[0]) for each in told if each.code.startswith("log/")]


def test_the_progress_of_a_measure_may_be_added_to_and_a_measure_come_in_between() -> None:
    more = "  - {no: 9, aim: 减, text: 少交一张纸, owner: 处长, due: 2026-11-30}\n"
    moved = changed(PLAN, "  - no: 2\n", f"{more}  - no: 2\n", measures(BEGUN, SLOWED))

    assert codes(moved, versions(content(), measures(BEGUN))) == []


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ([BEGUN, SLOWED.replace("04-02", "04-03")], "措施 2 的进展记录第2条改过了"),
        ([BEGUN, SLOWED.replace("调整", "取消")], "措施 2 的进展记录第2条改过了"),
        ([SLOWED], "措施 2 的进展记录第1条没有了"),
        ([BEGUN], "措施 2 的进展记录第2条没有了"),
        ([BEGUN, BEGUN, SLOWED], "措施 2 的进展记录第2条前面插进了别的"),
    ],
)
def test_the_progress_of_a_measure_stays_as_it_was_committed(now: list[str], what: str) -> None:
    assert told_of_plan(measures(*now), versions(measures(BEGUN, SLOWED))) == [("log/rewritten", what)]


def test_every_log_of_a_plan_that_was_changed_is_told() -> None:
    before = measures(BEGUN)
    now = changed(PLAN, "委托书已签", "委托书快签了", changed(PLAN, "2026-01-28, action", "2026-01-29, action"))

    assert told_of_plan(now, versions(before)) == [
        ("log/rewritten", "措施 1 的进展记录第1条改过了"),
        ("log/rewritten", "措施 2 的进展记录第1条没有了"),
        ("log/rewritten", "环节记录第2条改过了"),
    ]


def test_what_was_added_to_one_log_while_another_was_changed_stays_too() -> None:
    changed_elsewhere = changed(PLAN, "委托书已签", "委托书快签了", measures(BEGUN))

    assert codes(content(), versions(content(), changed_elsewhere)) == ["log/rewritten"]


def test_a_measure_whose_progress_was_committed_stays_under_its_number() -> None:
    other = changed(PLAN, "  - no: 2\n", "  - no: 6\n", measures(BEGUN))

    (told,) = (each for each in problems_of(raw(other), past=versions(measures(BEGUN))) if each.code == "log/gone")
    assert told.message == "措施 2 没有了，它的进展记录提交过"
    measure = "no: 2, aim: 减, text: 演出审批压到1个工作日, owner: 审批岗, due: 2026-03-31"
    assert f"改回 no: 2；删掉的，放回来：- {{{measure}, progress: [{BEGUN}]}}；不做了的也不删" in told.hint
    assert codes(changed(PLAN, "  - no: 2\n", "  - no: 6\n"), versions(content())) == []


def test_a_number_written_twice_is_told_alone() -> None:
    twice = changed(PLAN, "  - no: 1\n", "  - no: 2\n", measures(BEGUN))

    told = problems_of(raw(twice), past=versions(measures(BEGUN)))
    assert [each.code for each in told if each.is_error] == ["plan/duplicate-number"]


@pytest.mark.parametrize(
    "slipped",
    [
        changed(BUREAU, "name: 示例市文化", "name：示例市文化"),
        changed(BUREAU, "deploy:", "deploi: 示例\ndeploy:"),
        changed(BUREAU, "deploy:", "logs_kept_since: 2026-12-40\ndeploy:"),
        without(BUREAU),
    ],
)
def test_while_nobody_can_read_since_when_logs_are_kept_nothing_is_compared(slipped: dict[str, str]) -> None:
    tried = versions(changed(FINDING, "text: ", "text: 试用时写的，"), log(TOLD.replace("期限放宽", "期限照旧")))

    told = problems_of(raw(slipped), past=tried)

    assert {each.place.path for each in told if each.is_error} == {f"content/{BUREAU}"}


def test_a_sound_bureau_that_takes_that_day_out_means_all_that_was_ever_committed() -> None:
    tried = versions(log(TOLD.replace("期限放宽", "期限照旧")), content())
    since = changed(BUREAU, "deploy:", f"logs_kept_since: {CLOCK.today}\ndeploy:")

    assert codes(since, tried) == []
    assert codes(content(), tried) == ["log/rewritten"]


def test_a_day_of_the_past_that_is_shown_is_no_excuse() -> None:
    shown = Clock(CLOCK.today, date(2026, 11, 1))

    told = problems_of(raw(content()), shown, versions(log(TOLD, PLANNED)))
    assert [each.code for each in told if each.is_error] == ["log/rewritten"]
