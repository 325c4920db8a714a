"""A new year's campaign: the frame of the old on new days, and what was left open, with where it comes from."""

from datetime import date

import pytest
from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.draft.campaign import campaign_drafts, latest
from mingbai.draft.draft import Draft, Drafts
from mingbai.records.base import Record
from mingbai.records.intranet.campaign import Campaign
from mingbai.records.intranet.plan import Plan
from mingbai.records.parse import parse
from tests.factories import changed, content, intranet_corpus, without

CAMPAIGN = "intranet/campaigns/2026.yaml"
PLAN = "intranet/plans/2026/market.yaml"
OPEN = "intranet/findings/2026/002.yaml"
STAYS = "没有销号的问题编号不变，办理记录接着往原来的文件里写：2026-002（市场处，已反馈）。"
HANDED_IN = "  - {on: 2026-01-28, action: 提交, by: 市场处}\n"


def drafts(year: int = 2027, files: dict[str, str] | None = None, day: str = "2026-12-28") -> Drafts:
    on = date.fromisoformat(day)
    corpus = intranet_corpus(files, Clock(on, on))
    model = latest(corpus, year)
    assert model
    return campaign_drafts(corpus, model, year)


def named(name: str, given: Drafts) -> Draft:
    (found,) = (each for each in given.files if each.name == name)
    return found


def finished(draft: Draft, *filled: tuple[str, str]) -> Record:
    """The record that an editor makes of a draft."""
    text = draft.text
    for left, value in filled:
        assert left in text
        text = text.replace(left, value)
    parsed = parse(draft.home, text.encode())
    assert parsed.problems == ()
    assert parsed.entry
    return parsed.entry.record


def campaign(given: Drafts, year: int = 2027) -> Campaign:
    record = finished(
        named(f"campaigns/{year}.yaml", given), (f"# issued_on: {year}-月-日", f"issued_on: {year}-01-04")
    )
    assert isinstance(record, Campaign)
    return record


def old() -> Campaign:
    entry = parse(f"content/{CAMPAIGN}", content()[f"content/{CAMPAIGN}"].encode()).entry
    assert entry and isinstance(entry.record, Campaign)
    return entry.record


def test_the_year_is_appraised_as_before_by_the_same_day() -> None:
    new, before = campaign(drafts()).appraisal, old().appraisal

    assert new
    assert before
    assert new.score_by == date(2027, 12, 25)
    assert new == replace(before, score_by=new.score_by)


def test_the_frame_is_that_of_the_latest_year() -> None:
    new = campaign(drafts())
    before = old()

    assert new.title == "2027年作风建设"
    for field in ("other_names", "slogans", "phases", "aims", "house_rules"):
        assert getattr(new, field) == getattr(before, field)


def test_deadlines_and_fixed_days_are_those_of_the_new_year() -> None:
    new = campaign(drafts())

    assert [(each.what, each.due, each.roll) for each in new.deadlines] == [
        (each.what, each.due.replace(year=2027), each.roll) for each in old().deadlines
    ]
    assert [(each.title, each.on) for each in new.milestones] == [("动员会", date(2027, 1, 9))]


def test_records_of_the_old_year_are_left_out() -> None:
    files = changed(CAMPAIGN, "issued_on: 2026-01-05", "issued_on: 2026-01-05\nfounding_document: 2026/duty-phone")
    new = campaign(drafts(files=files))

    assert new.founding_document is None
    assert [(each.activity, each.minutes) for each in new.milestones] == [(None, None)]


def test_29_february_becomes_the_28th() -> None:
    files = content()
    text = files[f"content/{CAMPAIGN}"].replace("2026", "2024").replace("due: 2024-02-10", "due: 2024-02-29")
    files["content/intranet/campaigns/2024.yaml"] = text.replace(", activity: 2024/start", "")
    del files[f"content/{CAMPAIGN}"]

    new = campaign(drafts(2025, files), 2025)

    assert date(2025, 2, 28) in [each.due for each in new.deadlines]


def test_a_day_that_is_not_worked_is_told_and_not_moved() -> None:
    given = drafts()
    text = named("campaigns/2027.yaml", given).text

    assert "  - {what: 行动方案, phase: 动员, due: 2027-01-30}    # 2027-01-30 星期六\n" in text
    assert given.remarks[:2] == ("2027-01-30 星期六：行动方案截止。", "2027-07-10 星期六：半年小结截止。")
    assert given.remarks[-2].startswith("2027年的工作日历还没有，")


def test_with_the_years_calendar_holidays_are_known_and_days_worked_instead() -> None:
    files = content()
    files["content/public/calendar/2027.yaml"] = (
        "arrangement: {title: 示例安排}\n"
        "holidays:\n"
        "  - {name: 春节, begins: 2027-02-05, ends: 2027-02-12, make_up: [2027-01-30]}\n"
        "review: {by: 办公室, on: 2026-11-10}\n"
        "published: 2026-11-11 09:00\n"
    )

    assert drafts(files=files).remarks == (
        "2027-02-10 放假：行为规范截止。",
        "2027-07-10 星期六：半年小结截止。",
        "2027-12-18 星期六：全年总结截止。",
        "2027-01-09 星期六：动员会。",
        STAYS,
    )


