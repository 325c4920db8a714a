"""The pages of inspections: what they say, on which day, and what they cannot say."""

from datetime import date

from mingbai.clock import Clock
from mingbai.pages.intranet.inspection import InspectionView, inspection_pages
from mingbai.pages.intranet.inspection_list import InspectionsView, inspection_list_pages
from tests.factories import changed, content, intranet_corpus, without

PATH = "intranet/inspections/2026/01.yaml"


def view(day: str = "2026-12-28", files: dict[str, str] | None = None) -> InspectionView:
    on = date.fromisoformat(day)
    (page,) = inspection_pages(intranet_corpus(files, Clock(on, on)))
    assert isinstance(page.view, InspectionView)
    return page.view


def lists(day: str = "2026-12-28", files: dict[str, str] | None = None) -> dict[str, InspectionsView]:
    on = date.fromisoformat(day)
    found = {page.route: page.view for page in inspection_list_pages(intranet_corpus(files, Clock(on, on)))}
    return {route: each for route, each in found.items() if isinstance(each, InspectionsView)}


def test_it_says_where_what_was_good_and_where_that_was_written_up() -> None:
    found = view()

    assert (found.title, found.places) == ("3月12日暗访", ("一楼服务窗口",))
    (good,) = found.good
    assert (good.unit.text, good.exemplar and good.exemplar.href) == ("文化市场管理处", "/exemplars/2026/two-people/")


def test_how_many_went_is_told_but_never_who() -> None:
    about = {fact.label: fact.text for fact in view().about}

    assert about["去了几个人"] == "2个，不记是谁"


def test_its_findings_stand_as_they_stand_on_the_day() -> None:
    stands = {day: [row.chip.text for row in view(day).found] for day in ("2026-03-12", "2026-03-13", "2026-04-24")}

    assert stands == {"2026-03-12": [], "2026-03-13": ["已登记"], "2026-04-24": ["已销号"]}


def rows(found: InspectionsView) -> list[str]:
    return [row.link.text for part in found.parts for row in part.rows]


def test_that_nothing_was_found_is_not_that_nothing_was_registered() -> None:
    none = changed(PATH, "summary:", "nothing_found: true\nsummary:", without("intranet/findings/2026/001.yaml"))

    assert view(files=none).nothing == "没有发现问题。"
    assert view("2026-03-12").nothing == "还没有登记问题。"
    assert view().nothing == ""


def test_its_circular_is_there_from_its_day() -> None:
    assert view("2026-03-16").circulars == ()
    assert [told.link.href for told in view("2026-03-17").circulars] == ["/circulars/2026/01/"]


def test_nobody_learns_of_an_inspection_before_it_is_over() -> None:
    longer = changed(PATH, "on: 2026-03-12\n", "on: 2026-03-12\nuntil: 2026-03-13\n")

    assert rows(lists("2026-03-12", longer)["/inspections/"]) == []
    assert rows(lists("2026-03-13", longer)["/inspections/"]) == ["2026-01"]


def test_the_year_is_counted_by_way_and_by_month() -> None:
    files = content()
    files["content/intranet/inspections/2026/02.yaml"] = (
        files[f"content/{PATH}"].replace("03-12", "05-20").replace("暗访", "走访")
    )
    whole = lists(files=files)["/inspections/"]

    assert [(tally.label, tally.number) for tally in whole.tallies] == [
        ("暗访", "1"),
        ("走访", "1"),
        ("巡访", "0"),
        ("查访", "0"),
    ]
    assert [(row.month, row.total, row.found) for row in whole.months] == [("3月", "1", "1"), ("5月", "1", "0")]
    assert rows(whole) == ["2026-02", "2026-01"]


def test_an_earlier_year_has_a_page_of_its_own() -> None:
    files = content()
    files["content/intranet/inspections/2025/01.yaml"] = files[f"content/{PATH}"].replace("2026-03", "2025-03")
    found = lists(files=files)

    assert rows(found["/inspections/"]) == ["2026-01"]
    assert rows(found["/inspections/2025/"]) == ["2025-01"]
    assert [year.href for year in found["/inspections/"].years] == ["/inspections/2025/"]


def test_those_with_something_left_to_do_stand_first() -> None:
    files = content()
    files["content/intranet/inspections/2026/02.yaml"] = files[f"content/{PATH}"].replace("03-12", "03-20")
    parts = {
        day: [part.anchor for part in lists(day, files)["/inspections/"].parts] for day in ("2026-04-01", "2026-12-28")
    }

    assert parts == {"2026-04-01": ["open", "over"], "2026-12-28": ["over"]}
    assert rows(lists("2026-04-01", files)["/inspections/"]) == ["2026-01", "2026-02"]


def test_two_januaries_are_two_months() -> None:
    """Until the new year's campaign is announced, its visits stand in one list with those of the year before."""
    files = content()
    model = files[f"content/{PATH}"]
    for id, day in (("2026/01", "2026-01-12"), ("2027/01", "2027-01-05")):
        files[f"content/intranet/inspections/{id}.yaml"] = model.replace("2026-03-12", day)
    whole = lists("2027-01-06", files)["/inspections/"]

    assert [(row.month, row.total) for row in whole.months] == [("2026年1月", "1"), ("2027年1月", "1")]
    assert [row.month for part in whole.parts for row in part.rows] == ["2027年1月", "2026年1月"]


def test_visits_and_findings_of_a_month_are_drawn_and_stand_in_the_table_beside() -> None:
    whole = lists()["/inspections/"]

    assert whole.chart and whole.chart.desc == "3月1次、问题1个。"
    assert [(row.month, row.total, row.found) for row in whole.months] == [("3月", "1", "1")]
    assert lists(files=without(PATH, without_what_it_found()))["/inspections/"].chart is None


def without_what_it_found() -> dict[str, str]:
    """The golden bureau without what came of its visit."""
    found = without("intranet/circulars/2026/01.yaml", without("intranet/complaints/2026/001.yaml"))
    return without("intranet/findings/2026/001.yaml", found)
