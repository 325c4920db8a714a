"""References: found by type, checked once, and told where they are written."""

from collections.abc import Mapping
from datetime import date

import pytest
from msgspec.structs import replace

from mingbai.clock import Clock
from mingbai.corpus.references import references, without
from tests.factories import CLOCK, changed, content, intranet_corpus, problems_of, public_corpus, raw
from tests.factories import without as lost

GUIDE = "public/commitments/market/perf-domestic.yaml"
CATV = "public/commitments/market/catv.yaml"
PLAN = "intranet/plans/2026/market.yaml"


def told(files: Mapping[str, str | bytes], clock: Clock = CLOCK) -> list[str]:
    """Each mistake as `place code: message`, without its hint."""
    data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return [
        str(problem).split("\n")[0].removeprefix("content/").replace("error ", "")
        for problem in problems_of(data, clock)
    ]


def test_every_reference_of_a_record_is_found_wherever_it_stands() -> None:
    """In a field, in a list, in a group, in a list of groups of groups."""
    record = public_corpus().commitments["market/perf-domestic"].record

    assert [(steps, refers.kind, id) for steps, refers, id in references(record)] == [
        (("partner_divisions", 0), "divisions", "office"),
        (("basis", 0, "law"), "laws", "performances"),
        (("conditions", 0, "basis", "law"), "laws", "performances"),
        (("applicant_deadline", "basis", "law"), "laws", "performances"),
        (("materials", 0, "basis", "law"), "laws", "performances"),
        (("materials", 0, "blank_form"), "files", "forms/application.txt"),
        (("materials", 0, "sample"), "files", "forms/sample.txt"),
        (("process", 0, "division"), "divisions", "market"),
        (("process", 1, "division"), "divisions", "market"),
        (("statutory", "basis", "law"), "laws", "performances"),
        (("promised", "basis", "law"), "laws", "service-pledges"),
    ]


def test_a_record_that_names_nothing_has_none() -> None:
    corpus = public_corpus()

    assert [*references(corpus.norms["norms"].record), *references(corpus.laws["performances"].record)] == []


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "named"),
    [
        ("public/divisions/office.yaml", "head: jia", "head: jai", "5:7", "people/jai"),
        ("public/people/yi.yaml", "division: market", "division: markt", "4:11", "divisions/markt"),
        (CATV, "fees: [catv]", "fees: [catv, card]", "25:14", "fees/card"),
        (GUIDE, "blank_form: forms/application.txt", "blank_form: forms/a.txt", "34:17", "files/forms/a.txt"),
        (PLAN, "pledges: 2026/market", "pledges: 2026/none", "47:10", "pledges/2026/none"),
    ],
)
def test_a_reference_to_what_is_not_there_is_told_at_its_own_place(
    path: str, old: str, new: str, place: str, named: str
) -> None:
    assert f"{path}:{place}: reference/missing: 没有 {named}" in told(changed(path, old, new))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("intranet/annexes/people/none.yaml", "没有 people/none"),
        ("intranet/plans/2026/none.yaml", "没有 divisions/none"),
        ("public/pledges/2026/none.yaml", "没有 divisions/none"),
        ("public/commitments/none/catv.yaml", "没有 divisions/none"),
    ],
)
def test_a_folder_or_a_file_name_that_names_nothing_is_told(path: str, expected: str) -> None:
    """What a path says is a reference like any other."""
    twin = {
        "intranet/annexes/people/none.yaml": "intranet/annexes/people/jia.yaml",
        "intranet/plans/2026/none.yaml": PLAN,
        "public/pledges/2026/none.yaml": "public/pledges/2026/market.yaml",
        "public/commitments/none/catv.yaml": CATV,
    }[path]
    files = {**content(), f"content/{path}": content()[f"content/{twin}"]}

    assert f"{path}:1:1: reference/missing: {expected}" in told(files)


