"""`new`: what it writes, what it says, and what it never does."""

import re
from pathlib import Path

import pytest

from tests.cli.shell import DONE, PROBLEMS, USAGE, WORLD, Said, probe, verb
from tests.repository import Repository
from tests.workshop import Workshop, files

DRAFTS = "content/intranet/drafts"
LOADED = """
import sys
from mingbai.cli import main

try:
    main(sys.argv[1:])
finally:
    print("loaded:", "chinese_calendar" in sys.modules)
"""


def new(workshop: Workshop, *words: object) -> Said:
    return verb("new", workshop, *words)


def made(root: Path) -> list[str]:
    return list(files(root / DRAFTS)) if (root / DRAFTS).exists() else []


def test_a_campaign_is_drafted_and_what_to_do_next_is_said(workshop: Workshop) -> None:
    said = new(workshop, "campaign", 2027)

    assert (said.code, said.err) == (DONE, "")
    assert made(workshop.root) == ["campaigns/2027.yaml", "plans/2027/market.yaml"]
    assert said.out == (
        "写好 2 个草稿，在 content/intranet/drafts/，不检查，也不显示：\n"
        "  campaigns/2027.yaml     2027年的框架，照2026年的抄来\n"
        "  plans/2027/market.yaml  市场处：3条没做完的措施、1个没销号的问题\n"
        "\n"
        "要留心：\n"
        "  2027-01-30 星期六：行动方案截止。\n"
        "  2027-07-10 星期六：半年小结截止。\n"
        "  2027-12-18 星期六：全年总结截止。\n"
        "  2027-01-09 星期六：动员会。\n"
        "  2027年的工作日历还没有，休息日只看了星期六和星期日；放假安排出来以后再核对一遍。\n"
        "  没有销号的问题编号不变，办理记录接着往原来的文件里写：2026-002（市场处，已反馈）。\n"
        "\n"
        "接下来：\n"
        "  1. 定下每一个日子，填好部署日期 issued_on，挪到 content/intranet/campaigns/2027.yaml。\n"
        "  2. 方案的草稿交给各单位：定期限，写齐别的部分，挪到 content/intranet/plans/2027/。\n"
        "  3. 新方案交了以后，在2026年的方案里给抄走的每一条记上“取消”，写明转到2027年第几条；不记，它一直算逾期。\n"
    )


def test_what_it_writes_changes_nothing_that_is_checked_or_shown(built: Workshop) -> None:
    before = built.sites()

    assert new(built, "campaign", 2027).code == DONE

    assert verb("check", built).code == DONE
    assert verb("build", built).code == DONE
    assert built.sites() == before


def test_finished_as_it_says_the_new_year_begins_on_its_day(workshop: Workshop) -> None:
    new(workshop, "campaign", 2027)
    draft, home = f"{DRAFTS}/campaigns/2027.yaml", "content/intranet/campaigns/2027.yaml"
    workshop.edit(draft, "# issued_on: 2027-月-日", "issued_on: 2027-01-05")
    workshop.move(draft, home)

    assert verb("check", workshop).code == DONE
    told = {
        day: verb("list", workshop, "due", "--days", 40, "--as-of", day).out for day in ("2027-01-04", "2027-01-05")
    }
    assert "2027-01-30" not in told["2027-01-04"]
    assert "2027-01-30  25天  市场处      行动方案\n" in told["2027-01-05"]


@pytest.mark.parametrize("name", ["campaigns/2027.yaml", "plans/2027/market.yaml"])
def test_moved_as_it_stands_a_draft_is_refused(workshop: Workshop, name: str) -> None:
    new(workshop, "campaign", 2027)
    workshop.move(f"{DRAFTS}/{name}", f"content/intranet/{name}")

    said = verb("check", workshop)

    assert said.code == PROBLEMS
    assert "error field/missing: " in said.err


