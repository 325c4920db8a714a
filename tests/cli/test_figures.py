"""`figures`: the one way from the ledger to the public goes through a draft that somebody signs."""

from datetime import date

import pytest

from tests.cli.shell import DONE, PROBLEMS, USAGE, Said, verb
from tests.repository import Repository
from tests.workshop import Workshop

DRAFT = "content/intranet/drafts/figures/ledger-2026-12-28.yaml"
HOME = "content/public/figures/ledger-2026-12-28.yaml"
FINDING = "content/intranet/findings/2026/002.yaml"


def figures(workshop: Workshop, *words: object) -> Said:
    return verb("figures", workshop, *words)


def numbers(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if "label:" in line]


def test_the_ledger_is_counted_into_a_draft_and_what_to_do_next_is_said(workshop: Workshop) -> None:
    said = figures(workshop, "ledger")

    assert (said.code, said.err) == (DONE, "")
    assert said.out.splitlines()[-1].endswith(f"挪到 {HOME}。")
    assert numbers(workshop.read(DRAFT)) == [
        "- {label: 登记的问题, number: 2, unit: 个, note: 察访1个，市察访中心1个}",
        "- {label: 改好、销了号, number: 1, unit: 个, note: 按期限改完的1个}",
        "- {label: 还在改, number: 1, unit: 个, note: 都没有过期限}",
    ]


def test_the_ledger_is_counted_as_it_stood_on_the_day(workshop: Workshop) -> None:
    assert figures(workshop, "ledger", "--as-of", date(2026, 4, 21)).code == DONE

    assert numbers(workshop.read(DRAFT.replace("12-28", "04-21"))) == [
        "- {label: 登记的问题, number: 1, unit: 个, note: 察访1个}",
        "- {label: 改好、销了号, number: 0, unit: 个}",
        "- {label: 还在改, number: 1, unit: 个, note: 都没有过期限}",
    ]


def test_complaints_are_counted_without_a_word_of_what_they_say(workshop: Workshop) -> None:
    assert figures(workshop, "complaints").code == DONE

    text = workshop.read(DRAFT.replace("ledger", "complaints"))
    assert numbers(text) == [
        "- {label: 收到, number: 2, unit: 件}",
        "- {label: 受理, number: 2, unit: 件}",
        "- {label: 办完, number: 1, unit: 件, note: 查实的1件}",
        "- {label: 办完问下来满意, number: 1, unit: 件, note: 评价了的1件}",
    ]
    assert "批文" not in text
    assert "covers: 2026年1月1日到12月28日，登记的全部投诉、举报、求助、建议\n" in text


def test_moved_over_as_it_stands_it_does_not_pass(workshop: Workshop) -> None:
    """Nothing is released that nobody has signed."""
    figures(workshop, "ledger")
    workshop.move(DRAFT, HOME)

    said = verb("check", workshop)

    assert said.code == PROBLEMS
    assert f"{HOME}:5:1: error field/missing: 缺少“发布时间”（published）" in said.all


def test_the_public_learns_of_the_ledger_only_by_figures_that_were_signed(built: Workshop) -> None:
    """Whatever happens in the ledger, no public byte changes, until new figures lie in the public folder."""
    before = built.sites()["public"]
    built.edit(FINDING, "due: 2026-12-31", "due: 2026-12-30")
    built.edit(FINDING, "log:\n", "log:\n  - {on: 2026-11-23, action: 反馈, by: office, to: yi, cc: [jia]}\n#")
    Repository(built.root, afresh=True).commit()
    assert not any(problem.is_error for problem in built.build().problems)
    assert built.sites()["public"] == before

    figures(built, "ledger")
    signed = built.read(DRAFT).replace("# review: {by: 审查单位, on: 审查日期,", "review: {by: 办公室, on: 2026-12-28,")
    built.write(HOME, signed.replace("# published: 发布日期", "published: 2026-12-28"))
    assert not any(problem.is_error for problem in built.build().problems)

    page = built.sites()["public"]["supervision/index.html"].decode()
    assert "2026年查出来的问题，改了多少" in page and "<svg" in page
    assert "改好、销了号" not in before["supervision/index.html"].decode()


@pytest.mark.parametrize(("what", "empty"), [("ledger", "台账还是空的"), ("complaints", "投诉一件也没有登记")])
def test_where_there_is_nothing_to_count_nothing_is_written(workshop: Workshop, what: str, empty: str) -> None:
    said = figures(workshop, what, "--as-of", "2026-01-20")

    assert (said.code, said.out) == (USAGE, "")
    assert said.err == f"mingbai: 2026-01-20，2026年的{empty}，没有数可以数。没有写文件。\n"


def test_a_draft_that_is_there_is_not_written_over(workshop: Workshop) -> None:
    figures(workshop, "ledger")
    workshop.write(DRAFT, "mine")

    assert figures(workshop, "ledger").code == USAGE
    assert workshop.read(DRAFT) == "mine"
