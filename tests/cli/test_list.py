"""`list`: what is due, overdue and missing on a day, for people and for programs."""

import json
from datetime import date

import pytest

from mingbai.cli import table
from mingbai.cli.list import SORTS
from mingbai.corpus.agenda import SOON, Sort
from tests.cli.shell import DONE, PROBLEMS, USAGE, Said, mingbai, verb
from tests.factories import content, intranet_corpus
from tests.workshop import Workshop

PLAN = "content/intranet/plans/2026/market.yaml"
FEE = "content/public/fees/catv.yaml"
KEYS = [
    "due",
    "days_late",
    "sort",
    "division",
    "division_name",
    "owner",
    "what",
    "route",
    "path",
    "state",
    "provisional",
]


def told(workshop: Workshop, *words: object) -> Said:
    return verb("list", workshop, *words)


def facts(workshop: Workshop, *words: object) -> list[dict[str, str | int | None]]:
    said = told(workshop, *words, "--format", "json")
    assert (said.code, said.err) == (DONE, "")
    found = json.loads(said.out)
    assert isinstance(found, list)
    return found


def test_due_is_what_is_open_and_ends_within_two_weeks_today_included(workshop: Workshop) -> None:
    """The plans were due on 30 January; the codes are, on 10 February, from everybody."""
    said = told(workshop, "due", "--as-of", "2026-02-05")

    assert (said.code, said.err) == (DONE, "")
    assert said.out == (
        "期限        还有  单位    事项\n"
        "2026-02-10  5天   局领导  行为规范（示例甲）\n"
        "2026-02-10  5天   市场处  行为规范（示例乙）\n"
        "2026-02-10  5天   市场处  行为规范（示例丙）\n"
        "\n"
        "2026-02-05，14天里3件到期：提交3件。\n"
    )


def test_a_mistake_in_a_template_changes_nothing_of_who_owes_what(workshop: Workshop) -> None:
    workshop.write("templates/intranet/home.html", "{% if %}")

    assert told(workshop, "due", "--as-of", "2026-02-05").code == DONE


def test_a_day_counted_without_a_calendar_says_so(workshop: Workshop) -> None:
    workshop.path("content/public/calendar/2026.yaml").unlink()
    words = ("due", "--only", "督办", "--as-of", "2026-04-09")

    assert (
        "验收，2026-001：上午10点20分，窗口电话响了三次没有人接。（期限暂按周一至周五推算）\n"
        in told(workshop, *words).out
    )
    assert [each["provisional"] for each in facts(workshop, *words)] == [True]


def test_missing_is_what_should_be_here_and_is_not(workshop: Workshop) -> None:
    said = told(workshop, "missing", "--as-of", "2026-02-11")

    assert (said.code, said.err) == (DONE, "")
    assert said.out == (
        "期限        晚了  单位        事项\n"
        "2026-01-30  12天  市文广新局  行动方案\n"
        "2026-02-10  1天   局领导      行为规范（示例甲）\n"
        "2026-02-10  1天   市场处      行为规范（示例乙）\n"
        "\n"
        "2026-02-11，3份该交没交：行动方案1份，行为规范2份。\n"
    )


def test_overdue_adds_the_measures_and_the_longest_comes_first(workshop: Workshop) -> None:
    said = told(workshop, "overdue", "--as-of", "2026-12-28")
    lines = said.out.splitlines()

    assert (said.code, said.err) == (DONE, "")
    assert lines[0] == "期限        晚了   单位        责任    事项"
    assert "2026-03-31  272天  市场处      审批岗  演出审批压到1个工作日" in lines
    assert "委托区里" not in said.out  # that one is done
    days = [line[:10] for line in lines[1:-2]]
    assert days == sorted(days)
    assert lines[-1] == "2026-12-28，10件过了期限：提交7件，措施3件。最久的晚了332天。"


@pytest.mark.parametrize(
    ("day", "state"), [("2026-03-30", "未到期"), ("2026-03-31", "今天到期"), ("2026-04-01", "逾期")]
)
def test_the_last_day_itself_is_in_time(workshop: Workshop, day: str, state: str) -> None:
    tasks = facts(workshop, "overdue" if state == "逾期" else "due", "--as-of", day)

    assert [task["state"] for task in tasks if task["what"] == "演出审批压到1个工作日"] == [state]