@pytest.mark.parametrize(
    "there",
    [f"{DRAFTS}/campaigns/2027.yaml", f"{DRAFTS}/plans/2027/market.yaml", "content/intranet/campaigns/2027.yaml"],
)
def test_a_file_that_is_there_is_named_and_nothing_is_written(workshop: Workshop, there: str) -> None:
    text = workshop.read("content/intranet/campaigns/2026.yaml").replace("2026", "2027")
    workshop.write(there, text.replace(", activity: 2027/start", ""))
    before = files(workshop.root)

    said = new(workshop, "campaign", 2027)

    assert (said.code, said.out) == (USAGE, "")
    assert said.err == f"mingbai: 已经有了，不覆盖：{there}。什么也没有写。\n"
    assert files(workshop.root) == before


def test_where_nothing_is_left_open_nothing_is_carried(workshop: Workshop) -> None:
    workshop.path("content/intranet/plans/2026/market.yaml").unlink()
    Repository(workshop.root, afresh=True).commit()

    said = new(workshop, "campaign", 2027)

    assert made(workshop.root) == ["campaigns/2027.yaml"]
    assert said.out.endswith("  2026年的措施都有了结果，没有要接着做的。\n")


def test_without_a_year_before_there_is_nothing_to_copy(workshop: Workshop) -> None:
    said = new(workshop, "campaign", 2026)

    assert (said.code, said.out) == (USAGE, "")
    assert said.err.startswith("mingbai: 2026年以前没有年度活动可以照抄；")
    assert made(workshop.root) == []


def test_an_error_in_the_content_stops_as_check_does(workshop: Workshop) -> None:
    """What cannot be read could not be carried over."""
    workshop.edit("content/intranet/plans/2026/market.yaml", "level: 处室", "levle: 处室")

    said = new(workshop, "campaign", 2027)

    assert (said.code, said.out, made(workshop.root)) == (PROBLEMS, "", [])


def test_a_calendar_is_drafted_and_passes_when_it_is_finished(workshop: Workshop) -> None:
    home = "content/public/calendar/2025.yaml"
    said = new(workshop, "calendar", 2025)
    draft = f"{DRAFTS}/calendar/2025.yaml"

    assert (said.code, said.err) == (DONE, "")
    assert said.out == (
        "写好 1 个草稿，在 content/intranet/drafts/，不检查，也不显示：\n"
        "  calendar/2025.yaml  2025年的工作日历\n"
        "\n"
        "接下来：\n"
        f"  对着放假通知核对，填好三行，挪到 {home}。\n"
    )
    workshop.edit(draft, "# arrangement: ", "arrangement: ")
    workshop.edit(draft, ", number: 文号, on: 成文日期}", ", on: 2024-11-12}")
    workshop.edit(draft, "# review: {by: 办公室, on: 审查日期", "review: {by: 办公室, on: 2024-11-18")
    workshop.edit(draft, "# published: 发布日期", "published: 2024-11-19")
    workshop.move(draft, home)
    assert verb("check", workshop).all.endswith("没有错误。\n")


def test_a_year_that_is_not_out_is_3_and_nothing_is_written(workshop: Workshop) -> None:
    said = new(workshop, "calendar", 2099)

    assert (said.code, said.out, made(workshop.root)) == (WORLD, "", [])
    assert re.fullmatch(
        r"mingbai: chinesecalendar [\d.]+ 里没有2099年的放假安排，它到\d{4}年为止。没有写文件。\n"
        r"多半是安排还没有公布。已经公布了，就更新它再试：\n  \S+ -m pip install -U chinesecalendar\n",
        said.err,
    )


def test_a_year_before_the_first_is_no_matter_of_waiting(workshop: Workshop) -> None:
    said = new(workshop, "calendar", 2001)

    assert said.code == WORLD
    assert "里没有2001年的放假安排" in said.err and "还没有公布" not in said.err


def test_a_calendar_that_is_there_stays(workshop: Workshop) -> None:
    said = new(workshop, "calendar", 2026)

    assert (said.code, made(workshop.root)) == (USAGE, [])
    assert said.err == "mingbai: 已经有了，不覆盖：content/public/calendar/2026.yaml。什么也没有写。\n"


