"""The tree of responsibility: everyone in it, both halves of what they answer for, gaps where nobody is."""

from collections.abc import Mapping
from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.responsibility import ResponsibilityView, UnitNode, responsibility_view
from tests.factories import changed, intranet_corpus

DECEMBER = date(2026, 12, 28)
YI, JIA = "public/people/yi.yaml", "public/people/jia.yaml"
STAFF = "intranet/staff/bing.yaml"
HEAD_SINCE, FIRST_SINCE = "in_post_from: 2024-05-10", "in_post_from: 2023-03-20"


def tree(files: Mapping[str, str] | None = None, day: date = DECEMBER) -> ResponsibilityView:
    return responsibility_view(intranet_corpus(files, Clock(day, day)))


def market(files: Mapping[str, str] | None = None, day: date = DECEMBER) -> UnitNode:
    view = tree(files, day)
    nodes = (*([view.first] if view.first else []), *view.leaders)
    return next(unit for node in nodes for unit in node.units if unit.anchor == "unit-market")


def test_the_tree_goes_from_the_first_responsible_person_to_each_clerk() -> None:
    first = tree().first
    assert first
    assert first.leader

    assert (first.leader.step, first.leader.name) == ("第一责任人", "示例甲")
    assert [unit.unit.text for unit in first.units] == ["文化市场管理处", "办公室"]
    assert [(clerk.name, clerk.post, clerk.duties) for clerk in market().staff] == [
        ("示例丙", "审批岗", ("收件、审看、发批文",))
    ]


def test_leaders_and_heads_show_both_halves_of_what_they_answer_for() -> None:
    head = market().head
    assert head

    assert (head.duties, head.style_duties) == (("文化市场管理",), ("对本处室的作风建设负全面责任",))


def test_a_leader_who_heads_a_unit_as_well_is_not_told_twice() -> None:
    first = tree().first
    assert first

    office = first.units[1]
    assert (office.head, office.instead) == (None, "示例甲（局长）兼任")


def test_a_unit_whose_head_has_left_is_shown_without_one() -> None:
    left = changed(YI, HEAD_SINCE, f"{HEAD_SINCE}\nin_post_to: 2026-06-30")

    assert market(left, date(2026, 6, 29)).head
    assert (market(left).head, market(left).instead) == (None, "")
    assert [clerk.name for clerk in market(left).staff] == ["示例丙"]


def test_when_the_first_responsible_person_has_left_the_units_stay_under_nobody() -> None:
    view = tree(changed(JIA, FIRST_SINCE, f"{FIRST_SINCE}\nin_post_to: 2026-06-30"))

    assert view.first is None
    assert [(node.leader, [unit.anchor for unit in node.units]) for node in view.leaders] == [
        (None, ["unit-market", "unit-office"])
    ]


def test_somebody_who_comes_or_leaves_is_there_from_the_first_to_the_last_day() -> None:
    files = changed(STAFF, "since: 2024-06-03", "since: 2026-03-02\nuntil: 2026-06-30")

    days = (date(2026, 3, 1), date(2026, 3, 2), date(2026, 6, 30), date(2026, 7, 1))
    assert [len(market(files, day).staff) for day in days] == [0, 1, 1, 0]


def test_a_missing_code_is_told_once_the_due_day_is_past() -> None:
    early, late = market(day=date(2026, 2, 5)).head, market(day=date(2026, 2, 11)).head
    assert early
    assert late

    assert (early.missing, late.missing) == ("", "行为规范没交")


def test_each_name_leads_to_the_latest_code_in_january_to_that_of_last_year() -> None:
    assert [clerk.code for clerk in market().staff] == ["/conduct/2026/bing/"]
    assert [clerk.code for clerk in market(day=date(2027, 1, 1)).staff] == ["/conduct/2026/bing/"]
