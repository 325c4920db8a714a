"""Codes of conduct on the intranet: who owes one, who is late, who came later, and what one code says."""

from collections.abc import Mapping
from datetime import date

from mingbai.clock import Clock
from mingbai.corpus.intranet import IntranetCorpus
from mingbai.pages.chrome import intranet_chrome
from mingbai.pages.intranet.conduct import ConductView, conduct_pages
from mingbai.pages.intranet.conduct_list import CodeRow, CodeYear, ConductListView, conduct_list_pages
from tests.factories import ASSETS, changed, content, intranet_corpus, without

BEFORE, DUE, AFTER = date(2026, 2, 5), date(2026, 2, 10), date(2026, 2, 11)
DECEMBER = date(2026, 12, 28)
CODE = "intranet/conduct/2026/bing.yaml"
STAFF = "intranet/staff/bing.yaml"
YI = "content/intranet/conduct/2026/yi.yaml"
DING = "content/intranet/staff/ding.yaml"
SINCE = "since: 2024-06-03"
HEAD_SINCE = "in_post_from: 2024-05-10"


def newcomer(code: str = "") -> dict[str, str]:
    """The golden bureau with somebody who came in March, and a code where one is given."""
    files = content()
    person = files[f"content/{STAFF}"].replace("示例丙", "示例丁").replace(SINCE, "since: 2026-03-02")
    return {**files, DING: person} | ({YI.replace("yi", "ding"): code} if code else {})


def handed_in(day: str, files: Mapping[str, str] | None = None) -> dict[str, str]:
    return changed(CODE, "on: 2026-02-09", f"on: {day}", files)


def year(files: Mapping[str, str] | None = None, day: date = DECEMBER) -> CodeYear:
    (page,) = conduct_list_pages(intranet_corpus(files, Clock(day, day)))
    assert isinstance(page.view, ConductListView)
    return page.view.years[0]


def missing(files: Mapping[str, str], day: date) -> list[str]:
    return [person.text for unit in year(files, day).missing for person in unit.people]


def row(name: str, files: Mapping[str, str] | None = None, day: date = DECEMBER) -> CodeRow:
    return next(row for group in year(files, day).groups for row in group.rows if row.name == name)


def code(files: Mapping[str, str] | None = None, day: date = DECEMBER, person: str = "bing") -> ConductView:
    pages = conduct_pages(intranet_corpus(files, Clock(day, day)))
    view = next(page.view for page in pages if page.route == f"/conduct/2026/{person}/")
    assert isinstance(view, ConductView)
    return view


def test_the_leaders_come_first_then_unit_by_unit_the_head_first() -> None:
    groups = [(group.unit.text, [row.name for row in group.rows]) for group in year().groups]

    assert groups == [("局领导", ["示例甲"]), ("市场处", ["示例乙", "示例丙"])]


def test_before_the_due_day_a_code_that_is_not_there_has_days_left() -> None:
    assert row("示例乙", day=BEFORE).chip.text == "没交，还剩5天"
    assert year(day=BEFORE).missing == ()


def test_the_due_day_is_in_time_and_the_day_after_it_is_late() -> None:
    assert row("示例丙", handed_in("2026-02-10")).chip.text == "按时交了"
    assert row("示例丙", handed_in("2026-02-11")).chip.text == "逾期1天才交"
    assert row("示例乙", day=DUE).chip.text == "没交，今天截止"
    assert row("示例乙", day=AFTER).chip.text == "没交，逾期1天"


def test_the_numbers_of_a_year_add_up() -> None:
    numbers = [(tally.number, tally.unit, tally.label) for tally in year(newcomer(), AFTER).tallies]

    assert numbers == [("1", "份", "交了，应交3份"), ("0", "份", "逾期才交"), ("2", "份", "没交，已经逾期")]


def test_who_is_missing_is_named_before_everyone_else() -> None:
    assert year().late == "2人还没交，逾期321天"
    assert [(group.unit.text, [person.text for person in group.people]) for group in year().missing] == [
        ("局领导", ["示例甲"]),
        ("市场处", ["示例乙"]),
    ]


def test_who_comes_after_the_due_day_is_never_late() -> None:
    written = newcomer(content()[f"content/{CODE}"].replace("2026-02-", "2026-03-"))

    assert (row("示例丁", newcomer()).chip.text, row("示例丁", newcomer()).note) == ("还没交", "3月2日到岗")
    assert row("示例丁", written).chip.text == "交了"
    assert year(written).tallies[-1].label == "截止日不在岗，1人交了"


def test_who_has_left_since_still_owes_the_code_and_the_day_is_shown() -> None:
    left = changed(STAFF, SINCE, f"{SINCE}\nuntil: 2026-06-30")

    assert (row("示例丙", left).chip.text, row("示例丙", left).note) == ("按时交了", "6月30日离岗")
    assert row("示例丙", left, date(2026, 6, 29)).note == ""


