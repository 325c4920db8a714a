"""The deadlines as calendars: who gets which, what a day says as the year goes on, and that names never change."""

from datetime import date
from urllib.parse import urlsplit

import icalendar
import pytest

from mingbai.clock import Clock
from mingbai.exports.ical import Calendar, Remark
from mingbai.exports.intranet import deadlines
from mingbai.exports.intranet.deadlines import deadline_exports
from mingbai.exports.intranet.remark import CLOSED
from tests.factories import changed, content, intranet_corpus, without
from tests.workshop import Workshop

PLAN = "intranet/plans/2026/market.yaml"
CAMPAIGN = "intranet/campaigns/2026.yaml"
CUT = "演出审批压到1个工作日"


def calendars(day: str, files: dict[str, str] | None = None) -> dict[str, Calendar]:
    on = date.fromisoformat(day)
    corpus = intranet_corpus(files, Clock(on, on))
    return {each.unit: calendar for each, calendar in deadlines.calendars(corpus)}


def remark(calendar: Calendar, name: str) -> Remark:
    (found,) = (each for each in calendar.remarks if each.uid == f"{name}@nei.mingbai.example")
    return found


def titles(calendar: Calendar) -> list[str]:
    return [f"{each.day:%m-%d} {each.title}" for each in calendar.remarks]


def test_where_the_calendar_of_the_year_is_not_out_a_day_off_is_reckoned() -> None:
    files = without("public/calendar/2026.yaml", changed(PLAN, "due: 2026-09-30", "due: 2026-03-01"))

    found = remark(calendars("2026-02-20", files)["market"], "plans/2026/market/m3")
    assert "暂按周一至周五推算" in found.text


def with_the_next_one(announced: str = "2027-01-05") -> dict[str, str]:
    """The golden bureau with a campaign of 2027."""
    files = content()
    campaign = files[f"content/{CAMPAIGN}"].replace("2026", "2027").replace(", activity: 2027/start", "")
    files["content/intranet/campaigns/2027.yaml"] = campaign.replace("2027-01-05", announced)
    return files


def test_the_bureau_has_one_and_each_unit_that_owes_anything() -> None:
    assert list(calendars("2026-12-28")) == ["bureau", "market", "office"]


def test_without_a_campaign_there_is_none() -> None:
    assert calendars("2026-01-04") == {}


def test_a_units_calendar_has_its_papers_its_measures_and_the_fixed_days() -> None:
    assert titles(calendars("2026-12-28")["market"]) == [
        "01-09 动员会",
        "01-30 行动方案截止（已交）",
        "02-10 行为规范截止（1份逾期没交）",
        f"03-31 逾期：{CUT}",
        "06-30 已完成：委托区里办小型演出备案",
        "07-10 半年小结截止（逾期没交）",
        "09-30 逾期：全程网上办",
        "12-18 全年总结截止（逾期没交）",
        "12-20 逾期：帮剧团排档期",
        "12-31 到期：2026-002：演出场所换了门牌，备案要重来一遍。",
    ]


def test_the_bureaus_says_what_all_owe_together_and_who_has_not() -> None:
    bureau = calendars("2026-02-05")["bureau"]

    assert titles(bureau)[:4] == [
        "01-09 动员会",
        "01-30 行动方案截止（1份逾期没交）",
        "02-10 行为规范截止（还差3份）",
        "03-31 1条措施到期（1条没完）",
    ]
    assert remark(bureau, "deadlines/2026/conduct").text == "还没交：示例甲、示例乙、示例丙。\n上旬的最后一天。"
    assert remark(bureau, "deadlines/measures/2026-03-31").text == f"市场处（审批岗）：{CUT}（没完）"


@pytest.mark.parametrize(
    ("day", "title", "bells"),
    [
        ("2026-03-30", f"到期：{CUT}", (7,)),
        ("2026-03-31", f"到期：{CUT}", (7,)),
        ("2026-04-01", f"逾期：{CUT}", ()),
    ],
)
def test_a_measure_is_overdue_the_day_after_and_rings_no_more(day: str, title: str, bells: tuple[int, ...]) -> None:
    found = remark(calendars(day)["market"], "plans/2026/market/m2")

    assert (found.title, found.remind, found.day) == (title, bells, date(2026, 3, 31))


def test_a_stamp_is_the_day_of_the_last_change() -> None:
    """Undertaken on 28 January, overdue since 1 April; the day that is shown in between changes nothing."""
    stamps = [
        remark(calendars(day)["market"], "plans/2026/market/m2").changed
        for day in ("2026-02-01", "2026-03-31", "2026-04-01", "2026-12-28")
    ]

    assert stamps == [date(2026, 1, 28), date(2026, 1, 28), date(2026, 4, 1), date(2026, 4, 1)]
    assert remark(calendars("2026-12-28")["market"], "plans/2026/market/m1").changed == date(2026, 6, 20)


def test_from_one_day_to_the_next_nothing_changes_where_nothing_happened() -> None:
    assert calendars("2026-08-10") == calendars("2026-08-11")


