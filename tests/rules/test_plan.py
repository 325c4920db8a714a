"""Plans: the figures in them hold together."""

import pytest

from tests.factories import changed, content, problems_of, raw

PLAN = "intranet/plans/2026/market.yaml"
PLEDGES = "public/pledges/2026/market.yaml"


def test_no_more_opinions_are_taken_up_than_came() -> None:
    (problem,) = problems_of(raw(changed(PLAN, "adopted: 9", "adopted: 21")))

    assert problem.code == "plan/more-adopted-than-asked"
    assert problem.message == "只听到 12 条意见，却采纳了 21 条"


@pytest.mark.parametrize(
    ("path", "old", "line"),
    [(PLAN, "measure_no: 4", 47), (PLEDGES, "measure_no: 2", 5)],
)
def test_a_pledge_rests_on_a_measure_that_is_there(path: str, old: str, line: int) -> None:
    (problem,) = problems_of(raw(changed(path, old, "measure_no: 9")))

    assert (problem.code, problem.place.path) == ("plan/no-such-measure", f"content/{path}")
    assert problem.hint == "序号有 1、2、3、4，改成对的一个；没有对应的措施，删掉 measure_no"


def test_a_pledge_on_a_measure_of_a_plan_without_any_leads_to_them() -> None:
    text = content()[f"content/{PLAN}"]
    listed = text[text.index("measures:\n") : text.index("not_applicable:\n")]

    hints = {each.hint for each in problems_of(raw(changed(PLAN, listed, ""))) if each.code == "plan/no-such-measure"}

    assert hints == {"方案里一条措施也没有，先补上 measures；没有对应的措施，删掉 measure_no"}


def test_a_unit_without_services_names_its_own_pledges_too() -> None:
    """Only a unit with services has to publish pledges, but nobody borrows another's."""
    files = changed("public/divisions/office.yaml", "type: 领导小组办公室", "type: 机关处室")
    files["content/intranet/plans/2026/office.yaml"] = files[f"content/{PLAN}"]

    hints = [problem.hint for problem in problems_of(raw(files)) if problem.code == "plan/pledges-of-another"]

    assert hints == ["删掉这一行；公开了自己的承诺，再写 pledges: 2026/office"]