def test_what_is_open_is_carried_over_with_a_fresh_number_and_where_it_comes_from() -> None:
    draft = named("plans/2027/market.yaml", drafts(files=without(OPEN)))
    plan = finished(draft, ("# due: 2027-月-日", "due: 2027-06-30"))

    assert isinstance(plan, Plan)
    assert [(each.no, each.aim, each.text, each.owner) for each in plan.measures] == [
        (1, "减", "演出审批压到1个工作日", "审批岗"),
        (2, "改", "全程网上办", "审批岗"),
        (3, "帮", "帮剧团排档期", "处长"),
    ]
    assert (plan.title, plan.events) == ("文化市场管理处2027年行动方案", ())
    assert "  # 来自2026年第2条，原定2026-03-31完成，没有进展记录\n  - no: 1\n" in draft.text


def test_an_open_finding_keeps_its_number_and_gets_a_measure_to_be_written() -> None:
    draft = named("plans/2027/market.yaml", drafts())
    plan = finished(
        draft,
        ("# aim: 放、减、控、改、帮里的一个", "aim: 改"),
        ("# text: 今年怎么改", "text: 换门牌不用重新备案"),
        ("# owner: 责任岗位", "owner: 备案岗"),
        ("# due: 2027-月-日", "due: 2027-06-30"),
    )

    assert isinstance(plan, Plan)
    assert [(each.text, each.finding) for each in plan.problems] == [("演出场所换了门牌，备案要重来一遍。", "2026/002")]
    assert plan.measures[-1].no == 4
    assert "  # 2026-002，已反馈，整改期限 2026-12-31\n" in draft.text


@pytest.mark.parametrize(
    "step",
    ["{on: 2026-12-01, action: 不成立, by: office, approved_by: jia, note: 门牌没换}", None],
    ids=["dismissed", "gone"],
)
def test_what_is_settled_is_not_carried_over(step: str | None) -> None:
    files = without(OPEN)
    if step:
        files[f"content/{OPEN}"] = content()[f"content/{OPEN}"] + f"  - {step}\n"
    given = drafts(files=files)

    assert "问题" not in named("plans/2027/market.yaml", given).about
    assert not any("销号" in remark for remark in given.remarks)


def test_a_unit_with_nothing_but_an_open_finding_gets_a_draft_too() -> None:
    given = drafts(files=changed(PLAN, HANDED_IN, ""))

    assert named("plans/2027/market.yaml", given).about == "市场处：1个没销号的问题"


def test_the_latest_note_says_where_a_measure_stands() -> None:
    note = "    progress:\n      - {on: 2026-03-20, action: 调整, note: 改到秋天}\n"
    files = changed(PLAN, "    due: 2026-03-31\n", f"    due: 2026-03-31\n{note}")

    text = named("plans/2027/market.yaml", drafts(files=files)).text

    assert "# 来自2026年第2条，原定2026-03-31完成，调整（2026-03-20：改到秋天）\n" in text


def test_on_an_earlier_day_more_is_open() -> None:
    """The first measure was done on 20 June."""
    assert "委托区里" in named("plans/2027/market.yaml", drafts(day="2026-06-19")).text
    assert "委托区里" not in named("plans/2027/market.yaml", drafts(day="2026-06-20")).text


@pytest.mark.parametrize("action", ["完成", "取消"])
def test_what_is_done_or_dropped_stays_behind(action: str) -> None:
    proof = "    evidence:\n      - {kind: 文件, text: 批文, on: 2026-03-20}\n"
    note = f"    progress:\n      - {{on: 2026-03-20, action: {action}, note: 有了结果}}\n{proof}"
    files = changed(PLAN, "    due: 2026-03-31\n", f"    due: 2026-03-31\n{note}")

    assert "演出审批" not in named("plans/2027/market.yaml", drafts(files=files)).text


def test_a_plan_never_handed_in_has_undertaken_nothing() -> None:
    files = changed(PLAN, HANDED_IN, "", without(OPEN))

    assert [each.name for each in drafts(files=files).files] == ["campaigns/2027.yaml"]


def test_a_unit_that_was_closed_gets_none_and_it_is_told() -> None:
    unit = "public/divisions/market.yaml"
    files = content()
    files[f"content/{unit}"] += "closed_on: 2026-12-20\n"

    given = drafts(files=files)

    assert [each.name for each in given.files] == ["campaigns/2027.yaml"]
    assert given.remarks[-2] == "市场处撤销了，它3条没做完的措施、1个没销号的问题没有抄：定下由谁接着做。"


def test_a_unit_that_has_a_new_plan_keeps_it_and_it_is_told() -> None:
    files = content()
    files["content/intranet/plans/2027/market.yaml"] = "level: 处室\ntitle: 新的\n"

    given = drafts(files=files)

    assert [each.name for each in given.files] == ["campaigns/2027.yaml"]
    assert given.remarks[-2] == (
        "市场处已经有2027年的方案，3条没做完的措施、1个没销号的问题没有抄：看看里面是不是都有了。"
    )


def test_no_draft_passes_as_it_stands() -> None:
    for draft in drafts().files:
        parsed = parse(draft.home, draft.text.encode())
        assert {each.code for each in parsed.problems} == {"field/missing"}