@pytest.mark.parametrize(("words", "loaded"), [(["check"], False), (["new", "calendar", "2026"], True)])
def test_only_who_drafts_a_calendar_loads_the_library(workshop: Workshop, words: list[str], loaded: bool) -> None:
    assert f"loaded: {loaded}\n" in probe(LOADED, *words, "-s", workshop.root).out


def test_a_circular_is_drafted_for_a_unit_that_was_visited(workshop: Workshop) -> None:
    said = new(workshop, "circular", "--inspection", "2026/01", "--division", "market")

    assert (said.code, said.err) == (DONE, "")
    assert made(workshop.root) == ["circulars/2026/02.yaml"]
    assert said.out == (
        "写好 1 个草稿，在 content/intranet/drafts/，不检查，也不显示：\n"
        "  circulars/2026/02.yaml  察访 2026/01 给市场处的通报，1 个问题\n"
        "\n"
        "要留心：\n"
        "  已经发过 2026/01；这一份是更正的话，写上 corrects: 2026/01。\n"
        "\n"
        "接下来：\n"
        "  填好成文日期和要求，核对完，挪到 content/intranet/circulars/2026/02.yaml。\n"
    )


@pytest.mark.parametrize(
    ("visit", "unit", "told"),
    [
        ("2026/09", "market", "没有察访 2026/09；有的是：2026/01。"),
        ("2026/01", "office", "察访 2026/01 没有看 office；看了的是：market。"),
    ],
)
def test_a_circular_on_what_was_not_seen_is_refused(workshop: Workshop, visit: str, unit: str, told: str) -> None:
    said = new(workshop, "circular", "--inspection", visit, "--division", unit)

    assert said.code == USAGE
    assert told in said.err
    assert made(workshop.root) == []


def test_a_finding_is_drafted_and_a_second_one_gets_the_next_number(workshop: Workshop) -> None:
    said = new(workshop, "finding", "--division", "market")
    new(workshop, "finding", "--division", "market", "--inspection", "2026/01")

    assert (said.code, said.err) == (DONE, "")
    assert made(workshop.root) == ["findings/2026/003.yaml", "findings/2026/004.yaml"]
    assert said.out == (
        "写好 1 个草稿，在 content/intranet/drafts/，不检查，也不显示：\n"
        "  findings/2026/003.yaml  市场处的问题\n"
        "\n"
        "接下来：\n"
        "  照当场说的写 text，填好日期和期限，挪到 content/intranet/findings/2026/003.yaml；"
        "登记以后 text 一个字也不改。\n"
    )
    assert verb("check", workshop).code == DONE


def test_a_finding_of_nobody_is_refused(workshop: Workshop) -> None:
    said = new(workshop, "finding", "--division", "library")

    assert (said.code, made(workshop.root)) == (USAGE, [])
    assert "没有 library 这个单位；有的是：" in said.err


def test_the_report_on_the_site_is_drafted_beside_the_texts(workshop: Workshop) -> None:
    said = new(workshop, "site-report", 2026)

    assert (said.code, said.err, made(workshop.root)) == (DONE, "", ["pages/site-report-2026.md"])
    assert said.out.endswith("挪到 content/public/pages/site-report-2026.md，2027年1月31日以前公布。\n")
    assert new(workshop, "site-report", 2026).code == USAGE, "never over a file"


def test_a_report_that_is_out_or_of_a_year_to_come_is_not_drafted(workshop: Workshop) -> None:
    workshop.edit("content/public/pages/guide.md", "formed_on:", "site_report_year: 2024\nformed_on:")

    out, ahead = new(workshop, "site-report", 2024), new(workshop, "site-report", 2027)

    assert out.code == ahead.code == USAGE
    assert out.err == "mingbai: 2024年的报表已经有了：content/public/pages/guide.md。没有写文件。\n"
    assert ahead.err == "mingbai: 2026-12-28，2027年还没有到，没有数可以数。没有写文件。\n"
    assert made(workshop.root) == []