def test_what_need_not_be_done_is_cancelled() -> None:
    note = "    progress:\n      - {on: 2026-03-01, action: 取消, note: 并到第三条}\n"
    files = changed(PLAN, "    due: 2026-03-31\n", f"    due: 2026-03-31\n{note}")

    found = remark(calendars("2026-12-28", files)["market"], "plans/2026/market/m2")

    assert (found.title, found.dropped, found.remind) == (f"已取消：{CUT}", True, ())


def test_other_words_and_another_day_are_the_same_event() -> None:
    files = changed(PLAN, CUT, "演出审批当天办")
    files = changed(PLAN, "due: 2026-03-31", "due: 2026-05-29", files)
    files = changed(CAMPAIGN, "title: 动员会", "title: 动员部署会", files)

    before, after = calendars("2026-02-06")["market"], calendars("2026-02-06", files)["market"]

    assert {each.uid for each in before.remarks} == {each.uid for each in after.remarks}
    assert before != after


def test_no_two_events_of_a_calendar_have_one_name() -> None:
    for calendar in calendars("2026-12-28").values():
        names = [each.uid for each in calendar.remarks]
        assert len(names) == len(set(names))


def test_a_deadline_on_a_day_off_says_so_and_stays() -> None:
    """28 February 2026 is a Saturday that is worked, 1 March a Sunday that is not."""
    worked = changed(PLAN, "due: 2026-09-30", "due: 2026-02-28")
    closed = changed(PLAN, "due: 2026-09-30", "due: 2026-03-01")
    name = "plans/2026/market/m3"

    assert CLOSED not in remark(calendars("2026-02-20", worked)["market"], name).text
    found = remark(calendars("2026-02-20", closed)["market"], name)
    assert CLOSED in found.text and found.day == date(2026, 3, 1)


def test_in_the_new_year_what_is_settled_goes_and_what_is_open_stays() -> None:
    found = titles(calendars("2027-01-06", with_the_next_one())["market"])

    assert "06-30 已完成：委托区里办小型演出备案" not in found
    assert f"03-31 逾期：{CUT}" in found and "01-30 行动方案截止" in found


def test_a_campaign_that_is_announced_in_december_leaves_the_year_whole() -> None:
    files = with_the_next_one("2026-12-20")

    before, after = calendars("2026-12-28"), calendars("2026-12-28", files)

    assert list(after) == list(before)
    for unit, calendar in before.items():
        assert set(titles(calendar)) <= set(titles(after[unit])) and (unit == "office" or calendar != after[unit])


def test_every_file_can_be_read_and_leads_to_pages_there_are(built: Workshop) -> None:
    intranet, public = built.sites()["intranet"], built.sites()["public"]
    files = {path: data for path, data in intranet.items() if path.endswith(".ics")}

    assert sorted(files) == ["deadlines/bureau.ics", "deadlines/market.ics", "deadlines/office.ics"]
    assert not [path for path in public if path.endswith(".ics")]
    for data in files.values():
        events = icalendar.Calendar.from_ical(data.decode()).walk("VEVENT")
        targets = [urlsplit(str(event["URL"])) for event in events]
        assert events
        assert {target.hostname for target in targets} == {"nei.mingbai.example"}
        for target in targets:
            page = intranet[f"{target.path[1:]}index.html"].decode()
            assert not target.fragment or f'id="{target.fragment}"' in page


def test_the_page_of_deadlines_and_each_plan_lead_to_them(built: Workshop) -> None:
    pages = {path: data.decode() for path, data in built.sites()["intranet"].items() if path.endswith(".html")}

    for name in ("bureau", "market"):
        assert f'href="/deadlines/{name}.ics"' in pages["deadlines/index.html"]
    assert 'href="/deadlines/market.ics"' in pages["plans/2026/market/index.html"]


def test_a_digest_changes_with_what_is_said() -> None:
    day = date(2026, 12, 28)
    first = {each.path: each.digest for each in deadline_exports(intranet_corpus(None, Clock(day, day)))}
    files = changed(PLAN, CUT, "演出审批当天办")
    other = {each.path: each.digest for each in deadline_exports(intranet_corpus(files, Clock(day, day)))}

    assert first.keys() == other.keys()
    assert {path for path in first if first[path] == other[path]} == {"deadlines/office.ics"}


def test_a_finding_of_a_year_that_is_not_announced_is_in_the_calendar_of_whose_turn_it_is() -> None:
    finding = content()["content/intranet/findings/2026/002.yaml"].partition("log:")[0]
    finding = finding.replace("2026-11-20", "2027-01-04").replace("2026-11-19", "2027-01-04")
    files = {**content(), "content/intranet/findings/2027/001.yaml": finding}

    found = remark(calendars("2027-01-05", files)["office"], "ledger/2027/001")
    assert (found.day, found.changed) == (date(2027, 1, 7), date(2027, 1, 4))


def test_a_longer_term_is_a_change_of_the_event() -> None:
    """A calendar takes another day only from an event that says it is newer."""
    before, after = (remark(calendars(f"2026-04-{day}")["market"], "ledger/2026/001") for day in (14, 15))

    assert (before.day, before.changed) == (date(2026, 4, 20), date(2026, 4, 10))
    assert (after.day, after.changed) == (date(2026, 4, 27), date(2026, 4, 15))