def test_what_a_year_leaves_open_is_overdue_in_the_next(workshop: Workshop) -> None:
    before = facts(workshop, "overdue", "--as-of", "2026-12-31")
    after = facts(workshop, "overdue", "--as-of", "2027-01-01")

    assert before and [task["what"] for task in before] == [t["what"] for t in after if t["due"] != "2026-12-31"]


@pytest.mark.parametrize(("days", "count"), [("0", 0), ("4", 0), ("5", 3), ("60", 4)])
def test_days_says_how_far_ahead_is_looked(workshop: Workshop, days: str, count: int) -> None:
    assert len(facts(workshop, "due", "--as-of", "2026-02-05", "--days", days)) == count


def test_the_help_says_the_number_of_days_there_is() -> None:
    assert f"默认{SOON}天" in mingbai("list", "-h").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["due", "--days", "3"], "2026-01-05，3天里没有到期的事。\n"),
        (["due", "--days", "0"], "2026-01-05，今天没有到期的事。\n"),
        (["overdue"], "2026-01-05，没有过了期限还没做完的事。\n"),
        (["missing"], "2026-01-05，没有该交没交的。\n"),
        (["missing", "--division", "market"], "2026-01-05，market没有该交没交的。\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_is_an_answer_too(workshop: Workshop, words: list[str], sentence: str) -> None:
    said = told(workshop, *words, "--as-of", "2026-01-05")

    assert (said.code, said.out, said.err) == (DONE, sentence, "")
    assert facts(workshop, *words, "--as-of", "2026-01-05") == []


def test_one_unit_sees_its_own(workshop: Workshop) -> None:
    market = facts(workshop, "overdue", "--division", "market")
    bureau = facts(workshop, "overdue", "--division", "bureau")
    whole = facts(workshop, "overdue")

    assert {task["division_name"] for task in market} == {"市场处"}
    assert {task["division_name"] for task in bureau} == {"市文广新局"}
    assert len(market) + len(bureau) + len([task for task in whole if task["division"] is None]) == len(whole)


@pytest.mark.parametrize(
    ("written", "near"),
    [("markte", "是不是 market？"), ("市场", "是不是 market？"), ("kitchen", "没有 kitchen 这个单位。\n")],
)
def test_a_unit_there_is_not_is_2_with_near_ones_and_the_whole_list(
    workshop: Workshop, written: str, near: str
) -> None:
    said = told(workshop, "due", "--division", written)

    assert (said.code, said.out) == (USAGE, "")
    assert said.err.startswith(f"mingbai: 没有 {written} 这个单位。") and near in said.err
    assert "\nbureau  市文广新局\n" in said.err and "\nmarket  市场处\n" in said.err


def test_programs_get_every_fact_of_every_task(workshop: Workshop) -> None:
    tasks = facts(workshop, "overdue", "--division", "market", "--as-of", "2026-04-01")

    assert [list(task) for task in tasks] == [KEYS] * 2
    assert tasks[1] == {
        "due": "2026-03-31",
        "days_late": 1,
        "sort": "措施",
        "division": "market",
        "division_name": "市场处",
        "owner": "审批岗",
        "what": "演出审批压到1个工作日",
        "route": "/plans/2026/market/#m2",
        "path": PLAN,
        "state": "逾期",
        "provisional": False,
    }


def test_the_handbook_names_every_key() -> None:
    from tests.docs.papers import read, section

    chapter = section(read("docs/editors.zh-CN.md"), "## 谁该做什么，哪天")

    assert [key for key in KEYS if f"`{key}`" not in chapter] == []


def test_an_error_inside_stops_as_check_does(workshop: Workshop) -> None:
    """A plan that cannot be read would count as not handed in, and its unit be blamed."""
    workshop.edit(PLAN, "level: 处室", "levle: 处室")

    said = told(workshop, "missing", "--format", "json")

    assert (said.code, said.out) == (PROBLEMS, "")
    assert said.err.startswith(f"{PLAN}:1:1: error ")


def test_open_is_all_that_somebody_still_has_to_do(workshop: Workshop) -> None:
    """What is settled is not in it, nor a fixed day to come; a report against somebody is told by its number alone."""
    said = told(workshop, "open")
    tasks = facts(workshop, "open")

    assert said.out.splitlines()[-1] == "2026-12-28，12件没了结：提交7件，措施3件，整改1件，投诉1件。过了期限的10件。"
    assert [t["what"] for t in tasks if t["sort"] == "整改"] == ["2026-002：演出场所换了门牌，备案要重来一遍。"]
    assert [(t["what"], t["division"]) for t in tasks if t["sort"] == "投诉"] == [("办结，举报2026-002", "office")]
    overdue = facts(workshop, "overdue")
    assert [task for task in tasks if task["state"] == "逾期"] == overdue


@pytest.mark.parametrize(
    ("day", "task"),
    [
        ("2026-03-14", ("督办", "office", "反馈，2026-001：上午10点20分，窗口电话响了三次没有人接。", "2026-03-18")),
        ("2026-03-17", ("整改", "market", "2026-001：上午10点20分，窗口电话响了三次没有人接。", "2026-04-20")),
        ("2026-04-09", ("督办", "office", "验收，2026-001：上午10点20分，窗口电话响了三次没有人接。", "2026-04-15")),
        ("2026-04-15", ("整改", "market", "2026-001：上午10点20分，窗口电话响了三次没有人接。", "2026-04-27")),
        ("2026-04-24", None),
    ],
)
def test_a_finding_is_with_whoever_has_to_act_next(
    workshop: Workshop, day: str, task: tuple[str, str, str, str] | None
) -> None:
    """The office tells and verifies, the unit puts right; what is struck off is nobody's."""
    tasks = facts(workshop, "open", "--as-of", day)

    found = [(t["sort"], t["division"], t["what"], t["due"]) for t in tasks if "2026-001" in str(t["what"])]
    assert found == ([task] if task else [])


def test_only_one_sort_is_shown_when_asked(workshop: Workshop) -> None:
    assert {task["sort"] for task in facts(workshop, "open", "--only", "措施")} == {"措施"}
    assert tuple(Sort) == SORTS


@pytest.mark.parametrize("path", ["divisions/market.yaml", "people/jia.yaml", "bureau.yaml"])
def test_so_does_one_in_the_public_files_it_is_made_from(workshop: Workshop, path: str) -> None:
    workshop.write(f"content/public/{path}", workshop.read(f"content/public/{path}") + "titel: 错\n")

    said = told(workshop, "missing")

    assert (said.code, said.out) == (PROBLEMS, "")
    assert f"\ncontent/public/{path}:" in f"\n{said.err}"


def test_any_other_public_error_changes_nothing_and_is_counted(workshop: Workshop) -> None:
    right = told(workshop, "overdue")
    workshop.edit(FEE, "charged: 14.00", "charged: 15.00")

    said = told(workshop, "overdue")

    assert (said.code, said.out) == (DONE, right.out)
    assert said.err == "mingbai: 公开内容里有 1 个错误，和这里要说的无关；build.py check 说是哪些。\n"


def test_where_there_is_no_intranet_nobody_can_say(workshop: Workshop) -> None:
    workshop.move("content/intranet", "not-here")

    said = told(workshop, "due")

    assert (said.code, said.out) == (USAGE, "")
    assert said.err == "mingbai: 这里没有 content/intranet/：该做的事和草稿都在那里。\n"


def test_nothing_is_written(workshop: Workshop) -> None:
    before = sorted(workshop.root.rglob("*"))

    told(workshop, "overdue")

    assert before == sorted(workshop.root.rglob("*"))


def test_every_open_task_is_either_overdue_or_still_to_come() -> None:
    from mingbai.corpus.agenda import every

    tasks = every(intranet_corpus(content()))

    assert all(task.is_overdue != task.is_due(400) for task in tasks if task.is_open)
    assert [task.due for task in tasks] == sorted(task.due for task in tasks)
    assert tasks and tasks[0].due >= date(2026, 1, 1)


def test_on_a_narrow_terminal_the_last_column_is_folded_under_itself() -> None:
    shown = table.aligned(("日期", "事项"), [("2026-01-30", "闭馆前三十分钟放轻音乐，最后响铃")], 30)

    assert shown.splitlines() == [
        "日期        事项",
        "2026-01-30  闭馆前三十分钟放轻",
        "            音乐，最后响铃",
    ]
