"""What was committed stays: entries of logs, registered findings and complaints, the words of a finding."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from mingbai.clock import Clock
from mingbai.corpus.past import Past
from tests.factories import CLOCK, changed, committed, content, problems_of, raw, without

BUREAU = "public/bureau.yaml"
FINDING = "intranet/findings/2026/002.yaml"
TOLD = "  - {on: 2026-11-24, action: 反馈, by: office, to: yi, cc: [jia], note: 要等新的门牌名单，期限放宽}\n"
PLANNED = "  - {on: 2026-12-01, action: 定措施, by: market}\n"
EXTENDED = "  - {on: 2026-12-02, action: 延期, by: office, due: 2027-01-29, approved_by: jia, note: 名单没到}\n"


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