def test_who_renamed_what_an_annex_belongs_to_is_told_to_rename_the_annex() -> None:
    files = {**content(), "content/intranet/annexes/fees/cable.yaml": "refund_notes:\n  - 按月退。\n"}

    assert [problem.hint for problem in problems_of(raw(files))] == [
        "fees/cable 写在这个文件的路径里；先建好它，它改了名的，这个文件跟着改"
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "meant"),
    [
        ("public/divisions/office.yaml", "head: jia", "head: jiaa", "jia"),
        ("intranet/complaints/2026/001.yaml", "finding: 2026/001", "finding: 2026-001", "2026/001"),
        ("intranet/complaints/2026/001.yaml", "finding: 2026/001", "finding: findings/2026/001", "2026/001"),
        ("public/errands/show.yaml", ": market/perf-domestic", ": perf-domestic", "market/perf-domestic"),
        ("public/errands/show.yaml", ": market/perf-domestic", ": market-perf-domestic", "market/perf-domestic"),
        (GUIDE, ": forms/application.txt", ": files/forms/application.txt", "forms/application.txt"),
        (GUIDE, ": forms/application.txt", ": content/public/files/forms/application.txt", "forms/application.txt"),
        (GUIDE, ": forms/application.txt", ": application.txt", "forms/application.txt"),
    ],
)
def test_the_nearest_name_is_offered(path: str, old: str, new: str, meant: str) -> None:
    problems = problems_of(raw(changed(path, old, new)))

    assert {problem.hint for problem in problems if problem.code == "reference/missing"} == {f"是不是 {meant}？"}


def test_a_broken_file_is_told_of_once_and_not_by_those_who_refer_to_it() -> None:
    """A mistake does not set off a cascade of others."""
    fee = "content/public/fees/catv.yaml"
    files: dict[str, str | bytes] = {**changed("public/people/jia.yaml", "role: 一把手", "role: 头儿")}
    files[fee] = content()[fee].encode("gbk")

    assert [line.split(": ")[1] for line in told(files)] == ["file/encoding", "field/not-a-choice"]


def test_a_deleted_record_is_missed_by_each_that_refers_to_it() -> None:
    found = told(lost("public/people/jia.yaml"))

    assert [line.split(": ")[0] for line in found] == [
        "intranet/annexes/people/jia.yaml:1:1",
        "intranet/campaigns/2026.yaml:20:9",
        "intranet/findings/2026/001.yaml:14:59",
        "intranet/findings/2026/001.yaml:18:76",
        "intranet/findings/2026/002.yaml:11:59",
        "public/divisions/market.yaml:6:21",
        "public/divisions/office.yaml:5:7",
        "public/divisions/office.yaml:6:21",
    ]


LATER = "published: 2026-06-01 09:00"
BEFORE, THEN = (Clock(date(2026, 12, 28), date.fromisoformat(day)) for day in ("2026-05-31", "2026-06-01"))


def test_a_reference_that_may_look_ahead_is_left_out_until_its_day() -> None:
    """A plan names the promises it will make; before they are released it has none, and no mistake."""
    files = changed("public/pledges/2026/market.yaml", "published: 2026-02-03 09:00", LATER)

    assert intranet_corpus(files, BEFORE).plans["2026/market"].record.pledges is None
    assert intranet_corpus(files, THEN).plans["2026/market"].record.pledges == "2026/market"
    assert not [line for line in told(files, BEFORE) if "reference/" in line]


def test_an_item_does_not_name_its_successor_before_that_is_there() -> None:
    """Deep in a log, and everything beside it stays."""
    files = changed(
        CATV,
        "effective_from: 2026-02-01",
        "events:\n  - {on: 2026-05-01, action: 合并, reason: 并作一件, successor: market/perf-domestic}\n"
        "effective_from: 2026-02-01",
    )
    files = changed(GUIDE, "effective_from: 2026-02-01", "effective_from: 2026-06-01", files)

    (before,), (then,) = (
        public_corpus(files, clock).commitments["market/catv"].record.events for clock in (BEFORE, THEN)
    )

    assert (before.successor, then.successor) == (None, "market/perf-domestic")
    assert before.reason == then.reason == "并作一件"


