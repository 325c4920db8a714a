"""No old address lies where either site has a file, or may come to have one."""

from collections.abc import Iterator
from datetime import date

from mingbai.boundary import Audience
from mingbai.corpus import routes
from mingbai.records import intranet, public
from mingbai.rules.address import PAGES
from mingbai.rules.alias import BELOW, FILES, OWN, could_be, sections
from tests.factories import content, problems_of, raw, renamed
from tests.sample import sample_intranet, sample_sites

BUREAU = "content/public/bureau.yaml"
FEE = "content/public/fees/catv.yaml"
KINDS = (*public.KINDS, *intranet.KINDS)


def codes(*aliases: str) -> list[str]:
    """What is wrong with these old addresses of a fee."""
    files = content()
    lines = "".join(f"  - {alias}\n" for alias in aliases)
    text = files[FEE].partition("aliases:\n")[0] + f"aliases:\n{lines}"
    return [problem.code for problem in problems_of(raw({**files, FEE: text}))]


def test_a_former_name_and_an_address_of_a_former_site_are_free() -> None:
    assert codes("/fees/cable-tv/", "/sfgs/t20191012_3307.html", "/col/col1021/index.htm.html", "/fees/17.htm") == []


def test_the_addresses_that_programs_of_a_former_site_had_are_free() -> None:
    assert codes("/art/2019/3307.shtml", "/show.jsp?id=3307&page=2", "/Index.aspx", "/fees/list.do?lb=%E6%94%B6") == []
    assert codes("/show.exe", "/fees/?id=1", "/show.jsp?", "/data.csv") == ["field/wrong-form"] * 4


def test_what_is_ours_is_refused_in_whatever_letters() -> None:
    assert codes("/Fees/CATV/") == ["alias/own-address"]
    assert codes("/fees/catv/index.html") == ["alias/own-address"]
    assert codes("/Divisions/Office/index.html") == ["alias/taken"]
    assert codes("/index.html") == ["alias/in-our-section"], "no file can be renamed to make room"
    assert codes("/fees/index.html") == ["alias/in-our-section"], "without its end it is ours, too"
    assert codes("/fees/") == ["alias/in-our-section"]
    assert codes("/fees/poster/") == ["alias/in-our-section"]
    assert codes("/404.html") == ["alias/in-our-section"]
    assert codes("/ledger/2026/009/") == ["alias/in-our-section"], "the public site has no ledger to have moved from"


def test_an_address_whose_file_windows_cannot_hold_is_refused_and_one_without_a_file_is_not() -> None:
    assert codes("/con/", "/sfgs/AUX.html", "/nul/17.htm") == ["alias/device-name"] * 3
    assert codes("/con.jsp?id=3", "/console/", "/sfgs/con-1.html") == []


def test_the_address_of_a_record_that_comes_later_is_refused_today() -> None:
    """Or a build that runs by itself would stop on the day the record comes."""
    files = content()
    later = files[FEE].partition("aliases:\n")[0].replace("published: 2026-01-26", "published: 2027-01-26")
    files["content/public/fees/cable-tv.yaml"] = later.replace("on: 2026-01-23}\npub", "on: 2027-01-23}\npub")
    told = [p for p in problems_of(raw(files)) if p.code == "alias/taken"]

    assert [p.place.path for p in told] == [FEE]


def test_every_section_of_both_sites_is_known() -> None:
    paths = {path for site in sample_sites().values() for path in site.paths}
    old = {each.old for each in sample_intranet().moved}
    found = {path.split("/")[0] for path in paths if "/" in path and f"/{path.removesuffix('index.html')}" not in old}
    named = {path for path in paths if "/" not in path and path.endswith(".html")} - {"index.html"}

    assert found | named <= sections() | {"search"}
    assert not OWN - found - FILES, "no section is named here that is not there"


def test_what_is_no_page_lies_where_no_page_may() -> None:
    files = {path for site in sample_sites().values() for path in site.paths if not path.endswith("index.html")}
    alike = {path for path in files if path.endswith((".html", ".htm")) and "/" in path}

    assert {path.split("/")[0] for path in alike} <= FILES | {"sfgs"}


def test_no_page_of_either_site_looks_as_if_a_record_could_have_been_there() -> None:
    """Such a page would lose its place to an old address, so the rules name it beforehand."""
    corpus = sample_intranet()
    records = {routes.route(e.record.kind, e.id) for c in (corpus, corpus.public) for e in c.entries}
    old = {each.old for each in corpus.moved}
    made = {page.route for site in sample_sites().values() for page in site.pages}
    alike = {route for route in made - records - old if could_be(route, KINDS)}

    assert {route for route in alike if not route.startswith(BELOW)} == set(PAGES)
    assert all(any(route.startswith(below) for route in alike) for below in BELOW)


def test_every_old_address_leads_to_a_page_and_a_part_of_it() -> None:
    corpus = sample_intranet()
    made = {page.route for page in sample_sites()[Audience.INTRANET].pages}

    assert corpus.moved
    assert {each.new.partition("#")[0] for each in corpus.moved} <= made


def reminded(now: dict[str, str], old: str, new: str, day: date | None = None) -> Iterator[str]:
    """The hints of reminders where `new` was called `old` when it was committed, and was renamed on `day`."""
    before = raw({old if path == new else path: text for path, text in now.items()})
    for problem in problems_of(raw(now), past=renamed(before, raw(now), day)):
        assert problem.code == "alias/unsaid"
        yield problem.hint


def test_who_renames_a_file_is_told_the_very_line_to_write() -> None:
    fine = "content/public/fines/unapproved.yaml"

    assert [*reminded(content(), "content/public/fines/without.yaml", fine)] == ["加上一行 aliases: [/fines/without/]"]
    assert [*reminded(content(), "content/public/fees/cable.yaml", FEE)] == [
        "原来的 aliases 几行整个换成 aliases: [/fees/cable-tv/, /fees/cable/]"
    ]


def test_a_renamed_record_that_says_where_it_was_is_no_matter() -> None:
    assert not [*reminded(content(), "content/public/fees/cable-tv.yaml", FEE)]


def test_what_was_not_out_yet_under_its_old_name_was_found_by_nobody() -> None:
    old = "content/public/fees/cable.yaml"

    assert not [*reminded(content(), old, FEE, date(2026, 1, 25))], "it was published a day later"
    assert [*reminded(content(), old, FEE, date(2026, 1, 26))]


def test_what_was_renamed_before_anything_counted_is_forgotten() -> None:
    since = {**content(), BUREAU: content()[BUREAU] + "logs_kept_since: 2026-12-01\n"}
    old = "content/public/fees/cable.yaml"

    assert not [*reminded(since, old, FEE, date(2026, 11, 30))]
    assert [*reminded(since, old, FEE, date(2026, 12, 1))]


def test_who_renames_what_may_not_be_renamed_is_only_told_to_put_it_back() -> None:
    plan = "content/intranet/plans/2026/market.yaml"
    before = raw({"content/intranet/plans/2026/office.yaml" if p == plan else p: t for p, t in content().items()})
    found = [problem.code for problem in problems_of(raw(content()), past=renamed(before, raw(content())))]

    assert found == ["log/gone"]


def test_no_public_file_is_asked_to_name_an_address_of_the_intranet() -> None:
    assert not [*reminded(content(), "content/intranet/documents/2026/cable.yaml", FEE)]
