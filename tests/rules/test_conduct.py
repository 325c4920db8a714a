"""Codes of conduct: whose they are, and in whose words."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.clock import Clock
from mingbai.rules.conduct import ALIKE, _pairs, first_alike
from tests.factories import CLOCK, changed, content, problems_of, raw, without

CODE = "intranet/conduct/2026/bing.yaml"
OTHER = "content/intranet/conduct/2026/yi.yaml"
MINE = "下午四点前收的件，当天看完"


def codes(files: dict[str, str], clock: Clock = CLOCK) -> list[str]:
    return [problem.code for problem in problems_of(raw(files), clock)]


def with_code_of_yi(first: str, year: str = "2026") -> dict[str, str]:
    """The golden bureau with a second code, whose first commitment is given and whose others are its own."""
    files = content()
    text = files[f"content/{CODE}"].replace("审批岗", "文化市场管理处处长").replace(MINE, first)
    text = text.replace("缺什么一次写在纸上", "每周五自己坐半天窗口").replace("周末留一部手机", "谁的件慢了，我先去问")
    return {**files, OTHER.replace("2026", year): text}


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        (MINE, True),
        ("下午四点前收的件当天看完。", True),
        ("下午5点前收的件，当天看完", True),
        ("下午四点以前收的件，当天看完", True),
        ("当天收的件，下班前回一个电话", False),
        ("排练厅的灯坏了，两天换好", False),
    ],
)
def test_a_commitment_that_another_has_too_is_pointed_out(line: str, copied: bool) -> None:
    assert codes(with_code_of_yi(line)) == ["conduct/copied"] * copied


def test_last_years_words_may_be_said_again() -> None:
    """Who does the same work promises the same; only two people of one year are compared."""
    files = with_code_of_yi(MINE, year="2025")
    campaign = files["content/intranet/campaigns/2026.yaml"].replace("2026-", "2025-")
    files["content/intranet/campaigns/2025.yaml"] = campaign.replace(", activity: 2026/start", "")

    assert "conduct/copied" not in codes(files)


def test_one_who_says_the_same_twice_is_told_too() -> None:
    files = changed(CODE, "缺什么一次写在纸上", MINE.replace("四点", "4点"))

    (problem,) = problems_of(raw(files))

    assert (problem.code, "和自己的第1条" in problem.message) == ("conduct/copied", True)


LETTERS = st.text("收件当天看完办，。1", max_size=8)


def slowly(lines: list[str]) -> Iterator[tuple[int, int]]:
    """What `first_alike` says, by comparing each line with each before it."""
    for later, line in enumerate(lines):
        for earlier, other in enumerate(lines[:later]):
            mine, theirs = _pairs(line), _pairs(other)
            if 2 * len(mine & theirs) / (len(mine) + len(theirs)) >= ALIKE:
                yield later, earlier
                break


@given(st.lists(LETTERS, max_size=8))
def test_likeness_is_found_as_if_each_were_compared_with_each(lines: list[str]) -> None:
    assert list(first_alike(lines)) == list(slowly(lines))


@given(LETTERS, LETTERS)
def test_likeness_does_not_depend_on_who_is_first(one: str, other: str) -> None:
    assert bool([*first_alike([one, other])]) == bool([*first_alike([other, one])])
    assert [*first_alike([one, one])] == [(1, 0)]


def test_a_code_of_a_leader_or_head_is_somebodys() -> None:
    assert codes(with_code_of_yi("周一早上先看上周没办完的件")) == []


def test_a_code_of_one_whose_file_is_broken_is_told_where_it_is_broken() -> None:
    files = {**content(), "content/intranet/staff/bing.yaml": "display_name: 示例丙\n"}

    assert {code.split("/")[0] for code in codes(files)} == {"field"}


def test_a_code_of_one_who_comes_later_waits() -> None:
    """The one who starts in June has written a code beforehand."""
    files = changed("intranet/staff/bing.yaml", "since: 2024-06-03", "since: 2026-06-01")

    assert codes(files, Clock(CLOCK.today, date(2026, 3, 2))) == []


def test_a_code_of_one_who_is_gone_from_the_folder_is_nobodys() -> None:
    (problem,) = problems_of(raw(without("intranet/staff/bing.yaml")))

    assert (problem.code, problem.hint) == ("conduct/of-nobody", "先建好 content/intranet/staff/bing.yaml")


def test_the_hint_for_norms_that_are_missing_works_when_typed_and_keeps_the_bans() -> None:
    slip = changed(CODE, "[N1, N2, N3, N4, N5, N6]", "[N7, N2, N99, N7]")

    problem, _ = problems_of(raw(slip))
    mended = changed(CODE, "norms_accepted: [N7, N2, N99, N7]", problem.hint.removeprefix("改为 "), slip)

    assert problem.hint == "改为 norms_accepted: [N1, N2, N3, N4, N5, N6, N7]"
    assert problems_of(raw(mended)) == ()


def test_who_changes_posts_is_reminded_in_that_year_and_left_alone_in_the_next() -> None:
    files = changed("intranet/staff/bing.yaml", "post: 审批岗", "post: 窗口岗")
    later = date(2027, 1, 1)

    assert codes(files) == ["conduct/post-differs"]
    assert "conduct/post-differs" not in codes(files, Clock(later, later))


@pytest.mark.parametrize(("handed_in", "told"), [("2026-02-04", "bing"), ("2026-02-20", "yi")])
def test_who_handed_in_later_is_told_of_the_copy(handed_in: str, told: str) -> None:
    """Which file comes first in the folder says nothing of who copied from whom."""
    files = with_code_of_yi(MINE)
    files[OTHER] = files[OTHER].split("events:")[0] + f"events:\n  - {{on: {handed_in}, action: 提交, by: 示例乙}}\n"

    (problem,) = problems_of(raw(files))

    assert (problem.code, problem.place.path) == ("conduct/copied", f"content/intranet/conduct/2026/{told}.yaml")


def test_a_code_of_nobody_is_told_once_and_not_called_a_copy_as_well() -> None:
    """A file saved under a wrong name beside the right one holds the same lines."""
    files = content()
    files["content/intranet/conduct/2026/bingg.yaml"] = files[f"content/{CODE}"]

    (problem,) = problems_of(raw(files))

    hint = "写错的，把文件改名为 bing.yaml；新来的，先建好 content/intranet/staff/bingg.yaml"
    assert (problem.code, problem.hint) == ("conduct/of-nobody", hint)