def test_who_leaves_without_handing_in_is_not_waited_for_any_more() -> None:
    left = without(CODE, changed(STAFF, SINCE, f"{SINCE}\nuntil: 2026-06-30"))

    assert "示例丙" in missing(left, date(2026, 6, 30))
    assert "示例丙" not in missing(left, date(2026, 7, 1))
    assert row("示例丙", left).chip.text == "没交就离岗了"
    assert [tally.number for tally in year(left).tallies if tally.label == "没交就离岗了"] == ["1"]


def test_who_leaves_in_another_year_is_told_with_that_year() -> None:
    left = changed(STAFF, SINCE, f"{SINCE}\nuntil: 2027-01-15")

    assert row("示例丙", left, date(2027, 1, 16)).note == "2027年1月15日离岗"


def test_who_left_before_the_due_day_owes_none() -> None:
    left = without(CODE, changed(STAFF, SINCE, f"{SINCE}\nuntil: 2026-01-31"))

    assert [row.name for group in year(left).groups for row in group.rows] == ["示例甲", "示例乙"]


def test_a_clerk_who_becomes_head_has_a_code_for_each_post() -> None:
    files = changed("public/people/yi.yaml", HEAD_SINCE, "in_post_from: 2026-07-01\nwork_no: W201")
    files = changed(STAFF, SINCE, f"{SINCE}\nuntil: 2026-06-30", files)
    second = files[f"content/{CODE}"].replace("审批岗", "处长").replace("2026-02-", "2026-07-")
    rows = year({**files, YI: second}).groups[-1].rows

    assert [(row.name, row.post, row.chip.text, row.note) for row in rows] == [
        ("示例丙", "审批岗", "按时交了", "6月30日离岗"),
        ("示例乙", "文化市场管理处处长", "交了", "7月1日到岗"),
    ]


def test_a_draft_is_still_owed_and_says_so_on_its_page() -> None:
    draft = changed(CODE, "  - {on: 2026-02-09, action: 提交, by: 示例丙}\n  - {on: 2026-02-12", "  - {on: 2026-02-12")
    draft = changed(CODE, "events:\n  - {on: 2026-02-12, action: 发布, by: 领导小组办公室}\n", "", draft)

    assert (row("示例丙", draft).chip.tone, row("示例丙", draft).note) == ("late", "有草稿")
    assert row("示例丙", draft).href == "/conduct/2026/bing/"
    assert code(draft).draft
    assert not code().draft


def test_a_code_shows_the_norms_it_accepts_word_for_word_and_no_others() -> None:
    shown = code(changed(CODE, "N5, N6]", "N6, N11]")).norms

    assert [pair.number for pair in shown.pairs] == ["N1", "N2", "N3", "N4", "N6"]
    assert (shown.pairs[0].advocate, shown.pairs[0].ban) == ("倡导优质服务", "不准闲谈炒股玩游戏")
    assert [ban.text for ban in shown.bans] == ["不准收取企业和下属的礼金、礼券"]


def test_a_code_names_everyone_above_and_leaves_a_gap_where_nobody_is() -> None:
    left = changed("public/people/yi.yaml", HEAD_SINCE, f"{HEAD_SINCE}\nin_post_to: 2026-06-30")

    assert [(each.step, each.name) for each in code().superiors] == [("主要负责人", "示例乙"), ("第一责任人", "示例甲")]
    assert [(each.step, each.name) for each in code(left).superiors] == [("主要负责人", ""), ("第一责任人", "示例甲")]


def test_the_year_of_the_day_is_open_and_the_others_are_folded() -> None:
    files = content()
    campaign = files["content/intranet/campaigns/2026.yaml"]
    years = {f"content/intranet/campaigns/{year}.yaml": campaign.replace("2026-", f"{year}-") for year in (2025, 2027)}
    early = {path: text.replace("issued_on: 2027-01-05", "issued_on: 2026-12-20") for path, text in years.items()}
    (page,) = conduct_list_pages(intranet_corpus({**files, **early}))

    assert isinstance(page.view, ConductListView)
    assert [year.title for year in page.view.years] == ["2026年"]
    assert [year.title for year in page.view.others] == ["2027年", "2025年"]


def test_without_norms_the_navigation_leads_to_no_poster() -> None:
    def led(corpus: IntranetCorpus) -> set[str]:
        chrome = intranet_chrome(corpus.public, ASSETS)
        return {each.href for item in chrome.nav for each in item.under}

    day = date(2026, 1, 8)
    assert "/supervision/norms/" not in led(intranet_corpus(clock=Clock(day, day)))
    assert "/supervision/norms/" in led(intranet_corpus())