@pytest.mark.parametrize(
    ("path", "old", "new", "expected", "line"),
    [
        ("public/people/jia.yaml", "in_post_from: 2023-03-20", "in_post_from: 2026-06-01", "people/jia", 9),
        ("public/laws/service-pledges.yaml", "published: 2026-01-12 09:00", LATER, "laws/service-pledges", 11),
        ("public/fees/catv.yaml", "valid_from: 2005-03-01", "valid_from: 2026-06-01", "fees/catv", 17),
        ("public/divisions/office.yaml", "published: 2026-01-09 09:00", LATER, "divisions/office", 13),
    ],
)  # fmt: skip
def test_any_other_reference_to_what_is_not_there_yet_is_told_once_with_its_cause(
    path: str, old: str, new: str, expected: str, line: int
) -> None:
    """On the day before it is a mistake in the dates of one of the two; on the day itself it is none."""
    files = changed(path, old, new)

    [problem] = [p for p in problems_of(raw(files), BEFORE) if p.code == "reference/not-yet"]

    assert problem.message.startswith(f"{expected} 要到 2026-06-01 才有，网站显示的是 2026-05-31")
    assert problem.hint == f"看 content/{path} 第{line}行的日期写错没有；没写错，2026-06-01 以前就不要引用它"
    assert not [line for line in told(files, THEN) if "reference/" in line]


def test_of_many_references_to_what_is_not_there_yet_the_first_tells_how_many() -> None:
    """They have one cause, a wrong year in one file."""
    files = changed("public/divisions/market.yaml", "published: 2026-01-09 09:00", "published: 2062-01-09 09:00")

    said = [line.split("reference/not-yet: ")[1] for line in told(files) if "reference/not-yet" in line]

    late = "divisions/market 要到 2062-01-09 才有，网站显示的是 2026-12-28"
    assert said == [f"{late}，这里和另外 9 处已经引用"]


def test_an_attachment_has_no_day() -> None:
    """It is there or it is not."""
    assert not told(content(), BEFORE)
    assert [line.split(": ", 1)[1] for line in told(lost("public/files/forms/sample.txt"), BEFORE)] == [
        "reference/missing: 没有 files/forms/sample.txt"
    ]


def test_the_record_without_a_reference_is_otherwise_the_same() -> None:
    plan = intranet_corpus().plans["2026/market"].record

    bare = without(plan, [("pledges",)])

    assert bare.pledges is None
    assert replace(bare, pledges=plan.pledges) == plan


def test_a_list_of_references_is_shorter_by_those_left_out() -> None:
    campaign = replace(intranet_corpus().campaigns["2026"].record, group=("a", "b", "c", "d"))

    assert without(campaign, [("group", 1), ("group", 3)]).group == ("a", "c")


def test_a_row_that_is_nothing_without_its_reference_is_left_out_until_the_day_of_what_it_names() -> None:
    """A circular or a ranking that quotes a finding registered later quotes nothing before."""
    ranking = "intranet/city-rankings/2026.yaml"
    found = "{on: 2026-04-01, finding"
    causes = f"rank: 44\ncauses:\n  - {found}: 2026/001, text: 电话没人接}}\n  - {found}: 2026/002, text: 备案跑两趟}}"
    files = changed(ranking, "rank: 3\n", f"{causes}\n", changed(ranking, "on: 2026-12-25\np", "on: 2026-04-01\np"))
    files = changed("intranet/circulars/2026/01.yaml", "on: 2026-03-17", "on: 2026-03-12", files)

    early, late = (intranet_corpus(files, Clock(CLOCK.today, day)) for day in (date(2026, 3, 12), date(2026, 4, 1)))

    assert early.circulars["2026/01"].record.findings == ()
    assert len(late.circulars["2026/01"].record.findings) == 1
    assert [cause.finding for cause in late.city_rankings["2026"].record.causes] == ["2026/001"]


def test_a_cause_is_there_from_the_day_it_was_found() -> None:
    cause = "{on: 2026-12-27, finding: 2026/001, text: 电话没人接}"
    files = changed("intranet/city-rankings/2026.yaml", "rank: 3\n", f"rank: 44\ncauses: [{cause}]\n")
    known = {
        day: len(intranet_corpus(files, Clock(CLOCK.today, day)).city_rankings["2026"].record.causes)
        for day in (date(2026, 12, 26), date(2026, 12, 27))
    }

    assert known == {date(2026, 12, 26): 0, date(2026, 12, 27): 1}


def test_where_no_name_is_nearly_the_one_written_none_is_offered() -> None:
    files = changed("public/divisions/office.yaml", "head: jia", "head: head-office")
    [problem] = problems_of(raw(files))

    assert problem.hint == "先建好 people/head-office，或者改成已有的编号"
